"""Says of each line what it is, and parts a heading from the words printed behind it."""

import re
from collections import defaultdict
from collections.abc import Iterator

from .contacts import is_contact_line
from .lines import Line, LineKind, cut_line
from .numbering import read_marker, split_inline_points
from .patterns import (
    DOCUMENTS,
    NAVIGATION,
    PHRASES,
    QUOTING,
    RESOLVED_AT_END,
    RESOLVED_WITHIN,
    STAGE_DIRECTION,
    Phrase,
)
from .scrutiny import is_area_line

_FIRST_WORD = re.compile(r"[^\w]{0,3}(\w+)")
_LONGEST_HEADING = 400
_STAGE_WORDS = ("chair", "the meeting", "the room", "withdrew", "adjourned")
# A heading of these kinds is a line of its own; the words behind it are read again.
_PARTED = {LineKind.MINUTES, LineKind.DECISION, LineKind.RECOMMENDED, LineKind.RESOLVED}


def _by_first_word() -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in PHRASES:
        for word in phrase.first_words:
            found[word].append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


_PHRASES = _by_first_word()


def mark_lines(lines: list[Line]) -> list[Line]:
    """The same lines with their kind, headings parted from the words behind them."""
    marked: list[Line] = []
    for line in _join_contacts(lines):
        _mark(line, marked)
    return marked


def _join_contacts(lines: list[Line]) -> Iterator[Line]:
    """The lines, a contact that was broken within its brackets made one."""
    opened: Line | None = None
    for line in lines:
        if opened is not None:
            joined = _joined(opened, line)
            if joined is not None:
                opened = None
                yield joined
                continue
            yield opened
        opened = line if line.raw[0] == "(" and _is_open_bracket(line.raw) else None
        if opened is None:
            yield line
    if opened is not None:
        yield opened


def _is_open_bracket(raw: str) -> bool:
    return len(raw) < 120 and ")" not in raw and not is_contact_line(raw)


def _joined(first: Line, second: Line) -> Line | None:
    if second.raw[-1] != ")" or second.gap or len(second.raw) > 120:
        return None
    raw = first.raw + " " * (second.start - first.end) + second.raw
    if not is_contact_line(raw):
        return None
    return Line(
        raw, f"{first.text} {second.text}", first.start, second.end, first.number, first.gap
    )


def _mark(line: Line, marked: list[Line]) -> None:
    for _ in range(4):
        rest = _mark_one(line, marked)
        if rest is None:
            return
        line = rest
    marked.append(line)


def _mark_one(line: Line, marked: list[Line]) -> Line | None:
    """Adds `line`, or its first part, to `marked`; returns what is left to be read."""
    folded = line.text.lower() if len(line.text) < 100 else ""
    if folded in DOCUMENTS:
        line.kind = LineKind.DOCUMENTS
    elif folded in NAVIGATION:
        line.kind = LineKind.NAVIGATION
    else:
        return _mark_phrase(line, marked)
    marked.append(line)
    return None


def _mark_phrase(line: Line, marked: list[Line]) -> Line | None:
    word = _FIRST_WORD.match(line.raw)
    for phrase in _PHRASES.get(word[1].lower(), ()) if word else ():
        if match := phrase.pattern.match(line.raw, word.start(1)):
            return _part_heading(line, phrase.kind, match.end(), marked)
    return _mark_other(line, marked)


def _part_heading(line: Line, kind: LineKind, end: int, marked: list[Line]) -> Line | None:
    if kind is LineKind.ACTION and is_contact_line(line.raw):
        kind = LineKind.CONTACT
    if kind is LineKind.AREA and (parts := _before_contact(line)):
        line, contact = parts
        line.kind = kind
        marked.append(line)
        return contact
    if kind not in _PARTED:
        line.kind = kind
        marked.append(line)
        return None
    heading = cut_line(line, 0, end)
    if heading is not None:
        heading.kind = kind
        marked.append(heading)
    return cut_line(line, end, len(line.raw))


def _mark_other(line: Line, marked: list[Line]) -> Line | None:
    raw = line.raw
    if len(raw) <= _LONGEST_HEADING:
        line.kind = _kind_of_short(raw)
    if line.kind is LineKind.PROSE and raw[-1] == ")" and raw[0] != "(":
        return _part_contact(line, marked)
    if line.kind is LineKind.PROSE:
        return _part_resolved(line, marked)
    marked.extend(split_inline_points(line) if line.kind is LineKind.POINT else (line,))
    return None


def _kind_of_short(raw: str) -> LineKind:
    if is_contact_line(raw):
        return LineKind.CONTACT
    if is_area_line(raw):
        return LineKind.AREA
    if read_marker(raw) is not None:
        return LineKind.POINT
    if raw[0] == "(" and raw.rstrip(".")[-1:] == ")":
        return LineKind.BRACKET
    return LineKind.STAGE if len(raw) < 90 and _is_stage_direction(raw) else LineKind.PROSE


def _is_stage_direction(raw: str) -> bool:
    folded = raw.lower()
    return any(word in folded for word in _STAGE_WORDS) and STAGE_DIRECTION.search(raw) is not None


def _part_contact(line: Line, marked: list[Line]) -> Line | None:
    """Parts "(Jenny Cryer – 01274 432438)" from the point it was printed behind."""
    parts = _before_contact(line)
    if parts is None:
        return _part_resolved(line, marked)
    before, contact = parts
    before.kind = _kind_of_short(before.raw)
    marked.append(before)
    return contact


def _before_contact(line: Line) -> tuple[Line, Line] | None:
    """The words in front of a contact in brackets, and the contact; None without one."""
    opening = line.raw.rfind("(")
    contact = cut_line(line, opening, len(line.raw)) if opening > 0 else None
    if contact is None or not is_contact_line(contact.raw):
        return None
    before = cut_line(line, 0, opening)
    return (before, contact) if before else None


def _part_resolved(line: Line, marked: list[Line]) -> Line | None:
    """Parts "There being no other names it was RESOLVED that …" at the deciding word."""
    raw = line.raw
    match = RESOLVED_WITHIN.search(raw) if "esolved" in raw or "RESOLVED" in raw else None
    if match is None or QUOTING.search(raw, 0, match.end()):
        marked.append(line)
        return None
    start = max(match.start("capital"), match.start("small"))
    before = cut_line(line, 0, start)
    heading = cut_line(line, start, match.end())
    heading.kind = LineKind.RESOLVED
    marked.extend([before, heading] if before else [heading])
    return cut_line(line, match.end(), len(raw))


def ends_in_resolved(line: Line) -> bool:
    """Whether a paragraph ends in "it was resolved:" and reports no earlier decision."""
    tail = line.raw[-80:]
    return (
        tail[-1] in ":–—-"
        and RESOLVED_AT_END.search(tail) is not None
        and QUOTING.search(line.raw[-400:]) is None
    )
