"""Adds what became of the proposals to the objects of `parse_documents --json`."""

from datetime import date
from typing import Any

from agenda.parsing.document import (
    ParsedAgendaItem,
    ParsedDecisions,
    ParsedDocument,
    ParsedIssue,
    ParsedMeeting,
)

from .comparison import Answer, ComparedResolution, Comparison, compare
from .promises import ExpectedReport, expected_reports

Json = dict[str, Any]


def with_follow_through(found: Json, document: ParsedDocument, held_on: date | None = None) -> Json:
    """`found`, the object of a document, with what follows from each of its items.

    `held_on` is the meeting's date where the caller knows it; else the page's own is used.
    """
    page = document.page
    if isinstance(page, ParsedAgendaItem):
        return {**found, **item_follow_through(page, held_on)}
    if isinstance(page, ParsedMeeting):
        printed = page.held_on.value if page.held_on else None
        items = [(item, held_on or printed) for item in page.items]
        return {**found, "items": _joined(found["items"], items)}
    if isinstance(page, ParsedDecisions):
        items = [
            (each.item, each.decided_on.value if each.decided_on else held_on)
            for each in page.decisions
        ]
        return {**found, "decisions": _joined(found["decisions"], items)}
    return {**found, "meetings": _meetings(found["meetings"], page)}


def item_follow_through(item: ParsedAgendaItem, held_on: date | None) -> Json:
    """The comparison and the expected reports of one item."""
    comparison = compare(item.recommendations, item.resolutions)
    return {
        **_comparison(comparison),
        "expected_reports": [_report(each) for each in expected_reports(item.resolutions, held_on)],
    }


def _joined(objects: list[Json], items: list[tuple[ParsedAgendaItem, date | None]]) -> list[Json]:
    return [
        {**each, **item_follow_through(item, held_on)}
        for each, (item, held_on) in zip(objects, items, strict=True)
    ]


def _meetings(objects: list[Json], page: ParsedIssue) -> list[Json]:
    return [
        {
            **each,
            "agenda_item": {
                **each["agenda_item"],
                **item_follow_through(meeting.item, meeting.held_on.value),
            },
        }
        for each, meeting in zip(objects, page.meetings, strict=True)
    ]


def _comparison(comparison: Comparison) -> Json:
    return {
        "comparison": [_resolution(each) for each in comparison.resolutions],
        "not_taken_up": list(comparison.not_taken_up),
    }


def _resolution(compared: ComparedResolution) -> Json:
    """The first answer and the others in `also`; `answers` has the class and score of each."""
    indexes = [answer.recommendation for answer in compared.answers]
    return {
        "resolution": compared.resolution,
        "recommendation": indexes[0] if indexes else None,
        "also": indexes[1:],
        "class": compared.answer_class.value,
        "answers": [_answer(answer) for answer in compared.answers],
    }


def _answer(answer: Answer) -> Json:
    return {
        "recommendation": answer.recommendation,
        "class": answer.answer_class.value,
        "score": round(answer.score, 2),
    }


def _report(report: ExpectedReport) -> Json:
    return {
        "resolution": report.resolution,
        "phrase": report.phrase,
        "span": [report.span.start, report.span.end],
        "sub_point": report.sub_point,
        "due_on": report.due_on.isoformat() if report.due_on else None,
        "precision": report.precision.value,
        "recurs": report.recurs.value if report.recurs else None,
    }
