"""Stored recommendations and resolutions as the reader's own, for comparing and dating."""

from collections.abc import Iterable

from agenda.models import Point
from agenda.parsing.document import ParsedPoint, Passage, Span

NOWHERE = Span(0, 0)


def as_read(points: Iterable[Point], kind: type[ParsedPoint]) -> list[ParsedPoint]:
    """The points with the places that are still known; words an officer wrote have none."""
    return [
        kind(
            point.number or None,
            _passage(point.text, point.spans.get("text", [])),
            tuple(_sub_points(point)),
            Span(point.start or 0, point.end or 0),
        )
        for point in points
    ]


def _sub_points(point: Point) -> Iterable[Passage]:
    places = point.spans.get("sub_points", [])
    if len(places) != len(point.sub_points):
        places = [[]] * len(point.sub_points)
    return (
        _passage(text, [place] if place else [])
        for text, place in zip(point.sub_points, places, strict=True)
    )


def _passage(text: str, places: list[list[int]]) -> Passage:
    return Passage(text, Span(*places[0]) if places else NOWHERE)
