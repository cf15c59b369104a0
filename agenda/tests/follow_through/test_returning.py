"""Whether a later item is the promised report: the subject, the day, the meeting it names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.follow_through.returning import LEAST, Item, Promise, in_words, likeness
from agenda.follow_through.topics import Topic
from agenda.follow_through.when import Precision, Recurrence

HELD, DUE = date(2016, 10, 6), date(2017, 10, 6)
TAXI = Topic("licens-polici-taxi", "Taxi licensing policy", "", True, 0, 0)


def item(held_on: date, title: str = "Taxi licensing policy", **fields) -> Item:
    return Item(title, "", held_on, **{"topics": (TAXI,), **fields})


def promise(due_on: date | None = DUE, precision: str = "month", recurs: str = "") -> Promise:
    return Promise(item(HELD), due_on, Precision(precision), Recurrence(recurs) if recurs else None)


@pytest.mark.parametrize(
    ("held_on", "words"),
    [
        (date(2017, 10, 6), "held on the day it was due"),
        (date(2017, 10, 17), "held 11 days after it was due"),
        (date(2017, 9, 6), "held 1 month before it was due"),
    ],
)
def test_evidence_says_how_far_from_the_due_date(held_on, words):
    found = likeness(promise(), item(held_on))
    assert found.evidence == f"Both speak of “Taxi licensing policy”; {words}."


@pytest.mark.parametrize(
    ("precision", "held_on", "likely"),
    [
        ("day", date(2017, 8, 1), False),
        ("month", date(2017, 8, 1), True),
        ("month", date(2017, 6, 1), False),
        ("season", date(2017, 6, 1), True),
        ("year", date(2016, 11, 1), True),
        ("day", date(2019, 10, 6), False),
    ],
)
def test_report_may_come_as_early_as_its_words_allow(precision, held_on, likely):
    assert (likeness(promise(precision=precision), item(held_on)) is not None) is likely


def test_without_a_due_date_an_update_soon_after_is_likely():
    later = item(date(2017, 2, 1), "Update on taxi licensing policy")
    assert likeness(promise(due_on=None, precision="unknown"), later)
    assert likeness(promise(due_on=None, precision="unknown"), item(date(2017, 2, 1))) is None


def test_acronym_that_is_only_used_in_the_text_is_not_what_came_back():
    cse = Topic("child-exploit-sexual", "child sexual exploitation", "", True, 0, 0, "CSE")
    promised = Promise(item(HELD, "Child sexual exploitation", topics=(cse,)), DUE, Precision.MONTH)
    assert likeness(promised, item(DUE, "Update on CSE", topics=(cse,)))
    assert likeness(promised, item(DUE, "Update on foster care", topics=(cse,))) is None


@pytest.mark.parametrize(
    ("day", "turn"), [(DUE, 0), (date(2018, 9, 20), 1), (date(2020, 11, 1), 3)]
)
def test_recurring_report_is_matched_with_its_nearest_turn(day, turn):
    assert likeness(promise(recurs="annual"), item(day)).turn == turn


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2017, 10, 6), date(2026, 11, 23), "9 years 1 month"),
        (date(2017, 10, 6), date(2017, 10, 7), "1 day"),
        (date(2017, 10, 6), date(2017, 12, 30), "2 months"),
        (date(2017, 10, 6), date(2018, 10, 6), "1 year"),
        (date(2017, 10, 6), date(2017, 10, 6), "0 days"),
    ],
)
def test_time_between_in_words(first, last, words):
    assert in_words(first, last) == words


days = st.dates(date(1974, 4, 1), date(2100, 1, 1))


@given(days, st.none() | days, st.sampled_from(Precision), st.none() | st.sampled_from(Recurrence))
def test_what_is_suggested_comes_later_speaks_of_the_same_and_says_why(day, due, precision, recurs):
    found = likeness(Promise(item(HELD), due, precision, recurs), item(day))
    if found:
        assert day > HELD
        assert LEAST <= found.score <= 1
        assert found.evidence.startswith("Both speak of “Taxi licensing policy”; held ")
        if not recurs:
            assert day - (due or HELD) <= timedelta(days=550)
