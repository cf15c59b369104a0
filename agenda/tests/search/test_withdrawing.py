"""After a withdrawal is committed, no search begun later shows the item, counts or suggests it.

An officer publishes and withdraws items, each once, on a connection of their own while readers
search through the public door: with pages that are kept, and without.
"""

import re
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from threading import Condition

import pytest
from django.core.cache import caches
from django.db import connections
from django.test import Client

from agenda.models import AgendaItem, Publication
from agenda.tests.builders import make_item
from minutes_portal.kept_pages.values import forget

KEPT = "minutes_portal.kept_pages.middleware.KeptPages"
NAMES = ("Aldgate", "Barbican", "Cheapside")
SEARCHES = (
    "/items/?q=tramline",
    "/items/?q=tramline&sort=newest&scope=title",
    "/items/?q=zepelin",
    "/resolutions/?q=tramline",
)
COUNT = re.compile(r"(\d+|No) (?:agenda items?|resolutions?)\b")
SECONDS = 20


@dataclass
class Turns:
    """What the officer told around each commit, and how often readers have searched since.

    In an even phase every item of theirs is withdrawn; in an odd one the next may be public.
    """

    phase: int = 0
    gone: int = 0
    searches: int = 0
    changed: Condition = field(default_factory=Condition)

    def after_a_search(self) -> None:
        with self.changed:
            self.searches += 1
            self.changed.notify_all()

    def wait_for_searches(self) -> None:
        """Until two of the addresses were searched from beginning to end."""
        with self.changed:
            enough = self.searches + 3
            assert self.changed.wait_for(lambda: self.searches >= enough, SECONDS)


def publish_and_withdraw(items: list[AgendaItem], turns: Turns) -> None:
    try:
        for item in items:
            turns.phase += 1
            item.publish()
            turns.wait_for_searches()
            item.withdraw("It named a person.")
            turns.gone += 1
            turns.phase += 1
            turns.wait_for_searches()
    finally:
        connections.close_all()


def search_until(done: Future, turns: Turns) -> set[str]:
    """Search while the officer is at work; gives the names that were seen."""
    seen: set[str] = set()
    for address in cycle(SEARCHES):
        if done.done():
            return seen
        phase, gone = turns.phase, turns.gone
        page = Client().get(address).content.decode()
        still = turns.phase == phase
        shown = {name for name in NAMES if name in page}
        assert not shown & set(NAMES[:gone]), address
        if still and phase % 2 == 0:
            assert shown == set()
            assert COUNT.search(page)[1] == ("No" if "zepelin" in address else "2"), address
            assert "zeppelin" not in page, address
        seen |= shown
        turns.after_a_search()
    raise AssertionError


@pytest.mark.parametrize("middleware", [[], [KEPT]], ids=["made", "kept"])
def test_search_shows_nothing_that_was_withdrawn_before_it_began(
    transactional_db: None, settings, middleware: list[str]
) -> None:
    settings.MIDDLEWARE = [*middleware, *settings.MIDDLEWARE]
    Publication.objects.get_or_create(pk=1)
    caches["pages"].clear()
    forget()
    for title in ("Old tramline", "New tramline"):
        make_item(title, resolutions=("That the tramline stay.",))
    decided = ("That the tramline be used by zeppelins.", "That a zeppelin be asked for.")
    items = [make_item(f"Tramline {n}", resolutions=decided, published=False) for n in NAMES]
    turns = Turns()
    with ThreadPoolExecutor(1) as officer:
        done = officer.submit(publish_and_withdraw, items, turns)
        try:
            seen = search_until(done, turns)
        finally:
            done.result(timeout=SECONDS)
    assert seen == set(NAMES)
    assert turns.gone == len(NAMES)
