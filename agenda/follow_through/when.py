"""A time that a text names."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    MEETING = "meeting"
    UNKNOWN = "unknown"


class Recurrence(StrEnum):
    ANNUAL = "annual"
    SIX_MONTHLY = "six-monthly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"


@dataclass(frozen=True, slots=True)
class When:
    """The words from `start` to `end` and the last day they allow.

    `due_on` is None where the meeting's date is needed and not known, or where no date can be
    made of the words. `repeats_in` counts the months between recurring reports; `later` says
    that they only begin after another one ("annually thereafter"), and `lasting` is for how long rather than when
    ("for six months").
    """

    start: int
    end: int
    due_on: date | None
    precision: Precision
    recurs: Recurrence | None = None
    repeats_in: int = 0
    later: bool = False
    lasting: bool = False


# The last day of a period, and how exactly it was named; None where the words name none.
Found = tuple[date | None, Precision] | None
Read = Callable[[re.Match[str], date | None], Found]


def reader(
    pattern: str, read: Read, flags: re.RegexFlag = re.NOFLAG
) -> tuple[re.Pattern[str], Read]:
    """A wording and the function that tells its date from a match and the meeting's date."""
    return re.compile(pattern, flags), read
