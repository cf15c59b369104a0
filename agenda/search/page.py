"""One page of search results, with all that stands around them."""

from dataclasses import dataclass, field
from functools import cached_property

from django.core.paginator import Page, Paginator

from agenda.search.counting import Found
from agenda.search.criteria import ROUTINE, SCATTERED
from agenda.search.facets import Facet, facets_of
from agenda.search.filterset import DAYS, TICKED, AgendaItemFilterSet
from agenda.search.finding import find
from agenda.search.matching_parts import Marker
from agenda.search.parts import parts_of_items
from agenda.search.results import Result, results_of
from agenda.search.spelling import Suggestion, suggestion_for
from agenda.search.straight import Answer, answers_to
from agenda.search.ways_out import WayOut, added, ways_out

PER_PAGE = 20
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

    def _results(self) -> list[Result]:
        """The items of the page, each with what of it matches, and its title marked."""
        marker = Marker(self.filterset.query, self.filterset.criteria.scope)
        results = results_of(self.found.items, with_texts=bool(marker.terms))
        parts = parts_of_items(results) if marker.terms else {}
        for result in results:
            result.marked_title = marker.title(result.title)
            found = marker.matching_parts(parts.get(result.pk, ()), result.address)
            result.matching_parts = found
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
    def as_it_stands(self) -> str:
        """Names the list that nothing was asked of, whatever page of it is shown."""
        return "" if self.filterset.kept else "the whole list"

    @property
    def has_no_days_or_ticks(self) -> bool:
        """Whether these fields stand as they do for everybody who left them alone."""
        return not self.filterset.kept.keys() & {*DAYS, *TICKED, ROUTINE}

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
