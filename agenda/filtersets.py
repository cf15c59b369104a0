"""How readers narrow the lists of items, recommendations and resolutions."""

from django.db.models import QuerySet
from django_filters import CharFilter

from agenda.models import AgendaItem, Report
from agenda.outcomes import RecommendationOutcome, ResolutionOutcome
from committees.filtersets import (
    CommitteeFilter,
    HeldFromFilter,
    HeldToFilter,
    UndatedFilter,
)
from minutes_portal.filters import Choices, PublicChoiceFilter, SearchFilter
from minutes_portal.listing import ListFilterSet
from minutes_portal.several import SeveralFilter


def area_options() -> Choices:
    stated = AgendaItem.objects.public().exclude(overview_and_scrutiny_area="")
    areas = stated.order_by("overview_and_scrutiny_area").distinct()
    return ((a, a) for a in areas.values_list("overview_and_scrutiny_area", flat=True))


class DocumentFilter(CharFilter):
    """The letter of a report; `Document “Q”` is read as Q."""

    def __init__(self, item: str) -> None:
        self.item = item
        hint = "The letter alone, such as Q."
        messages = {"null_characters_not_allowed": "Give the document’s letter, such as Q."}
        super().__init__(
            label="Document letter", help_text=hint, max_length=40, error_messages=messages
        )

    def filter(self, records: QuerySet, value: str) -> QuerySet:
        letter = value.casefold().replace("document", "").strip(" “”\"'‘’")
        if not letter:
            return records
        reports = Report.objects.public().filter(reference__iexact=letter)
        return records.filter(**{f"{self.item}__in": reports.values("item")})


class OutcomeFilter(SeveralFilter):
    """What became of a proposal; "none" stands for points that were not compared."""

    def __init__(self, choices: Choices) -> None:
        super().__init__("outcome", choices=choices, label="Outcome")

    def filter(self, points: QuerySet, chosen: list[str]) -> QuerySet:
        outcomes = ["" if each == "none" else each for each in chosen]
        return points.filter(outcome__in=outcomes) if outcomes else points


class PointFilterSet(ListFilterSet):
    """Filters on recommendations and on resolutions."""

    q = SearchFilter(method="search", label="Words in the text")
    committee = CommitteeFilter("item__meeting__committee__slug")
    held_from = HeldFromFilter("item__meeting__held_on")
    held_to = HeldToFilter("item__meeting__held_on")
    undated = UndatedFilter("item__meeting__held_on")
    document = DocumentFilter("item")
    area = PublicChoiceFilter(
        "item__overview_and_scrutiny_area", options=area_options, label="Overview and scrutiny area"
    )

    def search(self, points: QuerySet, name: str, text: str) -> QuerySet:
        return points.search(text)


class ResolutionFilterSet(PointFilterSet):
    outcome = OutcomeFilter([*ResolutionOutcome.choices, ("none", "Nothing to compare with")])


class RecommendationFilterSet(PointFilterSet):
    outcome = OutcomeFilter([*RecommendationOutcome.choices, ("none", "No decision printed")])
