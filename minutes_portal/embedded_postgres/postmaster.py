"""The server's process, as its data directory's postmaster.pid names it."""

import contextlib
import signal
import time
from pathlib import Path

import psutil

from .errors import EmbeddedPostgresError

STOP_SECONDS = 60


def running_pid(data_directory: Path) -> int | None:
    """None where the named process is gone or is something else by now."""
    pid = _written_pid(data_directory)
    return pid if pid and _serves(pid, data_directory) else None


def forget_dead(data_directory: Path, socket_lock: Path) -> None:
    """PostgreSQL will not start while one of these files names a living process,
    and after a crash or a restart that number may be anybody's."""
    if running_pid(data_directory) is None:
        for file in (data_directory / "postmaster.pid", socket_lock):
            file.unlink(missing_ok=True)


def stop(data_directory: Path) -> None:
    """Stops the server at once but cleanly, closing open connections."""
    pid = running_pid(data_directory)
    if pid is None:
        return
    with contextlib.suppress(psutil.NoSuchProcess):
        psutil.Process(pid).send_signal(signal.SIGINT)
    deadline = time.monotonic() + STOP_SECONDS
    while _serves(pid, data_directory):
        if time.monotonic() > deadline:
            raise EmbeddedPostgresError(
                f"PostgreSQL (process {pid}) did not stop within {STOP_SECONDS} s."
            )
        time.sleep(0.02)


def _written_pid(data_directory: Path) -> int | None:
    try:
        first_line = (data_directory / "postmaster.pid").read_text().split("\n")[0]
        return int(first_line)
    except (FileNotFoundError, ValueError):
        return None


def _serves(pid: int, data_directory: Path) -> bool:
    """A server's working directory is its data directory."""
    try:
        process = psutil.Process(pid)
        return process.name().startswith("post") and Path(process.cwd()) == data_directory
    except (psutil.Error, OSError):
        return False
