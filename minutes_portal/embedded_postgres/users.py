"""Counts the processes that use one server.

Each holds a shared lock on a file while it lives. The kernel takes the lock
away from a process that dies, however it dies.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from .account import Account


class Users:
    def __init__(self, directory: Path, account: Account) -> None:
        self.directory = directory
        self.account = account
        self.descriptor: int | None = None
        self.entered_as = 0

    @property
    def counts_this_process(self) -> bool:
        return self.descriptor is not None and self.entered_as == os.getpid()

    def enter(self) -> None:
        # A forked child shares its parent's lock and keeps it when the parent dies.
        if self.descriptor is None:
            self.descriptor = self._open("users.lock")
            fcntl.flock(self.descriptor, fcntl.LOCK_SH)
            self.entered_as = os.getpid()

    def leave(self) -> bool:
        """True for the last one out, who keeps others from entering until `gone`."""
        if self.descriptor is None:
            return False
        try:
            fcntl.flock(self.descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.gone()
            return False
        return True

    def gone(self) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    @contextlib.contextmanager
    def one_at_a_time(self) -> Iterator[None]:
        """Only one process at a time starts or stops the server."""
        descriptor = self._open("start.lock")
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _open(self, name: str) -> int:
        descriptor = os.open(self.directory / name, os.O_RDWR | os.O_CREAT, 0o600)
        self.account.own(descriptor)
        return descriptor
