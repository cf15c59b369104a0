"""Shapes records for `parse_documents --json`: one object a document."""

from collections.abc import Iterable
from typing import Any

from .document import (
    PageKind,
    ParsedAction,
    ParsedAgendaItem,
    ParsedContact,
    ParsedDate,
    ParsedDecision,
    ParsedDecisions,
    ParsedDocument,
    ParsedIssue,
    ParsedMeeting,
    ParsedPoint,
    ParsedReport,
    ParseWarning,
    Passage,
    Span,
)

Json = dict[str, Any]


def document_as_json(name: str, document: ParsedDocument) -> Json:
    """The object for the document that was read from the file `name`."""
    page = _PAGES[document.page_kind](document.page)
    return {
        "file": name,
        "page_kind": document.page_kind.value,
        **page,
        "warnings": [_warning(warning) for warning in document.warnings],
        "navigation": [_span(span) for span in document.navigation],
    }


def _text(words: Passage | None) -> str | None:
    return words.text if words else None


def _texts(words: Iterable[Passage]) -> list[str]:
    return [each.text for each in words]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _date(found: ParsedDate | None) -> str | None:
    return found.value.isoformat() if found else None


def _warning(warning: ParseWarning) -> Json:
    return {
        "line": warning.line,
        "code": warning.code,
        "message": warning.message,
        "span": _span(warning.span),
    }


def _item(item: ParsedAgendaItem) -> Json:
    return {
        "number": _text(item.number),
        "title": _text(item.title),
        "inferred_title": _text(item.inferred_title),
        "background": _texts(item.background),
        "document_refs": [report.reference.text for report in item.reports if report.reference],
        "reports": [_report(report) for report in item.reports],
        "not_for_publication": item.not_for_publication is not None,
        "in_camera": item.in_camera is not None,
        "recommendations": [_point(point) for point in item.recommendations],
        "resolutions": [_point(point) for point in item.resolutions],
        "actions": [_action(action) for action in item.actions],
        "contacts": [_contact(contact) for contact in item.contacts],
        "overview_and_scrutiny_area": _text(item.overview_and_scrutiny_area),
        "minutes": " ".join(paragraph.text.text for paragraph in item.minutes) or None,
        "paragraphs": [
            {
                "kind": paragraph.kind.value,
                "text": paragraph.text.text,
                "span": _span(paragraph.text.span),
            }
            for paragraph in item.minutes
        ],
        "references": [
            {
                "kind": r.kind.value,
                "text": r.text.text,
                "value": r.value,
                "span": _span(r.text.span),
            }
            for r in item.references
        ],
        "other": _texts(item.other),
        "span": _span(item.span),
    }


def _report(report: ParsedReport) -> Json:
    return {
        "reference": _text(report.reference),
        "submitted_by": _text(report.submitted_by),
        "not_for_publication": report.not_for_publication,
        "reason": _text(report.reason),
        "appendices": [
            {
                "reference": appendix.reference.text,
                "not_for_publication": appendix.not_for_publication,
                "reason": _text(appendix.reason),
            }
            for appendix in report.appendices
        ],
    }


def _point(point: ParsedPoint) -> Json:
    return {
        "number": point.number,
        "text": point.text.text,
        "sub_points": _texts(point.sub_points),
        "span": _span(point.span),
    }


def _action(action: ParsedAction) -> Json:
    return {
        "owners": _texts(action.owners),
        "note": _text(action.note),
        "resolution_numbers": list(action.resolution_numbers),
        "referred_to": _text(action.referred_to),
        "span": _span(action.span),
    }


def _contact(contact: ParsedContact) -> Json:
    return {"name": contact.name.text, "phone": _text(contact.phone), "span": _span(contact.span)}


def _meeting(page: ParsedMeeting) -> Json:
    return {
        "committee": _text(page.committee),
        "date": _date(page.held_on),
        "time": _text(page.start_time),
        "venue": _text(page.venue),
        "contact_officers": _texts(page.contact_officers),
        "items": [_item(item) for item in page.items],
        "other": _texts(page.other),
    }


def _issue(page: ParsedIssue) -> Json:
    meetings = [
        {
            "date": _date(meeting.held_on),
            "committee": meeting.committee.text,
            "item": _text(meeting.item.number),
            "agenda_item": _item(meeting.item),
        }
        for meeting in page.meetings
    ]
    return {"title": _text(page.title), "meetings": meetings, "other": _texts(page.other)}


def _decision(decision: ParsedDecision) -> Json:
    return {
        **_item(decision.item),
        "date": _date(decision.decided_on),
        "title": decision.title.text,
        "ref": _text(decision.reference),
        "status": _text(decision.status),
        "decision_maker": _text(decision.decision_maker),
        "made_at": _text(decision.made_at),
        "published": _date(decision.published_on),
        "effective_from": _date(decision.effective_from),
    }


def _decisions(page: ParsedDecisions) -> Json:
    return {
        "decisions": [_decision(decision) for decision in page.decisions],
        "other": _texts(page.other),
    }


_PAGES = {
    PageKind.AGENDA_ITEM: _item,
    PageKind.MEETING: _meeting,
    PageKind.ISSUE: _issue,
    PageKind.DECISIONS: _decisions,
}
