"""The day by which a text asks for something to be done."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from .dates import is_countable
from .promises import find_promises, plain_signs, times_of
from .when import Precision, When

_LAST = r"(?:by|before|prior\sto|ahead\sof|within|no\slater\sthan|not\slater\sthan|until)"
_LEAD = rf"\b(?:(?P<last>(?:on\sor\s)?{_LAST})|(?P<loose>in|during|after))"
_HOUR = r"(?:(?:noon|midday|midnight|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|(?:the\s)?close\sof\s(?:business|play))\s(?:on\s)?)?"
# The lead stands right before the time, or is the time's own first word.
_BEFORE_TIME = re.compile(
    rf"{_LEAD}\s(?:no\slater\sthan\s|at\sthe\slatest\s)?{_HOUR}(?:the\s|about\s|around\s|early\s|late\s|mid-?\s?)*$",
    re.IGNORECASE,
)
_IN_TIME = re.compile(rf"{_LEAD}\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:,]\s|\s(?:and|but)\s(?:that|to)\s|\swhich\s|\swho\s")
_VERBS = re.compile(
    r"\b(?:(?P<past>was|were|had|has|have|is|are|did|been\s(?=\w+ed\b))|(?P<coming>be|to|will|shall|would|should|must|can|may))\b"
)
_NOT = re.compile(r"\b(?:not|never|nothing|no)\b")
_DONE = re.compile(r"\bbe\s(?:\w+ly\s)?\w+(?:\s(?:out|up|again|back|on|place))?\s$")
_EVENT_WORDS = re.compile(r"[^,;:.()]{0,80}?(?=[,;:.()]|$|\s(?:and|but|or)\s)")


class Reckoning(StrEnum):
    """How the day follows from the words; the last two give none."""

    PRINTED = "printed"
    PERIOD = "period"
    MEETING = "meeting"
    LATER_MEETING = "later_meeting"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when something is to be done: text[start:end] says so in `phrase`.

    `due_on` is the last day that the words allow; None where they count from the meeting and
    its date is not known, from some event, or to a meeting without a date.
    """

    start: int
    end: int
    phrase: str
    due_on: date | None
    reckoning: Reckoning


def deadline(text: str, held_on: date | None) -> Deadline | None:
    """The first day by which the text asks for something; of words without a date the first."""
    if held_on and not is_countable(held_on):
        held_on = None
    found = list(_deadlines(text, held_on))
    dated = [each for each in found if each.due_on]
    return min(dated, key=lambda each: each.due_on, default=None) or next(iter(found), None)


def _deadlines(text: str, held_on: date | None) -> Iterator[Deadline]:
    signs = plain_signs(text)
    led = [time for time in times_of(signs, held_on) if not time.recurs]
    limits = [limit for time in led if (limit := _limit(signs, time, held_on))]
    reports = [p for p in find_promises(text, held_on) if p.precision is not Precision.UNKNOWN]
    missed = [p for p in reports if not any(p.start <= t.start < p.end for t in limits)]
    for time in sorted([*limits, *missed], key=lambda time: time.start):
        reckoning = _reckoning(signs, time)
        yield Deadline(time.start, time.end, text[time.start : time.end], time.due_on, reckoning)


def _limit(text: str, time: When, held_on: date | None) -> When | None:
    """The time with the word that makes it a limit; None where no such word leads it."""
    lead = _BEFORE_TIME.search(text[: time.start]) or _IN_TIME.match(text, time.start, time.end)
    if lead is None or not _asks(text, lead, time, held_on):
        return None
    limit = replace(time, start=lead.start())
    if time.precision is Precision.UNKNOWN:
        return replace(limit, end=_EVENT_WORDS.match(text, time.end).end())
    if lead[0].lower().startswith(("before", "prior", "ahead")):
        return replace(limit, due_on=_day_before(text[time.start : time.end], time))
    return limit


def _asks(text: str, lead: re.Match[str], time: When, held_on: date | None) -> bool:
    """Whether the words ask for something, rather than tell of the past or of a sum of money."""
    before = text[: lead.start()]
    clause = _CLAUSE.split(before)[-1]
    verbs = list(_VERBS.finditer(clause))
    if verbs and verbs[-1]["past"]:
        return False
    if lead["last"]:
        # "Not before 1 April" is when something may begin.
        is_end = lead["last"].lower() in ("by", "within") or lead["last"].lower().endswith("than")
        return is_end or _NOT.search(clause) is None
    if lead["loose"].lower() == "after":
        return time.precision not in (Precision.UNKNOWN, Precision.MEETING) and bool(verbs)
    if time.precision is Precision.YEAR:
        return _DONE.search(before) is not None
    return bool(verbs) or held_on is not None


def _day_before(words: str, time: When) -> date | None:
    """The day before a period begins; "before the end of" it is its last day."""
    if time.due_on is None or re.search(r"\bend\sof\b|\blater?\b", words, re.IGNORECASE):
        return time.due_on
    months = {Precision.MONTH: 1, Precision.SEASON: 3, Precision.YEAR: 12}.get(time.precision, 0)
    if re.search(r"\b(?:start|beginning|early)\b", words, re.IGNORECASE):
        months = 1
    begins = time.due_on + timedelta(days=bool(months)) - relativedelta(months=months)
    return begins - timedelta(days=1)


def _reckoning(text: str, time: When) -> Reckoning:
    if time.precision is Precision.UNKNOWN:
        return Reckoning.EVENT
    if time.precision is Precision.MEETING:
        return Reckoning.LATER_MEETING
    words = text[time.start : time.end]
    if not any(each.due_on for each in times_of(words, None)):
        return Reckoning.MEETING
    return Reckoning.PRINTED if time.precision is Precision.DAY else Reckoning.PERIOD
