"""Reads the points of a recommendation or resolution: numbers, sub-points, wrapped lines.

Bradford numbers "(1)" or "1." with "(a)" or dashes below; Hillingdon letters "A:"; Kirklees
prints bare numbers; panels put numbered conditions under one unnumbered "That …:". A lead that
only names who decides ("That Members of the Sub-Committee") is no point of its own.
"""

from dataclasses import dataclass, field

from .lines import Line, LineKind
from .numbering import Marker, Reading, read_bare_marker, read_marker
from .sentences import goes_on, is_stub


@dataclass(slots=True)
class PointDraft:
    """A point while it is read; offsets count in the source."""

    number: str | None
    start: int
    text_start: int
    text_end: int
    line: Line
    reading: Reading | None = None
    style: str = ""
    subs: list[list[int]] = field(default_factory=list)
    sub_reading: Reading | None = None
    sub_style: str = ""

    @property
    def end(self) -> int:
        return self.subs[-1][1] if self.subs else self.text_end


@dataclass(slots=True)
class Block:
    """The points read under one heading. `leads` are stubs, `jumps` points out of sequence."""

    points: list[PointDraft] = field(default_factory=list)
    leads: list[PointDraft] = field(default_factory=list)
    jumps: list[PointDraft] = field(default_factory=list)
    last_line: Line | None = None


class PointReader:
    """Takes lines one after another until one is no part of the block."""

    def __init__(self) -> None:
        self.block = Block()
        self._pending = False

    def takes(self, lines: list[Line], index: int) -> bool:
        """Reads the line at `index`; False where the block ends before it."""
        line = lines[index]
        if _heads_decision(lines, index):
            return False
        if line.kind is LineKind.POINT:
            taken = self._take_marked(line, read_marker(line.raw), lines, index)
        elif line.kind is LineKind.PROSE:
            taken = self._take_prose(line, lines, index)
        elif line.kind is LineKind.BRACKET:
            taken = self._passes_remark(lines, index)
        else:
            taken = line.kind is LineKind.NAVIGATION and self._reads_through(lines, index)
        if taken:
            self.block.last_line = line
        return taken

    def _reads_through(self, lines: list[Line], index: int) -> bool:
        """A page header within a sentence: the point goes on below it."""
        after = lines[index + 1] if index + 1 < len(lines) else None
        last = self.block.last_line
        return bool(
            last
            and after
            and after.kind is LineKind.PROSE
            and after.raw[0].islower()
            and last.text[-1] not in ".;:"
        )

    def _passes_remark(self, lines: list[Line], index: int) -> bool:
        """ "(unanimously)" below the heading, or a remark between two numbers, is no point."""
        if self.block.points:
            return self._next_number_follows(lines, index)
        return len(lines[index].raw) < 80 and index + 1 < len(lines)

    def _take_prose(self, line: Line, lines: list[Line], index: int) -> bool:
        bare = read_bare_marker(line.raw) if line.raw[0].isdigit() else None
        if bare is not None and self._bare_fits(bare):
            return self._take_marked(line, bare, lines, index)
        if not self.block.points:
            return self._start_unnumbered(line)
        if self._pending or goes_on(self.block.last_line.text, line):
            return self._extend(line)
        return self._take_paragraph(line, lines, index)

    def _take_paragraph(self, line: Line, lines: list[Line], index: int) -> bool:
        """A paragraph of its own: a next point, an unmarked member of a list, or the block's end."""
        first, last = self.block.points[0], self.block.points[-1]
        if line.raw.startswith("That ") or (first.reading is None and _same_start(line, first)):
            return self._start_unnumbered(line)
        if self._opens_list(last) and (last.subs or self.block.last_line.text[-1] == ":"):
            return self._add_sub(line.start, line.end, None, "")
        if self._next_number_follows(lines, index):
            return self._extend(line)
        return False

    def _opens_list(self, point: PointDraft) -> bool:
        """Whether unmarked lines below the point are its list: "That awards be made to:"."""
        text = self.block.last_line.text
        return text[-1] == ":" or (
            point.subs and point.sub_reading is None and text.rstrip("and ").endswith(";")
        )

    def _next_number_follows(self, lines: list[Line], index: int) -> bool:
        """Whether the next number of the list stands right below this paragraph."""
        reading = self.block.points[-1].reading
        after = lines[index + 1] if index + 1 < len(lines) else None
        if reading is None or after is None or after.kind is not LineKind.POINT:
            return False
        marker = read_marker(after.raw)
        return any(
            r.family == reading.family and r.ordinal == reading.ordinal + 1 for r in marker.readings
        )

    def _bare_fits(self, marker: Marker) -> bool:
        reading = marker.readings[0]
        last = next((p.reading for p in reversed(self.block.points) if p.reading), None)
        if last is None:
            below_lead = self.block.last_line and self.block.last_line.text[-1] in ":–-"
            return reading.ordinal == 1 and (not self.block.points or bool(below_lead))
        return reading.family == last.family and reading.ordinal == last.ordinal + 1

    def _start_unnumbered(self, line: Line) -> bool:
        self.block.points.append(PointDraft(None, line.start, line.start, line.end, line))
        return True

    def _extend(self, line: Line) -> bool:
        point = self.block.points[-1]
        if point.subs:
            point.subs[-1][1] = line.end
            if self._pending:
                point.subs[-1][0] = line.start
        else:
            point.text_end = line.end
            if self._pending:
                point.text_start = line.start
        self._pending = False
        return True

    def _take_marked(
        self, line: Line, marker: Marker | None, lines: list[Line], index: int
    ) -> bool:
        if marker is None:
            return False
        start, self._pending = line.start + marker.end, marker.end >= len(line.raw)
        reading, is_top = self._place(marker, lines, index)
        if is_top:
            return self._start_numbered(line, start, reading, marker.style)
        return self._add_sub(start, line.end, reading, marker.style)

    def _start_numbered(self, line: Line, start: int, reading: Reading, style: str) -> bool:
        point = PointDraft(reading.number, line.start, start, line.end, line, reading, style)
        before = next((p.reading for p in reversed(self.block.points) if p.reading), None)
        if _jumps(reading, before):
            self.block.jumps.append(point)
        self.block.points.append(point)
        return True

    def _add_sub(self, start: int, end: int, reading: Reading | None, style: str) -> bool:
        point = self.block.points[-1]
        point.subs.append([start, end])
        if (
            reading is None
            or point.sub_reading is None
            or reading.family == point.sub_reading.family
        ):
            point.sub_reading, point.sub_style = reading, style
        return True

    def _place(self, marker: Marker, lines: list[Line], index: int) -> tuple[Reading, bool]:
        """Which reading of the marker is meant, and whether it starts a point (or a sub-point)."""
        points = self.block.points
        if not points:
            return _first_reading(marker, lines, index), True
        last = points[-1]
        top = next((p for p in reversed(points) if p.reading), None)
        if top is None:
            return self._place_under_lead(marker, last, lines, index)
        return self._place_in_list(marker, last, top)

    def _place_under_lead(
        self, marker: Marker, lead: PointDraft, lines: list[Line], index: int
    ) -> tuple[Reading, bool]:
        if lead.subs and lead.sub_reading is not None:
            going_on = [r for r in marker.readings if _continues(r, lead.sub_reading)]
            return (going_on or marker.readings)[0], False
        reading = _first_reading(marker, lines, index)
        text = lead.line.text if self.block.last_line is lead.line else self.block.last_line.text
        if (
            is_stub(lead.line.text)
            and len(self.block.points) == 1
            and self.block.last_line is lead.line
        ):
            self.block.leads.append(self.block.points.pop())
            return reading, True
        return reading, text[-1] in ".;" and reading.number is not None

    def _place_in_list(
        self, marker: Marker, last: PointDraft, top: PointDraft
    ) -> tuple[Reading, bool]:
        """The next point goes on with the list's sequence, the next sub-point with its own."""
        next_top = [r for r in marker.readings if _continues(r, top.reading)]
        next_sub = [r for r in marker.readings if _continues(r, last.sub_reading)]
        if next_top and (not next_sub or marker.style == top.style):
            return next_top[0], True
        if next_sub:
            return next_sub[0], False
        firsts = [r for r in marker.readings if r.ordinal <= 1]
        if lower := [r for r in firsts if r.family != top.reading.family]:
            return lower[0], False
        opens = self.block.last_line.text[-1] not in ".;"
        if firsts and (opens or marker.style != top.style):
            return firsts[0], False
        same = [r for r in marker.readings if r.family == top.reading.family]
        return (same[0], True) if same else (marker.readings[0], False)


def _heads_decision(lines: list[Line], index: int) -> bool:
    """Whether a line names the site that the next "Resolved" is about."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return (
        after is not None and after.kind is LineKind.RESOLVED and lines[index].raw[-1] not in ".;"
    )


def _jumps(reading: Reading, before: Reading | None) -> bool:
    """Whether a number is not the next of its list."""
    if reading.number is None or (before is not None and before.family != reading.family):
        return False
    return reading.ordinal != (before.ordinal + 1 if before else 1)


def _continues(reading: Reading, before: Reading | None) -> bool:
    if before is None:
        return False
    return reading.family == before.family and (
        reading.ordinal == before.ordinal + 1 or reading.number is None
    )


def _first_reading(marker: Marker, lines: list[Line], index: int) -> Reading:
    """The reading a list can start with; what follows tells "(I)" for 1 from "(I)" before "(II)"."""
    firsts = [r for r in marker.readings if r.ordinal <= 1] or list(marker.readings)
    if len(firsts) == 1:
        return firsts[0]
    for after in lines[index + 1 : index + 8]:
        following = read_marker(after.raw) if after.kind is LineKind.POINT else None
        for first in firsts:
            if following and any(_continues(r, first) for r in following.readings):
                return first
    return firsts[0]


def _same_start(line: Line, point: PointDraft) -> bool:
    """Whether a paragraph starts with the same word as the block's first: "To note …", "To approve …"."""
    first = line.text.partition(" ")[0]
    return first == point.line.text.partition(" ")[0] and first not in ("The", "A", "Councillor")
