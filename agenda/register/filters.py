"""How readers narrow the register of actions, and the list of those who own them."""

from typing import Any

from django.db.models import F, QuerySet
from django_filters import ChoiceFilter

from agenda.filtersets import area_options
from agenda.models import Action, AgendaItem, Post
from agenda.querysets import BY_NEWEST_ITEM
from committees.filtersets import CommitteeFilter, HeldFromFilter, HeldToFilter
from committees.models import Committee
from minutes_portal.filters import (
    Choices,
    DayFilter,
    PublicChoiceFilter,
    SearchFilter,
    TickFilter,
)
from minutes_portal.listing import ListFilterSet, ListForm

SORTS = [
    ("newest", "Newest meeting first"),
    ("oldest", "Oldest meeting first"),
    ("due", "Due first"),
    ("owner", "First owner as printed, A to Z"),
]


def owner_options() -> Choices:
    return Post.objects.public().values_list("slug", "name")


def referral_options() -> Choices:
    """The committees that others referred something to."""
    referred = Action.objects.public().exclude(referred_to=None).order_by()
    return Committee.objects.filter(pk__in=referred.values("referred_to")).values_list(
        "slug", "name"
    )


def status_options() -> Choices:
    return Action.Status.choices


ORDERS = {
    "newest": BY_NEWEST_ITEM,
    "oldest": (F("item__meeting__held_on").asc(nulls_last=True), "item_id", "position"),
    "due": (F("due_on").asc(nulls_last=True), *BY_NEWEST_ITEM),
    "owner": (F("owner_names__0").asc(nulls_last=True), *BY_NEWEST_ITEM),
}


class RegisterForm(ListForm):
    """The filters of the register; due dates must be in order as well."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        since, until = cleaned.get("due_from"), cleaned.get("due_to")
        if since and until and since > until:
            self.add_error("due_to", "The last day must be the first day or later.")
        return cleaned


class OwnerActionFilterSet(ListFilterSet):
    """Filters on the actions of one owner."""

    committee = CommitteeFilter("item__meeting__committee__slug")
    area = PublicChoiceFilter(
        "item__overview_and_scrutiny_area", options=area_options, label="Overview and scrutiny area"
    )
    status = PublicChoiceFilter("status", options=status_options, label="Status")
    overdue = TickFilter(method="past_their_day", label="Overdue")
    due_from = DayFilter("due_on", "gte", label="Due on or after")
    due_to = DayFilter("due_on", "lte", label="Due on or before")
    referral = TickFilter(method="referrals", label="Referred to a committee")
    referred_to = PublicChoiceFilter(
        "referred_to__slug", options=referral_options, label="Committee it is referred to"
    )
    held_from = HeldFromFilter("item__meeting__held_on")
    held_to = HeldToFilter("item__meeting__held_on")
    sort = ChoiceFilter(
        method="leave",
        label="Sort by",
        choices=SORTS,
        empty_label=None,
        error_messages={
            "invalid_choice": "“%(value).40s” is no order of the list. Choose one below."
        },
    )

    class Meta:
        form = RegisterForm

    def past_their_day(self, actions: QuerySet, name: str, ticked: bool) -> QuerySet:
        return actions.overdue()

    def referrals(self, actions: QuerySet, name: str, ticked: bool) -> QuerySet:
        return actions.referrals()

    def leave(self, actions: QuerySet, name: str, order: str) -> QuerySet:
        return actions

    def filter_queryset(self, actions: QuerySet) -> QuerySet:
        """Narrowed, in the chosen order; without a choice in the page's own."""
        found = super().filter_queryset(actions)
        chosen = self.form.cleaned_data["sort"]
        return found.order_by(*ORDERS[chosen]) if chosen else found


class ActionFilterSet(OwnerActionFilterSet):
    q = SearchFilter(method="search", label="Words in the item")
    owner = PublicChoiceFilter("owners__slug", options=owner_options, label="Owner")

    def search(self, actions: QuerySet, name: str, text: str) -> QuerySet:
        return actions.filter(item__in=AgendaItem.objects.public().search(text))


class OwnerFilterSet(ListFilterSet):
    q = SearchFilter(field_name="name", lookup_expr="icontains", label="Part of the name")
