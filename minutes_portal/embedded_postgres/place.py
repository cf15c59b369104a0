"""Where one server keeps its data, its log and its socket."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from .account import Account, account_for
from .errors import EmbeddedPostgresError
from .shared_directory import SHARED_DIRECTORY, make_shared_directory, short_name

# A socket's whole path fits in 103 bytes on macOS and 107 on Linux, and
# PostgreSQL appends "/.s.PGSQL.5432".
LONGEST_SOCKET_DIRECTORY = 85
# libpq and PostgreSQL read these as separators in a list of directories.
SEPARATORS = re.compile(r"""[,"'\\\n]""")


@dataclass(frozen=True)
class Place:
    directory: Path
    account: Account

    @property
    def log(self) -> Path:
        return self.directory / "postgres.log"

    @property
    def majors(self) -> list[int]:
        """The versions of PostgreSQL that have made a database here, newest first."""
        made = [path.parent.name[2:] for path in self.directory.glob("pg*/PG_VERSION")]
        return sorted((int(name) for name in made if name.isdigit()), reverse=True)

    @property
    def socket_directory(self) -> Path:
        length = len(os.fsencode(self.directory))
        if length <= LONGEST_SOCKET_DIRECTORY and not SEPARATORS.search(str(self.directory)):
            return self.directory
        # Not tempfile.gettempdir(): every process must come to the same name.
        return Path("/tmp") / f"minutes-portal-{short_name(self.directory)}"

    def data_directory(self, major: int) -> Path:
        return self.directory / f"pg{major}"


def find_place(wanted: Path) -> Place:
    """The directory asked for or, where the server's account cannot enter it,
    one of the portal's own under /var/lib. Data already there settle it."""
    here = Place(wanted.absolute(), account_for(wanted.absolute()))
    if not here.account.is_somebody_else or here.majors:
        return here
    elsewhere = _elsewhere(wanted)
    if elsewhere.majors or not _is_usable(here):
        return elsewhere
    return here


def _elsewhere(wanted: Path) -> Place:
    directory = SHARED_DIRECTORY / f"data-{short_name(wanted.absolute())}"
    return Place(directory, account_for(directory))


def _is_usable(place: Place) -> bool:
    make_private(place.directory, place.account)
    if place.account.can_enter(place.directory):
        return True
    place.directory.rmdir()
    return False


def prepare(place: Place) -> None:
    """Makes the directories. Only the server's account may enter them."""
    if place.directory.parent == SHARED_DIRECTORY:
        make_shared_directory()
    make_private(place.directory, place.account)
    make_private(place.socket_directory, place.account)


def make_private(directory: Path, account: Account) -> None:
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    if directory.stat().st_uid == os.geteuid():
        account.own(directory)
    # Anybody can make a directory in /tmp before us and listen there.
    if directory.is_symlink() or directory.stat().st_uid != account.uid:
        raise EmbeddedPostgresError(
            f"{directory} belongs to another account: start the portal as its owner, "
            "or choose another place by MINUTES_PORTAL_DATA."
        )
    directory.chmod(0o700)
