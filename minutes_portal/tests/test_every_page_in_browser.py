"""What every type of page keeps to, in a real browser.

The pages are found by the sitemap, so that a new type is looked at without anyone remembering it.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from lxml import html
from pytest_django.live_server_helper import LiveServer

from agenda.tests.builders import make_full_item, make_item
from conftest import standing_portal
from minutes_portal.discovery.routes import public_routes
from minutes_portal.tests.page_types import BESIDE, page_types
from minutes_portal.tests.visits import ASKED, WIDTHS, Visit, visit

Pages = dict[str, str]
BRADFORD = Path(__file__).parents[2] / "agenda" / "documents" / "bradford"
# Lead to another address, and show no page.
REDIRECTS = {"agenda:item_by_number"}
# Have no address of their own to print.
MISSING = {"not-found", "withdrawn"}
ANSWERS = {"not-found": 404, "withdrawn": 410, "wrong-filter": 400}
MOST_BYTES = 40_000
ROUTES = {
    name
    for name, route in public_routes()
    if str(route.pattern) == "" or str(route.pattern).endswith("/")
}
PAGES = sorted({*(ROUTES - REDIRECTS), *BESIDE, "second-page", "withdrawn"})
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture(scope="module")
def server(django_db_setup: None, django_db_blocker: Any) -> Iterator[LiveServer]:
    """A portal with something of everything, which stays for all the tests here."""
    with standing_portal(django_db_blocker, fill) as portal:
        yield portal


@pytest.fixture(scope="module")
def pages(server: LiveServer) -> Pages:
    """The address of every type of page."""
    found = page_types(lambda path: Client().get(path).content)
    return found | {"second-page": "/items/?page=2", "withdrawn": withdrawn_page()}


def fill() -> None:
    call_command("ingest_documents", str(BRADFORD), publish=True, verbosity=0)
    make_full_item()
    make_item(f"{LONG} and a word of {len(LONG)} letters", committee=f"{LONG} Panel")
    for number in range(26):
        make_item(f"Road works {number}", committee="Road Panel", held_on=date(2020, 1, number + 1))


def withdrawn_page() -> str:
    item = make_item("Withdrawn works")
    item.withdraw("It was published too early.")
    return item.get_absolute_url()


@pytest.mark.parametrize("name", PAGES)
def test_page_in_browser(
    name: str, pages: Pages, browser: Any, server: Any, subtests: Any, record_property: Any
) -> None:
    assert name in pages, "name the records of this page in discovery/sitemaps.py"
    seen = visit(browser, server.url, name, pages[name])
    record_property("axe", [name, [len(found) for found in seen.violations.values()]])
    for claim in CLAIMS:
        with subtests.test(claim.__name__):
            claim(seen, server.url.removeprefix("http://"))


def is_answered(seen: Visit, host: str) -> None:
    assert seen.status == ANSWERS.get(seen.name, 200)


def axe_finds_nothing_at_any_width_in_any_colours(seen: Visit, host: str) -> None:
    assert len(seen.violations) == len(WIDTHS) * len(ASKED)
    assert {cell: names for cell, names in seen.violations.items() if names} == {}


def scrolls_sideways_on_no_screen(seen: Visit, host: str) -> None:
    assert seen.too_wide <= 0


def has_nothing_too_small_for_a_finger(seen: Visit, host: str) -> None:
    assert seen.small == []


def keeps_its_marks_in_the_colours_of_the_readers_system(seen: Visit, host: str) -> None:
    assert seen.lost == []


def keeps_still_for_whoever_asks(seen: Visit, host: str) -> None:
    assert seen.moving == []


def has_headings_that_go_down_one_step_at_a_time(seen: Visit, host: str) -> None:
    steps = zip(seen.levels, seen.levels[1:], strict=False)
    assert seen.levels[0] == 1
    assert seen.levels.count(1) == 1
    assert all(below <= above + 1 for above, below in steps), seen.levels


def asks_no_other_host_for_anything(seen: Visit, host: str) -> None:
    assert seen.hosts == {host}


def sets_no_cookie(seen: Visit, host: str) -> None:
    assert seen.cookies == []


def gives_the_browser_nothing_to_complain_of(seen: Visit, host: str) -> None:
    assert seen.complaints == []


def is_light_at_the_first_visit(seen: Visit, host: str) -> None:
    assert seen.weight <= MOST_BYTES


def moves_nothing_while_it_loads(seen: Visit, host: str) -> None:
    assert seen.moved == 0


def is_reached_by_keyboard_in_sight(seen: Visit, host: str) -> None:
    assert seen.unreached == []
    assert seen.unseen == []


def prints_its_address_and_the_day_and_no_menu(seen: Visit, host: str) -> None:
    assert (", as it stood on " in seen.on_paper) is (seen.name not in MISSING)
    assert "Menu" not in seen.on_paper.splitlines()
    assert seen.too_wide_on_paper <= 0


CLAIMS = (
    is_answered,
    axe_finds_nothing_at_any_width_in_any_colours,
    scrolls_sideways_on_no_screen,
    has_nothing_too_small_for_a_finger,
    keeps_its_marks_in_the_colours_of_the_readers_system,
    keeps_still_for_whoever_asks,
    has_headings_that_go_down_one_step_at_a_time,
    asks_no_other_host_for_anything,
    sets_no_cookie,
    gives_the_browser_nothing_to_complain_of,
    is_light_at_the_first_visit,
    moves_nothing_while_it_loads,
    is_reached_by_keyboard_in_sight,
    prints_its_address_and_the_day_and_no_menu,
)


def test_every_page_has_a_title_of_its_own(pages: Pages) -> None:
    titles = [title_of(Client().get(path).content) for path in pages.values()]
    assert sorted(titles) == sorted(set(titles))


def title_of(page: bytes) -> str:
    return html.fromstring(page).findtext(".//title")
