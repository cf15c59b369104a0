"""The same searches asked of Datasette, over the same items in SQLite."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from agenda.bench.client import Answer, Client
from agenda.bench.figures import Figure, percentile
from agenda.bench.run import Run
from agenda.bench.searches import Search
from agenda.bench.servers import free_port, portal, running, wait_until_listening
from agenda.bench.sqlite_copy import write

# Datasette itself breaks off what takes longer: the page's statement, and each facet's.
SECONDS = 10
# A page has several statements; nobody waits longer than this for all of them.
PATIENCE = 12
SEARCHES = 40
# How Datasette's addresses ask for what ours ask for.
FILTERS = {
    "outcome": "outcomes__arraycontains",
    "held_from": "held_on__gte",
    "held_to": "held_on__lte",
}
# Left to itself it also looks for other facets to suggest, for some 50 ms each.
SUGGESTING = {"": "", " without suggestions": "&_nosuggest=1"}


def measure(run: Run) -> list[Figure]:
    if find_spec("datasette") is None:
        return [Figure("Datasette (not there: requirements-dev.txt brings it)", None)]
    searches = some(run)
    with TemporaryDirectory(prefix="minutes-portal-bench-") as folder:
        database = Path(folder) / "bench.db"
        with run.bar(run.items, "rows") as step:
            write(database, step)
        with portal() as ours, datasette(database) as port:
            return compare(run, searches, Client(ours.port), Client(port, PATIENCE))


def some(run: Run) -> list[Search]:
    """The first of the searches, which are of every kind: some take Datasette longer than anybody waits."""
    return list(run.measuring[:SEARCHES])


@contextmanager
def datasette(database: Path) -> Iterator[int]:
    port, limit = free_port(), str(1000 * SECONDS)
    limits = [
        *("--setting", "sql_time_limit_ms", limit),
        *("--setting", "facet_time_limit_ms", limit),
    ]
    command = [sys.executable, "-m", "datasette", "serve", str(database), "--port", str(port)]
    # What it says of itself while it starts and stops is of no interest here.
    with running([*command, *limits], dict(os.environ), errors=subprocess.DEVNULL):
        wait_until_listening(port)
        yield port


def compare(run: Run, searches: list[Search], ours: Client, theirs: Client) -> list[Figure]:
    """Each search asked of one and then of the other, so that both meet the same machine."""
    taken: list[float] = []
    answers: dict[str, list[Answer]] = {name: [] for name in SUGGESTING}
    with run.bar(len(searches), "searches") as step:
        for search in searches:
            taken.append(ours.get(search.address).milliseconds)
            for name, more in SUGGESTING.items():
                answers[name].append(patiently(theirs, address_of(search) + more))
            step(1)
    run.details["datasette"] = {
        name: [round(answer.milliseconds, 1) for answer in each] for name, each in answers.items()
    }
    least = run.aim(10, 20)
    return [f for name, each in answers.items() for f in figures_of(name, each, taken, least)]


def patiently(client: Client, path: str) -> Answer:
    """What is answered in time; what is not counts as broken off when patience ended."""
    try:
        return client.get(path)
    except TimeoutError:
        client.connection.close()
        return Answer(504, b"", False, 1000 * PATIENCE)


def figures_of(
    name: str, answers: list[Answer], ours: list[float], least: float
) -> Iterator[Figure]:
    theirs = [answer.milliseconds for answer in answers]
    which = f"Datasette{name}, {len(answers)} of the searches"
    yield Figure(f"{which}: p50", percentile(theirs, 50), "ms")
    yield Figure(f"{which}: p95", percentile(theirs, 95), "ms")
    broken_off = sum(not is_complete(answer) for answer in answers)
    yield Figure(f"{which}: broken off at {SECONDS} s", broken_off, places=0)
    ratio = percentile(theirs, 95) / percentile(ours, 95)
    yield Figure(f"Datasette{name}: its p95 / p95 of the portal", ratio, "×", at_least=least)


def is_complete(answer: Answer) -> bool:
    """Whether rows, count and both facets came; what took too long is left out of the answer."""
    if answer.status != 200:
        return False
    page = json.loads(answer.text)
    is_counted = page["filtered_table_rows_count"] is not None
    return is_counted and set(page["facet_results"]) >= {"committee", "year"}


def address_of(search: Search) -> str:
    """The page that shows what ours shows: rows, a count, and two facets of ours."""
    filters = [(FILTERS.get(name, name), value) for name, value in search.filters]
    shown = [("_facet", "committee"), ("_facet", "year"), ("_size", "20")]
    return f"/bench/items.json?{urlencode([('_search', search.typed), *filters, *shown])}"
