"""What a new reader finds from the first page in at most three clicks, without JavaScript."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from agenda.facts import read_facts
from agenda.ingest import ingest_document
from agenda.tests.importing import BRADFORD


class Reader:
    """Somebody at a browser, whose clicks are counted."""

    def __init__(self, page: Any) -> None:
        self.page, self.clicks = page, 0
        page.goto("/")

    def click(self, words: str, *, exact: bool = False) -> None:
        self.page.get_by_role("main").get_by_role("link", name=words, exact=exact).first.click()
        self.clicks += 1

    def search(self, words: str) -> None:
        self.page.get_by_label("Search everything").fill(words)
        self.page.get_by_role("main").get_by_role("button", name="Search").first.click()
        self.clicks += 1

    def reads(self, words: str) -> bool:
        return words in " ".join(self.page.get_by_role("main").inner_text().split())


@pytest.fixture
def reader(
    browser: Any, live_server: Any, transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Reader]:
    """At the first page of a portal with the three first documents, on a certain day."""
    monkeypatch.setattr(timezone, "localdate", lambda *args: date(2026, 11, 23))
    for path in sorted(BRADFORD.glob("*.txt")):
        facts = read_facts(BRADFORD).of(path.name)
        ingest_document(path.name, path.read_text(encoding="utf-8"), facts, publish=True)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield Reader(context.new_page())
    context.close()


def test_what_members_changed_in_the_proposal_on_exploitation_in_2016(reader: Reader) -> None:
    reader.search("exploitation")
    reader.click("Report on child sexual exploitation (CSE)")
    assert reader.clicks <= 3
    assert reader.reads("3 resolutions: 1 agreed as recommended, 1 agreed with changes")
    inserted = " ".join(reader.page.locator("ins").all_inner_texts())
    assert "the Chair considers it necessary that an earlier report be presented" in inserted


def test_the_same_by_the_numbers_of_the_year(reader: Reader) -> None:
    reader.click("Decisions in numbers")
    assert reader.reads("In 2016 members changed 1 of 2 proposals and agreed 1 as recommended.")
    reader.click("1 agreed with changes, 2016")
    assert reader.clicks <= 3
    assert reader.reads("1 resolution found")
    assert reader.reads("an earlier report be presented to this Committee")


def test_who_must_act_and_on_which_resolution(reader: Reader) -> None:
    assert reader.reads("Open actions by owner")
    reader.click("City Solicitor")
    assert reader.clicks <= 3
    assert reader.reads("Strategic Director Children’s Services / City Solicitor")
    assert reader.reads("Resolution 3: That the Corporate Parenting Panel looks into")


def test_which_promised_reports_are_not_back_and_how_late_they_are(reader: Reader) -> None:
    assert reader.reads("3 promised reports have not come back yet: 2 overdue")
    assert reader.reads("9 years 1 month overdue")
    assert reader.reads("3 years 10 months overdue")
    reader.click("All follow-ups")
    assert reader.clicks <= 3
    assert reader.reads("3 follow-ups")
    assert reader.reads("after a meeting whose date is not stated")


def test_what_was_referred_to_the_corporate_parenting_panel(reader: Reader) -> None:
    reader.click("Corporate Parenting Panel", exact=True)
    assert reader.clicks <= 3
    assert reader.reads("Referred to this committee")
    assert reader.reads("the number of children being placed in care in Bradford")


@pytest.mark.parametrize("words", ["Follow-ups", "Matters", "Dashboard"])
def test_the_menu_leads_to_what_follows_a_decision(reader: Reader, words: str) -> None:
    menu = reader.page.get_by_role("navigation", name="Main")
    link = menu.get_by_role("link", name=words)
    reader.page.goto(link.get_attribute("href"))
    assert reader.page.get_by_role("heading", level=1).inner_text() == words
    assert menu.locator("[aria-current=page]").inner_text() == words
