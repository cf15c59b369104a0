"""Actions are dated as they come in and when anything changes, and never over an officer's word."""

from datetime import date

import pytest

from agenda.facts import DocumentFacts, MeetingFacts
from agenda.ingest import ingest_document
from agenda.models import Action, AgendaItem
from agenda.tests.builders import make_action, make_item
from agenda.tracking.recording import recompute

pytestmark = pytest.mark.django_db

FACTS = DocumentFacts(
    "https://council.example/gate",
    MeetingFacts("Road Panel", "stated", "", date(2016, 10, 6), "stated", ""),
)
DUE_LATER = "That the gate be mended by 31 March 2031."
PAGE = """Local democracy

Agenda item

THE GATE

Minutes:

Resolved –

(1) That the gate be mended by 31 March 2031.
(2) That the lamp be lit by {lamp}.

ACTION: City Engineer ({note})
"""


def ingest(note: str, lamp: str = "1 May 2031") -> Action:
    text = PAGE.format(note=note, lamp=lamp)
    return ingest_document("gate.txt", text, FACTS).items[0].actions.get()


def due(action: Action) -> tuple:
    action.refresh_from_db()
    return action.due_on, action.due_phrase, action.due_place, action.due_reckoning


def dated(*resolutions: str, held_on: str | None = "2016-10-06", named: int = 0, **fields) -> tuple:
    """When an action is due after such resolutions, of which it names the first so many."""
    item = make_item(held_on=held_on, resolutions=resolutions)
    action = make_action(item, "City Engineer", **fields)
    action.resolutions.set(item.resolutions.all()[:named])
    recompute([item])
    return due(action)


def test_an_action_is_due_when_the_resolution_it_names_says():
    expected = (date(2031, 5, 1), "by 1 May 2031", "named", "printed")
    assert due(ingest("Resolution 2")) == expected


def test_its_own_words_come_before_those_of_the_resolution():
    expected = (date(2030, 6, 30), "by June 2030", "note", "period")
    assert due(ingest("Resolution 2 - by June 2030")) == expected


def test_a_resolution_that_it_does_not_name_dates_no_action():
    assert due(ingest("the gate")) == (None, "", "", "")
    assert dated(DUE_LATER, "That it be noted.") == (None, "", "", "")


def test_the_only_resolution_of_an_item_counts_and_is_said_to_be_that():
    assert dated(DUE_LATER) == (date(2031, 3, 31), "by 31 March 2031", "only", "printed")


def test_of_several_resolutions_the_first_day_counts():
    found = dated(DUE_LATER, "That the lamp be lit within three months.", named=2)
    assert found == (date(2017, 1, 6), "within three months", "named", "meeting")


def test_words_are_kept_where_the_date_of_the_meeting_is_not_known():
    found = dated("That the lamp be lit within three months.", held_on=None, named=1)
    assert found == (None, "within three months", "named", "meeting")


def test_a_sub_point_dates_an_action_too():
    item = make_item(held_on="2016-10-06")
    item.resolutions.create(text="That officers:", sub_points=["mend the gate by May 2017;"])
    action = make_action(item, "City Engineer")
    recompute([item])
    assert due(action)[:2] == (date(2017, 5, 31), "by May 2017")


def test_a_date_follows_when_the_meeting_is_put_right():
    item = make_item(held_on="2016-10-06", resolutions=("That it be done in 12 months.",))
    action = make_action(item, "City Engineer")
    item.meeting.held_on = date(2018, 2, 1)
    item.meeting.save()
    assert due(action)[0] == date(2019, 2, 1)


def test_what_an_officer_confirmed_stays_when_the_source_is_read_again():
    action = ingest("Resolution 2")
    Action.objects.update(due_on=date(2032, 1, 1), due_confirmed=True)
    newer = ingest("Resolution 2", lamp="1 June 2031")
    assert newer == action
    assert due(action)[0] == date(2032, 1, 1)


def test_what_nobody_confirmed_follows_the_newer_text():
    action = ingest("Resolution 2")
    ingest("Resolution 2", lamp="1 June 2031")
    assert due(action)[:2] == (date(2031, 6, 1), "by 1 June 2031")


def test_dating_again_changes_nothing():
    ingest("Resolution 2")
    before = list(Action.objects.values())
    recompute(AgendaItem.objects.all())
    assert list(Action.objects.values()) == before


def test_status_since_and_progress_stay_when_the_source_is_read_again():
    action = ingest("Resolution 2")
    action.status, action.progress = "in_progress", "The gate is ordered."
    action.status_since = date(2026, 5, 4)
    action.save()
    ingest("Resolution 2", lamp="1 June 2031")
    action.refresh_from_db()
    told = (action.status, action.status_since, action.progress)
    assert told == ("in_progress", date(2026, 5, 4), "The gate is ordered.")
