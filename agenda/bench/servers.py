"""Servers in processes of their own, gone when the measurement is done or broken off."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from agenda.bench.client import HOST
from agenda.bench.serving import READY

PROCESSES = 2
SECONDS_TO_START, SECONDS_TO_STOP = 30, 15
# What would make the portal another one than in production.
LEFT_OUT = ("DEBUG", "HTTPS", "ALLOWED_HOSTS", "TWO_FACTOR")


@dataclass(frozen=True, slots=True)
class Server:
    port: int
    pid: int


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def portal(*, keeps: bool = False, processes: int = PROCESSES) -> Iterator[Server]:
    """The portal over the scratch database; with `keeps` it keeps pages."""
    extra = {
        "DJANGO_SETTINGS_MODULE": "agenda.bench.settings",
        "BENCH_DATABASE": connection.settings_dict["NAME"],
        "BENCH_KEEPS": "1" if keeps else "",
    }
    with _serving("portal", processes, extra) as server:
        yield server


@contextmanager
def bare(processes: int = PROCESSES) -> Iterator[Server]:
    with _serving("bare", processes, {}) as server:
        yield server


@contextmanager
def _serving(which: str, processes: int, extra: dict[str, str]) -> Iterator[Server]:
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name not in LEFT_OUT}
    command = [sys.executable, "-m", "agenda.bench.serving", which, str(port), str(processes)]
    with running(command, kept | extra) as process:
        if process.stdout.readline().strip() != READY:
            raise CommandError("The server to be measured did not start; the reason stands above.")
        yield Server(port, process.pid)


@contextmanager
def running(
    command: Sequence[str], environment: dict[str, str], errors: int | None = None
) -> Iterator[subprocess.Popen]:
    """A process that ends with this block."""
    process = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def wait_until_listening(port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            return socket.create_connection((HOST, port)).close()
        except OSError as error:
            if time.monotonic() > deadline:
                raise CommandError("A server to be measured did not start.") from error
            time.sleep(0.1)
