"""Reads "Issue - meetings": one matter over the meetings at which it was considered."""

from .assembly import read_item
from .coverage import page_spans, unclaimed
from .dates import find_date
from .document import (
    ParsedAgendaItem,
    ParsedDate,
    ParsedIssue,
    ParsedIssueMeeting,
    ParseWarning,
    Passage,
    Span,
)
from .kinds import ISSUE_MEETING, refuse_too_many
from .lines import Line, LineKind, line_passage, passage
from .titles import find_title


def read_issue(
    source: str, lines: list[Line], warnings: list[ParseWarning], navigation: list[Span]
) -> ParsedIssue:
    """The issue's page that marked lines make. Raises `NotMinutes` where no issue has so many."""
    headings = {k: found for k, line in enumerate(lines) if (found := _heading(source, line))}
    refuse_too_many(headings, "meetings")
    bounds = [*headings, len(lines)]
    head = lines[: bounds[0]]
    meetings = tuple(
        _read_meeting(source, headings[a], lines[a:b], warnings, navigation)
        for a, b in zip(bounds, bounds[1:], strict=False)
    )
    page = ParsedIssue(Span(lines[0].start, lines[-1].end), _title(source, head), meetings)
    for line in head:
        if line.kind is LineKind.NAVIGATION or line.text.lower().startswith("issue - "):
            navigation.append(Span(line.start, line.end))
    other = tuple(line_passage(line) for line in unclaimed(lines, [*page_spans(page), *navigation]))
    return ParsedIssue(page.span, page.title, meetings, other)


_Heading = tuple[ParsedDate, Passage, Passage | None]


def _heading(source: str, line: Line) -> _Heading | None:
    """ "Meeting: 28/11/2031 - Hartside Area Committee (Item 35)" """
    if line.raw[:7].lower() != "meeting" or len(line.raw) > 300:
        return None
    match = ISSUE_MEETING.match(line.raw)
    held_on = (
        find_date(source, line.start + match.start("date"), line.start + match.end("date"))
        if match
        else None
    )
    if match is None or held_on is None:
        return None
    item = (
        passage(source, line.start + match.start("item"), line.start + match.end("item"))
        if match["item"]
        else None
    )
    return (
        held_on,
        passage(source, line.start + match.start("committee"), line.start + match.end("committee")),
        item,
    )


def _title(source: str, head: list[Line]) -> Passage | None:
    """The last line of the head that is neither the web site's nor a path of pages."""
    named = [
        line
        for line in head
        if line.kind is not LineKind.NAVIGATION and not line.text.lower().startswith("issue - ")
    ]
    heading = next((line for line in head if line.text.lower() == "issue - meetings"), None)
    after = [line for line in named if heading and heading.start < line.start] or named
    if not after:
        return None
    title, _ = find_title(after)
    first, last = title or (after[0], after[0])
    return passage(source, first.start, last.end)


def _read_meeting(
    source: str,
    heading: _Heading,
    lines: list[Line],
    warnings: list[ParseWarning],
    navigation: list[Span],
) -> ParsedIssueMeeting:
    held_on, committee, number = heading
    span = Span(lines[0].start, lines[-1].end)
    if len(lines) == 1:
        return ParsedIssueMeeting(held_on, committee, ParsedAgendaItem(span, number), span)
    item = read_item(source, lines[1:], warnings, navigation, number)
    return ParsedIssueMeeting(held_on, committee, item, span)
