"""Reads a source text: the one door of this package."""

from dataclasses import replace

from .assembly import read_item
from .coverage import page_spans, unclaimed
from .document import Page, PageKind, ParsedDocument, ParseWarning, Span
from .garbage import no_collecting
from .headings import mark_lines
from .issue import read_issue
from .kinds import NotMinutes, find_kind
from .lines import Line, is_scattered, line_passage, split_lines
from .meeting import read_meeting
from .register import read_register
from .tables import split_tables

_READERS = {
    PageKind.AGENDA_ITEM: read_item,
    PageKind.MEETING: read_meeting,
    PageKind.ISSUE: read_issue,
    PageKind.DECISIONS: read_register,
}


@no_collecting()
def parse_document(text: str, page_kind: PageKind | None = None) -> ParsedDocument:
    """Reads the text of one page; spans in the result count its characters.

    `page_kind` overrides what the text itself says it is. Raises `NotMinutes` where the text is
    no page of ours at all; whatever else is odd is kept and warned of.
    """
    if is_scattered(text):
        raise NotMinutes("This text is thousands of lines of a few signs each, not sentences.")
    printed = split_lines(text)
    lines = mark_lines(split_tables(printed))
    if not lines:
        raise NotMinutes("This text is empty: there is no line to read.")
    kind = page_kind or find_kind(lines)
    warnings: list[ParseWarning] = []
    navigation: list[Span] = []
    page: Page = _READERS[kind](text, lines, warnings, navigation)
    page = _with_rest(printed, page, navigation)
    warnings = [_on_one_line(text, warning) for warning in warnings]
    warnings.sort(key=lambda warning: (warning.span.start, warning.code))
    return ParsedDocument(
        kind, page, tuple(warnings), tuple(sorted(navigation, key=lambda span: span.start))
    )


def _with_rest(printed: list[Line], page: Page, navigation: list[Span]) -> Page:
    """The page with the lines that nothing of it holds, such as the end of a broken line."""
    rest = unclaimed(printed, [*navigation, *page_spans(page)])
    return replace(page, other=(*page.other, *map(line_passage, rest))) if rest else page


def _on_one_line(text: str, warning: ParseWarning) -> ParseWarning:
    """The warning with its span cut at the end of its line; a broken line was read as one."""
    start, end = warning.span.start, warning.span.end
    first = text[start:end].splitlines()[0].rstrip()
    if len(first) == end - start:
        return warning
    return replace(warning, span=Span(start, start + len(first)))
