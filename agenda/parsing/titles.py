"""Finds and reads the title printed above an item."""

import re

from .document import Passage
from .lines import Line, LineKind, passage
from .patterns import file_size_at
from .tense import is_past

_REPORTING = re.compile(
    r"\bwill\s+(?:submit|present|provide|give|report|be)\b|\breport\s+of\s+the\b[^.]{0,120}\b(?:is|describes|seeks|attached)\b"
    r"|\bsubmitted\b|\bpresented\b|\bDocument\s+[“\"‘]",
)
_SENTENCE_START = re.compile(
    r"(?:To\s+[a-z]+\s|(?:Joint\s+)?[Rr]eport\s+(?:of|by|from)\s+the\b|That\s)"
)
# "8: Sports Centres Framework", "7. PARKS": the item's number glued to its title.
_NUMBER = re.compile(r"(?P<number>\d{1,3}[A-Za-z]?)\s?[.:)]\s+(?=\D)")
_SEPARATOR = re.compile(r"[\s.:)]*")
_UNFINISHED = re.compile(
    r"(?:[-–,&/]|\b(?:AND|OF|THE|FOR|TO|IN|AT|ON|WITH|and|of|the|for|in|at|on|with))$"
)
_LABEL = re.compile(r"[A-Z][\w ]{2,40}:\s")
_LONGEST = 300
_TITLE_KINDS = (LineKind.PROSE, LineKind.POINT, LineKind.STAGE)
# A title may be one of these words, without a colon.
_BARE_HEADINGS = (
    LineKind.MINUTES,
    LineKind.DECISION,
    LineKind.RECOMMENDED,
    LineKind.ACTION,
    LineKind.REASONS,
)


def find_title(lines: list[Line]) -> tuple[tuple[Line, Line] | None, int]:
    """The first and last line of an item's title, and where what stands below it begins."""
    index = _page_heading_end(lines)
    while index < len(lines) and lines[index].kind in (LineKind.NAVIGATION, LineKind.NOTE):
        index += 1
    if index == len(lines) or not _starts_title(lines[index]):
        return None, index
    first = last = lines[index]
    index += 1
    while index < len(lines) and last.number - first.number < 6 and _continues(lines, index):
        last = lines[index]
        index += 1
    return (first, last), index


def _page_heading_end(lines: list[Line]) -> int:
    """Behind the web page's own heading "Agenda item"; what stands above it is the site's."""
    return next(
        (k + 1 for k, line in enumerate(lines[:20]) if line.text.lower() == "agenda item"), 0
    )


def _starts_title(line: Line) -> bool:
    """Whether a line is a title rather than the report's own words; "Minutes" may be one."""
    if line.kind in _BARE_HEADINGS:
        return line.raw[-1].isalpha()
    if line.kind not in _TITLE_KINDS or len(line.raw) > _LONGEST or line.raw[0] in "(“‘":
        return False
    if line.raw.isupper():
        return True
    if line.kind is LineKind.POINT and _NUMBER.match(line.raw) is None and line.raw[0] != "*":
        return False
    return _is_worded_as_title(line)


def _is_worded_as_title(line: Line) -> bool:
    raw = line.raw
    return raw[-1] not in ".;:," and not _SENTENCE_START.match(raw) and not _tells(line.text)


def _tells(text: str) -> bool:
    return _REPORTING.search(text) is not None or (len(text) > 70 and is_past(text) is not None)


def _continues(lines: list[Line], index: int) -> bool:
    """Whether a title runs on to the line at `index`."""
    title, line = lines[index - 1], lines[index]
    if len(title.raw) + len(line.raw) > _LONGEST or file_size_at(title.raw) is not None:
        return False
    if line.kind is LineKind.BRACKET:
        return _is_block(lines, index)
    if line.kind is not LineKind.PROSE:
        return False
    if title.raw.isupper():
        return line.raw.isupper() and (not line.gap or _UNFINISHED.search(title.raw) is not None)
    if _UNFINISHED.search(title.raw) is not None:
        return True
    return _is_block(lines, index) and _is_worded_as_title(line) and not _LABEL.match(line.raw)


def _is_block(lines: list[Line], index: int) -> bool:
    """Whether a line stands right below the one above it, and blank lines part both from the rest."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    above = lines[index - 1]
    return not lines[index].gap and (above.gap or index == 1) and below is not None and below.gap


def read_title(
    source: str, first: Line, last: Line, own_number: str | None
) -> tuple[Passage | None, Passage]:
    """The number glued to a title, if one is, and the title without it and without file sizes."""
    words = source[first.start : last.end]
    end = first.start + (file_size_at(words) or len(words))
    stop = _number_end(words, own_number)
    if not stop:
        return None, passage(source, first.start, end)
    number = passage(source, first.start, first.start + stop)
    behind = _SEPARATOR.match(words, stop).end()
    return number, passage(source, first.start + behind, end)


def _number_end(words: str, own_number: str | None) -> int:
    """Where a title's glued number ends: any number with a sign, the item's own also without."""
    match = _NUMBER.match(words)
    if match:
        return match.end("number")
    own = own_number or ""
    return len(own) if own and words.startswith(own) and words[len(own) :][:1].isspace() else 0
