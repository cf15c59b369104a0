"""Queries put into SQL once give what they give when put into SQL anew."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from agenda.models import AgendaItem, Resolution
from agenda.tests.builders import make_item, make_meeting
from committees.models import Meeting
from minutes_portal.lasting_queries import LastingQuery
from minutes_portal.public_door.doors import public_door

pytestmark = pytest.mark.django_db


def test_the_same_is_asked_of_whatever_number_is_given() -> None:
    query = LastingQuery(lambda number: Resolution.objects.filter(item=number), int)
    items = [make_item(f"Item {n}", resolutions=(f"One of {n}", f"Two of {n}")) for n in range(3)]
    found = {item.title: [resolution.text for resolution in query(item.pk)] for item in items}
    assert found == {f"Item {n}": [f"One of {n}", f"Two of {n}"] for n in range(3)}


def test_related_records_and_annotations_come_with_each_record() -> None:
    items = AgendaItem.objects.select_related("meeting__committee").annotate(again=F("title"))
    query = LastingQuery(lambda number: items.filter(pk=number), int)
    made = make_item("A library", committee="Executive")
    with CaptureQueriesContext(connection) as asked:
        [found] = query(made.pk)
        assert (found, found.again, found.meeting.committee.name) == (
            made,
            "A library",
            "Executive",
        )
    assert len(asked) == 1


def test_days_and_numbers_find_their_places() -> None:
    query = LastingQuery(
        lambda day, number: Meeting.objects.filter(held_on__gt=day).exclude(pk=number), date, int
    )
    early, late, last = (make_meeting("", date(2020 + n, 1, 1)) for n in range(3))
    assert query(date(2020, 6, 1), last.pk) == [late]
    assert query(date(2019, 6, 1), late.pk) == [last, early]


def test_each_door_asks_for_itself() -> None:
    query = LastingQuery(lambda number: AgendaItem.objects.filter(pk=number), int)
    draft = make_item("A draft", published=False)
    assert query(draft.pk) == [draft]
    with public_door():
        assert query(draft.pk) == []


def test_a_value_that_is_no_parameter_is_refused() -> None:
    in_words = LastingQuery(lambda number: Meeting.objects.all()[:number], int)
    with pytest.raises(TypeError, match="more than its parameters"):
        in_words(2)
