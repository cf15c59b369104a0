"""Reads a source text: the one door of this package."""

from .assembly import read_item
from .document import Page, PageKind, ParsedDocument, ParseWarning, Span
from .headings import mark_lines
from .issue import read_issue
from .kinds import NotMinutes, find_kind
from .lines import is_scattered, split_lines
from .meeting import read_meeting
from .register import read_register
from .tables import split_tables

_READERS = {
    PageKind.AGENDA_ITEM: read_item,
    PageKind.MEETING: read_meeting,
    PageKind.ISSUE: read_issue,
    PageKind.DECISIONS: read_register,
}


def parse_document(text: str, page_kind: PageKind | None = None) -> ParsedDocument:
    """Reads the text of one page; spans in the result count its characters.

    `page_kind` overrides what the text itself says it is. Raises `NotMinutes` where the text is
    no page of ours at all; whatever else is odd is kept and warned of.
    """
    if is_scattered(text):
        raise NotMinutes("This text is thousands of lines of a few signs each, not sentences.")
    lines = mark_lines(split_tables(split_lines(text)))
    if not lines:
        raise NotMinutes("This text is empty: there is no line to read.")
    kind = page_kind or find_kind(lines)
    warnings: list[ParseWarning] = []
    navigation: list[Span] = []
    page: Page = _READERS[kind](text, lines, warnings, navigation)
    warnings.sort(key=lambda warning: (warning.span.start, warning.code))
    return ParsedDocument(
        kind, page, tuple(warnings), tuple(sorted(navigation, key=lambda span: span.start))
    )
