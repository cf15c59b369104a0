"""The reports that the stored resolutions of an item promise, and when they are due."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from agenda.expected_reports import ExpectedReport
from agenda.follow_through import promises
from agenda.follow_through.places import source_span
from agenda.models import AgendaItem, Resolution
from agenda.parsing.document import ParsedResolution
from agenda.tracking.points import as_read

Finder = Callable[[Sequence[ParsedResolution], date | None], Iterable[promises.ExpectedReport]]


def expected_reports(
    item: AgendaItem,
    resolutions: Sequence[Resolution],
    held_on: date | None,
    source: str,
    find: Finder = promises.expected_reports,
) -> list[ExpectedReport]:
    """What the resolutions promise, none of it saved; `source` is the text they were read from.

    Words that an officer wrote promise as well, but have no place in the source.
    """
    read = as_read(resolutions, ParsedResolution)
    return [
        ExpectedReport(
            item=item,
            resolution=resolutions[found.resolution],
            phrase=found.phrase,
            due_on=found.due_on,
            precision=found.precision.value,
            recurs=found.recurs.value if found.recurs else "",
            **_place(read[found.resolution], found, source),
        )
        for found in find(read, held_on)
    ]


def _place(
    resolution: ParsedResolution, found: promises.ExpectedReport, source: str
) -> dict[str, int]:
    texts = (resolution.text, *resolution.sub_points)
    passage = texts[0 if found.sub_point is None else found.sub_point + 1]
    span = source_span(source, passage, found.span)
    is_there = " ".join(source[span.start : span.end].split()) == found.phrase
    return {"start": span.start, "end": span.end} if is_there else {}
