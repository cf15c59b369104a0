"""Reads years and their quarters: calendar, financial, municipal, academic."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from .dates import YEAR_STARTS, month_end, year_end, year_start
from .when import Found, Precision, reader

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_KIND = r"(?P<kind>financial|municipal|civic|council|calendar|academic|school)"
_KINDS = {"civic": "municipal", "council": "municipal", "school": "academic"}
_PART = r"(?:(?P<early>early\s(?:in|on\sin)\s|(?:at\s)?the\s(?:start|beginning)\sof\s|early\s)|(?P<ends>(?:the\s)?end\sof\s|late(?:r)?\s(?:in\s)?))?"
_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}
_NEW = r"(?P<new>next|new|following|forthcoming|coming|ensuing)"


def _quarter(match: re.Match[str], held_on: date | None) -> Found:
    """A quarter of a stated year, or of the one that the meeting falls in if it is still to end."""
    number = _QUARTERS.get((match["nth"] or "").lower()) or int(match["q"])
    financial = bool(match["kind"] and match["kind"].lower() != "calendar" or match["second"])
    kind = "financial" if financial else "calendar"
    if match["year"]:
        start = date(int(match["year"]), YEAR_STARTS[kind], 1)
        return _quarter_end(start, number), Precision.SEASON
    if held_on is None:
        return None, Precision.SEASON
    start = year_start(held_on, kind, current=not match["new"])
    end = _quarter_end(start, number)
    return (
        end if end > held_on else _quarter_end(start + relativedelta(years=1), number)
    ), Precision.SEASON


def _quarter_end(year: date, number: int) -> date:
    return year + relativedelta(months=3 * number, days=-1)


def _next_quarter(match: re.Match[str], held_on: date | None) -> Found:
    if held_on is None:
        return None, Precision.SEASON
    quarters_on = 0 if match["ends"] and not match["new"] else 1
    first = date(held_on.year, 3 * ((held_on.month - 1) // 3) + 1, 1)
    return _quarter_end(first + relativedelta(months=3 * quarters_on), 1), Precision.SEASON


def _years(match: re.Match[str], held_on: date | None) -> Found:
    """ "2023/24", which is a financial year unless called another."""
    named = (match["kind"] or match["kind_behind"] or "financial").lower()
    start = date(int(match["year"]), YEAR_STARTS[_KINDS.get(named, named)], 1)
    return _of_year(start, early=bool(match["early"]))


def _one_year(match: re.Match[str], held_on: date | None) -> Found:
    return _of_year(date(int(match["year"]), 1, 1), early=bool(match["early"]))


def _relative_year(match: re.Match[str], held_on: date | None) -> Found:
    """ "The new municipal year" begins after the meeting; "the end of the year" is of its own."""
    kind = (match["kind"] or "calendar").lower()
    precision = Precision.SEASON if match["early"] else Precision.YEAR
    if held_on is None:
        return None, precision
    start = year_start(
        held_on, _KINDS.get(kind, kind), current=not (match["new"] or match["early"])
    )
    if not match["early"] and year_end(start) <= held_on:
        start += relativedelta(years=1)
    return _of_year(start, early=bool(match["early"]))


def _end_of_year(match: re.Match[str], held_on: date | None) -> Found:
    last = date(held_on.year, 12, 31) if held_on else None
    if last == held_on and held_on:
        last = date(held_on.year + 1, 12, 31)
    return last, Precision.YEAR


def _of_year(start: date, *, early: bool) -> Found:
    """Early in a year is its first month: the new municipal year "is" May."""
    if early:
        return month_end(start.year, start.month), Precision.SEASON
    return year_end(start), Precision.YEAR


YEAR_READERS = (
    reader(
        rf"\b(?:(?P<nth>{'|'.join(_QUARTERS)})\squarter|(?:Q|quarter\s)(?P<q>[1-4]))"
        rf"(?:,?\s(?:of\s|in\s)?(?:the\s)?(?:{_NEW}\s)?(?:{_KIND}\syear\s?)?(?:{_YEAR}(?P<second>[/-](?:20)?\d\d)?)?)?",
        _quarter,
        re.IGNORECASE,
    ),
    reader(
        rf"\b(?P<ends>the\send\sof\s)?(?:the\s)?(?:{_NEW}|this|current|of\sthe|the)\s(?:financial\s)?quarter\b",
        _next_quarter,
        re.IGNORECASE,
    ),
    reader(
        rf"\b{_PART}(?:the\s)?(?:{_KIND}\syear\s)?{_YEAR}[/-](?:20)?\d\d\b(?:\s(?P<kind_behind>financial|municipal|civic|council|academic|school)\syear)?",
        _years,
        re.IGNORECASE,
    ),
    reader(
        r"\b(?:(?:in|by|during|before|for|of|until)\s|(?=early\s|late\s|at\sthe\s(?:start|beginning)\s))"
        rf"{_PART}(?:the\s(?:calendar\s)?year\s)?{_YEAR}\b(?![/-]\d)",
        _one_year,
        re.IGNORECASE,
    ),
    reader(
        rf"\b(?:in|by|during|before|at|within|for|from)?\s?{_PART}(?:the\s)?(?=(?:\w+\s){{1,2}}year)(?:(?:{_NEW}|current|this|present)\s)?(?:{_KIND}\s)?year\b"
        r"(?!'?s?\s(?:budget|programme|plan|report|work))",
        _relative_year,
        re.IGNORECASE,
    ),
    reader(
        r"\b(?:by|before|at|towards)\sthe\send\sof\sthe\syear\b|\b(?:later|late)\sin\sthe\syear\b",
        _end_of_year,
        re.IGNORECASE,
    ),
)
