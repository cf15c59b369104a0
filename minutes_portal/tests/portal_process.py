"""`manage.py` in a process of its own, as people start it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
READY_SECONDS = 60


def environment(data: Path, **variables: str) -> dict[str, str]:
    """A person's environment: nothing of the tests' own settings is handed on."""
    private = ("DJANGO_", "MINUTES_PORTAL_", "DATABASE_URL", "SECRET_KEY", "PYTEST_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(private)}
    return kept | {"MINUTES_PORTAL_DATA": str(data)} | variables


def manage(*arguments: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=PROJECT,
        env=environment(data, **variables),
        capture_output=True,
        text=True,
        timeout=READY_SECONDS,
    )


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


class Portal:
    def __init__(self, data: Path, log: Path) -> None:
        self.port = free_port()
        self.data, self.log = data, log
        with log.open("w") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "serve"],
                cwd=PROJECT,
                env=environment(data, PORT=str(self.port)),
                stdout=output,
                stderr=output,
            )

    def wait_until_ready(self) -> "Portal":
        deadline = time.monotonic() + READY_SECONDS
        while f"http://127.0.0.1:{self.port}" not in self.log.read_text():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)
        return self

    def status_of(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}") as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def stop(self, signal_number: int) -> int:
        self.process.send_signal(signal_number)
        return self.process.wait(timeout=30)
