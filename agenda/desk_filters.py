"""What the lists of the officers' desk can be narrowed to, beside the plain values of a field."""

from collections.abc import Iterator
from datetime import timedelta

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

WEEK = timedelta(weeks=1)
HALF_A_YEAR = timedelta(days=182)


def drafts_of_more_than_a_week(items: QuerySet) -> QuerySet:
    return items.drafts_read_before(timezone.now() - WEEK)


def past_their_day(actions: QuerySet) -> QuerySet:
    return actions.of_current_items().overdue()


def undated_for_half_a_year(actions: QuerySet) -> QuerySet:
    """What has no due date is never overdue; it counts from the meeting."""
    return actions.undated_since(timezone.localdate() - HALF_A_YEAR)


class ClearedFilter(admin.SimpleListFilter):
    """Shows the doubts to look at, unless all are asked for."""

    title = "review"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [(None, "To look at"), ("cleared", "Cleared"), ("all", "All")]

    def choices(self, changelist: ChangeList) -> Iterator[dict]:
        for value, title in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": self.value() == value, "query_string": query, "display": title}

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "all":
            return queryset
        return queryset.filter(cleared=self.value() == "cleared")


class WaitingFilter(admin.SimpleListFilter):
    """The drafts that have been waiting for an officer."""

    title = "waiting"
    parameter_name = "waiting"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("week", "Drafts for more than a week")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return drafts_of_more_than_a_week(queryset) if self.value() == "week" else queryset


class LateFilter(admin.SimpleListFilter):
    """The actions that somebody should ask about."""

    title = "late"
    parameter_name = "late"
    found = {"due": past_their_day, "undated": undated_for_half_a_year}

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [
            ("due", "Past their date"),
            ("undated", "Without a date, open for more than half a year"),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = self.found.get(self.value())
        return chosen(queryset) if chosen else queryset
