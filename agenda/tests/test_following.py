"""The pages of follow-ups and matters: what they say, how they narrow, what they cost."""

import html
import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from agenda.facts import read_facts
from agenda.ingest import ingest_document
from agenda.models import AgendaItem, ExpectedReport, Matter, MatterItem, Return
from agenda.tests.builders import make_action, make_full_item, make_item, make_meeting
from agenda.tests.importing import BRADFORD
from agenda.tracking.linking import link
from committees.models import Meeting

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def road_panel(held_on: str | None) -> Meeting:
    same_day = Meeting.objects.filter(committee__slug="road-panel", held_on=held_on)
    return (held_on and same_day.first()) or make_meeting("Road Panel", held_on)


def make_report(
    phrase: str = "a further report be presented in 12 months",
    *,
    due_on: str | None = "2017-10-06",
    recurs: str = "",
    precision: str = "month",
    due_confirmed: bool = False,
    **fields,
) -> ExpectedReport:
    given = {"title": "Taxi licensing policy", "resolutions": (phrase,), **fields}
    if "meeting" not in given and "committee" not in given:
        given["meeting"] = road_panel(given.pop("held_on", "2016-10-06"))
    item = make_item(**given)
    return ExpectedReport.objects.create(
        item=item,
        resolution=item.resolutions.get(),
        phrase=phrase,
        due_on=due_on,
        recurs=recurs,
        precision=precision,
        due_confirmed=due_confirmed,
    )


def make_return(report: ExpectedReport, standing: str = "suggested", **fields) -> Return:
    item = make_item("Taxis again", committee="Lamp Panel", held_on="2017-10-17", **fields)
    return Return.objects.create(
        expected_report=report, item=item, standing=standing, evidence="Both speak of taxis."
    )


def words_of(client: Client, address: str, **filters) -> str:
    response = client.get(address, filters)
    assert response.status_code == 200
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", main)).split())


def phrases(client: Client, **filters) -> list[str]:
    response = client.get("/follow-ups/", filters)
    assert response.status_code == 200
    return [report.phrase for report in response.context["object_list"]]


def test_follow_up_says_what_is_due_when_and_how_that_is_known(client):
    report = make_report()
    report.item.meeting.held_on_basis = "inferred"
    report.item.meeting.held_on_evidence = "A later item says so."
    report.item.meeting.save()
    words = words_of(client, "/follow-ups/")
    assert "a further report be presented in 12 months Overdue" in words
    assert (
        "Due October 2017, 9 years 1 month overdue: “in 12 months” after 6 October 2016, "
        "a date inferred from evidence; worked out from the words, not confirmed by an officer."
    ) in words


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"held_on": None, "due_on": None},
            "Due on no day that can be told: “in 12 months” after a meeting whose date is not stated",
        ),
        (
            {"phrase": "a report be brought to the next meeting", "precision": "meeting"},
            "Due at the meeting of 6 October 2017, 9 years 1 month overdue: the committee’s next meeting on record "
            "after 6 October 2016",
        ),
        (
            {
                "phrase": "a report be brought to the next meeting",
                "precision": "meeting",
                "due_on": None,
            },
            "Due on no day that can be told: no later meeting is on record",
        ),
        (
            {"phrase": "a report be presented in December 2030", "due_on": "2030-12-31"},
            "Due December 2030: “December 2030”, as the resolution says",
        ),
        ({"phrase": "a report be presented", "due_on": None}, "the resolution says no time"),
        ({"phrase": "a report be presented"}, "set by an officer"),
    ],
    ids=str,
)
def test_reason_of_a_due_date(client, fields, said):
    make_report(**fields)
    assert said in words_of(client, "/follow-ups/")


def test_confirmed_date_has_no_caveat(client):
    make_report(due_confirmed=True)
    assert "not confirmed" not in words_of(client, "/follow-ups/")


def test_suggested_return_says_so_and_shows_its_evidence(client):
    make_return(make_report())
    words = words_of(client, "/follow-ups/")
    assert "May have come back with Taxis again, Lamp Panel, 17 October 2017" in words
    assert "Both speak of taxis. Found by comparing, not confirmed by an officer." in words
    assert "Overdue" in words


def test_confirmed_return_has_come_back_and_a_rejected_one_is_not_shown(client):
    report = make_report()
    made = make_return(report, "confirmed")
    assert "Came back with Taxis again" in words_of(client, "/follow-ups/", state="answered")
    Return.objects.filter(pk=made.pk).update(standing="rejected")
    assert "Taxis again" not in words_of(client, "/follow-ups/")


def test_longest_overdue_comes_first_and_what_came_back_last(client):
    make_return(make_report("came back", due_on="2001-01-01"), "confirmed")
    make_report("no date", due_on=None)
    make_report("still to come", due_on="2030-01-01")
    make_report("long overdue", due_on="2002-01-01", held_on="2019-01-01")
    expected = ["long overdue", "still to come", "no date", "came back"]
    assert phrases(client) == expected
    assert phrases(client, sort="newest")[0] == "long overdue"


@pytest.mark.parametrize(
    "filters",
    [
        {"state": "overdue"},
        {"committee": "road-panel"},
        {"area": "Roads"},
        {"due_from": "2017-10-01", "due_to": "October 2017"},
        {"recurring": "on"},
        {"q": "taxi"},
        {"held_from": "2016-10-06", "held_to": "6/10/2016"},
    ],
    ids=str,
)
def test_filter_of_follow_ups(client, filters):
    make_report("this one", overview_and_scrutiny_area="Roads", recurs="annual")
    other = {"title": "Street lamps", "committee": "Lamp Panel", "held_on": "2019-01-01"}
    make_report("another", due_on="2030-01-01", **other)
    assert phrases(client, **filters) == ["this one"]


def test_filter_by_each_state(client, subtests):
    make_report("a")
    make_report("b", due_on="2030-01-01")
    make_report("c", due_on=None)
    make_return(make_report("d"), "confirmed")
    for state, expected in {"waiting": "b", "unknown": "c", "answered": "d"}.items():
        with subtests.test(state):
            assert phrases(client, state=state) == [expected]


def test_recurring_report_is_due_again_after_it_came_back(client):
    make_return(make_report(recurs="annual"), "confirmed")
    words = words_of(client, "/follow-ups/")
    assert "Due October 2018, 8 years 1 month overdue: every year, counted from" in words


def test_drafts_promise_bring_back_and_belong_to_nothing(client):
    make_report("a secret report", published=False)
    report = make_report()
    made = make_return(report, published=False)
    matter = Matter.objects.create(name="Taxis", confirmed=True)
    MatterItem.objects.create(matter=matter, item=made.item, standing="confirmed")
    assert phrases(client) == [report.phrase]
    assert "Taxis again" not in words_of(client, "/follow-ups/")
    assert "Taxis" not in words_of(client, "/matters/")
    assert client.get(matter.get_absolute_url()).status_code == 404


def make_matter(*items: AgendaItem, name: str = "Taxis", **fields) -> Matter:
    matter = Matter.objects.create(name=name, **fields)
    for item in items:
        MatterItem.objects.create(matter=matter, item=item, evidence=f"“{item.title}” says so.")
    return matter


def taxis() -> Matter:
    first = make_report(overview_and_scrutiny_area="Roads").item
    second = make_item("Taxi ranks", committee="Lamp Panel", held_on="2015-03-01")
    make_action(first, "City Solicitor")
    make_action(first, "Engineer", status="done")
    return make_matter(first, second)


def test_matter_is_a_timeline_with_what_connects_and_what_is_open(client):
    words = words_of(client, taxis().get_absolute_url())
    assert "2 agenda items of 2 committees, 2015 to 2016" in words
    assert "Suggested grouping. Nobody has confirmed it" in words
    assert words.index("1 March 2015 Taxi ranks") < words.index("6 October 2016 Taxi licensing")
    assert "“Taxi ranks” says so." in words
    assert "1 open action. Reports promised to members: 1 Overdue" in words
    assert "City Solicitor" in words
    assert "Engineer" not in words


def test_confirmed_matter_has_no_caveat(client):
    matter = taxis()
    Matter.objects.update(confirmed=True)
    assert "Suggested" not in words_of(client, matter.get_absolute_url())
    assert "Suggested" not in words_of(client, "/matters/")


def test_suggested_matter_needs_two_public_items(client):
    matter = taxis()
    matter.items.first().withdraw("It was published too early.")
    assert client.get(matter.get_absolute_url()).status_code == 404
    assert "No matters" in words_of(client, "/matters/")


def test_former_address_of_a_matter_leads_to_it(client):
    matter = taxis()
    Matter.objects.filter(pk=matter.pk).update(slug="cabs", former_slugs=["taxis"])
    assert client.get("/matters/taxis/").headers["Location"] == "/matters/cabs/"


@pytest.mark.parametrize(
    "filters",
    [
        {"q": "taxi"},
        {"committee": "road-panel"},
        {"area": "Roads"},
        {"committee": "road-panel", "area": "Roads"},
        {"confirmed": "on"},
    ],
    ids=str,
)
def test_filter_of_matters(client, filters):
    matter = taxis()
    Matter.objects.update(confirmed=True)
    make_matter(*(make_item(f"Lamp {n}", committee="Lamp Panel") for n in (1, 2)), name="Lamps")
    found = client.get("/matters/", filters).context["object_list"]
    assert list(found) == [matter]


def test_committee_and_area_of_different_items_find_no_matter(client):
    taxis()
    assert "Nothing found" in words_of(client, "/matters/", committee="lamp-panel", area="Roads")


def test_matters_by_name_or_the_latest_considered_first(client):
    taxis()
    make_matter(*(make_item(f"Lamp {n}", held_on=f"202{n}-01-01") for n in (1, 2)), name="Lamps")
    make_matter(*(make_item(f"Zoo {n}") for n in (1, 2)), name="Zoo")

    def names(**filters) -> list[str]:
        return [str(m) for m in client.get("/matters/", filters).context["object_list"]]

    assert names() == ["Lamps", "Taxis", "Zoo"]
    assert names(sort="newest") == ["Lamps", "Taxis", "Zoo"]


def test_items_of_a_matter_by_committee_and_date(client):
    address = taxis().get_absolute_url()
    assert "Taxi ranks" not in words_of(client, address, committee="road-panel")
    assert "Taxi ranks" not in words_of(client, address, held_from="2016")
    assert "Taxi licensing" not in words_of(client, address, held_to="2015")


def test_chain_of_returns_stands_on_each_of_its_items(client):
    report = make_report()
    middle = make_return(report, "confirmed").item
    again = ExpectedReport.objects.create(
        item=middle, resolution=middle.resolutions.create(text="Again."), phrase="Again."
    )
    last = make_item("Taxis at last", committee="Lamp Panel", held_on="2018-11-01")
    Return.objects.create(expected_report=again, item=last, evidence="The titles are alike.")
    for item in (report.item, middle, last):
        words = words_of(client, item.get_absolute_url())
        chain = words[words.rindex("Before and after") :]
        years = [chain.index(year) for year in ("2016", "2017", "2018")]
        assert years == sorted(years)
        assert "This item" in chain
    assert "The titles are alike. Found by comparing" in chain


def test_ring_of_returns_ends(client):
    report = make_report()
    made = make_return(report, "confirmed")
    back = ExpectedReport.objects.create(
        item=made.item, resolution=made.item.resolutions.create(text="Again."), phrase="Again."
    )
    Return.objects.create(expected_report=back, item=report.item, standing="confirmed")
    assert "Before and after" in words_of(client, report.item.get_absolute_url())


def test_first_documents_are_connected_on_their_pages(client):
    for path in sorted(BRADFORD.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        ingest_document(path.name, text, read_facts(BRADFORD).of(path.name), publish=True)
    link(AgendaItem.objects.all())
    assert "Child sexual exploitation (CSE)" in words_of(client, "/matters/")
    for item in AgendaItem.objects.all():
        words = words_of(client, item.get_absolute_url())
        assert "Matter this belongs to Child sexual exploitation (CSE)" in words
    page = words_of(client, "/matters/child-sexual-exploitation-cse/")
    assert "3 agenda items of 3 committees, 2016, some dates not stated" in page
    assert "Date not stated" in page
    words = words_of(client, "/follow-ups/")
    assert "“in 12 months” after 6 October 2016, a date inferred from evidence" in words
    assert "“in 12 months’ time” after a meeting whose date is not stated" in words


def test_lists_cost_the_same_for_many_rows(client, django_assert_max_num_queries, subtests):
    items = [make_full_item(n) for n in range(8)]
    for n, item in enumerate(items):
        report = ExpectedReport.objects.create(
            item=item, resolution=item.resolutions.first(), phrase="A report."
        )
        Return.objects.create(expected_report=report, item=items[n - 1], evidence="It says so.")
        make_matter(*items, name=f"Matter {n}")
    for address, queries in {"/follow-ups/": 7, "/matters/": 5}.items():
        with subtests.test(address), django_assert_max_num_queries(queries):
            client.get(address)


def test_page_of_a_matter_costs_the_same_for_many_items(client, django_assert_max_num_queries):
    items = [make_full_item(n) for n in range(8)]
    for item in items:
        report = ExpectedReport.objects.create(
            item=item, resolution=item.resolutions.first(), phrase="A report."
        )
        Return.objects.create(expected_report=report, item=items[0], evidence="It says so.")
    matter = make_matter(*items)
    with django_assert_max_num_queries(13):
        client.get(matter.get_absolute_url())
