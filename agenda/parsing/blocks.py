"""The points read under one heading, before records are made of them."""

from dataclasses import dataclass, field

from .lines import Line
from .numbering import Reading
from .sentences import is_stub


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
    last_numbered: PointDraft | None = None

    @property
    def holds_bare_lead(self) -> bool:
        """Whether the one line so far only names who decides: "That Cabinet:"."""
        if len(self.points) != 1 or self.last_line is not self.points[0].line:
            return False
        return self.points[0].reading is None and is_stub(self.last_line.text)

    def add_point(self, point: PointDraft) -> None:
        self.points.append(point)
        if point.reading is not None:
            self.last_numbered = point

    def add_sub_point(self, start: int, end: int, reading: Reading | None) -> None:
        """Adds a sub-point; one of another family stands a level below and changes no sequence."""
        point = self.points[-1]
        point.subs.append([start, end])
        before = point.sub_reading
        if reading is None or before is None or reading.family == before.family:
            point.sub_reading = reading

    def extend(self, line: Line, *, from_start: bool) -> None:
        """The last point, or its last sub-point, goes on (or only starts) on `line`."""
        point = self.points[-1]
        if point.subs:
            point.subs[-1] = [line.start if from_start else point.subs[-1][0], line.end]
            return
        point.text_end = line.end
        if from_start:
            point.text_start = line.start
