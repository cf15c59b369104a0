"""The data directory of one major version: made once, never replaced silently."""

import os
import shutil
import subprocess

from .binaries import Binaries
from .errors import EmbeddedPostgresError
from .place import Place
from .socket_client import SUPERUSER


def server_environment() -> dict[str, str]:
    """Without the PG… variables, which would move the server's port or data."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    return kept | {"LC_ALL": "C"}


def ensure_cluster(place: Place, binaries: Binaries, *, durable: bool) -> None:
    _refuse_other_versions(place, binaries)
    data_directory = place.data_directory(binaries.major)
    if (data_directory / "PG_VERSION").exists():
        return
    # initdb writes here first: what an interrupted one leaves is no database.
    unfinished = data_directory.with_suffix(".new")
    for leftover in (unfinished, data_directory):
        shutil.rmtree(leftover, ignore_errors=True)
    _initdb(place, binaries, unfinished, durable=durable)
    unfinished.rename(data_directory)
    _sync(place)


def _refuse_other_versions(place: Place, binaries: Binaries) -> None:
    if place.majors and binaries.major not in place.majors:
        old = place.majors[0]
        raise EmbeddedPostgresError(
            f"The portal's data in {place.data_directory(old)} were written by "
            f"PostgreSQL {old}, but only version {binaries.major} is here: set "
            f"MINUTES_PORTAL_PG_BIN to version {old}'s bin directory to go on with them, "
            "or move that directory away to start with an empty database."
        )


def _initdb(place: Place, binaries: Binaries, target: os.PathLike[str], *, durable: bool) -> None:
    # C.UTF-8 sorts the same on every machine. Trust is enough: only the
    # server's account may enter the socket's directory.
    command = [binaries.program("initdb"), "--pgdata", str(target)]
    command += ["--username", SUPERUSER, "--auth", "trust"]
    command += ["--encoding", "UTF8", "--locale", "C.UTF-8"]
    command += [] if durable else ["--no-sync"]
    result = subprocess.run(
        command,
        cwd="/",
        env=server_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **place.account.popen_options,
    )
    if result.returncode:
        place.log.write_text(result.stdout)
        raise EmbeddedPostgresError(f"PostgreSQL could not make its database: see {place.log}.")


def _sync(place: Place) -> None:
    """Puts the new name on disk before anything is committed under it."""
    descriptor = os.open(place.directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
