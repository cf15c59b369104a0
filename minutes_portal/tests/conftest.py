import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from minutes_portal.embedded_postgres.server import Server


@contextmanager
def open_directory() -> Iterator[Path]:
    """Not pytest's own, which only its owner may enter: root's server could not."""
    path = Path(tempfile.mkdtemp(prefix="minutes-portal-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def directory() -> Iterator[Path]:
    with open_directory() as path:
        yield path


@pytest.fixture
def new_server(directory: Path) -> Iterator[Callable[..., Server]]:
    """Makes servers that are gone after the test, whatever became of them."""
    made: list[Server] = []

    def make(name: str = "postgres", *, durable: bool = True) -> Server:
        made.append(Server(directory / name, durable=durable))
        return made[-1]

    yield make
    for server in made:
        server.remove()


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """What a server keeps that was started once, and stopped."""
    with open_directory() as directory:
        server = Server(directory / "postgres", durable=False)
        server.ensure()
        server.release()
        yield server.place.directory
        server.remove()


@pytest.fixture
def server(new_server: Callable[..., Server], made: Path) -> Server:
    """A server that was started before, as most are."""
    server = new_server()
    copy_data(made, server.place.directory)
    server.ensure()
    return server


def copy_data(source: Path, target: Path) -> None:
    """The database's files stay those of the user it runs as."""
    subprocess.run(["cp", "-a", f"{source}/.", target], check=True)
