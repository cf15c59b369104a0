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
        count = _count(lines, index) if line.raw[0] in _FIRST_SIGNS else 1
        passed = index + count
        yield _join(lines[index:passed]) if count > 1 else line


_FIRST_SIGNS = frozenset("([COLRAMcolra")


def _count(lines: list[Line], index: int) -> int:
    """How many lines the fact takes that starts at `index`."""
    raw = lines[index].raw
    if len(raw) > _LONGEST:
        return 1
    if raw[0] in "([":
        return 1 if read_marker(raw) else _count_bracketed(lines, index)
    if raw.startswith("Meeting"):
        return _count_meeting(lines, index)
    if label := _CONTACT_LABEL.match(raw):
        return _count_labelled(
            lines, index, is_alone=label.end() == len(raw), signed=bool(label["sign"])
        )
    return 2 if _AREA_LABEL.match(raw) and _goes_below(lines, index) else 1


def _count_bracketed(lines: list[Line], index: int) -> int:
    """As far as the closing bracket: "(Jo Bell –" above "01632 960001)"."""
    for count in range(2, _MOST_LINES + 1):
        raw = _raw(lines[index : index + count - 1])
        if (
            len(raw) > 2 * _LONGEST
            or raw.count("(") <= raw.count(")")
            or index + count > len(lines)
        ):
            break
        raw = _raw(lines[index : index + count])
        if raw[-1] == ")" and is_contact_line(raw):
            return count
    return 1


def _count_meeting(lines: list[Line], index: int) -> int:
    """As far as the item: "Meeting: 28/11/2031 - Hartside Area" above "Committee (Item 35)"."""
    for count in range(1, min(_MOST_LINES, len(lines) - index + 1)):
        last = lines[index + count - 1].raw
        if len(last) > _LONGEST or (count > 1 and last.startswith("Meeting")):
            break
        if _ITEM.search(last):
            return count if ISSUE_MEETING.match(_raw(lines[index : index + count])) else 1
    return 1


_ITEM = re.compile(r"\(\s*Item\b[^()]{0,20}\)$", re.IGNORECASE)


def _count_labelled(lines: list[Line], index: int, *, is_alone: bool, signed: bool) -> int:
    """The name below "Contact Officer:", and below a name its number or address."""
    count = 1
    if is_alone:
        if not _is_short(lines, index + 1) or not starts_with_name(lines[index + 1].raw):
            return 1
        count = 2
    elif not signed:
        return 1
    while (
        count < _MOST_LINES
        and index + count < len(lines)
        and _REACHED_AT.match(lines[index + count].raw)
    ):
        count += 1
    return count


def _goes_below(lines: list[Line], index: int) -> bool:
    """Whether a label's words start, or go on, below it: "Regeneration and" above "Environment"."""
    if not _is_short(lines, index + 1) or lines[index + 1].raw[0] in "([":
        return False
    raw = lines[index].raw
    is_broken = raw[-1] in ":–—-&" or is_open(raw)
    return is_broken or _JOINING_WORD.match(lines[index + 1].raw) is not None


def _is_short(lines: list[Line], index: int) -> bool:
    return index < len(lines) and len(lines[index].raw) <= _LONGEST and lines[index].raw[-1] != ":"


def _raw(lines: list[Line]) -> str:
    """The source from the first line to the last, line ends as spaces."""
    raw = lines[0].raw
    for line in lines[1:]:
        raw += " " * (line.start - lines[0].start - len(raw)) + line.raw
    return raw


def _join(lines: list[Line]) -> Line:
    first, raw = lines[0], _raw(lines)
    return Line(raw, " ".join(raw.split()), first.start, lines[-1].end, first.number, first.gap)
