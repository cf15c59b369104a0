"""What pages show of promised reports, their returns, and matters."""

from django import template
from django.utils import timezone

from agenda.expected_reports import ExpectedReport
from agenda.follow_through.returning import in_words
from agenda.following import chain, due
from agenda.models import AgendaItem

register = template.Library()


@register.simple_tag
def chain_of(item: AgendaItem) -> list[AgendaItem]:
    return chain.chain_of(item)


@register.filter
def due_reason(report: ExpectedReport) -> str:
    return due.reason(report)


@register.filter
def overdue_by(report: ExpectedReport) -> str:
    """ "9 years 1 month": how long a report is overdue."""
    return in_words(report.next_due_on, timezone.localdate())
