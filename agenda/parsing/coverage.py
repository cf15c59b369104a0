"""Which lines of a source no record holds: there must be none."""

from collections.abc import Iterable, Iterator
from math import inf

from .document import (
    ParsedAction,
    ParsedAgendaItem,
    ParsedContact,
    ParsedDecision,
    ParsedDecisions,
    ParsedDocument,
    ParsedIssue,
    ParsedIssueMeeting,
    ParsedMeeting,
    ParsedParagraph,
    ParsedPoint,
    Passage,
    Span,
)
from .lines import Line, split_lines


def unclaimed_lines(text: str, document: ParsedDocument) -> list[int]:
    """The numbers (from 1) of lines that are neither navigation nor part of any record."""
    taken = [*document.navigation, *page_spans(document.page)]
    return [line.number for line in unclaimed(split_lines(text), taken)]


def unclaimed(lines: Iterable[Line], taken: Iterable[Span]) -> list[Line]:
    """Those of `lines`, which are in order, that overlap none of the spans."""
    spans = iter(sorted([(span.start, span.end) for span in taken if span.end > span.start]))
    free, reached = [], -1
    start, end = next(spans, _NONE)
    for line in lines:
        while start < line.end:
            reached = end if end > reached else reached
            start, end = next(spans, _NONE)
        if reached <= line.start:
            free.append(line)
    return free


_NONE = (inf, inf)


def item_spans(item: ParsedAgendaItem) -> list[Span]:
    """The spans of everything an item holds, without its own and without its references."""
    words = (
        item.number,
        item.title,
        item.overview_and_scrutiny_area,
        *item.background,
        *item.other,
    )
    points = (*item.recommendations, *item.resolutions)
    return field_spans(words, (*points, *item.actions, *item.contacts), item.minutes)


def field_spans(
    words: Iterable[Passage | None],
    records: Iterable[ParsedPoint | ParsedAction | ParsedContact],
    minutes: Iterable[ParsedParagraph],
) -> list[Span]:
    """The spans of an item's fields: its words, its points, actions and contacts, its minutes."""
    spans = [found.span for found in words if found is not None]
    spans += [record.span for record in records]
    spans += [paragraph.text.span for paragraph in minutes]
    return spans


def page_spans(page: object) -> Iterator[Span]:
    """The spans of everything a page holds, without those of the page and its items as a whole."""
    match page:
        case ParsedAgendaItem():
            yield from item_spans(page)
        case ParsedMeeting():
            yield from _meeting_spans(page)
        case ParsedIssue():
            yield from _passages(page.title, *page.other)
            for meeting in page.meetings:
                yield from _issue_meeting_spans(meeting)
        case ParsedDecisions():
            yield from _passages(*page.other)
            for decision in page.decisions:
                yield from _decision_spans(decision)


def _passages(*found: Passage | None) -> Iterator[Span]:
    return (words.span for words in found if words is not None)


def _meeting_spans(page: ParsedMeeting) -> Iterator[Span]:
    date = page.held_on.text if page.held_on else None
    yield from _passages(
        page.committee, date, page.start_time, page.venue, *page.contact_officers, *page.other
    )
    for item in page.items:
        yield from item_spans(item)


def _issue_meeting_spans(meeting: ParsedIssueMeeting) -> Iterator[Span]:
    yield from _passages(meeting.held_on.text, meeting.committee)
    yield from item_spans(meeting.item)


def _decision_spans(decision: ParsedDecision) -> Iterator[Span]:
    dates = (
        decision.decided_on,
        decision.met_on,
        decision.published_on,
        decision.effective_from,
    )
    yield from _passages(
        decision.title,
        decision.reference,
        decision.status,
        decision.decision_maker,
        decision.made_at,
    )
    yield from _passages(*(found.text for found in dates if found))
    yield from item_spans(decision.item)
