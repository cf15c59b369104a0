"""Which reports a resolution promises, and when each is due."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.parsing.document import ParsedResolution, Span

from .counted_times import counted_times, recurring_times
from .dates import is_countable, months_on
from .named_times import named_times
from .report_phrases import ReportPhrase, find_report_phrases
from .when import Precision, Recurrence, When

_SIGNS = str.maketrans("‘’‛`“”–—‑\xa0", "''''\"\"--- ")
# What is due after some event has no date, whatever dates the event's own words hold.
_EVENT = re.compile(
    r"\b(?:when|once|after|following|upon|on\s(?:the\s)?completion|as\ssoon\sas|until\safter|before|prior\sto|pending|if|should|unless|ahead\sof|in\stime\sfor)\b(?P<words>[^,;.]*)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:^|^That,?\s|[.;,:]\s(?:and\s)?(?:that,?\s)?)$")


@dataclass(frozen=True, slots=True)
class ExpectedReport:
    """A report, or the item itself, that a resolution promises to members.

    `phrase` is text[span.start:span.end] of the resolution's text, or of the sub-point whose
    place `sub_point` gives. `due_on` is the last day the phrase allows, the first of them for a
    recurring report; None where the words, or the meeting's date, do not tell it.
    """

    resolution: int
    phrase: str
    span: Span
    sub_point: int | None
    due_on: date | None
    precision: Precision
    recurs: Recurrence | None


def expected_reports(
    resolutions: Sequence[ParsedResolution], held_on: date | None = None
) -> tuple[ExpectedReport, ...]:
    """Every promise of one item's resolutions, in the order of the text."""
    return tuple(
        _expected(text, promise, resolution=index, sub_point=place)
        for index, resolution in enumerate(resolutions)
        for place, text in _texts(resolution)
        for promise in find_promises(text, held_on)
    )


def _texts(resolution: ParsedResolution) -> list[tuple[int | None, str]]:
    return [
        (None, resolution.text.text),
        *((k, each.text) for k, each in enumerate(resolution.sub_points)),
    ]


def _expected(
    text: str, promise: When, *, resolution: int, sub_point: int | None
) -> ExpectedReport:
    return ExpectedReport(
        resolution,
        text[promise.start : promise.end],
        Span(promise.start, promise.end),
        sub_point,
        promise.due_on,
        promise.precision,
        promise.recurs,
    )


def find_promises(text: str, held_on: date | None) -> list[When]:
    """When the reports that a text promises are due; each spans the promise and its time."""
    if held_on and not is_countable(held_on):
        return [replace(promise, due_on=None) for promise in find_promises(text, None)]
    signs = plain_signs(text)
    phrases = find_report_phrases(signs)
    if not phrases:
        return []
    times = times_of(signs, held_on)
    found: list[When] = []
    floor = 0
    for phrase, following in zip(phrases, [*phrases[1:], None], strict=True):
        end = following.start if following else len(signs)
        near = [time for time in times if floor <= time.start < end]
        promises = [] if phrase.conditional and found else _promised(signs, phrase, near)
        if following and not following.named and _is_idle(promises):
            continue
        found += promises
        floor = max([floor, phrase.end, *(promise.end for promise in promises)])
    return found


def plain_signs(text: str) -> str:
    """The text with plain quotation marks, dashes and spaces, each in its place."""
    return text.translate(_SIGNS)


def _is_idle(promises: Sequence[When]) -> bool:
    """ "Prepare a report and submit it in May": the first half says no time of its own."""
    return all(promise.precision is Precision.UNKNOWN for promise in promises)


def times_of(text: str, held_on: date | None) -> list[When]:
    """The times of a text in order; none before the meeting, none of an event without a date."""
    found = [
        *named_times(text, held_on),
        *counted_times(text, held_on),
        *recurring_times(text, held_on),
    ]
    found.sort(key=lambda time: (time.start, -time.end))
    events = [match.span("words") for match in _EVENT.finditer(text)]
    kept: list[When] = []
    for time in found:
        over = kept and time.start < kept[-1].end
        past = held_on and time.due_on and time.due_on < held_on
        if not over and not past and not _is_of_event(time, events):
            kept.append(time)
    return kept


def _is_of_event(time: When, events: Sequence[tuple[int, int]]) -> bool:
    """Inside an event's words, unless they begin with it: "before 31 March"."""
    return not time.recurs and any(start + len(" the ") < time.start < end for start, end in events)


def _promised(text: str, phrase: ReportPhrase, times: Sequence[When]) -> list[When]:
    recurring = [t for t in times if t.repeats_in and not t.later and t.start >= phrase.start]
    later = [t for t in times if t.later]
    single = _single(text, phrase, times, recurs=bool(recurring))
    if recurring:
        first = _recurring(recurring[0], single, phrase)
    elif single:
        first = replace(single, recurs=_each_year(text, single))
    elif phrase.needs_time:
        return []
    else:
        first = When(phrase.start, phrase.end, None, Precision.UNKNOWN)
    first = replace(first, start=min(first.start, phrase.start), end=max(first.end, phrase.end))
    return [first, *(_thereafter(first, time) for time in later[:1])]


def _single(text: str, phrase: ReportPhrase, times: Sequence[When], *, recurs: bool) -> When | None:
    """The time the report itself is given: behind its verb, else where the clause begins."""
    plain = [
        time
        for time in times
        if not time.repeats_in
        and (phrase.put_off or not time.lasting)
        and not (recurs and _is_last(text, time))
    ]
    behind = [time for time in plain if time.start >= phrase.verb]
    return next(iter(behind), None) or next((t for t in plain if _opens(text, t)), None)


def _is_last(text: str, time: When) -> bool:
    """ "Quarterly until March 2025": when it ends, not when it is due."""
    return text[: time.end].rpartition(" until ")[2] == text[time.start : time.end] or text[
        time.start : time.end
    ].lower().startswith("until")


def _opens(text: str, time: When) -> bool:
    return _OPENING.search(text[: time.start]) is not None


def _recurring(recurring: When, single: When | None, phrase: ReportPhrase) -> When:
    """Due first at the time that is named, else one period after the meeting."""
    if single is None or single.precision is Precision.MEETING and single.start < phrase.verb:
        return recurring
    start, end = min(recurring.start, single.start), max(recurring.end, single.end)
    return replace(single, start=start, end=end, recurs=recurring.recurs)


def _each_year(text: str, time: When) -> Recurrence | None:
    is_each = re.match(r"(?:(?:in|by|at)\s)?(?:each|every)\b", text[time.start : time.end])
    return Recurrence.ANNUAL if is_each and time.precision is Precision.MONTH else None


def _thereafter(first: When, time: When) -> When:
    """ "Annually thereafter" counts from the first report."""
    due_on = months_on(first.due_on, time.repeats_in) if first.due_on else None
    return replace(time, due_on=due_on, precision=Precision.MONTH)
