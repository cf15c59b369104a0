"""What waits for an officer, for the first page of the desk."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.urls import reverse

from agenda.confirming.kinds import KINDS
from agenda.desk_filters import (
    drafts_of_more_than_a_week,
    past_their_day,
    undated_for_half_a_year,
)
from agenda.models import Action, AgendaItem, ReadingWarning
from committees.models import Meeting


@dataclass(frozen=True, slots=True)
class Task:
    """A number of records, in words, and the list of exactly these records."""

    words: str
    address: str
    count: int
    note: str = ""


def tasks_for(user: AbstractBaseUser) -> list[Task]:
    """The tasks in the records that this user may see; one query each."""
    items, actions = AgendaItem.objects.all(), Action.objects.all()
    kinds = [
        ("Items in review", items.in_review(), "publication_status__exact=in_review", ""),
        (
            "Drafts for more than a week",
            drafts_of_more_than_a_week(items),
            "waiting=week",
            "Counted from the day they were imported.",
        ),
        ("Doubts of the reader to look at", ReadingWarning.objects.filter(cleared=False), "", ""),
        ("Actions past their date", past_their_day(actions), "late=due", ""),
        (
            "Actions without a date, open for more than half a year",
            undated_for_half_a_year(actions),
            "late=undated",
            "Counted from the meeting.",
        ),
        ("Meetings without a date", Meeting.objects.without_date(), "held_on__isempty=1", ""),
    ]
    return [
        Task(words, address_of(found, query), found.count(), note)
        for words, found, query, note in kinds
        if user.has_perm(f"{found.model._meta.app_label}.view_{found.model._meta.model_name}")
    ]


def to_confirm(user: AbstractBaseUser) -> list[Task]:
    """What was found by comparing and waits for this user to confirm it; one query a kind."""
    if not user.has_perm("agenda.change_agendaitem"):
        return []
    return [
        Task(kind.words, reverse("admin:confirm_list", args=[kind.name]), kind.waiting().count())
        for kind in KINDS.values()
    ]


def address_of(found: QuerySet, query: str) -> str:
    opts = found.model._meta
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return f"{address}?{query}" if query else address
