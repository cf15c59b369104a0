"""What the law asks of a meeting's papers, from the dates that are known."""

from datetime import date

import pytest

from committees.compliance import (
    approval_in_words,
    clear_days,
    keeping_in_words,
    latest_publication,
    notice_in_words,
    open_until,
)


@pytest.mark.parametrize(
    ("published_on", "held_on", "days"),
    [
        # Wednesday to the Thursday of the week after: Thursday, Friday, Monday to Wednesday.
        (date(2016, 9, 28), date(2016, 10, 6), 5),
        (date(2016, 9, 29), date(2016, 10, 6), 4),
        # Good Friday and Easter Monday do not count.
        (date(2024, 3, 27), date(2024, 4, 4), 3),
        # The funeral of a queen was a bank holiday once.
        (date(2022, 9, 16), date(2022, 9, 21), 1),
        (date(2016, 10, 6), date(2016, 10, 6), 0),
        (date(2016, 10, 10), date(2016, 10, 6), 0),
    ],
)
def test_clear_days_leave_out_both_ends_weekends_and_bank_holidays(published_on, held_on, days):
    assert clear_days(published_on, held_on) == days


@pytest.mark.parametrize("held_on", [date(2024, 4, 4), date(2016, 10, 6), date(2026, 1, 5)])
def test_the_latest_day_of_publication_leaves_exactly_five_clear_days(held_on):
    latest = latest_publication(held_on)
    assert clear_days(latest, held_on) == 5


def test_six_years_begin_with_the_day_of_the_meeting():
    assert open_until(date(2016, 10, 6)) == date(2022, 10, 5)
    assert open_until(date(2024, 2, 29)) == date(2030, 2, 28)


def test_the_words_say_whether_five_clear_days_were_kept_and_how_they_were_counted():
    words = notice_in_words(date(2016, 9, 29), date(2016, 10, 6))
    assert words == (
        "Five clear days: not kept. 4 clear days lie between publication on 29 September 2016 and "
        "the meeting on 6 October 2016, counted without Saturdays, Sundays and bank holidays in "
        "England."
    )
    assert "kept. 5 clear days" in notice_in_words(date(2016, 9, 28), date(2016, 10, 6))


def test_what_no_date_tells_is_not_known():
    assert "not known, no date of publication" in notice_in_words(None, date(2016, 10, 6))
    assert "by 28 September 2016" in notice_in_words(None, date(2016, 10, 6))
    assert "not known" in notice_in_words(date(2016, 9, 28), None)
    assert "not known" in keeping_in_words(None, date(2026, 11, 23))
    assert approval_in_words(True, None) == "Minutes: approved (no date known)."


def test_the_words_say_until_when_papers_must_stay_open():
    today = date(2026, 11, 23)
    assert "until 22 November 2027" in keeping_in_words(date(2021, 11, 23), today)
    assert "over since 5 October 2022" in keeping_in_words(date(2016, 10, 6), today)
    assert "until 23 November 2026" in keeping_in_words(date(2020, 11, 24), today)


def test_the_words_say_whether_the_minutes_are_approved():
    assert approval_in_words(False, None) == "Minutes: a draft, not approved yet."
    assert approval_in_words(True, date(2016, 11, 3)) == "Minutes: approved on 3 November 2016."
