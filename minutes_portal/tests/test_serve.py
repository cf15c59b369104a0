import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutes_portal.embedded_postgres.place import Place, find_place
from minutes_portal.embedded_postgres.postmaster import running_pid
from minutes_portal.tests.conftest import open_directory
from minutes_portal.tests.portal_process import Portal, manage


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "serve.log"


@pytest.fixture(scope="module")
def begun() -> Iterator[tuple[Path, list[str]]]:
    """What a portal keeps that was started twice, and what it said each time."""
    with open_directory() as data:
        said = []
        for number in range(2):
            log = data / f"{number}.log"
            Portal(data, log).wait_until_ready().stop(signal.SIGINT)
            said.append(log.read_text())
        yield data, said


@pytest.fixture
def portal(begun: tuple[Path, list[str]], directory: Path, log: Path) -> Iterator[Portal]:
    """A portal that was started before, as most starts are."""
    # The database's files stay those of the user it runs as.
    subprocess.run(["cp", "-a", f"{begun[0]}/.", directory], check=True)
    portal = Portal(directory, log)
    yield portal
    if portal.process.poll() is None:
        portal.stop(signal.SIGTERM)


def database_runs(data: Path) -> bool:
    place: Place = find_place(data / "postgres")
    return any(running_pid(place.data_directory(major)) for major in place.majors)


@pytest.mark.parametrize("stopped_by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_portal_and_its_database_stop_together(
    portal: Portal, directory: Path, stopped_by: signal.Signals
) -> None:
    portal.wait_until_ready()
    assert portal.status_of("/") == 200
    assert portal.status_of("/admin/login/") == 200
    assert database_runs(directory)
    assert portal.stop(stopped_by) == 0
    assert not database_runs(directory)


def test_database_killed_under_the_portal_comes_back(portal: Portal, directory: Path) -> None:
    portal.wait_until_ready()
    place = find_place(directory / "postgres")
    pid = running_pid(place.data_directory(place.majors[0]))
    os.kill(pid, signal.SIGKILL)
    assert portal.status_of("/") == 200
    portal.stop(signal.SIGINT)
    assert not database_runs(directory)


def test_password_is_shown_on_the_first_start_alone(begun: tuple[Path, list[str]]) -> None:
    assert ["password" in said for said in begun[1]] == [True, False]


def refusal(directory: Path, **variables: str) -> str:
    """What is said instead of starting: one sentence, and nothing was begun."""
    result = manage("serve", data=directory, **variables)
    assert result.returncode != 0
    assert not result.stdout
    (sentence,) = result.stderr.strip().split("\n")
    assert not database_runs(directory)
    return sentence


def test_busy_port_is_said_in_one_sentence(directory: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        sentence = refusal(directory, PORT=port)
    assert f"cannot listen on 127.0.0.1:{port} (Address already in use)" in sentence
    assert "PORT=8001 make run" in sentence


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "8000.5", "٨٠٠٠"])
def test_wrong_port_is_said_in_one_sentence(directory: Path, port: str) -> None:
    assert "PORT must be a whole number" in refusal(directory, PORT=port)


def test_wrong_number_of_processes_is_said_in_one_sentence(directory: Path) -> None:
    assert "WEB_CONCURRENCY must be" in refusal(directory, WEB_CONCURRENCY="many")


@pytest.mark.parametrize(
    "url", ["nonsense", "sqlite:///file", "postgres://host:port/name", "postgres://host", "://"]
)
def test_malformed_database_url_is_said_in_one_sentence(directory: Path, url: str) -> None:
    assert "DATABASE_URL must read postgres://" in refusal(directory, DATABASE_URL=url)


def test_unreachable_database_is_said_in_one_sentence(directory: Path) -> None:
    url = "postgres://portal:secret-word@127.0.0.1:1/minutes"
    sentence = refusal(directory, DATABASE_URL=url)
    assert "Connection refused" in sentence
    assert "correct DATABASE_URL" in sentence
    assert "secret-word" not in sentence


def test_missing_postgresql_is_said_in_one_sentence(directory: Path) -> None:
    sentence = refusal(directory, MINUTES_PORTAL_PG_BIN="/nonexistent")
    assert "MINUTES_PORTAL_PG_BIN names /nonexistent" in sentence
