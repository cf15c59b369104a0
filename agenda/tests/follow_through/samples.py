"""Labelled answers and due dates, and records made of bare texts."""

import json
from pathlib import Path
from typing import Any

from agenda.parsing.document import (
    ParsedAgendaItem,
    ParsedRecommendation,
    ParsedResolution,
    Passage,
    Span,
)
from agenda.parsing.parser import parse_document

FOLDER = Path(__file__).parent.parent / "documents" / "follow_through"
BRADFORD = FOLDER.parent.parent.parent / "documents" / "bradford"
PAIRS = sorted((FOLDER / "pairs").glob("*.json"))
NOWHERE = Span(0, 0)


def read_json(name: str) -> list[dict[str, Any]]:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def read_item(path: Path) -> ParsedAgendaItem:
    page = parse_document(path.read_text(encoding="utf-8")).page
    assert isinstance(page, ParsedAgendaItem)
    return page


def recommendations(*points: str | dict[str, Any]) -> list[ParsedRecommendation]:
    return [_point(ParsedRecommendation, k, point) for k, point in enumerate(points, 1)]


def resolutions(*points: str | dict[str, Any]) -> list[ParsedResolution]:
    return [_point(ParsedResolution, k, point) for k, point in enumerate(points, 1)]


def _point(kind: type, number: int, point: str | dict[str, Any]) -> Any:
    if isinstance(point, str):
        point = {"text": point}
    sub_points = tuple(Passage(text, NOWHERE) for text in point.get("sub_points", ()))
    return kind(str(number), Passage(point["text"], NOWHERE), sub_points, NOWHERE)
