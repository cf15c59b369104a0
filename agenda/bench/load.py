"""`python -m agenda.bench.load PORT SECONDS CONNECTIONS`: asks for pages as fast as they come.

The addresses come on standard input, a line each; what was answered goes out as JSON. Requests are
written as bytes and answers are not read, so that little of the machine goes to asking.
"""

import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from itertools import cycle

HOST = "127.0.0.1"
REQUEST = "GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: gzip\r\n\r\n"
SECONDS_TO_ANSWER = 30
LENGTH = b"content-length:"
LAST = b"connection: close"
CLOSED = "closed"


class Reader:
    """One connection, with one request under way at a time."""

    def __init__(self, port: int, requests: Iterator[bytes]) -> None:
        self.port, self.requests = port, requests
        self.socket = socket.create_connection((HOST, port))
        self.ask()

    def ask(self) -> None:
        self.received, self.expected = b"", 0
        self.socket.sendall(next(self.requests))

    def receive(self) -> str | None:
        """The status of an answer when all of it is here, or `CLOSED`."""
        try:
            piece = self.socket.recv(262_144)
        except ConnectionError:
            piece = b""
        if not piece:
            return CLOSED
        self.received += piece
        if not self.expected:
            self.expected = length_of(self.received)
        is_whole = self.expected and len(self.received) >= self.expected
        return self.received[9:12].decode() if is_whole else None

    def reopen(self) -> None:
        self.socket.close()
        self.socket = socket.create_connection((HOST, self.port))


def length_of(received: bytes) -> int:
    """How long an answer is with its head; 0 while the head is not all here.

    Raises ValueError for an answer that does not say so.
    """
    head, end, _ = received.partition(b"\r\n\r\n")
    if not end:
        return 0
    _, _, rest = head.lower().partition(LENGTH)
    return len(head) + len(end) + int(rest.split(b"\r\n")[0])


class Load:
    """Several readers at once, each asking for the next page as soon as it has one."""

    def __init__(self, port: int, connections: int, paths: list[str]) -> None:
        requests = cycle([REQUEST.format(path, port).encode() for path in paths])
        self.answers = self.failures = 0
        self.waiting = selectors.DefaultSelector()
        for _ in range(connections):
            self.watch(Reader(port, requests))

    def watch(self, reader: Reader) -> None:
        self.waiting.register(reader.socket, selectors.EVENT_READ, reader)

    def run(self, seconds: float) -> dict[str, float]:
        """How many answers came, how many of them were not pages, and in how many seconds.

        It ends after so many seconds, but not before something was answered.
        """
        started = time.perf_counter()
        while time.perf_counter() - started < seconds or not self.answers:
            ready = self.waiting.select(SECONDS_TO_ANSWER)
            if not ready:
                raise TimeoutError("The server does not answer.")
            for key, _ in ready:
                self.receive(key.data)
        taken = time.perf_counter() - started
        for key in list(self.waiting.get_map().values()):
            key.data.socket.close()
        return {"answers": self.answers, "failures": self.failures, "seconds": taken}

    def receive(self, reader: Reader) -> None:
        status = reader.receive()
        if status is None:
            return
        if status != CLOSED:
            self.answers += 1
            self.failures += status != "200"
        if status == CLOSED or LAST in reader.received.lower():
            self.waiting.unregister(reader.socket)
            reader.reopen()
            self.watch(reader)
        reader.ask()


if __name__ == "__main__":
    lines = sys.stdin.read().split("\n")
    port, seconds, connections = sys.argv[1:]
    asking = Load(int(port), int(connections), [line for line in lines if line])
    print(json.dumps(asking.run(float(seconds))))
