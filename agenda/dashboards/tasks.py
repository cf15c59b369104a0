"""What is to be done, and by whom."""

from collections import Counter, defaultdict
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from agenda.dashboards.bars import Cell, Row
from agenda.dashboards.durations import Durations, measured
from agenda.dashboards.scope import Scope
from agenda.models import Action
from agenda.querysets import IS_OPEN

LISTED = "agenda:action_list"
OWNERS_SHOWN = 12
DONE = Action.Status.DONE


class Owner(NamedTuple):
    """A post that acts, by name and slug."""

    name: str
    slug: str


class Tasks:
    """The actions of a scope by status, and of each owner; overdue ones counted besides."""

    def __init__(self, scope: Scope, today: date | None = None, shown: int = OWNERS_SHOWN) -> None:
        self.scope, self.shown = scope, shown
        self.today = today or timezone.localdate()

    @cached_property
    def totals(self) -> Counter[str]:
        """How many actions there are by status, and overdue; one with two owners counts once."""
        totals = Counter({status: each["n"] for status, each in self._by_status.items()})
        totals["overdue"] = sum(each["overdue"] for each in self._by_status.values())
        return totals

    @property
    def durations(self) -> Durations:
        """Of those that are done."""
        done = self._by_status.get(DONE, {"n": 0, "known": 0, "shares": None})
        address = self.scope.address(LISTED, status=DONE)
        return Durations(done["n"], done["known"], tuple(done["shares"] or ()), address)

    @cached_property
    def _by_status(self) -> dict[str, dict[str, Any]]:
        found = measured(self._counted(self._actions.values("status")))
        return {each["status"]: each for each in found}

    @cached_property
    def total(self) -> int:
        return sum(self.totals[status] for status in Action.Status)

    @property
    def cells(self) -> list[Cell]:
        return [self._cell(status, words) for status, words in Action.Status.choices]

    @property
    def present(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.count]

    @property
    def outstanding(self) -> int:
        return self.totals["open"] + self.totals["in_progress"]

    @property
    def overdue(self) -> Cell:
        address = self.scope.address(LISTED, overdue="on")
        return Cell("overdue", "Overdue", self.totals["overdue"], address)

    @cached_property
    def owners(self) -> list[tuple[Row, Cell]]:
        """The owners with most to do, each with what is overdue of it."""
        most = sorted(self._busy, key=lambda owner: (-self._outstanding(owner), owner))
        shown = most[: self.shown]
        longest = max((self._all(owner) for owner in shown), default=0)
        return [(self._row(owner, longest), self._overdue(owner)) for owner in shown]

    @property
    def other_owners(self) -> int:
        """How many more owners have something to do."""
        return len(self._busy) - len(self.owners)

    @property
    def without_owner(self) -> int:
        """The actions whose owner the source does not state."""
        return self._all(None)

    @property
    def _actions(self) -> QuerySet:
        return self.scope.of(Action)

    def _cell(self, status: str, words: str) -> Cell:
        return Cell(status, words, self.totals[status], self.scope.address(LISTED, status=status))

    @cached_property
    def _by_owner(self) -> dict[Owner | None, Counter[str]]:
        """The counts of each owner; those without an owner under None."""
        counts: dict[Owner | None, Counter[str]] = defaultdict(Counter)
        columns = ("owners", "owners__name", "owners__slug", "status")
        for each in self._counted(self._actions.values(*columns)):
            owner = Owner(each["owners__name"], each["owners__slug"]) if each["owners"] else None
            of_owner = counts[owner]
            of_owner[each["status"]] = each["n"]
            of_owner["overdue"] += each["overdue"]
        return counts

    @property
    def _busy(self) -> list[Owner]:
        return [owner for owner in self._by_owner if owner and self._outstanding(owner)]

    def _counted(self, actions: QuerySet) -> QuerySet:
        overdue = Q(IS_OPEN, due_on__lt=self.today)
        return actions.annotate(n=Count("pk"), overdue=Count("pk", filter=overdue))

    def _outstanding(self, owner: Owner) -> int:
        counts = self._by_owner[owner]
        return counts["open"] + counts["in_progress"]

    def _all(self, owner: Owner | None) -> int:
        counts = self._by_owner.get(owner, Counter())
        return sum(counts[status] for status in Action.Status)

    def _row(self, owner: Owner, longest: int) -> Row:
        counts = self._by_owner[owner]
        cells = tuple(
            Cell(status, words, counts[status], self._of(owner, status=status))
            for status, words in Action.Status.choices
        )
        return Row(owner.name, cells, longest, self._of(owner))

    def _overdue(self, owner: Owner) -> Cell:
        count = self._by_owner[owner]["overdue"]
        return Cell("overdue", "Overdue", count, self._of(owner, overdue="on"))

    def _of(self, owner: Owner, **filters: str) -> str:
        return self.scope.address(LISTED, owner=owner.slug, **filters)


class Outstanding(Tasks):
    """The same of what is still to be done alone, which is quicker to count."""

    @property
    def _actions(self) -> QuerySet:
        return super()._actions.outstanding()
