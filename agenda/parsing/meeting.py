"""Reads a whole meeting's page: its head, then its items one after the other."""

from .assembly import read_item
from .dates import DATE
from .document import ParsedAgendaItem, ParsedMeeting, ParseWarning, Span
from .doubts import Doubt, warn
from .headings import mark_lines
from .item_starts import NUMBER_ALONE, NUMBERED, find_items, items_from
from .kinds import refuse_too_many
from .lines import Line, cut_line, passage
from .meeting_head import MeetingHead


def read_meeting(
    source: str, lines: list[Line], warnings: list[ParseWarning], navigation: list[Span]
) -> ParsedMeeting:
    """The meeting's page that marked lines make."""
    first = items_from(lines)
    starts = find_items(lines, first)
    refuse_too_many(starts, "items")
    head_end = starts[0] if starts else (first or len(lines))
    bounds = [*starts, len(lines)]
    items = tuple(
        _read_numbered(source, lines[a:b], warnings, navigation)
        for a, b in zip(bounds, bounds[1:], strict=False)
    )
    head = MeetingHead(source, lines[:head_end])
    navigation += head.navigation
    page = head.meeting(Span(lines[0].start, lines[-1].end), items, lines[: bounds[0]])
    _warn(page, lines, warnings)
    return page


def _warn(page: ParsedMeeting, lines: list[Line], warnings: list[ParseWarning]) -> None:
    if page.committee is None:
        warnings.append(warn(Doubt.NO_COMMITTEE, lines[0]))
    if not page.items:
        warnings.append(warn(Doubt.NO_ITEMS, lines[0]))
    if page.held_on is None:
        dated = next((line for line in lines if DATE.search(line.raw[:2000])), None)
        if dated:
            warnings.append(warn(Doubt.DATE_NOT_OF_MEETING, dated))


def _read_numbered(
    source: str, lines: list[Line], warnings: list[ParseWarning], navigation: list[Span]
) -> ParsedAgendaItem:
    first = lines[0]
    match = NUMBER_ALONE.match(first.raw) or NUMBERED.match(first.raw)
    if match is None:
        return read_item(source, lines, warnings, navigation)
    start, end = match.span("number")
    number = passage(source, first.start + start, first.start + end)
    rest = lines[1:]
    if match.end() < len(first.raw):
        rest = mark_lines([cut_line(first, match.end(), len(first.raw))]) + rest
    return read_item(source, rest or lines[:1], warnings, navigation, number)
