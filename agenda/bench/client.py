"""Asks a server on this machine for pages, one after another over one connection."""

import gzip
import http.client
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

HOST = "127.0.0.1"
# As browsers ask: what is sent is compressed.
HEADERS = {"Accept-Encoding": "gzip", "Accept": "*/*"}


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: bytes
    is_compressed: bool
    milliseconds: float

    @property
    def text(self) -> str:
        body = gzip.decompress(self.body) if self.is_compressed else self.body
        return body.decode()


class Client:
    """One reader; a connection that the server closed meanwhile is opened anew."""

    def __init__(self, port: int, seconds: float = 60) -> None:
        self.connection = http.client.HTTPConnection(HOST, port, timeout=seconds)

    def get(self, path: str) -> Answer:
        try:
            return self._get(path)
        except (http.client.RemoteDisconnected, ConnectionError):
            self.connection.close()
            return self._get(path)

    def _get(self, path: str) -> Answer:
        started = time.perf_counter()
        self.connection.request("GET", path, headers=HEADERS)
        response = self.connection.getresponse()
        body = response.read()
        taken = 1000 * (time.perf_counter() - started)
        return Answer(
            response.status, body, response.getheader("Content-Encoding") == "gzip", taken
        )


class WrongAnswer(RuntimeError):
    """A page that was to be measured did not come."""


def answers(
    client: Client, paths: Iterable[str], progress: Callable[[], object] = lambda: None
) -> list[Answer]:
    """Each page in its turn, whatever is answered."""
    found = []
    for path in paths:
        found.append(client.get(path))
        progress()
    return found


def pages(
    client: Client, paths: Sequence[str], progress: Callable[[], object] = lambda: None
) -> list[Answer]:
    """The same; raises `WrongAnswer` where one of them did not come."""
    found = answers(client, paths, progress)
    for path, answer in zip(paths, found, strict=True):
        if answer.status != 200:
            raise WrongAnswer(f"{path} was answered with {answer.status}.")
    return found
