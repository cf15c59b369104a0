"""Reads times that are counted ("in six weeks") and times that come back ("every quarter")."""

import re
from collections.abc import Iterator
from datetime import date

from .dates import days_on, months_on, working_days_on
from .when import Precision, Recurrence, When

_COUNTS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "sixty": 60, "ninety": 90, "twenty-four": 24, "thirty-six": 36}
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")\b"
_UNIT = r"(?P<unit>(?:working|clear|calendar)?\s?(?:days?|weeks?|months?|years?|fortnights?|quarters?))\b"
_SOFTLY = r"(?:(?:the\s)?(?:next|coming|following)\s|a\sfurther\s|about\s|around\s|approximately\s|no\smore\sthan\s|(?:a\s)?(?:maximum|period)\sof\s|at\sleast\s)*"
# "From now", "of this meeting": the count starts with the meeting; any other start is an event.
_FROM_HERE = r"(?:now|today|(?:the\sdate\sof\s)?(?:this|the|today's)\s(?:meeting|decision)|the\sdate\shereof)"
_COUNTED = re.compile(
    rf"\b(?:(?P<lead>in|within|after|over|at|for|no\slater\sthan|not\slater\sthan)\s)?{_SOFTLY}(?P<number>{NUMBER})(?:\s?(?:-|to|or)\s?(?P<upper>{NUMBER}))?"
    rf"[\s-]{_UNIT}(?P<time>'?s?'?\stime\b|')?(?:\s(?P<here>(?:from|of|after|following)\s{_FROM_HERE}|hence|on\b(?!\sfrom))|\s(?P<event>(?:after|following|from|of|before|prior\sto|into|later)\b))?",
    re.IGNORECASE,
)
_RECURRENCES = (
    (
        Recurrence.SIX_MONTHLY,
        6,
        r"(?:six|6)[\s-]monthly|half[\s-]yearly|bi-?annual(?:ly)?|twice[\s-](?:(?:a|each|every|per)\s)?year(?:ly)?|every\s(?:six|6)\smonths|every\shalf[\s-]year"
        r"|two\stimes\sa\syear|(?:six|6)[\s-]month(?:ly)?\sintervals",
    ),
    (
        Recurrence.QUARTERLY,
        3,
        r"quarterly|(?:three|3)[\s-]monthly|every\s(?:three|3)\smonths|(?:every|each)\squarter|once\sa\squarter|four\stimes\s(?:a|each|per)\syear|(?:three|3)[\s-]month(?:ly)?\sintervals",
    ),
    (
        Recurrence.ANNUAL,
        12,
        r"annual(?:ly)?|yearly|(?:every|each)\syear|(?:every|each)\s(?:twelve|12)\smonths|every\s(?:twelve|12)\smonths|once\s(?:a|each|every|per)\syear|per\sannum|(?:twelve|12)[\s-]monthly",
    ),
    (Recurrence.MONTHLY, 1, r"monthly|(?:every|each)\smonth|once\sa\smonth"),
    (
        None,
        0,
        rf"every\s(?P<every>{NUMBER}|other|second)\s(?P<of>weeks?|months?|years?)|fortnightly|weekly|(?:every|each)\sweek|bi-?monthly|biennial(?:ly)?",
    ),
)
_RECURRING = tuple(
    (
        recurrence,
        months,
        re.compile(
            rf"(?P<before>\bthereafter,?\s(?:on\san?\s)?)?(?<![\w-])(?:{words})\b(?:\s(?:basis|intervals))?(?P<later>,?\s(?:thereafter|after\sthat|from\sthen\son|afterwards))?",
            re.IGNORECASE,
        ),
    )
    for recurrence, months, words in _RECURRENCES
)


def counted_times(text: str, held_on: date | None) -> Iterator[When]:
    """Counted periods; those that start from some event are of unknown date."""
    for match in _COUNTED.finditer(text):
        if not _is_adverbial(match):
            continue
        if match["event"]:
            yield When(match.start(), match.end(), None, Precision.UNKNOWN)
            continue
        number = _value(match["upper"] or match["number"])
        due_on, precision = _counted(number, match["unit"].lower(), held_on)
        lasting = (match["lead"] or "").lower() == "for" and not match["time"]
        yield When(match.start(), match.end(), due_on, precision, lasting=lasting)


def _is_adverbial(match: re.Match[str]) -> bool:
    """ "In 12 months" and "12 months' time", but not the "12 month lease" or a bare duration."""
    plural = match["unit"].lower().endswith("s") or _value(match["number"]) == 1
    if match["unit"].lower().endswith("s") and match["time"] == "'" and not match["event"]:
        return False
    return plural and bool(match["lead"] or match["time"] or match["here"] or match["event"])


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _COUNTS[number.lower()]


def _counted(number: int, unit: str, held_on: date | None) -> tuple[date | None, Precision]:
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit.split()[-1].rstrip("s"), 0)
    precision = Precision.MONTH if months else Precision.DAY
    if held_on is None:
        return None, precision
    if months:
        return months_on(held_on, months * number), precision
    if unit.startswith("working"):
        return working_days_on(held_on, number), precision
    days = {"week": 7, "fortnight": 14}.get(unit.split()[-1].rstrip("s"), 1)
    return days_on(held_on, days * number), precision


def recurring_times(text: str, held_on: date | None) -> Iterator[When]:
    """What comes back: due for the first time one period after the meeting."""
    for recurrence, months, pattern in _RECURRING:
        for match in pattern.finditer(text):
            later = bool(match["before"] or match["later"])
            if recurrence:
                due_on, precision = _counted(months, "month", held_on)
            else:
                due_on, precision = _odd_interval(match, held_on)
            yield When(match.start(), match.end(), due_on, precision, recurrence, months, later)


def _odd_interval(match: re.Match[str], held_on: date | None) -> tuple[date | None, Precision]:
    """An interval without a name of its own here: every two years, weekly."""
    words = match[0].lower()
    if match["every"]:
        number = 2 if match["every"].lower() in ("other", "second") else _value(match["every"])
        return _counted(number, match["of"].lower(), held_on)
    for start, number, unit in (("bienn", 2, "year"), ("bi", 2, "month"), ("fort", 2, "week")):
        if words.startswith(start):
            return _counted(number, unit, held_on)
    return _counted(1, "week", held_on)
