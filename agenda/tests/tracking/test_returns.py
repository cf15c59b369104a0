"""Later items are suggested as what brought a promised report back; few, and never wrongly."""

from datetime import date

import pytest

from agenda.models import AgendaItem, ExpectedReport, Reference, Return
from agenda.tests.builders import make_item
from agenda.tracking.linking import link

pytestmark = pytest.mark.django_db

PANEL = "Road Panel"
TITLE = "Taxi licensing policy"


def promised(
    title: str = TITLE,
    held_on: str | None = "2016-10-06",
    *,
    committee: str = PANEL,
    due_on: str | None = "2017-10-06",
    phrase: str = "a further report be presented in 12 months",
    **fields,
) -> ExpectedReport:
    item = make_item(title, committee=committee, held_on=held_on, resolutions=(phrase,))
    values = {"precision": "month", **fields}
    return ExpectedReport.objects.create(
        item=item, resolution=item.resolutions.get(), phrase=phrase, due_on=due_on, **values
    )


def later(
    title: str = f"Update on {TITLE}",
    held_on: str = "2017-10-17",
    *,
    committee: str = PANEL,
    **fields,
) -> AgendaItem:
    return make_item(title, committee=committee, held_on=held_on, **fields)


def suggestions() -> list[tuple[str, str]]:
    """The titles and the days of what is suggested."""
    link(AgendaItem.objects.order_by("pk"))
    found = Return.objects.suggested().select_related("item__meeting").order_by("pk")
    return [(each.item.title, f"{each.item.meeting.held_on}") for each in found]


@pytest.mark.parametrize("first", ["earlier", "later"])
def test_report_on_the_same_subject_in_time_is_suggested_whichever_is_stored_first(first):
    if first == "earlier":
        link([promised().item])
        link([later()])
    else:
        link([later()])
        link([promised().item])
    found = Return.objects.get()
    assert found.evidence == (
        "Both speak of “Taxi licensing policy”; held 11 days after it was due."
    )
    assert (found.standing, found.score) == ("suggested", 0.8)


def test_naming_the_meeting_is_evidence_and_makes_up_for_lateness():
    promised()
    item = later(held_on="2018-12-01")
    assert suggestions() == []
    Reference.objects.create(
        item=item, kind="date", text="6th October 2016", value="2016-10-06", start=0, end=16
    )
    assert suggestions() == [(item.title, "2018-12-01")]
    assert "it names the meeting of 6 October 2016" in Return.objects.get().evidence


@pytest.mark.parametrize(
    "fields",
    [
        {"committee": "Lamp Panel"},
        {"title": "Street lamps"},
        {"held_on": "2016-12-01"},
        {"held_on": "2015-10-06"},
        {"held_on": "2020-10-06"},
        {"title": "Minutes of the meeting on taxi licensing policy"},
        {"title": "Taxi ranks"},
    ],
    ids=str,
)
def test_nothing_is_suggested_for(fields):
    promised()
    later(**fields)
    assert suggestions() == []


def test_only_the_likeliest_is_suggested():
    promised()
    later(held_on="2018-02-01")
    later(held_on="2017-10-06")
    assert suggestions() == [(f"Update on {TITLE}", "2017-10-06")]


def test_titles_spelt_a_little_differently_are_alike():
    promised("Taxi licensing and safeguarding policy")
    later("Update on taxi licensing and safegarding policy")
    assert len(suggestions()) == 1
    assert Return.objects.get().evidence.startswith("The titles are alike")


def test_places_of_one_name_but_one_word_are_not_alike():
    promised("Youth service in Upper Elm")
    later("Update on youth service in Lower Elm")
    assert suggestions() == []


def test_recurring_report_has_a_return_for_each_turn():
    promised(recurs="annual", phrase="a report be presented every year")
    for year in (2017, 2018, 2019):
        later(held_on=f"{year}-10-10")
    assert [day for _, day in suggestions()] == ["2017-10-10", "2018-10-10", "2019-10-10"]


def test_rejected_return_is_not_suggested_again():
    promised()
    later()
    suggestions()
    Return.objects.update(standing="rejected")
    assert suggestions() == []
    assert Return.objects.get().standing == "rejected"


def test_confirmed_return_ends_the_suggestions_and_stays():
    report = promised()
    other = later("Something else", held_on="2017-11-01")
    Return.objects.create(expected_report=report, item=other, standing="confirmed")
    later()
    assert suggestions() == []
    assert Return.objects.get().item == other


def test_draft_takes_no_public_suggestion_away():
    promised()
    public = later(held_on="2017-12-20")
    later(published=False)
    suggestions()
    assert [each.item for each in Return.objects.public()] == [public]
    assert Return.objects.count() == 2


def test_suggestion_follows_a_corrected_title_and_a_corrected_date():
    promised()
    item = later()
    assert len(suggestions()) == 1
    AgendaItem.objects.filter(pk=item.pk).update(title="Street lamps")
    assert suggestions() == []


def test_suggesting_again_changes_nothing():
    promised()
    later()
    suggestions()
    before = list(Return.objects.values())
    suggestions()
    assert list(Return.objects.values()) == before


NEXT = "the report be brought to the next meeting"


def due(**fields) -> date | None:
    """The due date of what was promised, as it is computed."""
    report = promised(precision="meeting", due_on=None, **{"phrase": NEXT, **fields})
    link(AgendaItem.objects.all())
    report.refresh_from_db()
    return report.due_on


def test_what_is_promised_to_the_next_meeting_is_due_then():
    later("Street lamps", "2016-11-03")
    later("Street lamps", "2016-12-01")
    later("Street lamps", "2016-10-20", committee="Lamp Panel")
    assert due() == date(2016, 11, 3)


@pytest.mark.parametrize(
    "fields",
    [
        {"phrase": "a report be brought to the next meeting of the Executive"},
        {"phrase": "a report be brought to the next available meeting"},
        {"phrase": "a report be brought to the meeting after next"},
        {"held_on": None},
    ],
    ids=str,
)
def test_no_date_follows_from(fields):
    later("Street lamps", "2016-11-03")
    assert due(**fields) is None


def test_meeting_that_the_public_does_not_know_of_tells_no_date():
    draft = later("Street lamps", "2016-11-03", published=False)
    assert due() is None
    draft.publish()
    link([draft])
    assert ExpectedReport.objects.get().due_on == date(2016, 11, 3)
    draft.withdraw("It was published too early.")
    link([draft])
    assert ExpectedReport.objects.get().due_on is None


def test_confirmed_date_stays():
    later("Street lamps", "2016-11-03")
    report = promised(precision="meeting", due_on="2016-12-24", phrase=NEXT, due_confirmed=True)
    link(AgendaItem.objects.all())
    report.refresh_from_db()
    assert report.due_on == date(2016, 12, 24)
