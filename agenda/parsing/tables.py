"""Reads a meeting's items from a table that came out with pipes, one row a line.

Brent's pages come so: "Title Additional documents: Decision: … Minutes: … |", numbers lost.
"""

import re

from .lines import Line, cut_line

_INSIDE = re.compile(
    r"(?<=\S)\s+(?=(?:Additional\s+documents|Supporting\s+documents|Decision|Minutes):(?:\s|$))|(?<=documents:)\s+|(?<=\d\s[KM]B)\s+"
)
_RULE = re.compile(r"[\s|:-]+$")
_NUMBER = re.compile(r"\d{1,4}[A-Za-z]?\.?$")


def split_tables(lines: list[Line]) -> list[Line]:
    """The same lines, with the rows of a table cut into headings and what stands below them."""
    rows = [line for line in lines if line.raw.endswith("|")]
    if len(rows) < 2:
        return lines
    found: list[Line] = []
    is_table = False
    for line in lines:
        is_rule = _RULE.match(line.raw) is not None
        is_table = is_table or (is_rule and "|" in line.raw)
        cells = _cells(line) if is_table and not is_rule else [line]
        if cells and found and found[-1].starts_cell and _NUMBER.match(found[-1].raw):
            cells[0].starts_cell = False
        found.extend(cells)
    return found


def _cells(line: Line) -> list[Line]:
    """The parts of a row; the first that holds a title starts an item."""
    parts: list[Line] = []
    at = 0
    for cell in line.raw.split("|"):
        parts.extend(_parts(line, at, at + len(cell)) if cell.strip() else ())
        at += len(cell) + 1
    if parts and line.raw.endswith("|"):
        parts[0].starts_cell = True
    return parts


def _parts(line: Line, start: int, end: int) -> list[Line]:
    cuts = [match.start() for match in _INSIDE.finditer(line.raw, start, end)]
    pieces = (cut_line(line, a, b) for a, b in zip([start, *cuts], [*cuts, end], strict=True))
    return [piece for piece in pieces if piece]
