"""How long pages take, one beside another in the same run."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from django.core.cache import caches
from django.db import connections
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from agenda.matters import Matter
from agenda.models import AgendaItem, Post
from committees.models import Committee
from minutes_portal.kept_pages.values import forget
from minutes_portal.public_door import ALIAS

PLAIN_LIST = "agenda:item_list"
LISTS = (
    PLAIN_LIST,
    "agenda:home",
    "agenda:dashboard",
    "agenda:resolution_list",
    "agenda:recommendation_list",
    "agenda:action_list",
    "agenda:actions_by_owner",
    "agenda:owner_list",
    "agenda:expected_report_list",
    "agenda:matter_list",
    "committees:committee_list",
    "committees:meeting_list",
)
NARROWED = (
    ("agenda:resolution_list", "outcome=changed"),
    ("agenda:recommendation_list", "outcome=not_taken_up&held_from=2016"),
    ("agenda:action_list", "overdue=on&sort=due"),
    ("agenda:expected_report_list", "state=overdue"),
)


@dataclass(frozen=True, slots=True)
class Timed:
    """A page: its status, how many queries it takes, and the milliseconds of each turn."""

    path: str
    status: int
    queries: int
    turns: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.turns)


def addresses() -> list[str]:
    """The plain list of items first, then the other lists and a page of each kind."""
    lists = [reverse(name) for name in LISTS]
    narrowed = [f"{reverse(name)}?{query}" for name, query in NARROWED]
    return [*lists, *narrowed, *_pages()]


def _pages() -> Iterator[str]:
    """The busiest committee, owner and matter, and an item."""
    item = AgendaItem.objects.public().decided().exclude(background="").last()
    committee = Committee.objects.annotate(n=Count("meetings")).order_by("-n", "pk").first()
    post = Post.objects.annotate(n=Count("actions")).order_by("-n", "pk").first()
    matter = Matter.objects.public().first()
    yield from (each.get_absolute_url() for each in (item, committee, post, matter) if each)
    if committee:
        yield reverse("agenda:committee_dashboard", args=[committee.slug])


def timed(
    paths: Sequence[str], turns: int, progress: Callable[[], object] = lambda: None
) -> list[Timed]:
    """Each page in its turn, so that whatever else the machine does meets all of them alike."""
    client = Client(SERVER_NAME="localhost")
    first = {path: _first(client, path) for path in paths}
    taken: dict[str, list[float]] = {path: [] for path in paths}
    for _ in range(turns):
        for path in paths:
            taken[path].append(_milliseconds(client, path))
            progress()
    return [Timed(path, *first[path], tuple(taken[path])) for path in paths]


def _first(client: Client, path: str) -> tuple[int, int]:
    """Its status, and how many queries it takes."""
    caches["pages"].clear()
    queries: list[str] = []

    def note(execute: Callable[..., object], sql: str, *arguments: object) -> object:
        queries.append(sql)
        return execute(sql, *arguments)

    with connections[ALIAS].execute_wrapper(note):
        response = client.get(path)
    return response.status_code, len(queries)


def _milliseconds(client: Client, path: str) -> float:
    """Of a page that is the first to be made since something public changed."""
    caches["pages"].clear()
    forget()
    started = time.perf_counter()
    client.get(path)
    return 1000 * (time.perf_counter() - started)
