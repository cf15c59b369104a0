"""Starts the server when it is needed and stops it when nobody uses it."""

import atexit
import functools
import shutil
import threading
from pathlib import Path

from . import postmaster
from .binaries import find_binaries
from .cluster import ensure_cluster
from .errors import EmbeddedPostgresError
from .launch import Launch
from .place import find_place, prepare
from .private_copy import runnable_by
from .socket_client import SocketClient
from .users import Users

DATABASE = "minutes_portal"


class Server:
    def __init__(self, directory: Path, *, durable: bool = True) -> None:
        self.place = find_place(directory)
        self.durable = durable
        self.client = SocketClient(self.place.socket_directory)
        self.users = Users(self.place.directory, self.place.account)
        self.mutex = threading.Lock()
        self.launch: Launch | None = None
        atexit.register(self.release)

    def ensure(self) -> None:
        """Leaves a server that answers, and this process counted as its user."""
        try:
            prepare(self.place)
            with self.mutex, self.users.one_at_a_time():
                self.users.enter()
                if not self.client.answers():
                    self._start()
                self.client.create_database(DATABASE)
        except OSError as error:
            raise EmbeddedPostgresError(
                f"The database in {self.place.directory} cannot be used: {error}. "
                "Start the portal as that directory's owner, or choose another place "
                "by MINUTES_PORTAL_DATA."
            ) from error

    def release(self) -> None:
        """The last user stops the server; a forked child never does."""
        if not self.users.counts_this_process or not self.place.directory.exists():
            return
        with self.mutex, self.users.one_at_a_time():
            if self.users.leave():
                self._stop()
                self.users.gone()

    def remove(self) -> None:
        """Stops a throw-away server, whoever uses it, and deletes its data."""
        self._stop()
        self.users.gone()
        for directory in (self.place.directory, self.place.socket_directory):
            shutil.rmtree(directory, ignore_errors=True)

    def _start(self) -> None:
        binaries = runnable_by(self.place.account, find_binaries(self.place.majors))
        ensure_cluster(self.place, binaries, durable=self.durable)
        self.launch = Launch(self.place, binaries, durable=self.durable)
        self.launch.run()

    def _stop(self) -> None:
        for major in self.place.majors:
            postmaster.stop(self.place.data_directory(major))


@functools.cache
def server_in(directory: Path, *, durable: bool = True) -> Server:
    """One object for each server in this process."""
    return Server(directory, durable=durable)
