"""Which reports are to come back to members, and how late they are."""

from collections import Counter
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet
from django.utils import timezone

from agenda.dashboards.bars import Cell, Row
from agenda.dashboards.scope import Scope
from agenda.expected_querysets import STATES
from agenda.expected_reports import ExpectedReport

LISTED = "agenda:expected_report_list"
LONGEST_SHOWN = 5
# How late, from so many months on and up to so many.
LATENESS = (
    ("Up to 3 months", 0, 3),
    ("3 to 12 months", 3, 12),
    ("1 to 2 years", 12, 24),
    ("2 to 5 years", 24, 60),
    ("More than 5 years", 60, None),
)


class Read(NamedTuple):
    """What is counted of a report; the day is there if it is overdue."""

    day: date | None
    pk: int
    state: str


class Waiting:
    """The expected reports of a scope by state, and those that are overdue by how late."""

    def __init__(self, scope: Scope, today: date | None = None, shown: int = LONGEST_SHOWN) -> None:
        self.scope, self.shown = scope, shown
        self.today = today or timezone.localdate()

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """By state how many reports there are."""
        totals = Counter(report.state for report in self._reports)
        return {
            state: Cell(state, words, totals[state], self.scope.address(LISTED, state=state))
            for state, words in STATES.items()
        }

    @property
    def not_back(self) -> int:
        return sum(cell.count for state, cell in self.cells.items() if state != "answered")

    @property
    def total(self) -> int:
        return len(self._reports)

    @property
    def lateness(self) -> list[Row]:
        """How many of the overdue are how late."""
        cells = [self._late(*bounds) for bounds in LATENESS]
        longest = max((cell.count for cell in cells), default=0)
        return [Row(cell.words, (cell,), longest, cell.address) for cell in cells if cell.count]

    @cached_property
    def longest_overdue(self) -> list[ExpectedReport]:
        """Read by number: with all that they need at once, the database reads every report."""
        numbers = [report.pk for report in sorted(self._overdue)[: self.shown]]
        reports = self._public.filter(pk__in=numbers).with_state(self.today)
        related = reports.select_related("item__meeting__committee", "resolution")
        shown = related.defer("item__minutes", "item__background", "item__spans")
        return sorted(shown, key=lambda report: numbers.index(report.pk))

    @property
    def _public(self) -> QuerySet:
        return self.scope.of(ExpectedReport)

    @cached_property
    def _reports(self) -> list[Read]:
        """Day, number and state of all, so that they are gone through once."""
        stated = self._public.with_state(self.today)
        return [Read(*values) for values in stated.values_list("next_due_on", "pk", "state")]

    @cached_property
    def _overdue(self) -> list[Read]:
        return [report for report in self._reports if report.state == "overdue"]

    def _late(self, words: str, months: int, until: int | None) -> Cell:
        last = self.today - relativedelta(months=months) - timedelta(days=1)
        first = self.today - relativedelta(months=until) if until else date.min
        count = sum(first <= report.day <= last for report in self._overdue)
        days = {"due_from": first.isoformat()} if until else {}
        days |= {"due_to": last.isoformat(), "state": "overdue"}
        return Cell("overdue", words, count, self.scope.address(LISTED, **days))
