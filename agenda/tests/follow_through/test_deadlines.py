"""Every labelled wording: by when it asks for something, and how that day is reckoned."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.follow_through.deadlines import Deadline, Reckoning, deadline

from .samples import read_json

CASES = read_json("deadlines.json")


def read(case: dict[str, Any]) -> Deadline | None:
    held_on = date.fromisoformat(case["held_on"]) if case["held_on"] else None
    return deadline(case["text"], held_on)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} {case['held_on']}")
def test_labelled_wordings_are_due_as_labelled(case: dict[str, Any]) -> None:
    found = read(case)
    if case["reckoning"] is None:
        assert found is None
        return
    due_on = date.fromisoformat(case["due_on"]) if case["due_on"] else None
    assert (found.due_on, found.reckoning) == (due_on, case["reckoning"])
    assert case["text"][found.start : found.end] == found.phrase
    assert found.phrase == case["phrase"] or case["phrase"] is None


def test_there_are_enough_wordings_that_ask_for_nothing() -> None:
    assert len([case for case in CASES if case["reckoning"] is None]) > 15


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_has_a_deadline_of_its_own_words_or_none(text: str, held_on: date | None) -> None:
    found = deadline(text, held_on)
    assert found is None or text[found.start : found.end] == found.phrase


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 99))
def test_counted_days_are_counted_from_the_meeting(held_on: date, days: int) -> None:
    found = deadline(f"That it be done within {days} days.", held_on)
    assert (found.due_on, found.reckoning) == (held_on + timedelta(days=days), Reckoning.MEETING)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_deadline_lies_before_the_meeting(held_on: date, day: date) -> None:
    found = deadline(f"That it be done by {day.day} {day:%B %Y}.", held_on)
    assert found is None if day < held_on else found.due_on == day
