"""Reads dates and periods: "8th October 2015", "in November", "in 12 months", "quarterly"."""

import re
from datetime import date

from .document import ParsedDate, Span
from .lines import passage

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(),
        1,
    )
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+of)?[\s,]+(?P<month>{_MONTH}|{_SHORT_MONTH})[\s,]+(?P<year>\d{{4}})\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})\b"
)
MONTHS = _MONTH[3:-1].split("|")
UNITS = "day days week weeks month months year years".split()
RHYTHMS = "annually biannually quarterly monthly fortnightly weekly yearly".split()
SEASONS = "spring summer autumn winter Spring Summer Autumn Winter".split()

_YEAR_OF_MONTH = re.compile(r",?\s+(?P<year>\d{4})\b")
_YEARS = re.compile(r"(?:20|19)\d\d[/-](?:20)?\d\d\b")
_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
# "in" says that a period starts now, and belongs to it.
_COUNT_BEFORE = re.compile(
    rf"(?P<in>\b(?:[Ii]n|[Ww]ithin)\s+)?\b(?:{_NUMBER}|an?)\s+(?:working\s+|calendar\s+)?$"
)
_RHYTHM_BEFORE = re.compile(rf"\b(?:{_NUMBER}|[Hh]alf|[Bb]i)[\s-]$")
_TIME_BEHIND = re.compile(r"[’']?\s+time\b")
# Many a "May" is a verb and many an "April" a person: only these words make a lone month a date.
_MONTH_WORDS = tuple(
    "in by until till during since before after from next last this early late mid of".split()
)
_MONTH_BEFORE = re.compile(rf"\b(?:{'|'.join(_MONTH_WORDS)})[\s-]+$", re.IGNORECASE)
_SEASON_BEFORE = re.compile(
    r"\b(?:(?:in|by|during|until|over|before|after)\s+(?:the\s+)?(?:early\s+|late\s+)?|(?:next|last|this)\s+)$",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"(?:\s+of)?\s+\d{4}\b")
_NAME_BEHIND = re.compile(r"[^\S\r\n]+[A-Z]|[’'-]\w")
_FURTHEST = 32

Found = tuple[Span, str | None]
"""Where a date or period stands, and its normal form where that is not its own words."""


def read_date(text: str, match: re.Match[str]) -> date | None:
    """The day a match of `DATE` names; None for the 31st of February."""
    if match["day"]:
        parts = int(match["year"]), _MONTHS[match["month"][:3].lower()], int(match["day"])
    else:
        parts = int(match["y"]), int(match["m"]), int(match["d"])
    try:
        return date(*parts)
    except ValueError:
        return None


def find_date(source: str, start: int, end: int) -> ParsedDate | None:
    """The first date between two offsets."""
    for match in DATE.finditer(source, start, end):
        if value := read_date(source, match):
            return ParsedDate(value, passage(source, *match.span()))
    return None


def read_day(source: str, match: re.Match[str], end: int) -> Found | None:
    """The date that starts with the number `match`."""
    dated = DATE.match(source, match.start(), end)
    value = read_date(source, dated) if dated else None
    return (Span(*dated.span()), value.isoformat()) if value else None


def read_years(source: str, match: re.Match[str], end: int) -> Found | None:
    """A financial or municipal year: "2031/32"."""
    years = _YEARS.match(source, match.start(), end)
    return (Span(*years.span()), None) if years else None


def read_month(source: str, match: re.Match[str], floor: int, end: int) -> Found | None:
    """ "December 2022" is 2022-12; "in November" is --11, as no year is printed."""
    month = f"{_MONTHS[match[0][:3].lower()]:02}"
    if dated := _YEAR_OF_MONTH.match(source, match.end(), end):
        return Span(match.start(), dated.end()), f"{dated['year']}-{month}"
    words = source[max(floor, match.start() - _FURTHEST) : match.start()].replace("-", " ").rstrip()
    if not words.lower().endswith(_MONTH_WORDS):
        return None
    before = _before(_MONTH_BEFORE, source, match, floor)
    if before is None or _NAME_BEHIND.match(source, match.end(), end):
        return None
    return Span(before, match.end()), f"--{month}"


def read_period(source: str, match: re.Match[str], floor: int, end: int) -> Found | None:
    """ "in 12 months’ time": a unit with the number in front of it; "in" is not in its value."""
    first = max(floor, match.start() - _FURTHEST)
    counted = _COUNT_BEFORE.search(source[first : match.start()])
    if counted is None:
        return None
    behind = _TIME_BEHIND.match(source, match.end(), end)
    span = Span(first + counted.start(), behind.end() if behind else match.end())
    number = first + (counted.end("in") if counted["in"] else counted.start())
    return span, passage(source, number, span.end).text


def read_rhythm(source: str, match: re.Match[str], floor: int, end: int) -> Found | None:
    """ "quarterly", "half-yearly"."""
    before = _before(_RHYTHM_BEFORE, source, match, floor)
    return Span(match.start() if before is None else before, match.end()), None


def read_season(source: str, match: re.Match[str], floor: int, end: int) -> Found | None:
    """ "in the autumn", "next spring", "in summer 2031"."""
    before = _before(_SEASON_BEFORE, source, match, floor)
    if before is None or _NAME_BEHIND.match(source, match.end(), end):
        return None
    year = _YEAR_BEHIND.match(source, match.end(), end)
    return Span(before, year.end() if year else match.end()), None


def _before(words: re.Pattern[str], source: str, match: re.Match[str], floor: int) -> int | None:
    """Where the words in front of `match` start, None where they are not these."""
    first = max(floor, match.start() - _FURTHEST)
    found = words.search(source[first : match.start()])
    return first + found.start() if found else None
