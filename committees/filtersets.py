"""Filters on committees and on the dates of meetings, here and wherever meetings matter."""

from committees.models import Committee
from minutes_portal.filters import (
    Choices,
    DayFilter,
    LastDayFilter,
    PublicChoiceFilter,
    TickFilter,
)
from minutes_portal.listing import ListFilterSet


def committee_options() -> Choices:
    return Committee.objects.that_met().values_list("slug", "name")


class CommitteeFilter(PublicChoiceFilter):
    """One of the committees that met in public record."""

    def __init__(self, field_name: str) -> None:
        super().__init__(field_name, options=committee_options, label="Committee")


class HeldFromFilter(DayFilter):
    def __init__(self, field_name: str) -> None:
        hint = "A day, a month or a year: 6/10/2016, October 2016, 2016."
        super().__init__(field_name, "gte", label="Held on or after", help_text=hint)


class UndatedFilter(TickFilter):
    """The records of meetings whose date nothing states."""

    def __init__(self, field_name: str) -> None:
        super().__init__(field_name, "isnull", label="Date of the meeting not stated")


class HeldToFilter(LastDayFilter):
    def __init__(self, field_name: str) -> None:
        hint = "Of a month or a year, its last day counts."
        super().__init__(field_name, "lte", label="Held on or before", help_text=hint)


class MeetingFilterSet(ListFilterSet):
    committee = CommitteeFilter("committee__slug")
    held_from = HeldFromFilter("held_on")
    held_to = HeldToFilter("held_on")
