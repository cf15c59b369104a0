"""What members decided, and what became of officers' proposals, year by year."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear

from agenda.dashboards.bars import Cell, Row
from agenda.dashboards.scope import Scope, in_year
from agenda.models import Point, Recommendation, Resolution
from agenda.outcomes import RecommendationOutcome, ResolutionOutcome

Year = int | None
Years = dict[Year, Counter[str]]
# The value that lists know a point by that could not be compared.
NOT_COMPARED = "none"
# What stands before and behind the number of proposals of a class, in a sentence on members.
SAID = {
    "changed": ("changed", ""),
    "agreed": ("agreed", "as recommended"),
    "different": ("decided", "differently"),
    "not_taken_up": ("did not take up", ""),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence: "changed 2", "agreed 3 as recommended"."""

    before: str
    cell: Cell
    after: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """What members made of the proposals of a year that can be compared."""

    year: str
    total: int
    parts: list[Part]


class ByYear:
    """The points of a scope by year and class."""

    def __init__(
        self, scope: Scope, model: type[Point], classes: list[tuple[str, str]], listed: str
    ) -> None:
        self.scope, self.model, self.listed = scope, model, listed
        self._classes = classes

    @cached_property
    def years(self) -> Years:
        return by_year(self.scope.of(self.model))

    @property
    def total(self) -> int:
        return sum(counts.total() for counts in self.years.values())

    @property
    def not_compared(self) -> int:
        return sum(counts[NOT_COMPARED] for counts in self.years.values())

    @cached_property
    def classes(self) -> list[tuple[str, str]]:
        """The classes that occur, with their words."""
        occurring = set().union(*self.years.values())
        return [(kind, words) for kind, words in self._classes if kind in occurring]

    @cached_property
    def rows(self) -> list[Row]:
        """A row for each year, the newest first; points without a date come last."""
        longest = max((counts.total() for counts in self.years.values()), default=0)
        return [self._row(year, longest) for year in newest_first(self.years)]

    def _row(self, year: Year, longest: int) -> Row:
        cells = tuple(self.cell(kind, words, year) for kind, words in self.classes)
        address = self.scope.address(self.listed, **in_year(year))
        return Row(str(year or "Date not stated"), cells, longest, address)

    def cell(self, kind: str, words: str, year: Year) -> Cell:
        address = self.scope.address(self.listed, outcome=kind, **in_year(year))
        return Cell(kind, words, self.years[year][kind], address)


def decisions(scope: Scope) -> ByYear:
    classes = [*ResolutionOutcome.choices, (NOT_COMPARED, "No recommendation to compare with")]
    return ByYear(scope, Resolution, classes, "agenda:resolution_list")


def proposals(scope: Scope) -> ByYear:
    classes = [*RecommendationOutcome.choices, (NOT_COMPARED, "No decision to compare with")]
    return ByYear(scope, Recommendation, classes, "agenda:recommendation_list")


def sentences(proposed: ByYear) -> list[Sentence]:
    """For each year with a date, the newest first, what members made of its proposals."""
    told = [_sentence(proposed, year) for year in newest_first(proposed.years) if year]
    return [sentence for sentence in told if sentence.parts]


def _sentence(proposed: ByYear, year: int) -> Sentence:
    cells = {kind: proposed.cell(kind, kind, year) for kind in proposed.years[year]}
    parts = [Part(before, cells[k], after) for k, (before, after) in SAID.items() if k in cells]
    compared = proposed.years[year].total() - proposed.years[year][NOT_COMPARED]
    return Sentence(str(year), compared, parts)


def by_year(points: QuerySet) -> Years:
    """How many points of each class there are in each year; those without a date under None."""
    counted = points.values(year=ExtractYear("item__meeting__held_on")).annotate(n=Count("pk"))
    years: Years = defaultdict(Counter)
    for year, outcome, count in counted.values_list("year", "outcome", "n"):
        years[year][outcome or NOT_COMPARED] += count
    return years


def newest_first(years: Years) -> list[Year]:
    return sorted(years, key=lambda year: -(year or 0))
