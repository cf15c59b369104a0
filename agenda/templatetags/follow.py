"""What pages show of promised reports, their returns, and matters."""

from django import template
from django.db.models import QuerySet
from django.utils import timezone

from agenda.expected_reports import ExpectedReport
from agenda.follow_through.returning import in_words
from agenda.following import chain, due
from agenda.matters import Matter, MatterItem
from agenda.models import AgendaItem

register = template.Library()


@register.simple_tag
def chain_of(item: AgendaItem) -> list[AgendaItem]:
    return chain.chain_of(item)


@register.simple_tag
def matters_of(item: AgendaItem) -> QuerySet:
    """The matters that an item belongs to, each with what connects it."""
    members = MatterItem.objects.public().filter(item=item, matter__in=Matter.objects.public())
    return members.select_related("matter").order_by("matter__name")


@register.filter
def due_reason(report: ExpectedReport) -> str:
    return due.reason(report)


@register.filter
def overdue_by(report: ExpectedReport) -> str:
    """ "9 years 1 month": how long a report is overdue."""
    return in_words(report.next_due_on, timezone.localdate())
