"""Finds where the items of a meeting's page start."""

import re

from .lines import Line, LineKind
from .patterns import FILE_SIZE

ITEMS_HEADING = re.compile(r"(?:Note\s*\|?\s*)?No\.?\s*\|?\s*Item\s*\|?$|Items$", re.IGNORECASE)
NUMBER_ALONE = re.compile(r"(?P<number>\d{1,4}[A-Za-z]?)\s?\.?$")
NUMBERED = re.compile(r"(?P<number>\d{1,4}[A-Za-z]?)\s?[.:)]?\s+(?=[A-Z“\"*])")


def find_items(lines: list[Line], first: int) -> list[int]:
    """Where the items start: numbers on lines of their own, numbers in front of titles, or cells."""
    if cells := [k for k in range(first, len(lines)) if lines[k].starts_cell]:
        return cells
    alone = _in_sequence(lines, first, NUMBER_ALONE)
    if alone:
        return alone
    numbered = _in_sequence(lines, first, NUMBERED)
    return numbered or _capital_titles(lines, first)


def _in_sequence(lines: list[Line], first: int, pattern: re.Pattern[str]) -> list[int]:
    """Lines whose numbers rise; a number within a resolution is smaller or opens no title."""
    found: list[int] = []
    last = None
    capitals = None
    for k in range(first, len(lines)):
        match = (
            pattern.match(lines[k].raw)
            if lines[k].raw[0].isdigit() and len(lines[k].raw) < 300
            else None
        )
        if match is None or not _names_item(lines, k, match, pattern):
            continue
        value = int(re.match(r"\d+", match["number"])[0])
        title = _title_words(lines, k, match)
        if (
            last is None
            or last < value <= last + 3
            or value == last
            and match["number"][-1].isalpha()
        ) and not (capitals and not title.isupper()):
            capitals = title.isupper() if capitals is None and pattern is NUMBERED else capitals
            found.append(k)
            last = value
    return found


def _title_words(lines: list[Line], index: int, match: re.Match[str]) -> str:
    line = lines[index]
    words = line.raw[match.end() :] or (lines[index + 1].raw if index + 1 < len(lines) else "")
    return FILE_SIZE.sub("", words[:300])


def _names_item(
    lines: list[Line], index: int, match: re.Match[str], pattern: re.Pattern[str]
) -> bool:
    """Whether what stands behind a number can be a title."""
    words = _title_words(lines, index, match)
    if not words or words.startswith(("That ", "that ")) or words[0].islower():
        return False
    return words[-1] not in ".;,:" or words.isupper()


def _capital_titles(lines: list[Line], first: int) -> list[int]:
    """Without any numbers, lines in capital letters that stand alone are the titles."""
    if first == 0:
        return []
    found = [
        k
        for k in range(first, len(lines))
        if lines[k].raw.isupper()
        and len(lines[k].raw) > 2
        and lines[k].kind in (LineKind.PROSE, LineKind.MINUTES)
        and lines[k].raw[-1] != ":"
    ]
    return [k for before, k in zip([-1, *found], found, strict=False) if k - 1 != before]
