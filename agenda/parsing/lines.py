"""Cleans a source text into lines and passages that keep their place in it.

Later steps may rely on this: every `Line` is one line of the source, or a part of one, without
white space at its edges and never empty; lines are in the order of the source and never overlap.
White space is what `str.split` takes for it, so the non-breaking spaces of pasted Word text
(runs of them stand inside sentences on Bradford's pages) count as ordinary ones.
"""

from dataclasses import dataclass
from enum import IntEnum, auto

from .document import Passage, Span

# Signs without width that browsers and editors leave at the edges of lines.
INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_BLANK = INVISIBLE + " \t\xa0\u2003\u2002\u2009\u202f\u3000"


class LineKind(IntEnum):
    """What a line is by its own words, before its neighbours are looked at."""

    PROSE = auto()
    POINT = auto()
    NAVIGATION = auto()
    DOCUMENTS = auto()
    MINUTES = auto()
    DECISION = auto()
    RECOMMENDED = auto()
    RESOLVED = auto()
    ACTION = auto()
    CONTACT = auto()
    AREA = auto()
    REASONS = auto()
    NOTE = auto()
    BRACKET = auto()
    STAGE = auto()


@dataclass(slots=True)
class Line:
    """A line of the source: `raw` as it stands there, `text` with white space collapsed.

    `number` counts the source's lines from 1; `gap` says that blank lines stand before it;
    `starts_cell` marks the first words of a table's row.
    """

    raw: str
    text: str
    start: int
    end: int
    number: int
    gap: bool
    kind: LineKind = LineKind.PROSE
    starts_cell: bool = False


# A page of minutes is sentences. Whole books of numbers or single words, a few signs a line, are
# told at once: each line would cost as much as a sentence does.
_LEAST_WIDTH = 12
_MANY_LINES = 5_000


def is_scattered(source: str) -> bool:
    """Whether a text is thousands of lines of few signs each."""
    if len(source) < 2 * _MANY_LINES:
        return False
    widths = [len(line) for line in map(str.strip, source.splitlines()) if line]
    return len(widths) >= _MANY_LINES and sum(widths) < _LEAST_WIDTH * len(widths)


def collapsed(words: str) -> str:
    """Words with white space collapsed; printable ones hold no white space but spaces."""
    return words if words.isprintable() and "  " not in words else " ".join(words.split())


def split_lines(source: str) -> list[Line]:
    """The lines of `source` that are not blank."""
    lines: list[Line] = []
    offset, gap = 0, False
    for number, whole in enumerate(source.splitlines(keepends=True), 1):
        raw = whole.strip()
        if raw and (raw[0] in INVISIBLE or raw[-1] in INVISIBLE):
            raw = raw.strip(_BLANK)
        if raw:
            start = offset + whole.index(raw[0])
            text = raw if raw.isprintable() and "  " not in raw else " ".join(raw.split())
            lines.append(Line(raw, text, start, start + len(raw), number, gap))
        gap = not raw
        offset += len(whole)
    return lines


def cut_line(line: Line, start: int, end: int) -> Line | None:
    """The part of `line` between two offsets of its `raw` text; None where that is blank."""
    whole = line.raw[start:end]
    raw = whole.strip()
    if not raw:
        return None
    first = line.start + start + whole.index(raw[0])
    is_first = start == 0
    return Line(
        raw,
        collapsed(raw),
        first,
        first + len(raw),
        line.number,
        gap=line.gap and is_first,
        starts_cell=line.starts_cell and is_first,
    )


def passage(source: str, start: int, end: int) -> Passage:
    """The words of `source` from `start` to `end`, without white space at the edges."""
    whole = source[start:end]
    words = whole.strip()
    if words is not whole:
        start += len(whole) - len(whole.lstrip())
        end = start + len(words)
    return Passage(collapsed(words), Span(start, end))


def line_passage(line: Line) -> Passage:
    """A whole line as a passage."""
    return Passage(line.text, Span(line.start, line.end))
