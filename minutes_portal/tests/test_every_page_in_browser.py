"""What every type of page keeps to, in a real browser.

The pages are found by the sitemap, so that a new type is looked at without anyone remembering it.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client

from agenda.tests.builders import make_full_item, make_item
from minutes_portal.discovery.routes import public_routes
from minutes_portal.tests.page_types import page_types
from minutes_portal.tests.visits import ASKED, WIDTHS, Visit, by_axe, visit

BRADFORD = Path(__file__).parents[2] / "agenda" / "documents" / "bradford"
# Lead to another address, and show no page.
REDIRECTS = {"agenda:item_by_number"}
# Have no address of their own to print.
MISSING = {"not-found", "withdrawn"}
MOST_BYTES = 40_000
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"


@pytest.fixture(scope="module")
def visits(
    django_db_setup: None, browser: Any, live_server: Any, django_db_blocker: Any
) -> list[Visit]:
    """Every type of page, visited once for all the tests here."""
    with django_db_blocker.unblock():
        try:
            fill()
            pages = page_types(lambda path: Client().get(path).content)
            pages["second-page"] = "/items/?page=2"
            pages["withdrawn"] = withdrawn_page()
            return [visit(browser, live_server.url, *page) for page in pages.items()]
        finally:
            call_command("flush", interactive=False, verbosity=0)
            connections.close_all()


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


def test_every_page_of_the_url_configuration_is_visited(visits: list[Visit]) -> None:
    pages = {name for name, route in public_routes() if str(route.pattern).endswith("/")}
    pages |= {name for name, route in public_routes() if str(route.pattern) == ""}
    missing = pages - REDIRECTS - {seen.name for seen in visits}
    assert missing == set(), "name the records of these pages in discovery/sitemaps.py"


def test_no_page_is_a_fault(visits: list[Visit]) -> None:
    answers = {seen.name: seen.status for seen in visits if seen.status != 200}
    assert answers == {"not-found": 404, "withdrawn": 410, "wrong-filter": 400}


def test_axe_finds_nothing_on_any_page_at_any_width_in_any_colours(visits: list[Visit]) -> None:
    table = {
        (seen.name, *cell): names for seen in visits for cell, names in seen.violations.items()
    }
    assert len(table) == len(visits) * len(WIDTHS) * len(ASKED)
    assert {cell: names for cell, names in table.items() if names} == {}


def test_axe_would_find_what_is_wrong(page: Any) -> None:
    page.goto("/about/")
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=/favicon.svg>'")
    page.evaluate("document.querySelector('.lead').style.color = '#777'")
    found = {cell: " ".join(names) for cell, names in by_axe(page).items()}
    assert all("color-contrast" in names for names in found.values())
    assert all("image-alt" in found[width, "light"] for width in WIDTHS)


def test_no_page_scrolls_sideways_on_the_narrowest_screen(visits: list[Visit]) -> None:
    assert {seen.name: seen.too_wide for seen in visits if seen.too_wide > 0} == {}


def test_headings_go_down_one_step_at_a_time_from_one_first(visits: list[Visit]) -> None:
    for seen in visits:
        steps = zip(seen.levels, seen.levels[1:], strict=False)
        assert seen.levels[0] == 1, seen.name
        assert seen.levels.count(1) == 1, seen.name
        assert all(below <= above + 1 for above, below in steps), (seen.name, seen.levels)


def test_every_page_has_a_title_of_its_own(visits: list[Visit]) -> None:
    titles = [seen.title for seen in visits]
    assert sorted(titles) == sorted(set(titles))


def test_no_page_asks_another_host_for_anything(visits: list[Visit], live_server: Any) -> None:
    assert set().union(*(seen.hosts for seen in visits)) == {
        live_server.url.removeprefix("http://")
    }


def test_no_page_sets_a_cookie(visits: list[Visit]) -> None:
    assert {seen.name: seen.cookies for seen in visits if seen.cookies} == {}


def test_browser_complains_of_no_page(visits: list[Visit]) -> None:
    assert {seen.name: seen.complaints for seen in visits if seen.complaints} == {}


def test_first_visit_of_any_page_is_light(visits: list[Visit]) -> None:
    assert {seen.name: seen.weight for seen in visits if seen.weight > MOST_BYTES} == {}


def test_nothing_moves_while_a_page_loads(visits: list[Visit]) -> None:
    assert {seen.name: seen.moved for seen in visits if seen.moved > 0} == {}


def test_keyboard_reaches_everything_and_is_seen(visits: list[Visit]) -> None:
    assert {seen.name: seen.unreached for seen in visits if seen.unreached} == {}
    assert {seen.name: seen.unseen for seen in visits if seen.unseen} == {}


def test_every_page_prints_its_address_and_the_day_and_no_menu(visits: list[Visit]) -> None:
    for seen in visits:
        assert (", as it stood on " in seen.on_paper) is (seen.name not in MISSING), seen.name
        assert "Menu" not in seen.on_paper.splitlines(), seen.name
        assert seen.too_wide_on_paper <= 0, seen.name
