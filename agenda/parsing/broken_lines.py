"""Joins the lines of one fact that a page broke: a contact, a label and its words, a heading."""

import re
from collections.abc import Iterator

from .contacts import ADDRESS, is_contact_line, starts_with_name
from .kinds import ISSUE_MEETING
from .lines import Line
from .numbering import read_marker
from .patterns import PHONE, SCRUTINY
from .sentences import is_open

_MOST_LINES = 4
_LONGEST = 120
_FURTHEST = 200
_CONTACT_LABEL = re.compile(
    r"(?:(?:Lead\s+|Contact\s+)?Officers?|(?:Report\s+)?Authors?|Contacts?|Report\s+contact)(?:\s*\(s\))?\s*(?P<sign>[:–—-]|$)\s*",
    re.IGNORECASE,
)
_AREA_LABEL = re.compile(rf"{SCRUTINY}\s+(?:Area|Committee)\s*[:–—-]", re.IGNORECASE)
_JOINING_WORD = re.compile(r"(?:and|&)\s")
_REACHED_AT = re.compile(
    rf"[\s,;]*(?:(?:Tel|Telephone|Phone|Mobile|T|E-?mail|E)\b[\s.:]*)?(?:{PHONE.pattern}|{ADDRESS.pattern})",
    re.IGNORECASE,
)


def join_broken_lines(lines: list[Line]) -> Iterator[Line]:
    """The lines, those of one fact made one."""
    passed = 0
    for index, line in enumerate(lines):
        if index < passed:
            continue
        may_break = line.raw[0] in _FIRST_SIGNS and len(line.raw) <= _LONGEST
        count = _count(lines, index) if may_break else 1
        passed = index + count
        yield _join(lines[index:passed]) if count > 1 else line


_FIRST_SIGNS = frozenset("([COLRAMcolra")


def _count(lines: list[Line], index: int) -> int:
    """How many lines the fact takes that starts at `index`."""
    raw = lines[index].raw
    if raw[0] in "([":
        is_whole = raw.count("(") <= raw.count(")") or read_marker(raw)
        return 1 if is_whole else _count_bracketed(_near(lines, index))
    if raw.startswith("Meeting"):
        return _count_meeting(_near(lines, index))
    if label := _CONTACT_LABEL.match(raw):
        return _count_labelled(_near(lines, index), label)
    return 2 if _AREA_LABEL.match(raw) and _goes_below(_near(lines, index)) else 1


def _near(lines: list[Line], index: int) -> list[Line]:
    """The line at `index` and those below it that stand close enough to be of one fact."""
    near = lines[index : index + _MOST_LINES]
    far = (k for k in range(1, len(near)) if near[k].start - near[k - 1].end > _FURTHEST)
    return near[: next(far, len(near))]


def _count_bracketed(near: list[Line]) -> int:
    """As far as the closing bracket: "(Jo Bell –" above "01632 960001)"."""
    for count in range(2, len(near) + 1):
        raw = _raw(near[:count])
        if raw[-1] == ")" and is_contact_line(raw):
            return count
        if len(raw) > 2 * _LONGEST or raw.count("(") <= raw.count(")"):
            break
    return 1


def _count_meeting(near: list[Line]) -> int:
    """As far as the item: "Meeting: 28/11/2031 - Hartside Area" above "Committee (Item 35)"."""
    for count, line in enumerate(near[:-1] if len(near) == _MOST_LINES else near, 1):
        if len(line.raw) > _LONGEST or (count > 1 and line.raw.startswith("Meeting")):
            break
        if _ITEM.search(line.raw):
            return count if ISSUE_MEETING.match(_raw(near[:count])) else 1
    return 1


_ITEM = re.compile(r"\(\s*Item\b[^()]{0,20}\)$", re.IGNORECASE)


def _count_labelled(near: list[Line], label: re.Match[str]) -> int:
    """The name below "Contact Officer:", and below a name its number or address."""
    count = 1
    if label.end() == len(near[0].raw):
        if not _is_short(near[1:2]) or not starts_with_name(near[1].raw):
            return 1
        count = 2
    elif not label["sign"]:
        return 1
    while count < len(near) and _REACHED_AT.match(near[count].raw):
        count += 1
    return count


def _goes_below(near: list[Line]) -> bool:
    """Whether a label's words start, or go on, below it: "Regeneration and" above "Environment"."""
    if not _is_short(near[1:2]) or near[1].raw[0] in "([":
        return False
    raw = near[0].raw
    is_broken = raw[-1] in ":–—-&" or is_open(raw)
    return is_broken or _JOINING_WORD.match(near[1].raw) is not None


def _is_short(below: list[Line]) -> bool:
    return bool(below) and len(below[0].raw) <= _LONGEST and below[0].raw[-1] != ":"


def _raw(lines: list[Line]) -> str:
    """The source from the first line to the last, line ends as spaces."""
    raw = lines[0].raw
    for line in lines[1:]:
        raw += " " * (line.start - lines[0].start - len(raw)) + line.raw
    return raw


def _join(lines: list[Line]) -> Line:
    first, raw = lines[0], _raw(lines)
    return Line(raw, " ".join(raw.split()), first.start, lines[-1].end, first.number, first.gap)
