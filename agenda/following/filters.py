"""How readers narrow the lists of follow-ups and of matters."""

from django.db.models import Exists, F, OuterRef, QuerySet
from django_filters import ChoiceFilter

from agenda.expected_querysets import STATES
from agenda.filtersets import area_options
from agenda.matters import MatterItem
from agenda.models import AgendaItem
from agenda.register.filters import RegisterForm
from committees.filtersets import CommitteeFilter, HeldFromFilter, HeldToFilter
from minutes_portal.filters import (
    Choices,
    DayFilter,
    LastDayFilter,
    PublicChoiceFilter,
    SearchFilter,
    TickFilter,
)
from minutes_portal.listing import ListFilterSet

AREA = "Overview and scrutiny area"


def state_options() -> Choices:
    return STATES.items()


class SortFilter(ChoiceFilter):
    """The order of a list; the first is the page's own."""

    def __init__(self, choices: list[tuple[str, str]]) -> None:
        message = "“%(value).40s” is no order of the list. Choose one below."
        super().__init__(
            label="Sort by",
            method=_leave,
            choices=choices,
            empty_label=None,
            error_messages={"invalid_choice": message},
        )


def _leave(records: QuerySet, name: str, order: str) -> QuerySet:
    return records


class ExpectedReportFilterSet(ListFilterSet):
    """Filters on what resolutions promise to bring back."""

    q = SearchFilter(method="search", label="Words in the item")
    state = PublicChoiceFilter("state", options=state_options, label="State")
    committee = CommitteeFilter("item__meeting__committee__slug")
    area = PublicChoiceFilter("item__overview_and_scrutiny_area", options=area_options, label=AREA)
    due_from = DayFilter("next_due_on", "gte", label="Due on or after")
    due_to = LastDayFilter("next_due_on", "lte", label="Due on or before")
    recurring = TickFilter(method="that_recur", label="Comes back regularly")
    held_from = HeldFromFilter("item__meeting__held_on")
    held_to = HeldToFilter("item__meeting__held_on")
    sort = SortFilter([("due", "Longest overdue first"), ("newest", "Newest meeting first")])

    class Meta:
        form = RegisterForm

    def search(self, reports: QuerySet, name: str, text: str) -> QuerySet:
        return reports.filter(item__in=AgendaItem.objects.public().search(text))

    def that_recur(self, reports: QuerySet, name: str, ticked: bool) -> QuerySet:
        return reports.exclude(recurs="")

    def filter_queryset(self, reports: QuerySet) -> QuerySet:
        found = super().filter_queryset(reports)
        is_newest = self.form.cleaned_data["sort"] == "newest"
        return found.newest_first() if is_newest else found


class MatterFilterSet(ListFilterSet):
    """Filters on subjects that committees came back to."""

    q = SearchFilter(field_name="name", lookup_expr="icontains", label="Words in the name")
    committee = CommitteeFilter("meeting__committee__slug")
    area = PublicChoiceFilter("overview_and_scrutiny_area", options=area_options, label=AREA)
    confirmed = TickFilter("confirmed", label="Confirmed by an officer")
    sort = SortFilter([("name", "Name, A to Z"), ("newest", "Latest considered first")])

    def filter_queryset(self, matters: QuerySet) -> QuerySet:
        """Committee and area are those of one and the same item of the matter."""
        given = self.form.cleaned_data
        narrowed = matters
        for name in ("q", "confirmed"):
            narrowed = self.filters[name].filter(narrowed, given[name])
        items = AgendaItem.objects.public()
        for name in ("committee", "area"):
            items = self.filters[name].filter(items, given[name])
        if given["committee"] or given["area"]:
            members = MatterItem.objects.public().filter(matter=OuterRef("pk"), item__in=items)
            narrowed = narrowed.filter(Exists(members))
        if given["sort"] == "newest":
            return narrowed.order_by(F("last_held_on").desc(nulls_last=True), "name")
        return narrowed.order_by("name", "pk")


class MatterItemFilterSet(ListFilterSet):
    """Filters on the items of one matter."""

    committee = CommitteeFilter("item__meeting__committee__slug")
    held_from = HeldFromFilter("item__meeting__held_on")
    held_to = HeldToFilter("item__meeting__held_on")
