"""Whose account the server runs under: PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import EmbeddedPostgresError

# Accounts that hold nothing of their own. Debian's package makes the first;
# every Unix has the second.
UNPRIVILEGED = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int
    is_somebody_else: bool

    @property
    def popen_options(self) -> dict[str, Any]:
        if not self.is_somebody_else:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path | int) -> None:
        if self.is_somebody_else:
            os.chown(path, self.uid, self.gid)

    def can_enter(self, directory: Path) -> bool:
        if not self.is_somebody_else:
            return os.access(directory, os.X_OK)
        command = ["/bin/sh", "-c", 'test -x "$0"', str(directory)]
        return subprocess.run(command, cwd="/", **self.popen_options).returncode == 0


def account_for(directory: Path) -> Account:
    """The account of the one who asks; for root, that of the data's owner."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), is_somebody_else=False)
    if directory.exists() and directory.stat().st_uid != 0:
        owner = directory.stat()
        return Account(owner.st_uid, owner.st_gid, is_somebody_else=True)
    for entry in _existing(UNPRIVILEGED):
        return Account(entry.pw_uid, entry.pw_gid, is_somebody_else=True)
    raise EmbeddedPostgresError(
        "PostgreSQL does not run as root and this machine has no account named "
        f"{' or '.join(UNPRIVILEGED)}: start the portal as an ordinary user."
    )


def _existing(names: tuple[str, ...]) -> Iterator[pwd.struct_passwd]:
    for name in names:
        try:
            yield pwd.getpwnam(name)
        except KeyError:
            continue
