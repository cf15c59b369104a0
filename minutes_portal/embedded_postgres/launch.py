"""Starts a server's process and waits until it answers."""

import os
import signal
import subprocess
import time

from . import postmaster
from .binaries import Binaries
from .cluster import server_environment
from .errors import EmbeddedPostgresError
from .place import Place
from .socket_client import PORT, SocketClient

# Recovery after a crash may take a while; a server that ends itself is
# tried again only until what is left of its predecessor has gone.
START_SECONDS = 120
RETRY_SECONDS = 10

# The server's own memory for tables: an eighth of the machine's, within these bounds (in MB).
SMALLEST, LARGEST = 128, 4096

ALWAYS = {"listen_addresses": "", "unix_socket_permissions": "0700", "port": PORT}
# For tests: nothing is worth keeping when the machine stops.
# Tables that tests fill and empty are counted while they happen to be empty, and the next query
# over them is planned for no rows at all: they are better not counted.
THROW_AWAY = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
}


class Launch:
    def __init__(self, place: Place, binaries: Binaries, *, durable: bool) -> None:
        self.place = place
        self.client = SocketClient(place.socket_directory)
        self.data_directory = place.data_directory(binaries.major)
        self.command = server_command(place, binaries, durable=durable)
        self.process: subprocess.Popen[bytes] | None = None
        self.begun = time.monotonic()

    def run(self) -> None:
        """Returns when the server answers, and leaves none behind when interrupted."""
        try:
            while not self.client.answers():
                self._go_on()
        except BaseException:
            if self.process is not None:
                self.process.send_signal(signal.SIGINT)
            raise

    def _go_on(self) -> None:
        starting = self._is_starting()
        if time.monotonic() - self.begun > (START_SECONDS if starting else RETRY_SECONDS):
            raise EmbeddedPostgresError(
                f"PostgreSQL did not start: the end of {self.place.log} says why."
            )
        if not starting:
            postmaster.forget_dead(self.data_directory, self.client.lock_file)
            self.process = start_process(self.place, self.command)
        time.sleep(0.03 if starting else 0.1)

    def _is_starting(self) -> bool:
        launched = self.process is not None and self.process.poll() is None
        return launched or postmaster.running_pid(self.data_directory) is not None


def server_command(place: Place, binaries: Binaries, *, durable: bool) -> list[str]:
    # Quoted, since PostgreSQL reads a list of directories here.
    directories = {"unix_socket_directories": f'"{place.socket_directory}"'}
    options = ALWAYS | directories | (kept_in_memory() if durable else THROW_AWAY)
    command = [binaries.program("postgres"), "-D", str(place.data_directory(binaries.major))]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    return command


def kept_in_memory() -> dict[str, str]:
    """As much as a search reads again and again; it is taken from the machine as it is used."""
    try:
        memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**20
    except (ValueError, OSError):  # A system that does not tell.
        memory = 0
    return {"shared_buffers": f"{min(max(memory // 8, SMALLEST), LARGEST)}MB"}


def start_process(place: Place, command: list[str]) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C is for the portal, which then stops the server.
    with place.log.open("ab") as log:
        place.account.own(log.fileno())
        return subprocess.Popen(
            command,
            cwd="/",
            env=server_environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **place.account.popen_options,
        )
