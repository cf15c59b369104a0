"""Whether the numbers on a page of search results are true."""

from collections.abc import Iterator
from itertools import islice

from agenda.bench.client import Client
from agenda.bench.figures import Figure, percentile
from agenda.bench.plain_sql import Expected, expected
from agenda.bench.run import Run
from agenda.bench.searches import Search
from agenda.bench.servers import portal
from agenda.bench.shown import Shown, shown_on

SEARCHES = 60
# No facet shows more choices than this.
MOST_CHOICES = 46
WHOLES = {"totals": "the total", "choices": "all there is to choose from"}
Difference = dict[str, object]


def measure(run: Run) -> list[Figure]:
    searches = list(islice(run.measuring, SEARCHES))
    checked, differences, errors = 0, [], {"totals": [], "choices": []}
    with portal() as server, run.bar(len(searches), "searches") as step:
        client = Client(server.port)
        for search in searches:
            step(1)
            answer = client.get(search.address)
            if answer.status != 200:
                differences.append({"address": search.address, "status": answer.status})
                continue
            page, true = shown_on(answer.text), expected(search)
            exact, wrong = differences_of(search, page, true)
            checked += exact
            differences += wrong
            for what, percents in errors_of(page, true):
                errors[what] += percents
    run.details["differences"] = differences
    name = f"numbers on {len(searches)} search pages that differ from plain SQL (of {checked:,})"
    return [Figure(name, len(differences), at_most=0, places=0), *_estimates(errors)]


def _estimates(errors: dict[str, list[float]]) -> Iterator[Figure]:
    for what, percents in errors.items():
        name = f"error of {len(percents):,} {what} shown as “about”, of {WHOLES[what]}"
        if not percents:
            yield Figure(f"{name} (none is)", None)
            continue
        yield Figure(f"{name}: p50", percentile(percents, 50), "%", places=2)
        yield Figure(f"{name}: p95", percentile(percents, 95), "%", at_most=2, places=2)
        yield Figure(f"{name}: largest", max(percents), "%", places=2)


def differences_of(search: Search, page: Shown, should: Expected) -> tuple[int, list[Difference]]:
    """How many numbers are shown as exact, and those of them that are not true."""
    pairs = [] if page.is_estimate else [("total", "", page.total, should.total)]
    for name in should.facets.keys() - page.estimated:
        shown, true = page.facets.get(name, {}), should.facets[name]
        pairs += [(name, value, n, true.get(value, 0)) for value, n in shown.items()]
        # A facet that is cut off shows the choices of most items alone.
        if len(shown) < MOST_CHOICES:
            pairs += [(name, v, 0, n) for v, n in true.items() if v not in shown]
    wrong = [
        {"address": search.address, "what": what, "value": value, "shown": shown, "true": true}
        for what, value, shown, true in pairs
        if shown != true
    ]
    return len(pairs), wrong


def errors_of(page: Shown, should: Expected) -> Iterator[tuple[str, list[float]]]:
    """By how many hundredths of all that was counted each estimated number is wrong."""
    if page.is_estimate:
        yield "totals", [percent(page.total, should.total, should.total)]
    for name in page.estimated:
        true, whole = should.facets[name], should.wholes[name]
        yield "choices", [percent(n, true.get(v, 0), whole) for v, n in page.facets[name].items()]


def percent(shown: int, true: int, whole: int) -> float:
    return 100 * abs(shown - true) / max(1, whole)
