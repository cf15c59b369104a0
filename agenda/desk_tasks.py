"""What waits for an officer, for the first page of the desk."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.urls import reverse

from agenda.desk_filters import drafts_of_more_than_a_week, open_for_half_a_year
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
        (
            "Actions open for more than half a year",
            open_for_half_a_year(actions),
            "open_for=half_a_year",
            "Actions have no date of their own; they are counted from the meeting.",
        ),
        ("Meetings without a date", Meeting.objects.without_date(), "held_on__isempty=1", ""),
    ]
    return [
        Task(words, address_of(found, query), found.count(), note)
        for words, found, query, note in kinds
        if user.has_perm(f"{found.model._meta.app_label}.view_{found.model._meta.model_name}")
    ]


def address_of(found: QuerySet, query: str) -> str:
    opts = found.model._meta
    address = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return f"{address}?{query}" if query else address
