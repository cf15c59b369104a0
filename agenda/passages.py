"""The source text of an agenda item, cut where the passages that were read begin and end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from agenda.models import AgendaItem, OfItem

# Where the item's page shows each field.
SHOWN_AT = {
    "number": ("Item number", "title"),
    "title": ("Title", "title"),
    "background": ("Report", "report"),
    "overview_and_scrutiny_area": ("Overview and scrutiny area", "area"),
    "in_camera": ("In camera", "in-camera"),
    "not_for_publication": ("Not for publication", "not-for-publication"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the source, what it was read as, and where the item's page shows it."""

    start: int
    end: int
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Successive characters of the source that belong to one mark, or to none.

    `begins` tells a mark's first segment from those that continue it; `id` names the first
    segment of all that are shown at one place, so that the place can lead back to it.
    """

    text: str
    mark: Mark | None = None
    begins: bool = False
    id: str = ""


def segments_of(text: str, marks: Iterable[Mark], start: int, end: int) -> list[Segment]:
    """Cut text[start:end] into segments; where marks overlap, the shortest one counts.

    Joined again, the segments give text[start:end] to the letter.
    """
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {edge for mark in here for edge in (mark.start, mark.end) if start < edge < end}
    pieces = pairwise(sorted({start, end} | edges))
    runs = _joined((a, b, _shortest(here, a, b)) for a, b in pieces)
    seen: set[Mark | str | None] = {None}
    segments = []
    for a, b, mark in runs:
        name = f"source-{mark.anchor}" if mark and mark.anchor not in seen else ""
        segments.append(Segment(text[a:b], mark, mark not in seen, name))
        seen |= {mark, mark and mark.anchor}
    return segments


def _shortest(marks: list[Mark], start: int, end: int) -> Mark | None:
    around = [mark for mark in marks if mark.start <= start and end <= mark.end]
    return min(around, key=lambda mark: mark.end - mark.start, default=None)


def _joined(pieces: Iterable[tuple[int, int, Mark | None]]) -> list[tuple[int, int, Mark | None]]:
    """The pieces, those of the same mark in a row made one."""
    runs: list[tuple[int, int, Mark | None]] = []
    for start, end, mark in pieces:
        if runs and runs[-1][2] == mark:
            start = runs.pop()[0]
        runs.append((start, end, mark))
    return runs


def marks_of(item: AgendaItem) -> list[Mark]:
    """Everything that was read of an item, in no order."""
    marks = [*field_marks(item)]
    for report in item.reports.all():
        marks += part_marks(report, str(report))
        for appendix in report.appendices.all():
            marks += part_marks(appendix, str(appendix), report.anchor)
    for relation in ("recommendations", "resolutions", "actions", "contacts"):
        for part in getattr(item, relation).all():
            marks += part_marks(part, label_of(part))
    return marks


def field_marks(item: AgendaItem) -> Iterator[Mark]:
    """The marks of an item's own fields, the paragraphs of its minutes each for itself."""
    for name, (label, anchor) in SHOWN_AT.items():
        for start, end in item.spans.get(name, []):
            yield Mark(start, end, label, anchor)
    shown = len(item.paragraphs)
    for number, (start, end) in enumerate(item.spans.get("minutes", []), start=1):
        # An officer may have cut paragraphs out of the minutes since they were read.
        anchor = f"paragraph-{number}" if number <= shown else "minutes"
        yield Mark(start, end, f"Minutes, paragraph {number}", anchor)


def part_marks(part: OfItem, label: str, anchor: str = "") -> list[Mark]:
    """The mark of a whole part; none where an officer wrote it."""
    return [] if part.start is None else [Mark(part.start, part.end, label, anchor or part.anchor)]


def label_of(part: OfItem) -> str:
    """ "Resolution 2": by the number in print, or else by its place."""
    number = getattr(part, "number", "") or part.position
    return f"{part._meta.verbose_name} {number}".capitalize()
