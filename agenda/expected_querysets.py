"""Questions about expected reports, in the readers' words; they chain."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, F, Func, Max, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

# After how many months a recurring report is due again.
MONTHS = {"annual": 12, "six-monthly": 6, "quarterly": 3, "monthly": 1}
STATES = {
    "overdue": "Overdue",
    "waiting": "Waiting",
    "unknown": "Date unknown",
    "answered": "Came back",
}


class MonthsOn(Func):
    """So many months after a date."""

    template = "(%(expressions)s)::date"
    arg_joiner = " + "
    output_field = models.DateField()

    def __init__(self, day: object, months: int) -> None:
        interval = Func(Value(months), template="make_interval(months => %(expressions)s)")
        super().__init__(day, interval)


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
        returned = self._confirmed_returns().order_by().values("expected_report")
        latest = returned.annotate(day=Max("item__meeting__held_on")).values("day")
        count = returned.annotate(n=models.Count("pk")).values("n")
        again = [
            When(recurs=recurs, returned_on__isnull=False, then=MonthsOn(F("returned_on"), months))
            for recurs, months in MONTHS.items()
        ]
        day = today or timezone.localdate()
        return self.annotate(
            returned_on=Subquery(latest, output_field=models.DateField()),
            return_count=Subquery(count, output_field=models.IntegerField()),
            next_due_on=Case(*again, default=F("due_on"), output_field=models.DateField()),
            state=Case(
                When(Q(return_count__gt=0) & (Q(recurs="") | Q(returned_on=None)), then=_ANSWERED),
                When(next_due_on__isnull=True, then=Value("unknown")),
                When(next_due_on__lt=day, then=Value("overdue")),
                default=Value("waiting"),
                output_field=models.CharField(),
            ),
        )

    def not_back(self) -> Self:
        """Those that members still wait for; needs `with_state`."""
        return self.exclude(state="answered")

    def for_listing(self) -> Self:
        """With item, meeting, committee, resolution, and the public returns as `public_returns`."""
        returns = self.model._meta.get_field("returns").related_model.objects.public()
        shown = returns.select_related("item__meeting__committee")
        return self.select_related("item__meeting__committee", "resolution").prefetch_related(
            models.Prefetch("returns", shown, to_attr="public_returns")
        )

    def _confirmed_returns(self) -> models.QuerySet:
        returns = self.model._meta.get_field("returns").related_model.objects.public()
        return returns.filter(standing="confirmed", expected_report=OuterRef("pk"))


_ANSWERED = Value("answered")


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
