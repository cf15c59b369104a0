"""One page of search results, with all that stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from agenda.models import AgendaItem
from agenda.search.counting import Found
from agenda.search.criteria import ROUTINE, SCATTERED
from agenda.search.facets import Facet, facets_of
from agenda.search.filterset import AgendaItemFilterSet
from agenda.search.finding import find
from agenda.search.matching_parts import Marker
from agenda.search.parts import parts_of_items
from agenda.search.spelling import Suggestion, suggestion_for
from agenda.search.straight import Answer, answers_to
from agenda.search.ways_out import WayOut, added, ways_out

PER_PAGE = 20
NOT_SHOWN = ("spans", "corrected", "withdrawal_reason")
# No list is longer than this many pages; what comes after is reached by narrowing it.
LAST_PAGE = 100_000


class FoundPaginator(Paginator):
    """Pages of a list of which one page alone was fetched."""

    def __init__(self, listed: int) -> None:
        super().__init__([], PER_PAGE)
        self.listed = listed

    @property
    def count(self) -> int:
        return self.listed


@dataclass
class SearchPage:
    """What a filter set finds; everything on it is asked for once."""

    filterset: AgendaItemFilterSet
    items: QuerySet
    asked: int
    found: Found = field(init=False)
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        number = min(max(self.asked, 1), LAST_PAGE)
        self.found = self._find(number)
        paginator = FoundPaginator(self.found.listed)
        if number > paginator.num_pages:
            number = paginator.num_pages
            self.found = self._find(number)
        self.page = Page(self._results(), number, paginator)

    def _find(self, number: int) -> Found:
        return find(self.filterset.criteria, (number - 1) * PER_PAGE, PER_PAGE)

    def _results(self) -> list[AgendaItem]:
        """The items of the page, each with `matching_parts` and its title marked."""
        marker = Marker(self.filterset.query, self.filterset.criteria.scope)
        left_out = NOT_SHOWN if marker.terms else (*NOT_SHOWN, "minutes", "background")
        by_number = self.items.defer(*left_out).in_bulk(self.found.items)
        results = [by_number[number] for number in self.found.items if number in by_number]
        show_matches(results, marker)
        return results

    @cached_property
    def facets(self) -> list[Facet]:
        return facets_of(self.filterset, self.found)

    @cached_property
    def answers(self) -> list[Answer]:
        typed = self.filterset.query.typed
        return answers_to(typed) if typed else []

    @cached_property
    def suggestion(self) -> Suggestion | None:
        return suggestion_for(self.filterset.criteria, self.found.total)

    @cached_property
    def ways_out(self) -> list[WayOut]:
        return [] if self.found.total else ways_out(self.filterset, self.found)

    @property
    def summary(self) -> str:
        """How many were found, and which page of them this is."""
        total, pages = self.found.total, self.page.paginator.num_pages
        number = f"{'About ' * self.found.is_estimate}{total:,}" if total else "No"
        words = f"{number} agenda item{'' if total == 1 else 's'}"
        words += " found" if self.filterset.applied else ""
        return words + (f", page {self.page.number:,} of {pages:,}" if pages > 1 else "")

    @property
    def listed_in_figures(self) -> str:
        return f"{self.found.listed:,}"

    @property
    def left_out(self) -> list[WayOut]:
        """What nobody asked for and is not shown, with a way to include it."""
        more = self.found.more_without
        left = [
            (
                "routine items, such as apologies and declarations of interest",
                ROUTINE,
                "routine",
                "on",
            ),
            ("items that have the words far apart", SCATTERED, "sort", "relevance"),
        ]
        return [
            WayOut(words, added(self.filterset, name, value), more[kind])
            for words, kind, name, value in left
            if more.get(kind)
        ]


def show_matches(items: Sequence[AgendaItem], marker: Marker) -> None:
    parts = parts_of_items(items) if marker.terms else {}
    for item in items:
        item.marked_title = marker.title(item.title)
        address = item.get_absolute_url()
        item.matching_parts = marker.matching_parts(parts.get(item.pk, ()), address)
