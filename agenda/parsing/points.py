"""Reads the points of a recommendation or resolution: numbers, sub-points, wrapped lines.

Bradford numbers "(1)" or "1." with "(a)" or dashes below; Hillingdon letters "A:"; Kirklees
prints bare numbers; panels put numbered conditions under one unnumbered "That …:". A lead that
only names who decides ("That Members of the Sub-Committee") is no point of its own.
"""

from .blocks import Block, PointDraft
from .lines import Line, LineKind
from .numbering import Marker, read_bare_marker, read_marker
from .placing import follows, goes_on_list, jumps, place
from .sentences import goes_on


class PointReader:
    """Takes lines one after another until one is no part of the block.

    `above` is the last numbered line of the discussion: where "(a)" is a site with its own
    "Resolved", "(b)" is the next site and no point. `block` is one to go on with.
    """

    def __init__(self, above: Line | None = None, block: Block | None = None) -> None:
        self.block = block or Block()
        self._above = above
        self._pending = False

    def takes(self, lines: list[Line], index: int) -> bool:
        """Reads the line at `index`; False where the block ends before it."""
        if _heads_decision(lines, index):
            return False
        step = self._STEPS.get(lines[index].kind)
        taken = step is not None and step(self, lines, index)
        if taken:
            self.block.last_line = lines[index]
        return taken

    # Lines with a number

    def _take_point(self, lines: list[Line], index: int) -> bool:
        return self._take_marked(read_marker(lines[index].raw), lines, index)

    def _take_marked(self, marker: Marker | None, lines: list[Line], index: int) -> bool:
        if marker is None or self._goes_on_above(marker, lines[index]):
            return False
        line, block = lines[index], self.block
        start, self._pending = line.start + marker.end, marker.end >= len(line.raw)
        reading, is_top = place(block, marker, lines, index)
        if not is_top:
            block.add_sub_point(start, line.end, reading)
            return True
        before = block.last_numbered
        point = PointDraft(reading.number, line.start, start, line.end, line, reading, marker.style)
        if jumps(reading, before.reading if before else None):
            block.jumps.append(point)
        block.add_point(point)
        return True

    def _goes_on_above(self, marker: Marker, line: Line) -> bool:
        """Whether a number goes on with the discussion's own list, and with none of the block."""
        above = read_marker(self._above.raw) if self._above and self.block.points else None
        if above is None or above.style != marker.style or line.raw.startswith("That ", marker.end):
            return False
        return follows(marker, above) and not goes_on_list(self.block, marker)

    # Lines without one

    def _take_prose(self, lines: list[Line], index: int) -> bool:
        line = lines[index]
        bare = read_bare_marker(line.raw) if line.raw[0].isdigit() else None
        if bare is not None and self._bare_fits(bare):
            return self._take_marked(bare, lines, index)
        if not self.block.points:
            return self._start_unnumbered(line)
        if self._pending or goes_on(self.block.last_line.text, line):
            return self._extend(line)
        return self._take_paragraph(lines, index)

    def _take_paragraph(self, lines: list[Line], index: int) -> bool:
        """A paragraph of its own: a next point, an unmarked member of a list, or the block's end."""
        line, first = lines[index], self.block.points[0]
        if self.block.holds_bare_lead and not goes_on(self.block.last_line.text, line):
            self.block.leads.append(self.block.points.pop())
            return self._start_unnumbered(line)
        if line.raw.startswith("That ") or (first.reading is None and _same_start(line, first)):
            return self._start_unnumbered(line)
        if self._lists_unmarked():
            self.block.add_sub_point(line.start, line.end, None)
            return True
        return self._next_number_follows(lines, index) and self._extend(line)

    def _lists_unmarked(self) -> bool:
        """Whether unmarked lines below are the point's list: "That awards be made to:"."""
        last, text = self.block.points[-1], self.block.last_line.text
        if text[-1] == ":":
            return True
        return bool(last.subs) and last.sub_reading is None and text.rstrip("and ").endswith(";")

    def _bare_fits(self, marker: Marker) -> bool:
        """Whether a bare number is the first of its list or the next one."""
        reading, block = marker.readings[0], self.block
        if block.last_numbered is None:
            below_lead = block.last_line and block.last_line.text[-1] in ":–-"
            return reading.ordinal == 1 and (not block.points or bool(below_lead))
        last = block.last_numbered.reading
        return reading.family == last.family and reading.ordinal == last.ordinal + 1

    def _start_unnumbered(self, line: Line) -> bool:
        self.block.add_point(PointDraft(None, line.start, line.start, line.end, line))
        return True

    def _extend(self, line: Line) -> bool:
        self.block.extend(line, from_start=self._pending)
        self._pending = False
        return True

    # Lines that stand between points

    def _pass_remark(self, lines: list[Line], index: int) -> bool:
        """ "(unanimously)" below the heading, or a remark between two numbers, is no point."""
        if self.block.points:
            return self._next_number_follows(lines, index)
        return len(lines[index].raw) < 80 and index + 1 < len(lines)

    def _pass_navigation(self, lines: list[Line], index: int) -> bool:
        """A page header within a sentence: the point goes on below it."""
        below, last = _below(lines, index), self.block.last_line
        if below is None or below.kind is not LineKind.PROSE or last is None:
            return False
        return below.raw[0].islower() and last.text[-1] not in ".;:"

    def _next_number_follows(self, lines: list[Line], index: int) -> bool:
        """Whether the next number of the list stands right below this line."""
        reading, below = self.block.points[-1].reading, _below(lines, index)
        if reading is None or below is None or below.kind is not LineKind.POINT:
            return False
        following = read_marker(below.raw).readings
        return any(
            r.family == reading.family and r.ordinal == reading.ordinal + 1 for r in following
        )

    _STEPS = {
        LineKind.POINT: _take_point,
        LineKind.PROSE: _take_prose,
        LineKind.BRACKET: _pass_remark,
        LineKind.NAVIGATION: _pass_navigation,
    }


def _below(lines: list[Line], index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _heads_decision(lines: list[Line], index: int) -> bool:
    """Whether a line names the site that the next "Resolved" is about."""
    below = _below(lines, index)
    return (
        below is not None and below.kind is LineKind.RESOLVED and lines[index].raw[-1] not in ".;"
    )


def _same_start(line: Line, point: PointDraft) -> bool:
    """Whether a paragraph starts with the same word as the block's first: "To note …", "To approve …"."""
    first = line.text.partition(" ")[0]
    return first == point.line.text.partition(" ")[0] and first not in ("The", "A", "Councillor")
