"""Filters on committees and on the dates of meetings, here and wherever meetings matter."""

from committees.models import Committee
from minutes_portal.filters import Choices, DayFilter, PublicChoiceFilter
from minutes_portal.listing import ListFilterSet


def committee_options() -> Choices:
    return Committee.objects.that_met().values_list("slug", "name")


class CommitteeFilter(PublicChoiceFilter):
    """One of the committees that met in public record."""

    def __init__(self, field_name: str) -> None:
        super().__init__(field_name, options=committee_options, label="Committee")


class HeldFromFilter(DayFilter):
    def __init__(self, field_name: str) -> None:
        hint = "Meetings without a stated date are then left out."
        super().__init__(field_name, "gte", label="Held on or after", help_text=hint)


class HeldToFilter(DayFilter):
    def __init__(self, field_name: str) -> None:
        super().__init__(field_name, "lte", label="Held on or before")


class MeetingFilterSet(ListFilterSet):
    committee = CommitteeFilter("committee__slug")
    held_from = HeldFromFilter("held_on")
    held_to = HeldToFilter("held_on")
