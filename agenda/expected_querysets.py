"""Questions about expected reports, in the readers' words; they chain."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, Exists, F, Func, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from agenda.today import Today

# After how many months a recurring report is due again.
MONTHS = {"annual": 12, "six-monthly": 6, "quarterly": 3, "monthly": 1}
STATES = {
    "overdue": "Overdue",
    "waiting": "Waiting",
    "unknown": "Date unknown",
    "answered": "Came back",
}


class DueAgain(Func):
    """One period of a recurring report after it came back; null for one that comes back once.

    Each mention of a subquery is planned and run anew, so that it is mentioned once.
    """

    template = "(%(expressions)s)::date"
    arg_joiner = " + "
    output_field = models.DateField()

    def __init__(self, returned_on: object) -> None:
        periods = [When(recurs=recurs, then=Value(months)) for recurs, months in MONTHS.items()]
        months = Case(*periods, output_field=models.IntegerField())
        super().__init__(
            returned_on, Func(months, template="make_interval(months => %(expressions)s)")
        )


class ExpectedReportQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those of published items that no officer struck out."""
        return self.filter(item__publication_status="published", is_promise=True)

    def with_state(self, today: date | None = None) -> Self:
        """Annotate `returned_on`, `next_due_on` and `state` as of `today`.

        A report that comes back only once is answered by a confirmed return; one that recurs is
        due again one period after the last of them. States: "overdue", "waiting", "unknown"
        (nothing tells when it is due) and "answered".
        """
        returned = self._confirmed_returns()
        days = returned.values("expected_report").annotate(day=Max("item__meeting__held_on"))
        again = Coalesce(DueAgain(F("returned_on")), F("due_on"))
        is_answered = Q(Exists(returned)) & (Q(recurs="") | Q(returned_on=None))
        return self.annotate(
            returned_on=Subquery(days.values("day"), output_field=models.DateField()),
            next_due_on=Case(When(recurs="", then=F("due_on")), default=again),
            state=Case(
                When(is_answered, then=Value("answered")),
                When(next_due_on__isnull=True, then=Value("unknown")),
                When(next_due_on__lt=today or Today(), then=Value("overdue")),
                default=Value("waiting"),
                output_field=models.CharField(),
            ),
        )

    def longest_overdue_first(self) -> Self:
        """By the day they are due, those without one behind, what came back last; needs `with_state`."""
        is_back = Case(When(state="answered", then=1), default=0)
        return self.order_by(is_back, F("next_due_on").asc(nulls_last=True), "pk")

    def newest_first(self) -> Self:
        return self.order_by(F("item__meeting__held_on").desc(nulls_last=True), "-item_id", "pk")

    def for_listing(self) -> Self:
        """With item, meeting, committee, resolution, and the public returns as `public_returns`."""
        returns = self.model._meta.get_field("returns").related_model.objects.public()
        shown = returns.select_related("item__meeting__committee").defer(*_long("item"))
        related = self.select_related("item__meeting__committee", "resolution")
        return related.defer(*_long("item")).prefetch_related(
            models.Prefetch(
                "returns", shown.order_by("item__meeting__held_on", "pk"), "public_returns"
            )
        )

    def _confirmed_returns(self) -> models.QuerySet:
        """Those of the report that is asked about, by published items."""
        returns = self.model._meta.get_field("returns").related_model.objects.order_by()
        return returns.filter(
            expected_report=OuterRef("pk"),
            standing="confirmed",
            item__publication_status="published",
        )


def _long(item: str) -> list[str]:
    """The columns of an item that no list shows."""
    return [f"{item}__{name}" for name in ("background", "minutes", "spans")]


class ReturnQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those that no officer rejected, between two published items."""
        return self.exclude(standing="rejected").filter(
            item__publication_status="published",
            expected_report__item__publication_status="published",
            expected_report__is_promise=True,
        )

    def suggested(self) -> Self:
        return self.filter(standing="suggested")
