"""Tells points by their wording where the heading above them was lost or says less than "Resolved"."""

import re

from .lines import Line, LineKind
from .numbering import read_bare_marker, read_marker
from .tense import is_past

_THAT = re.compile(r"(?:That\s|To\s+(?:note|approve|agree|endorse)\b)")
_INVITED = re.compile(r"\b(?:is|are)\s+(?:invited|asked|requested|recommended)\s+to\b")
_TO = re.compile(r"To\s+(?:note|approve|agree|endorse|authorise|delegate)\b")
_BE = re.compile(r"\b(?:be|notes?|approves?|agrees?|is|are)\b")


def is_decision(line: Line) -> bool:
    """Whether a line is worded like a decision: "1 That the report be noted"."""
    start = _words_start(line)
    return (
        _THAT.match(line.raw, start) is not None
        and (start > 0 or _BE.search(line.raw, 0, 300) is not None)
        and is_past(line.text[:200]) is not True
    )


def is_proposal(line: Line) -> bool:
    """Whether a line of the agenda is worded like a recommendation."""
    start = _words_start(line)
    if line.raw.startswith("That ", start):
        return is_past(line.text[:200]) is not True
    return start > 0 and (
        _TO.match(line.raw, start) is not None
        or _INVITED.search(line.raw, start, start + 200) is not None
    )


def opens_list(line: Line) -> bool:
    """Whether a line is the first of a numbered list, whatever its words."""
    marker = read_marker(line.raw) if line.kind is LineKind.POINT else None
    return marker is not None and any(r.number and r.ordinal == 1 for r in marker.readings)


def heads_points(lines: list[Line], index: int) -> bool:
    """Whether right below a line stands a point, numbered or "That …"."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and (
        below.kind is LineKind.POINT or _THAT.match(below.raw) is not None
    )


def heads_points_in_minutes(lines: list[Line]) -> bool:
    """Whether "Decision:" within the minutes stands for "Resolved": points stand below it."""
    in_minutes = False
    for index, line in enumerate(lines):
        in_minutes = in_minutes or line.kind is LineKind.MINUTES
        if in_minutes and line.kind is LineKind.DECISION and heads_points(lines, index):
            return True
    return False


def _words_start(line: Line) -> int:
    """Where the words of a line begin behind its number."""
    marker = read_marker(line.raw) if line.kind is LineKind.POINT else read_bare_marker(line.raw)
    return marker.end if marker else 0
