"""What the reader found, as the values of database columns. Nothing is looked up or saved here."""

from collections.abc import Iterable
from typing import Any

from agenda.parsing.document import (
    ParsedAction,
    ParsedAgendaItem,
    ParsedContact,
    ParsedPoint,
    ParsedReport,
    ParseWarning,
    Passage,
    Reference,
    ReferenceKind,
    Span,
)
from agenda.titles import title_of, title_passage
from committees.slugs import SLUG_LENGTH, slug_of

Values = dict[str, Any]


def item_values(item: ParsedAgendaItem) -> Values:
    """The columns of an agenda item's own facts."""
    paragraphs = [paragraph.text for paragraph in item.minutes]
    return {
        **_whole(item.span),
        "number": item.number.text if item.number else "",
        "title": title_of(item),
        "title_inferred": item.title is None,
        "background": _joined(item.background),
        "minutes": _joined(paragraphs),
        "overview_and_scrutiny_area": _text(item.overview_and_scrutiny_area),
        "in_camera": item.in_camera is not None,
        "not_for_publication": item.not_for_publication is not None,
        "spans": _spans(
            number=[item.number],
            title=[title_passage(item)],
            background=item.background,
            minutes=paragraphs,
            overview_and_scrutiny_area=[item.overview_and_scrutiny_area],
            in_camera=[item.in_camera],
            not_for_publication=[item.not_for_publication],
        ),
    }


def point_values(point: ParsedPoint) -> Values:
    """The columns of a recommendation or a resolution."""
    return {
        **_whole(point.span),
        "number": point.number or "",
        "text": point.text.text,
        "sub_points": [sub_point.text for sub_point in point.sub_points],
        "spans": _spans(text=[point.text], sub_points=point.sub_points),
    }


def report_values(report: ParsedReport) -> Values:
    return {
        **_whole(report.span),
        "reference": _text(report.reference),
        "submitted_by": _text(report.submitted_by),
        "not_for_publication": report.not_for_publication,
        "reason": _text(report.reason),
        "spans": _spans(
            reference=[report.reference],
            submitted_by=[report.submitted_by],
            reason=[report.reason],
        ),
    }


def appendix_rows(report: ParsedReport) -> list[Values]:
    return [
        {
            **_whole(appendix.span),
            "reference": appendix.reference.text,
            "not_for_publication": appendix.not_for_publication,
            "reason": _text(appendix.reason),
            "spans": _spans(reference=[appendix.reference], reason=[appendix.reason]),
        }
        for appendix in report.appendices
    ]


def action_values(action: ParsedAction) -> Values:
    return {
        **_whole(action.span),
        "owner_names": [owner.text for owner in action.owners],
        "note": _text(action.note),
        "referral": _text(action.referred_to),
        "spans": _spans(owners=action.owners, note=[action.note], referral=[action.referred_to]),
    }


def contact_values(contact: ParsedContact) -> Values:
    return {
        **_whole(contact.span),
        "name": contact.name.text,
        "phone": _text(contact.phone),
        "spans": _spans(name=[contact.name], phone=[contact.phone]),
    }


def warning_values(warning: ParseWarning) -> Values:
    return {
        **_whole(warning.span),
        "code": warning.code,
        "message": warning.message,
        "line": warning.line,
    }


def reference_values(reference: Reference) -> Values:
    """The columns of a reference; committees and posts are known by their slugs."""
    by_slug = reference.kind in (ReferenceKind.COMMITTEE, ReferenceKind.POST)
    value = slug_of(reference.value) if by_slug else reference.value[:SLUG_LENGTH]
    return {
        **_whole(reference.text.span),
        "kind": reference.kind.value,
        "text": reference.text.text,
        "value": value,
    }


def _whole(span: Span) -> Values:
    return {"start": span.start, "end": span.end}


def _text(passage: Passage | None) -> str:
    return passage.text if passage else ""


def _joined(paragraphs: Iterable[Passage]) -> str:
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def _spans(**passages: Iterable[Passage | None]) -> dict[str, list[list[int]]]:
    """{"field": [[start, end], …]}, without the fields that were not read."""
    found = {name: [p.span for p in those if p] for name, those in passages.items()}
    return {name: [[s.start, s.end] for s in spans] for name, spans in found.items() if spans}
