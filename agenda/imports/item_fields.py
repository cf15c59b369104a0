"""An agenda item as rows of a form: what each field holds, and where its source passage is marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.models import Action, AgendaItem, Point, Report
from agenda.passages import SHOWN_AT, label_of


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its label, its words, what is to be known of it, and its mark's anchor."""

    label: str
    words: str
    anchor: str
    note: str = ""


def fields_of(item: AgendaItem) -> Iterator[Field]:
    """What is read of an item, in the order of the minutes; empty fields are left out."""
    inferred = "Inferred: the source prints no title." if item.title_inferred else ""
    yield Field("Title", item.title, "title", inferred)
    if item.number:
        yield Field("Item number", item.number, "")
    yield from _flags(item)
    if item.background:
        yield Field("Report", item.background, "report")
    yield from map(_report, item.reports.all())
    yield from map(_point, item.recommendations.all())
    for number, words in enumerate(item.paragraphs, start=1):
        yield Field(f"Minutes, paragraph {number}", words, f"paragraph-{number}")
    yield from map(_point, item.resolutions.all())
    yield from map(_action, item.actions.all())
    for contact in item.contacts.all():
        yield Field(label_of(contact), str(contact), contact.anchor)


def _flags(item: AgendaItem) -> Iterator[Field]:
    for name in ("overview_and_scrutiny_area", "in_camera", "not_for_publication"):
        value = getattr(item, name)
        if value:
            label, anchor = SHOWN_AT[name]
            yield Field(label, "yes" if value is True else value, anchor)


def _point(point: Point) -> Field:
    return Field(label_of(point), "\n".join([str(point), *point.sub_points]), point.anchor)


def _report(report: Report) -> Field:
    lines = [f"Submitted by {report.submitted_by}"] if report.submitted_by else []
    papers = [report, *report.appendices.all()]
    for paper in papers:
        withheld = "not for publication" if paper.not_for_publication else ""
        words = ", ".join(filter(None, [withheld, paper.reason]))
        if paper is not report or words:
            lines.append(f"{paper}: {words}" if words else str(paper))
    return Field(str(report), "\n".join(lines), report.anchor)


def _action(action: Action) -> Field:
    owners = " / ".join(action.owner_names) or "Owner not stated"
    referral = f"Referred to {action.referral}" if action.referral else ""
    return Field(
        label_of(action), "\n".join(filter(None, [owners, action.note, referral])), action.anchor
    )
