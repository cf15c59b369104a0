"""How long it takes from the decision until an action is done."""

from dataclasses import dataclass

from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Aggregate,
    Count,
    F,
    FloatField,
    Func,
    IntegerField,
    Q,
    QuerySet,
)

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)
ARE_KNOWN = Q(status_since__isnull=False, item__meeting__held_on__isnull=False)


class DaysBetween(Func):
    """From one date to another, in days."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()


class Percentiles(Aggregate):
    """The values below which these shares of all values lie."""

    name = "percentiles"
    output_field = ArrayField(FloatField())
    template = "percentile_cont(ARRAY[%(shares)s]) WITHIN GROUP (ORDER BY %(expressions)s)"

    def __init__(self, expression: object, shares: tuple[float, ...] = SHARES, **extra) -> None:
        super().__init__(expression, shares=", ".join(map(str, shares)), **extra)


@dataclass(frozen=True, slots=True)
class Durations:
    """Days from decision to done: the middle, the middle half, and all but a fifth."""

    done: int
    known: int
    days: tuple[float, ...]
    address: str

    @property
    def unknown(self) -> int:
        """The done actions of which the day of the decision, or of the end, is not known."""
        return self.done - self.known

    @property
    def median(self) -> float:
        return self.days[2]

    @property
    def places(self) -> dict[str, float]:
        """Where the five values lie on a line, of a hundred."""
        scale = 100 / max(self.days[-1], 1)
        names = "shortest lower median upper longest".split()
        places = {name: day * scale for name, day in zip(names, self.days, strict=True)}
        return {name: round(place, 2) for name, place in places.items()} | {
            "half": round(places["upper"] - places["lower"], 2)
        }


def measured(actions: QuerySet) -> QuerySet:
    """Actions, grouped already, with `known` and `shares` of their days from decision to done.

    A day of the end that lies before the decision counts as unknown.
    """
    days = DaysBetween(F("status_since"), F("item__meeting__held_on"))
    known = ARE_KNOWN & Q(days__gte=0)
    return actions.alias(days=days).annotate(
        known=Count("pk", filter=known), shares=Percentiles("days", filter=known)
    )
