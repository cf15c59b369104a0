"""Dashboards count what the lists behind their numbers show, and nothing else."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from agenda.expected_reports import ExpectedReport, Return
from agenda.models import Action, AgendaItem
from agenda.tests.builders import make_action, make_item
from committees.models import Committee

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
COUNCIL = "/dashboard/"
ROADS = "/committees/road-panel/dashboard/"


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def decide(outcomes: str, *, proposals: str = "", published: bool = True, **fields) -> AgendaItem:
    """An item whose resolutions, and recommendations, have these outcomes ("-" for none)."""
    item = make_item(
        resolutions=tuple(f"That it be {n}" for n in range(len(outcomes.split()))),
        recommendations=tuple(f"It be {n}" for n in range(len(proposals.split()))),
        published=published,
        **fields,
    )
    for points, words in ((item.resolutions, outcomes), (item.recommendations, proposals)):
        for point, outcome in zip(points.all(), words.split(), strict=True):
            type(point).objects.filter(pk=point.pk).update(outcome=outcome.strip("-"))
    return item


def promise(item: AgendaItem, due_on: str | None, **fields) -> ExpectedReport:
    resolution = item.resolutions.first()
    return ExpectedReport.objects.create(
        item=item, resolution=resolution, phrase="a report be presented", due_on=due_on, **fields
    )


@pytest.fixture
def record() -> None:
    """Two committees, three years and an unknown one, with something of each class and state."""
    roads, lamps = {"committee": "Road Panel"}, {"committee": "Lamp Panel"}
    first = decide(
        "agreed changed added", proposals="agreed changed", held_on="2016-10-06", **roads
    )
    second = decide("different unmatched", proposals="different unmatched not_taken_up", **lamps)
    third = decide("- -", held_on="2017-03-01", **lamps)
    decide("agreed", proposals="agreed not_taken_up", held_on="2016-12-31", **lamps)
    decide("changed", proposals="changed -", held_on="2016-01-01", **roads)
    decide("changed", proposals="changed", held_on="2016-05-05", published=False, **roads)
    make_action(first, "Engineer", due_on="2017-01-01")
    make_action(first, "Engineer", "Solicitor", status="in_progress", due_on="2030-01-01")
    make_action(first, "Engineer", status="done", status_since="2016-10-16")
    make_action(first, "Solicitor", status="done", status_since="2016-11-05")
    make_action(first, "Solicitor", status="done")
    make_action(second, "Engineer", status="done", status_since="2016-10-16")
    make_action(third, "Lamplighter", status="overtaken", due_on="2017-01-01")
    make_action(third)
    for item, due_on in ((first, "2026-10-01"), (first, "2017-10-06"), (third, "2030-01-01")):
        promise(item, due_on)
    promise(second, None)
    answered = promise(third, "2018-03-01")
    Return.objects.create(expected_report=answered, item=first, standing="confirmed")
    promise(third, "2016-01-01", is_promise=False)


def page_of(client, address: str) -> html.HtmlElement:
    response = client.get(address)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def numbers_on(page: html.HtmlElement) -> dict[str, int]:
    """Each number that is a link, by the list it leads to."""
    found = {}
    for link in page.xpath("//main//a[@href]"):
        number = (link.text or "").strip().replace(",", "")
        if number.isdecimal() and "?" in link.get("href"):
            found[link.get("href")] = int(number)
    return {address: n for address, n in found.items() if not is_year(n, address)}


def is_year(number: int, address: str) -> bool:
    return f"held_from={number}-01-01" in address and "outcome" not in address


@pytest.mark.parametrize(("address", "least"), [(COUNCIL, 30), (ROADS, 15)])
def test_each_number_is_that_of_the_list_it_leads_to(client, record, address, least):
    numbers = numbers_on(page_of(client, address))
    listed = {link: client.get(link).context["paginator"].count for link in numbers}
    assert numbers == listed
    assert len(numbers) >= least
    assert all(numbers.values())


def test_each_number_of_the_first_page_is_that_of_the_list_it_leads_to(client, record):
    numbers = numbers_on(page_of(client, "/"))
    assert {link: client.get(link).context["paginator"].count for link in numbers} == numbers
    assert len(numbers) >= 5


def test_the_first_page_passes_over_what_stands_on_every_agenda(client):
    decided = {"held_on": "2016-10-06", "resolutions": ("That it be noted",)}
    make_item("MINUTES", **decided)
    make_item("Road works", **decided)
    titles = page_of(client, "/").xpath("//section[@aria-labelledby='newest']//h3")
    assert [title.text_content() for title in titles] == ["Road works"]


def rows_of(page: html.HtmlElement, caption: str) -> dict[str, list[str]]:
    [table] = [t for t in page.xpath("//table") if t.findtext("caption").strip() == caption]
    return {
        row.find("th").text_content().strip(): [
            (cell.findtext("a") or cell.text).strip() for cell in row.findall("td")
        ]
        for row in table.xpath("tbody/tr")
    }


def test_decisions_stand_by_year_and_class_and_those_without_a_date_last(client, record):
    rows = rows_of(page_of(client, COUNCIL), "Resolutions by year and class")
    assert list(rows.items()) == [
        ("2017", ["0", "0", "0", "0", "0", "2"]),
        ("2016", ["2", "2", "0", "1", "0", "0"]),
        ("Date not stated", ["0", "0", "1", "0", "1", "0"]),
    ]


def test_a_sentence_says_what_members_made_of_the_newest_proposals(client, record):
    words = " ".join(page_of(client, COUNCIL).text_content().split())
    assert (
        "In 2016 members changed 2 of 5 proposals, agreed 2 as recommended "
        "and did not take up 1." in words
    )


def test_what_cannot_be_compared_is_said(client, record):
    words = " ".join(page_of(client, COUNCIL).text_content().split())
    assert "9 resolutions set beside what officers recommended." in words
    assert "Of 2 nothing is said: no recommendation is printed to compare them with." in words


def test_actions_stand_by_owner_with_what_is_overdue(client, record):
    page = page_of(client, COUNCIL)
    assert rows_of(page, "Owners with most to do") == {
        "Engineer": ["1", "1", "2", "0", "1"],
        "Solicitor": ["0", "1", "2", "0", "0"],
    }
    words = " ".join(page.text_content().split())
    assert "3 of 8 actions are still to be done, and 1 action of these past its date" in words
    assert "Of 1 action the source states no owner." in words


def test_time_to_done_is_counted_where_both_dates_are_known(client, record):
    words = " ".join(page_of(client, COUNCIL).text_content().split())
    assert "Half of the 2 actions whose dates are known were done within 20 days" in words
    assert "Of 2 more of the 4 that are done one of the dates is not known." in words


def test_time_to_done_is_not_known_where_no_date_is(client):
    item = make_item(resolutions=("That it be noted",))
    make_action(item, "Engineer", status=Action.Status.DONE)
    words = " ".join(page_of(client, COUNCIL).text_content().split())
    assert "Of the 1 action that is done it is not known how long it took" in words


def test_overdue_reports_stand_by_how_late_they_are(client, record):
    page = page_of(client, COUNCIL)
    rows = rows_of(page, "How late the overdue reports are")
    assert rows == {"Up to 3 months": ["1"], "More than 5 years": ["1"]}
    due = [
        time.get("datetime")
        for time in page.xpath("//section[@aria-labelledby='waiting']//p[not(@class)]/time")
    ]
    assert due == ["2017-10-06", "2026-10-01"]


def test_a_report_counts_once_however_late(client):
    """Day by day around each edge: the numbers by lateness add up to those overdue."""
    item = make_item(resolutions=("That it be noted",))
    for day in ("2026-11-22", "2026-11-23", "2026-08-23", "2026-08-22", "2025-11-23", "2025-11-22"):
        promise(item, day)
    rows = rows_of(page_of(client, COUNCIL), "How late the overdue reports are")
    assert sum(int(n) for [n] in rows.values()) == 5
    numbers = numbers_on(page_of(client, COUNCIL))
    assert {link: client.get(link).context["paginator"].count for link in numbers} == numbers


def test_a_committee_counts_its_own_alone(client, record):
    rows = rows_of(page_of(client, ROADS), "Resolutions by year and class")
    assert rows == {"2016": ["1", "2", "1"]}


@pytest.mark.parametrize("address", [COUNCIL, ROADS])
def test_without_decisions_a_dashboard_says_what_to_do(client, address):
    item = make_item(committee="Road Panel")
    make_item("Secret", committee="Road Panel", resolutions=("That it be so",), published=False)
    words = " ".join(page_of(client, address).text_content().split())
    assert item.meeting.committee.slug == "road-panel"
    assert "There is nothing to count yet" in words


def test_every_bar_is_beside_its_numbers_and_out_of_sight_of_screen_readers(client, record):
    page = page_of(client, COUNCIL)
    pictures = page.xpath("//main//svg")
    assert len(pictures) > 10
    assert all(picture.get("aria-hidden") == "true" for picture in pictures)
    assert not page.xpath("//main//*[@style]")


def test_former_address_of_a_committee_leads_to_its_dashboard(client, record):
    committee = Committee.objects.get(slug="road-panel")
    committee.slug = "highways"
    committee.save()
    response = client.get(ROADS)
    assert (response.status_code, response["Location"]) == (301, "/committees/highways/dashboard/")


def test_dashboard_of_a_withdrawn_committee_says_so(client):
    item = make_item(committee="Road Panel", resolutions=("That it be noted",))
    item.withdraw("It was published by mistake.")
    response = client.get(ROADS)
    assert response.status_code == 410
    assert "It was published by mistake." in response.content.decode()


def test_a_committee_leads_to_its_dashboard(client, record):
    address = reverse("agenda:committee_dashboard", args=["road-panel"])
    assert f'href="{address}"' in client.get("/committees/road-panel/").content.decode()


@pytest.mark.parametrize(("address", "most"), [(COUNCIL, 8), (ROADS, 8), ("/", 12)])
def test_pages_cost_the_same_for_many_rows(
    client, record, django_assert_max_num_queries, address, most
):
    for n in range(8):
        item = decide("agreed", proposals="agreed", committee="Road Panel", held_on=f"20{n}0-01-01")
        make_action(item, f"Owner {n}")
        promise(item, f"2020-01-0{n + 1}")
    with django_assert_max_num_queries(most):
        client.get(address)
