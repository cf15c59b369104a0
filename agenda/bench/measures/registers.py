"""Lists and dashboards beside the plain list of items."""

from django.urls import reverse

from agenda.bench.figures import Figure
from agenda.bench.run import Run
from agenda.bench.timing import Timed, addresses, timed

MOST_QUERIES, MOST_TIMES = 8, 3
# Of an address the table shows so many characters.
LONGEST = 70


def measure(run: Run) -> list[Figure]:
    paths = addresses()
    with run.bar(run.turns * len(paths), "pages") as step:
        pages = timed(paths, run.turns, lambda: step(1))
    run.details["registers"] = [as_json(page) for page in pages]
    return figures_of(pages)


def figures_of(pages: list[Timed]) -> list[Figure]:
    plain, *others = pages
    made = [Figure(f"{plain.path} (the plain list), in this process", plain.median, "ms")]
    times = [
        Figure(
            page.path[:LONGEST],
            page.median / plain.median,
            "× the list",
            at_most=None if is_dashboard(page) else MOST_TIMES,
        )
        for page in others
    ]
    queries = [
        Figure(page.path[:LONGEST], page.queries, "queries", at_most=MOST_QUERIES, places=0)
        for page in others
        if is_dashboard(page)
    ]
    wrong = sum(page.status != 200 for page in pages)
    return [
        *made,
        *times,
        *queries,
        Figure("lists and dashboards that did not come", wrong, at_most=0, places=0),
    ]


def is_dashboard(page: Timed) -> bool:
    """Pages that sum up the whole record, the first page among them; their queries are counted."""
    return page.path == reverse("agenda:home") or "dashboard" in page.path


def as_json(page: Timed) -> dict[str, object]:
    return {
        "path": page.path,
        "status": page.status,
        "queries": page.queries,
        "milliseconds": [round(turn, 1) for turn in page.turns],
    }
