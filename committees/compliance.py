"""What the law asks of a meeting's papers, worked out from the dates that are known.

Nothing here is stored, and nothing is guessed: where a date is not known, the answer says so.
"""

from datetime import date, timedelta
from functools import cache

import holidays

CLEAR_DAYS = 5
YEARS_KEPT = 6


@cache
def bank_holidays() -> holidays.HolidayBase:
    """Christmas Day, Good Friday and the bank holidays in England, the single ones included."""
    return holidays.country_holidays("GB", subdiv="ENG")


def is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays()


def clear_days(published_on: date, held_on: date) -> int:
    """The working days between the two, neither of them counted."""
    between = ((held_on - published_on).days or 1) - 1
    days = (published_on + timedelta(days=n) for n in range(1, between + 1))
    return sum(map(is_working_day, days))


def latest_publication(held_on: date) -> date:
    """The last day to publish the agenda so that five clear days lie before the meeting."""
    day, counted = held_on, 0
    while counted < CLEAR_DAYS:
        day -= timedelta(days=1)
        counted += is_working_day(day)
    return day - timedelta(days=1)


def open_until(held_on: date) -> date:
    """The last day of the six years that begin with the day of the meeting."""
    try:
        anniversary = held_on.replace(year=held_on.year + YEARS_KEPT)
    except ValueError:
        anniversary = date(held_on.year + YEARS_KEPT, 3, 1)
    return anniversary - timedelta(days=1)


def notice_in_words(published_on: date | None, held_on: date | None) -> str:
    """Whether the agenda was open five clear days before the meeting."""
    if held_on is None:
        return "Five clear days: not known, the meeting has no date."
    if published_on is None:
        latest = in_words(latest_publication(held_on))
        return (
            "Five clear days: not known, no date of publication. "
            f"The agenda had to be open by {latest}."
        )
    count = clear_days(published_on, held_on)
    verdict = "kept" if count >= CLEAR_DAYS else "not kept"
    days = "1 clear day" if count == 1 else f"{count} clear days"
    return (
        f"Five clear days: {verdict}. {days} lie between publication on {in_words(published_on)} "
        f"and the meeting on {in_words(held_on)}, counted without Saturdays, Sundays and bank "
        "holidays in England."
    )


def keeping_in_words(held_on: date | None, today: date) -> str:
    """Until when agenda, reports and minutes must stay open to the public."""
    if held_on is None:
        return "Six years of keeping: not known, the meeting has no date."
    last = open_until(held_on)
    if last < today:
        return f"Six years of keeping: over since {in_words(last)}; the papers may stay open."
    return f"Six years of keeping: the papers must stay open until {in_words(last)}."


def approval_in_words(approved: bool, approved_on: date | None) -> str:
    """Whether a later meeting approved the minutes, and when."""
    if not approved:
        return "Minutes: a draft, not approved yet."
    return (
        f"Minutes: approved {f'on {in_words(approved_on)}' if approved_on else '(no date known)'}."
    )


def in_words(day: date) -> str:
    return f"{day:%-d %B %Y}"
