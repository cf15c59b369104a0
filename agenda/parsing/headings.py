"""Says of each line what it is, and parts a heading from the words printed behind it."""

import re
from collections import defaultdict

from .actions import names_post_to_act
from .broken_lines import join_broken_lines
from .contacts import is_contact_line
from .lines import Line, LineKind, cut_line
from .numbering import read_marker, split_inline_points
from .patterns import (
    LEAD_SIGNS,
    OF_THE_SITE,
    PHRASES,
    QUOTING,
    RESOLVED_WITHIN,
    STAGE_DIRECTION,
    Phrase,
)
from .scrutiny import is_area_line

_FIRST_WORD = re.compile(r"[^\w]{0,3}(\w+)")
# Kent and Sheffield number the paragraphs of their minutes: "3. RESOLVED that …".
_NUMBERED_HEADING = re.compile(r"\(?\d{1,3}(?:\.\d{1,2}){0,2}[.)]{0,2}\s+(?=RESOLVED\b|Resolved\b)")
_LONGEST_HEADING = 400
# "(Corporate Overview and Scrutiny Committee) (Jo Bell – 01632 960001)".
_TWO_BRACKETS = re.compile(r"\([^()\d]{3,120}\)\s*\([^()]{5,120}\)$")
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
    for line in join_broken_lines(lines):
        _mark(line, marked)
    return marked


def _mark(line: Line, marked: list[Line]) -> None:
    for _ in range(4):
        rest = _mark_one(line, marked)
        if rest is None:
            return
        line = rest
    marked.append(line)


def _mark_one(line: Line, marked: list[Line]) -> Line | None:
    """Adds `line`, or its first part, to `marked`; returns what is left to be read."""
    kind = OF_THE_SITE.get(line.text.lower().lstrip("•· ")) if len(line.text) < 100 else None
    if kind is None:
        return _mark_phrase(line, marked)
    line.kind = kind
    marked.append(line)
    return None


def _mark_phrase(line: Line, marked: list[Line]) -> Line | None:
    number = _NUMBERED_HEADING.match(line.raw) if line.raw[0] in "(0123456789" else None
    word = _FIRST_WORD.match(line.raw, number.end() if number else 0)
    for phrase in _PHRASES.get(word[1].lower(), ()) if word else ():
        if phrase.leads and line.raw[-1] not in LEAD_SIGNS:
            continue
        if match := phrase.pattern.match(line.raw, word.start(1)):
            return _part_heading(line, phrase.kind, match.end(), marked)
    return _mark_other(line, marked)


def _part_heading(line: Line, kind: LineKind, end: int, marked: list[Line]) -> Line | None:
    if kind is LineKind.ACTION and is_contact_line(line.raw):
        kind = LineKind.CONTACT
    elif kind is LineKind.CONTACT and names_post_to_act(line.raw):
        kind = LineKind.ACTION
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
    if raw[0] == "(" and _TWO_BRACKETS.match(raw) and _before_contact(line):
        return _part_contact(line, marked)
    if len(raw) <= _LONGEST_HEADING:
        line.kind = _kind_of_short(raw)
    if line.kind is LineKind.PROSE and raw[-1] == ")" and raw[0] != "(":
        return _part_contact(line, marked)
    if line.kind is LineKind.PROSE:
        return _part_resolved(line, marked)
    marked.extend(split_inline_points(line) if line.kind is LineKind.POINT else (line,))
    return None


def _kind_of_short(raw: str) -> LineKind:
    if len(raw) > 8:
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
    may_be = "chair" in folded or "left" in folded or "joined" in folded
    may_be = may_be or "withdrew" in folded or "adjourned" in folded
    return may_be and STAGE_DIRECTION.search(raw) is not None


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
