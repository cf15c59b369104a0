"""What a new reader finds from the first page, in at most three clicks, and the ways they go."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from agenda.facts import read_facts
from agenda.ingest import ingest_document
from agenda.tests.importing import BRADFORD
from conftest import opened, standing_portal

IN_BOTH_MODES = pytest.mark.parametrize(
    "reader", [True, False], indirect=True, ids=["with JavaScript", "without"]
)


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


@pytest.fixture(scope="module")
def portal(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The three first documents, on a certain day."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "localdate", lambda *args: date(2026, 11, 23))
        with standing_portal(django_db_blocker, fill) as portal:
            yield portal


def fill() -> None:
    for path in sorted(BRADFORD.glob("*.txt")):
        facts = read_facts(BRADFORD).of(path.name)
        ingest_document(path.name, path.read_text(encoding="utf-8"), facts, publish=True)


@pytest.fixture
def reader(browser: Any, portal: Any, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """At the first page. Without JavaScript, where a test does not say otherwise."""
    with opened(browser, portal.url, javascript=getattr(request, "param", False)) as page:
        yield Reader(page)


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


def test_the_menu_leads_to_what_follows_a_decision(reader: Reader) -> None:
    menu = reader.page.get_by_role("navigation", name="Main")
    for words in ("Follow-ups", "Matters", "Dashboard"):
        link = menu.get_by_role("link", name=words)
        reader.page.goto(link.get_attribute("href"))
        assert reader.page.get_by_role("heading", level=1).inner_text() == words
        assert menu.locator("[aria-current=page]").inner_text() == words


@IN_BOTH_MODES
def test_residents_and_councillors_ways(reader: Reader) -> None:
    resident_searches_reads_and_cites(reader)
    reader.page.goto("/")
    councillor_goes_from_committee_to_follow_up(reader)


def resident_searches_reads_and_cites(reader: Reader) -> None:
    page = reader.page
    reader.search("exploitation")
    assert reader.reads("3 agenda items found")
    reader.click("Report on child sexual exploitation (CSE)")
    glance = page.get_by_role("region", name="At a glance")
    assert "9 years 1 month overdue" in glance.inner_text()
    page.get_by_text("Cite a single resolution").click()
    cited = page.locator(".citation").filter(has_text="resolution 3").inner_text()
    words = "Corporate Overview and Scrutiny Committee, 6 October 2016 (inferred), Document “Q”"
    assert cited.startswith(f"{words}, resolution 3. http")
    page.goto(cited.split()[-1])
    assert "Corporate Parenting Panel looks into" in page.locator(":target").inner_text()
    page.emulate_media(media="print")
    assert reader.reads("That the contents of the report be noted.")
    assert not page.get_by_role("navigation", name="Main").is_visible()
    page.emulate_media(media="screen")


def councillor_goes_from_committee_to_follow_up(reader: Reader) -> None:
    page = reader.page
    reader.click("Corporate Overview and Scrutiny Committee", exact=True)
    reader.click("Meeting of 6 October 2016")
    reader.click("Report on child sexual exploitation (CSE)")
    assert "Corporate Overview" in page.get_by_role("navigation", name="You are here").inner_text()
    assert "earlier report be presented" in page.locator("ins").last.inner_text()
    reader.click("Follow-ups of this committee")
    assert reader.reads("1 follow-up found")
    assert reader.reads("Due October 2017, 9 years 1 month overdue")
    reader.click("Resolution 2")
    assert "a further report be presented" in page.locator(":target").inner_text()
