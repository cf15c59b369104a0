"""Tells at which level of a list a number stands: a point of its own or a sub-point.

"(i)" may follow "(h)" or come before "(ii)", "(2)" may go on with the list or stand below a
lettered point: the points read so far and those that follow decide.
"""

from .blocks import Block, PointDraft
from .lines import Line, LineKind
from .numbering import Marker, Reading, read_marker


def place(block: Block, marker: Marker, lines: list[Line], index: int) -> tuple[Reading, bool]:
    """Which reading of the marker is meant, and whether it starts a point (or a sub-point)."""
    if not block.points:
        return _first_reading(marker, lines, index), True
    top = block.last_numbered
    if top is None:
        return _place_under_lead(block, marker, lines, index)
    return _place_in_list(block, marker, top)


def _place_under_lead(
    block: Block, marker: Marker, lines: list[Line], index: int
) -> tuple[Reading, bool]:
    lead = block.points[-1]
    if lead.subs and lead.sub_reading is not None:
        going_on = [r for r in marker.readings if _continues(r, lead.sub_reading)]
        return (going_on or marker.readings)[0], False
    reading = _first_reading(marker, lines, index)
    if block.holds_bare_lead:
        block.leads.append(block.points.pop())
        return reading, True
    return reading, block.last_line.text[-1] in ".;" and reading.number is not None


def _place_in_list(block: Block, marker: Marker, top: PointDraft) -> tuple[Reading, bool]:
    """The next point goes on with the list's sequence, the next sub-point with its own."""
    next_top = [r for r in marker.readings if _continues(r, top.reading)]
    next_sub = [r for r in marker.readings if _continues(r, block.points[-1].sub_reading)]
    if next_top and (not next_sub or marker.style == top.style):
        return next_top[0], True
    if next_sub:
        return next_sub[0], False
    return _place_out_of_sequence(block, marker, top)


def _place_out_of_sequence(block: Block, marker: Marker, top: PointDraft) -> tuple[Reading, bool]:
    """A first number starts a lower level; any other of the list's own kind is a point."""
    firsts = [r for r in marker.readings if r.ordinal <= 1]
    if lower := [r for r in firsts if r.family != top.reading.family]:
        return lower[0], False
    if firsts and (block.last_line.text[-1] not in ".;" or marker.style != top.style):
        return firsts[0], False
    same = [r for r in marker.readings if r.family == top.reading.family]
    return (same[0], True) if same else (marker.readings[0], False)


def jumps(reading: Reading, before: Reading | None) -> bool:
    """Whether a number is not the next of its list."""
    if reading.number is None or (before is not None and before.family != reading.family):
        return False
    return reading.ordinal != (before.ordinal + 1 if before else 1)


def goes_on_list(block: Block, marker: Marker) -> bool:
    """Whether a number is the next of the block's points or of the last point's sub-points."""
    last = block.last_numbered
    before = (
        last.reading if last else None,
        block.points[-1].sub_reading if block.points else None,
    )
    return any(_continues(reading, each) for reading in marker.readings for each in before)


def follows(marker: Marker, before: Marker) -> bool:
    """Whether one number can be the next after another; bullets have no next one."""
    return any(
        _continues(reading, each)
        for reading in marker.readings
        for each in before.readings
        if reading.number is not None
    )


def _continues(reading: Reading, before: Reading | None) -> bool:
    if before is None or reading.family != before.family:
        return False
    return reading.ordinal == before.ordinal + 1 or reading.number is None


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
