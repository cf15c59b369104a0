"""Reads times that have a name: days, months, seasons, quarters, years and meetings."""

import re
from collections.abc import Iterator
from datetime import date

from dateutil.relativedelta import relativedelta

from .dates import (
    SEASON_ENDS,
    month_after,
    month_end,
    season_after,
)
from .named_years import YEAR_READERS
from .when import Found, Precision, When, reader

_NAMES = (
    "January February March April May June July August September October November December".split()
)
_MONTHS = {name[:3]: number for number, name in enumerate(_NAMES, 1)}
_MONTH = rf"(?P<month>{'|'.join(_NAMES)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NEXT_YEAR = r"(?P<next>\s(?:(?:of\s)?next\syear|of\sthe\s(?:following|new)\syear))"
_END_OF = r"(?:(?P<ends>(?:the\s)?end\sof\s)(?:the\s)?(?:month\sof\s)?)?"
# A month or season without a year is a time only behind one of these.
_LEADS = r"(?:in|by|on|for|before|during|until|to|at|from|of|than|around|each|every|next|this|within|and|the|its|mid-?|early|late)"


def named_times(text: str, held_on: date | None) -> Iterator[When]:
    """The named times of a text, the longest reading of each first."""
    for pattern, read in (*_READERS, *YEAR_READERS):
        for match in pattern.finditer(text):
            found = read(match, held_on)
            if found is not None:
                yield When(match.start(), match.end(), *found)


def _day(match: re.Match[str], held_on: date | None) -> Found:
    day, month = int(match["day"]), _MONTHS[match["month"][:3]]
    if match["year"]:
        found = _date(int(match["year"]), month, day)
        return (found, Precision.DAY) if found else None
    years = range(held_on.year, held_on.year + 5) if held_on else ()
    days = (_date(year, month, day) for year in years)
    return next((d for d in days if d and held_on and d > held_on), None), Precision.DAY


def _figures(match: re.Match[str], held_on: date | None) -> Found:
    year = int(match["year"])
    found = _date(year + 2000 if year < 100 else year, int(match["month"]), int(match["day"]))
    return (found, Precision.DAY) if found else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_and_year(match: re.Match[str], held_on: date | None) -> Found:
    return month_end(int(match["year"]), _MONTHS[match["month"][:3]]), Precision.MONTH


def _month(match: re.Match[str], held_on: date | None) -> Found:
    month = _MONTHS[match["month"][:3]]
    if held_on is None:
        return None, Precision.MONTH
    if match["next"]:
        return month_end(held_on.year + 1, month), Precision.MONTH
    return month_after(held_on, month, ending=bool(match["ends"])), Precision.MONTH


def _this_month(match: re.Match[str], held_on: date | None) -> Found:
    if held_on is None:
        return None, Precision.MONTH
    later = held_on + relativedelta(months=1 if (match["which"] or "").lower() == "next" else 0)
    return month_end(later.year, later.month), Precision.MONTH


def _season(match: re.Match[str], held_on: date | None) -> Found:
    season = match["season"].lower()
    if match["year"]:
        year = int(match["year"]) + (season == "winter")
        return month_end(year, SEASON_ENDS[season]), Precision.SEASON
    if held_on is None:
        return None, Precision.SEASON
    if match["next"]:
        return month_end(
            held_on.year + 1 + (season == "winter"), SEASON_ENDS[season]
        ), Precision.SEASON
    ending = bool(match["ends"]) or match["this"] is not None
    return season_after(held_on, season, ending=ending), Precision.SEASON


def _meeting(match: re.Match[str], held_on: date | None) -> Found:
    return None, Precision.MEETING


_DAY_NAME = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_READERS = (
    reader(
        rf"{_DAY_NAME}\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?", _day
    ),
    reader(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:20)?\d\d)\b", _figures),
    reader(rf"\b{_END_OF}{_MONTH},?\s(?:of\s)?{_YEAR}(?![/-]\d)", _month_and_year),
    reader(rf"\b(?:{_LEADS}[\s-])+{_END_OF}{_MONTH}(?!\s\d|\w)(?:{_NEXT_YEAR})?", _month),
    reader(
        r"\b(?:in|by|during|within)?\s?(?:(?:(?P<ends>the\send\sof|later)\s)?(?P<which>this|next)|(?:the\s)?end\sof\sthe)\smonth\b(?!\sof)",
        _this_month,
        re.IGNORECASE,
    ),
    reader(
        rf"\b(?P<ends>(?:the\s)?end\sof\s)?(?:(?P<this>this)\s|the\s|early\s|late\s|next\s)*(?P<season>spring|summer|autumn|winter)"
        rf"(?:(?:\sof)?,?\s{_YEAR}(?:[/-]\d\d)?|{_NEXT_YEAR})?\b(?!\s(?:recess|holidays?|break|programme|maintenance|gritting|plan|season))",
        _season,
        re.IGNORECASE,
    ),
    reader(
        r"\b(?:the|its|their|our|each|every|this\s\w+'s|first|'s)\s(?:(?:very\s)?next|first|following|forthcoming|ordinary|scheduled)\s"
        r"(?:(?:available|ordinary|scheduled|formal|full|suitable|appropriate|public|programmed|possible|regular)\s)*"
        r"(?:[\w'&-]+\s){0,6}?(?:meeting|cycle)\b(?:\sof\s(?:this|the)\s(?:[\w'&-]+\s){0,6}?(?:Committee|Panel|Board|Forum|Council|Executive|Cabinet))?"
        r"|\b(?:each|every|next)\smeeting\b|\bnext\s(?:Committee|Panel)\b|\bnext\stime\b|\bthe\smeeting\safter\snext\b",
        _meeting,
        re.IGNORECASE,
    ),
)
