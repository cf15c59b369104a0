"""Whether a process of the portal grows while it answers searches."""

from itertools import islice

import psutil

from agenda.bench.client import Client, pages
from agenda.bench.figures import Figure
from agenda.bench.run import Run
from agenda.bench.searches import searches
from agenda.bench.servers import portal

SEED = 31
MEGABYTE = 1_000_000


def measure(run: Run) -> list[Figure]:
    """One process that keeps pages as in production, after a tenth of the searches and at the end."""
    first = max(1, run.searches // 10)
    paths = [search.address for search in islice(searches(SEED), run.searches)]
    with portal(keeps=True, processes=1) as server, run.bar(len(paths), "searches") as step:
        client = Client(server.port)
        pages(client, paths[:first], lambda: step(1))
        before = resident(server.pid)
        pages(client, paths[first:], lambda: step(1))
        after = resident(server.pid)
    return figures_of(first, before, len(paths), after)


def resident(pid: int) -> int:
    """The bytes of memory of the one process that a server of gunicorn's has for its work."""
    (worker,) = psutil.Process(pid).children()
    return worker.memory_info().rss


def figures_of(first: int, before: int, last: int, after: int) -> list[Figure]:
    growth = 100 * (after - before) / before
    return [
        Figure(f"memory of a process after {first:,} searches", before / MEGABYTE, "MB"),
        Figure(f"memory of a process after {last:,} searches", after / MEGABYTE, "MB"),
        Figure("growth between the two", growth, "%", at_most=5),
    ]
