"""Finds in the source what stands at a place of a passage, whose white space is collapsed."""

import re

from agenda.parsing.document import Passage, Span

_WHITE = re.compile(r"\s+")


def source_span(source: str, passage: Passage, span: Span) -> Span:
    """Where the characters `span` of `passage.text` stand in `source`."""
    return Span(_offset(source, passage, span.start), _offset(source, passage, span.end))


def _offset(source: str, passage: Passage, place: int) -> int:
    """Each run of white space before the place is one character of the passage."""
    offset = passage.span.start + place
    for gap in _WHITE.finditer(source, passage.span.start, passage.span.end):
        if gap.start() >= offset:
            break
        offset += len(gap[0]) - 1
    return offset
