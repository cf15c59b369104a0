"""Reads the numbers, letters and bullets in front of points, also damaged ones.

Scanning and retyping leave "(l)" for "(1)", "1O." for "10.", "(1 )" and "(2 That" behind; such
a number is read as what it stands for. Which of several readings is meant ("i" after "h" or
before "ii") is told by the points around it, so that a `Marker` keeps all of them.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .lines import Line, LineKind, cut_line

_VALUE = r"\d{1,2}(?:\.\d{1,2}){1,2}|[0-9OolI|]{1,3}|[ivxIVX]{1,5}|[A-Za-z]{1,2}"
_MARKER = re.compile(
    rf"[(\[]\s*(?P<bracketed>{_VALUE})\s*\.?\s*[)\]]\s*[.:]?\s*"
    rf"|\(\s*(?P<opened>\d{{1,2}}|[a-z])[.]?(?:\s+(?=[A-Z]|that\b)|$)"
    rf"|(?P<closed>\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}|[0-9OlI]{{1,3}}|[ivx]{{1,5}}|[A-Za-z])\s?[.)](?:\)?\s+|$|(?=[A-Z][a-z]))"
    r"|(?P<lettered>[A-Z]|\d{1,2}):\s+"
    r"|(?P<dashed>\d{1,2})\s?[–—-]\s+(?=[Tt]hat\b|[Tt]o\b)"
    r"|(?P<bullet>[-–—•·*▪●○◦‣⁃\uf0b7\uf0a7\uf02d]|o(?=\s{2,}|\s[A-Z]))\s+"
)
_BARE = re.compile(
    r"(?P<bare>\d{1,2}(?:\.\d{1,2}){0,2})(?:\s+(?=[A-Z][a-z]|[A-Z]\s|that\b|to\b|[“\"‘])|$)"
)
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_INLINE = re.compile(
    r"(?<=[.;:,])\s+(?:(?:and|or)\s+)?(?P<marker>\((?:\d{1,2}|[a-z]|[ivx]{2,4})\)|\d{1,2}[.)])\s+(?=\S)"
)
_DAMAGE = str.maketrans("OolI|", "00111")
_ROMAN = {
    name: value
    for value, name in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1
    )
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a marker: its family, its place in the sequence and its printed form."""

    family: str
    ordinal: int
    number: str | None


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands in front of a point; `end` is where its words begin in the line's `raw`."""

    readings: tuple[Reading, ...]
    style: str
    end: int


_BULLETS = {sign: Reading("bullet" + sign, 0, None) for sign in "•·*▪●○◦‣⁃\uf0b7\uf0a7\uf02do"}
_FIRST_SIGNS = frozenset("([" + "".join(_BULLETS) + "-–—")
_BULLETS |= dict.fromkeys("-–—", Reading("bullet-", 0, None))


_SIGN = re.compile(r"[.):]|\d\s?[–—-]")


@lru_cache(maxsize=512)
def read_marker(raw: str) -> Marker | None:
    """The number, letter or bullet that `raw` starts with."""
    head = raw[:7]
    if head[0] not in _FIRST_SIGNS and not _SIGN.search(head):
        return None
    match = _MARKER.match(raw)
    if match is None:
        return None
    style, value = match.lastgroup, match[match.lastgroup]
    if style == "bullet":
        return Marker((_BULLETS[value],), style, match.end())
    if style == "opened":
        style = "bracketed"
    readings = _readings(value)
    return Marker(readings, style, match.end()) if readings else None


def read_bare_marker(raw: str) -> Marker | None:
    """A number without brackets or dot, as Kirklees writes it: "1 That the report be noted"."""
    match = _BARE.match(raw)
    if match is None or _MONTH.match(raw, match.end()):
        return None
    return Marker(_readings(match["bare"]), "bare", match.end())


@lru_cache(maxsize=5000)
def _readings(value: str) -> tuple[Reading, ...]:
    if "." in value:
        parts = value.split(".")
        return (Reading("digit." + ".".join(parts[:-1]), int(parts[-1]), value),)
    if value.isdecimal():
        return (Reading("digit", int(value), str(int(value))),)
    found = [*_roman(value), *_letter(value), *_damaged_digits(value)]
    return tuple(found[::-1] if value in ("l", "|", "ll") else found)


def _roman(value: str) -> list[Reading]:
    ordinal = _ROMAN.get(value.lower())
    family = "roman" if value.islower() else "ROMAN"
    return [Reading(family, ordinal, value)] if ordinal else []


def _letter(value: str) -> list[Reading]:
    """A to Z, then AA, BB …, which some lists go on with."""
    if not (value.isascii() and value.isalpha()) or len(set(value)) != 1 or len(value) > 2:
        return []
    ordinal = ord(value[0].lower()) - ord("a") + 1 + 26 * (len(value) - 1)
    return [Reading("letter" if value.islower() else "LETTER", ordinal, value)]


def _damaged_digits(value: str) -> list[Reading]:
    repaired = value.translate(_DAMAGE)
    if not repaired.isdecimal() or not int(repaired):
        return []
    return [Reading("digit", int(repaired), str(int(repaired)))]


def split_inline_points(line: Line) -> list[Line]:
    """Parts "(1) That … noted. (2) That …" printed on one line into a line a point."""
    starts = _inline_starts(line.raw)
    if not starts:
        return [line]
    pieces = [
        cut_line(line, a, b) for a, b in zip([0, *starts], [*starts, len(line.raw)], strict=True)
    ]
    found = [piece for piece in pieces if piece]
    for piece in found:
        piece.kind = LineKind.POINT
    return found


def _inline_starts(raw: str) -> list[int]:
    """Where the following numbers of the sequence, or letters from "a" on, stand in `raw`."""
    first = read_marker(raw)
    if first is None:
        return []
    last = {r.family: (r.ordinal, first.style) for r in first.readings}
    starts: list[int] = []
    for match in _INLINE.finditer(raw, first.end):
        marker = read_marker(match["marker"])
        reading = (
            next((r for r in marker.readings if _follows(r, marker.style, last)), None)
            if marker
            else None
        )
        if reading is not None:
            last[reading.family] = (reading.ordinal, marker.style)
            starts.append(match.start("marker"))
    return starts


def _follows(reading: Reading, style: str, last: dict[str, tuple[int, str]]) -> bool:
    ordinal, before = last.get(reading.family, (0, style))
    if reading.family == "letter" and reading.ordinal == 1:
        return style == "bracketed"
    return reading.ordinal == ordinal + 1 and style == before
