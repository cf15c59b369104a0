"""Counts days as councils do: month ends, the named years, what comes next after a meeting."""

from calendar import monthrange
from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

# The month each kind of year begins in.
YEAR_STARTS = {"calendar": 1, "financial": 4, "municipal": 5, "academic": 9}
SEASON_ENDS = {"winter": 2, "spring": 5, "summer": 8, "autumn": 11}
# Outside these years a date is a slip of the pen, and counting on could leave the calendar.
_YEARS = range(1000, 8000)


def is_countable(day: date) -> bool:
    return day.year in _YEARS


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_on(day: date, months: int) -> date:
    """The same day so many months on, or the month's last."""
    return day + relativedelta(months=months)


def days_on(day: date, days: int) -> date:
    return day + timedelta(days=days)


def working_days_on(day: date, days: int) -> date:
    """So many days on that are no weekend and no bank holiday in England."""
    closed = holidays.country_holidays("GB", subdiv="ENG")
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5 and day not in closed
    return day


def month_after(day: date, month: int, *, ending: bool = False) -> date:
    """The end of the next such month that begins (or, if `ending`, ends) after a day."""
    last = month_end(day.year, month)
    passed = last <= day if ending else date(day.year, month, 1) <= day
    return month_end(day.year + 1, month) if passed else last


def season_after(day: date, season: str, *, ending: bool = False) -> date:
    """The end of the next such season that begins (or ends) after a day."""
    last = SEASON_ENDS[season]
    for year in (day.year, day.year + 1, day.year + 2):
        end = month_end(year, last)
        start = date(year, last, 1) + relativedelta(months=-2)
        if (end if ending else start) > day:
            return end
    return month_end(day.year + 2, last)


def year_start(day: date, kind: str, *, current: bool = False) -> date:
    """When the next year of a kind begins after a day, or when the one it falls in began."""
    start = date(day.year, YEAR_STARTS[kind], 1)
    if current:
        return start if start <= day else start + relativedelta(years=-1)
    return start if start > day else start + relativedelta(years=1)


def year_end(start: date) -> date:
    return start + relativedelta(years=1, days=-1)
