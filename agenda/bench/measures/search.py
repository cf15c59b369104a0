"""How long a page of search results takes over HTTP, when it was not kept."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from agenda.bench.client import Answer, Client, answers
from agenda.bench.figures import Figure, percentile
from agenda.bench.run import Run
from agenda.bench.searches import Search
from agenda.bench.servers import portal

CLIENTS = 2


def measure(run: Run) -> list[Figure]:
    """The first set goes first, so that nothing is new to the server but the searches."""
    with portal() as server:
        first = milliseconds(searched(run, server.port, run.tuning))
        answered = searched(run, server.port, run.measuring)
        together = milliseconds(by_several(run, server.port))
    second = milliseconds(answered)
    run.details["search"] = [
        {"kind": s.kind, "address": s.address, "milliseconds": round(taken, 1)}
        for s, taken in zip(run.measuring, second, strict=True)
    ]
    number = len(run.measuring)
    page = f"search page, {number} searches, one reader"
    return [
        Figure(f"{page}: p50", percentile(second, 50), "ms"),
        Figure(f"{page}: p95", percentile(second, 95), "ms", at_most=run.aim(60, 80)),
        Figure(f"{page}: p99", percentile(second, 99), "ms"),
        Figure("search page, the set for tuning: p50", percentile(first, 50), "ms"),
        Figure("search page, the set for tuning: p95", percentile(first, 95), "ms"),
        Figure(f"search page, {CLIENTS} readers at once: p95", percentile(together, 95), "ms"),
        Figure("search pages that did not come", refused(answered), at_most=0, places=0),
        *growth(run, second),
    ]


def searched(run: Run, port: int, searches: Sequence[Search]) -> list[Answer]:
    """Each search, asked once."""
    with run.bar(len(searches), "searches") as step:
        return answers(Client(port), [search.address for search in searches], lambda: step(1))


def by_several(run: Run, port: int) -> list[Answer]:
    """Each of several readers asks for a share of the pages, all at the same time."""
    paths = [search.address for search in run.measuring]
    with ThreadPoolExecutor(CLIENTS) as readers:
        shares = [paths[reader::CLIENTS] for reader in range(CLIENTS)]
        answered = readers.map(lambda share: answers(Client(port), share), shares)
        return [answer for share in answered for answer in share]


def milliseconds(answered: Sequence[Answer]) -> list[float]:
    return [answer.milliseconds for answer in answered]


def refused(answered: Sequence[Answer]) -> int:
    """How many pages did not come, such as searches that the database gave up."""
    return sum(answer.status != 200 for answer in answered)


def growth(run: Run, taken: Sequence[float]) -> list[Figure]:
    if not run.smaller:
        return []
    name = f"search page, p95 here / p95 at {run.smaller_items:,} items"
    ratio = percentile(taken, 95) / percentile(run.smaller, 95)
    return [Figure(name, ratio, "×", at_most=4)]
