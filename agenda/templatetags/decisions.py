"""What the page of an agenda item and the lists of points show of proposal and decision."""

import re
from collections.abc import Iterable
from datetime import date

from django import template
from django.template.context import Context
from django.utils.formats import date_format

from agenda import side_by_side
from agenda.expected_querysets import STATES
from agenda.expected_reports import ExpectedReport
from agenda.models import AgendaItem, Point, Recommendation
from agenda.passages import label_of

register = template.Library()
Precision = ExpectedReport.Precision


@register.filter
def side_by_side_of(item: AgendaItem) -> list[side_by_side.Group]:
    return side_by_side.side_by_side(item)


@register.filter
def is_suggested(item: AgendaItem) -> bool:
    return side_by_side.is_suggested(item)


@register.filter
def counted_as(points: Iterable[Point], kind: str) -> str:
    return side_by_side.counted(list(points), kind)


@register.filter
def unanswered(points: Iterable[Recommendation]) -> list[Recommendation]:
    """The recommendations that no resolution answers."""
    return [point for point in points if point.outcome in side_by_side.UNANSWERED]


@register.filter
def in_words(state: str) -> str:
    return STATES[state]


@register.filter
def due_in_words(report: ExpectedReport) -> str:
    """When members wait for a report that is due some day; no more exact than the promise."""
    return day_in_words(report.next_due_on, report.precision)


def day_in_words(day: date, precision: str) -> str:
    if precision == Precision.MONTH:
        return date_format(day, "F Y")
    words = date_format(day, "j F Y")
    by = {Precision.SEASON: "by ", Precision.YEAR: "by ", Precision.MEETING: "the meeting of "}
    return f"{by.get(precision, '')}{words}"


@register.filter
def counts_from_inferred(report: ExpectedReport) -> bool:
    """Whether the date was counted from a meeting whose own date is inferred."""
    named = report.due_on is None or str(report.due_on.year) in report.phrase
    return report.item.meeting.held_on_basis == "inferred" and not named


@register.filter
def citation(item: AgendaItem) -> str:
    """How an item is cited: committee, date, papers; what is inferred says so."""
    meeting = item.meeting
    committee = str(meeting.committee or "committee not stated")
    parts = [
        committee + (" (inferred)" if meeting.committee_basis == "inferred" else ""),
        meeting.date_in_words + (" (inferred)" if meeting.held_on_basis == "inferred" else ""),
        *(str(report) for report in item.reports.all() if report.reference),
    ]
    return ", ".join(parts)


@register.filter
def name_of(point: Point) -> str:
    """ "Resolution 2": by the number in print, or else by its place."""
    return label_of(point)


@register.simple_tag(takes_context=True)
def full_address(context: Context, record: AgendaItem | Point) -> str:
    return context["request"].build_absolute_uri(record.get_absolute_url())


@register.filter
def in_agenda_order(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """The items of a meeting by their numbers where all have one, else as they were read."""
    listed = list(items)
    if not all(item.number for item in listed):
        return listed
    return sorted(listed, key=lambda item: (numbers_in(item.number), item.number))


def numbers_in(text: str) -> list[int]:
    return [int(digits) for digits in re.findall(r"\d+", text)]


@register.filter
def around(items: list[AgendaItem], item: AgendaItem) -> dict[str, AgendaItem | None]:
    """The items before and after one in its meeting."""
    place = next((n for n, other in enumerate(items) if other.pk == item.pk), None)
    if place is None:
        return {}
    before = items[place - 1] if place else None
    return {"before": before, "after": items[place + 1] if place + 1 < len(items) else None}
