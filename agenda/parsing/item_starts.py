"""Finds where the items of a meeting's page start."""

import re
from dataclasses import dataclass

from .lines import Line, LineKind
from .patterns import file_size_at

ITEMS_HEADING = re.compile(r"(?:Note\s*\|?\s*)?No\.?\s*\|?\s*Item\s*\|?$|Items$", re.IGNORECASE)
# "12.", "12", "3a", "77/31", "EX12."; Surrey numbers on through the year, "77" of "31".
_NUMBER = r"(?P<letters>[A-Z]{1,3}[ .]?)?(?P<value>\d{1,4})[A-Za-z]?(?:[/.](?P<part>\d{1,4}))?"
NUMBER_ALONE = re.compile(rf"(?:Item\s+)?(?P<number>{_NUMBER})\s?(?P<sign>[.:)]?)$")
NUMBERED = re.compile(
    r"(?:\*\s*)?(?P<number>(?P<value>\d{1,4})[A-Za-z]?(?:/(?P<part>\d{1,4}))?)\s?(?P<sign>[.:)]?)\s+(?=[A-Z“\"*])"
)
_FURTHEST = 3
_LISTS = (LineKind.RESOLVED, LineKind.RECOMMENDED)
_ENDS = (LineKind.MINUTES, LineKind.DECISION, LineKind.ACTION, LineKind.DOCUMENTS)


def items_from(lines: list[Line]) -> int:
    """The line behind "Items" and "No. Item", where they head the list; 0 without them."""
    first = 0
    for index, line in enumerate(lines):
        if first and index > first + 2:
            break
        if ITEMS_HEADING.match(line.text):
            first = index + 1
    return first


def find_items(lines: list[Line], first: int) -> list[int]:
    """Where the items start: numbers on lines of their own, numbers in front of titles, or cells."""
    if cells := [k for k in range(first, len(lines)) if lines[k].starts_cell]:
        return cells
    alone = _Sequence(lines, NUMBER_ALONE).read(first)
    return alone or _Sequence(lines, NUMBERED).read(first) or _capital_titles(lines, first)


@dataclass(frozen=True, slots=True, order=True)
class _Value:
    """A number's place in the sequence; "3a" and "3.1" follow 3."""

    whole: int
    part: int
    is_lettered: bool


class _Sequence:
    """Goes through the lines and keeps the numbers that rise: those of the items."""

    def __init__(self, lines: list[Line], pattern: re.Pattern[str]) -> None:
        self.lines, self.pattern = lines, pattern
        self.found: list[int] = []
        self.last: _Value | None = None
        self.sign = ""
        self.capitals: bool | None = None
        self.listed: int | None = None

    def read(self, first: int) -> list[int]:
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if line.kind in _LISTS:
                self.listed = 1
            elif line.kind in _ENDS:
                self.listed = None
            match = self.pattern.match(line.raw) if _may_be_number(line.raw) else None
            if match is not None:
                self._meet(index, match, is_first=index == first)
        return self.found

    def _meet(self, index: int, match: re.Match[str], *, is_first: bool) -> None:
        value = _value(match)
        goes_on_list = self.listed == value.whole
        if goes_on_list:
            self.listed += 1
        title = _title_words(self.lines, index, match)
        is_title = _may_be_title(title)
        if not is_title and (goes_on_list or not self._is_bare_item(match, title, is_first)):
            return
        if self._follows(value, match) and not (self.capitals and not title.isupper()):
            self._add(index, match, title)

    def _is_bare_item(self, match: re.Match[str], title: str, is_first: bool) -> bool:
        """Whether a number on a line of its own is an item's although no title stands below it."""
        if self.pattern is not NUMBER_ALONE or _is_point(title):
            return False
        return is_first or (
            self.last is not None and bool(self.sign) and match["sign"] == self.sign
        )

    def _follows(self, value: _Value, match: re.Match[str]) -> bool:
        """Whether a number goes on with the sequence: the next few, or a further part of the last."""
        last = self.last
        if last is None:
            return True
        if value.whole == last.whole:
            return value.part > last.part or value.is_lettered
        furthest = 30 if match["sign"] and self.pattern is NUMBER_ALONE else _FURTHEST
        return last.whole < value.whole <= last.whole + furthest

    def _add(self, index: int, match: re.Match[str], title: str) -> None:
        if self.last is None:
            self.sign = match["sign"]
            self.capitals = title.isupper() if self.pattern is NUMBERED else None
        self.found.append(index)
        self.last, self.listed = _value(match), None


def _may_be_number(raw: str) -> bool:
    return len(raw) < 300 and (
        raw[0].isdigit() or raw[0] == "*" or (len(raw) < 12 and raw.rstrip(".:)")[-1:].isdigit())
    )


def _value(match: re.Match[str]) -> _Value:
    return _Value(int(match["value"]), int(match["part"] or 0), match["number"][-1].isalpha())


def _title_words(lines: list[Line], index: int, match: re.Match[str]) -> str:
    line = lines[index]
    words = line.raw[match.end() :] or (lines[index + 1].raw if index + 1 < len(lines) else "")
    return words[: file_size_at(words[:300])][:300]


def _may_be_title(words: str) -> bool:
    """Whether what stands behind a number can be a title."""
    if not words or _is_point(words):
        return False
    return words[-1] not in ".;,:" or words.isupper()


def _is_point(words: str) -> bool:
    return words.startswith(("That ", "that ")) or words[:1].islower()


def _capital_titles(lines: list[Line], first: int) -> list[int]:
    """Without any numbers, lines in capital letters that stand alone are the titles."""
    if first == 0:
        return []
    found = [k for k in range(first, len(lines)) if _is_capital_title(lines[k])]
    return [k for before, k in zip([-1, *found], found, strict=False) if k - 1 != before]


def _is_capital_title(line: Line) -> bool:
    if len(line.raw) <= 2 or line.raw[-1] == ":" or not line.raw.isupper():
        return False
    return line.kind in (LineKind.PROSE, LineKind.MINUTES)
