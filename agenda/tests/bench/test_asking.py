"""Asking servers for pages, one after another or as fast as they come."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from agenda.bench.client import Client, WrongAnswer, answers, pages
from agenda.bench.load import Load, length_of
from agenda.bench.measures.first_visit import bytes_of_largest

PAGES = {
    "/": b'<link rel="stylesheet" href="/a.css?v=1"><link rel="icon" href="/i.svg">'
    b'<link rel="search" href="/never"><img src="data:image/gif;base64,AA"><script src="/s.js"></script>',
    "/small": b"<p>",
    "/a.css?v=1": b"@font-face { src: url('fonts/f.woff2') }",
    "/fonts/f.woff2": b"12345",
    "/i.svg": b"<svg/>",
    "/s.js": b"1",
}


@contextmanager
def serving(*, keeps_open: bool = True) -> Iterator[tuple[int, Counter]]:
    """The port of a small server, and how often each of its pages was asked for."""
    asked: Counter[str] = Counter()

    class Pages(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked[self.path] += 1
            body = PAGES.get(self.path, b"")
            self.send_response(200 if body else 404)
            self.send_header("Content-Length", str(len(body)))
            if not keeps_open:
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    server.daemon_threads = True
    # Readers hang up when the time is over.
    server.handle_error = lambda *arguments: None
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    try:
        yield server.server_address[1], asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("keeps_open", [True, False])
def test_load_counts_what_was_answered_and_what_was_no_page(keeps_open):
    with serving(keeps_open=keeps_open) as (port, asked):
        done = Load(port, 3, ["/small", "/none"]).run(0.2)
    assert done["answers"] > 10
    assert 0.4 < done["failures"] / done["answers"] < 0.6
    assert 0 <= asked.total() - done["answers"] <= 3


def test_an_answer_is_whole_when_all_that_it_announces_is_here():
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n"
    assert length_of(head) == 0
    assert length_of(head + b"\r\nhel") == len(head) + 2 + 5
    with pytest.raises(ValueError, match="invalid literal"):
        length_of(b"HTTP/1.1 200 OK\r\n\r\nhello")


def test_every_page_is_timed_and_one_that_does_not_come_is_told():
    told: list[int] = []
    with serving() as (port, asked):
        found = pages(Client(port), ["/small", "/", "/small"], lambda: told.append(1))
        assert asked == {"/small": 2, "/": 1}
        assert [answer.status for answer in answers(Client(port), ["/none", "/"])] == [404, 200]
        with pytest.raises(WrongAnswer, match="/none was answered with 404"):
            pages(Client(port), ["/none"])
    assert len(told) == 3
    assert [answer.text for answer in found] == [
        PAGES[p].decode() for p in ("/small", "/", "/small")
    ]
    assert min(answer.milliseconds for answer in found) > 0


def test_a_first_visit_fetches_all_that_the_largest_page_needs():
    with serving() as (port, _):
        sizes = bytes_of_largest(Client(port), ["/small", "/"])
    expected = {path: len(body) for path, body in PAGES.items() if path != "/small"}
    assert sizes == expected
