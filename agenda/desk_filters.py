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


def open_for_half_a_year(actions: QuerySet) -> QuerySet:
    """Actions have no date of their own: they count from the meeting."""
    return actions.outstanding_since(timezone.localdate() - HALF_A_YEAR)


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


class LongOpenFilter(admin.SimpleListFilter):
    """The actions that are open long after their meeting."""

    title = "time since the meeting"
    parameter_name = "open_for"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("half_a_year", "Open for more than half a year")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return open_for_half_a_year(queryset) if self.value() == "half_a_year" else queryset
