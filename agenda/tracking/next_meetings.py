"""Dates what was promised to the next meeting, once that meeting is on record."""

import re
from collections.abc import Iterable

from django.db.models import Min, OuterRef, Subquery

from agenda.expected_reports import ExpectedReport, Standing
from committees.models import Meeting

# The committee's own next meeting; not "the next meeting of the Executive", "the next available
# meeting" or "the meeting after next".
_NEXT = re.compile(
    r"\bnext\s(?:(?:ordinary|scheduled|formal|full|public|regular|programmed)\s)*"
    r"(?:(?:[Cc]ommittee|[Pp]anel|[Bb]oard|[Ff]orum|[Ss]ub-[Cc]ommittee)\s)?"
    r"(?:meeting|Committee|Panel)\b(?!\sof\s(?!(?:this|the)\s(?:Committee|Panel|Board|Forum)\b(?!\s[A-Z])))"
)
NOT_HELD = [Meeting.Status.POSTPONED, Meeting.Status.CANCELLED]


def set_dates(items: Iterable[int]) -> set[int]:
    """Set and withdraw the due dates of what the committees of these items await next time.

    Only a meeting that the public may know of counts. A confirmed date stays. Gives the expected
    reports whose dates that changed.
    """
    changed: set[int] = set()
    meetings = Meeting.objects.filter(items__in=list(items), committee__isnull=False)
    committees = set(meetings.values_list("committee", flat=True))
    for report in _awaited(committees):
        due_on = report.next_on if _NEXT.search(report.phrase) else None
        if due_on != report.due_on:
            ExpectedReport.objects.filter(pk=report.pk).update(due_on=due_on)
            changed.add(report.pk)
    return changed


def _awaited(committees: set[int]) -> Iterable[ExpectedReport]:
    """What was promised to a later meeting of these committees, with `next_on`."""
    promised = "item__meeting__"
    following = Meeting.objects.public().filter(
        committee=OuterRef(f"{promised}committee"), held_on__gt=OuterRef(f"{promised}held_on")
    )
    following = following.exclude(status__in=NOT_HELD).order_by().values("committee")
    waiting = ExpectedReport.objects.filter(
        **{f"{promised}committee__in": committees},
        precision=ExpectedReport.Precision.MEETING,
        due_confirmed=False,
        is_promise=True,
    )
    waiting = waiting.exclude(returns__standing=Standing.CONFIRMED)
    return waiting.annotate(next_on=Subquery(following.annotate(day=Min("held_on")).values("day")))
