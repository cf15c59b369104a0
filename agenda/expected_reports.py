"""What resolutions promise to bring back to members, and the items that brought it back."""

from django.db import models
from django.db.models import Q

from agenda.expected_querysets import ExpectedReportQuerySet, ReturnQuerySet
from agenda.extracted import Extracted
from agenda.models import AgendaItem, Resolution
from committees.history import History


class Standing(models.TextChoices):
    """How far a link that was found by comparing can be relied on."""

    SUGGESTED = "suggested", "Suggested"
    CONFIRMED = "confirmed", "Confirmed by an officer"
    REJECTED = "rejected", "Rejected by an officer"


class ExpectedReport(Extracted):
    """A report, or the item itself, that a resolution promises to members.

    `start` and `end` bound the promise's own words in the source. Whether it is overdue depends
    on the day, and is asked, not stored (`ExpectedReportQuerySet.with_state`).
    """

    class Precision(models.TextChoices):
        DAY = "day", "on a day"
        MONTH = "month", "in a month"
        SEASON = "season", "in a season"
        YEAR = "year", "in a year"
        MEETING = "meeting", "at a later meeting"
        UNKNOWN = "unknown", "at no time that is stated"

    class Recurrence(models.TextChoices):
        ANNUAL = "annual", "every year"
        SIX_MONTHLY = "six-monthly", "every six months"
        QUARTERLY = "quarterly", "every three months"
        MONTHLY = "monthly", "every month"

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="expected_reports")
    resolution = models.ForeignKey(Resolution, models.CASCADE, related_name="expected_reports")
    phrase = models.TextField(help_text="The promise in the words of the resolution.")
    due_on = models.DateField(
        "due",
        null=True,
        blank=True,
        help_text="The last day that the words allow. Leave it empty where nothing tells it.",
    )
    precision = models.CharField(
        "how exact", max_length=8, choices=Precision, default=Precision.UNKNOWN
    )
    recurs = models.CharField("comes back", max_length=12, choices=Recurrence, blank=True)
    due_confirmed = models.BooleanField(
        "due date is confirmed",
        default=False,
        help_text="Tick when promise and date are right. Reading the source again leaves them alone.",
    )
    is_promise = models.BooleanField(
        "is a promise",
        default=True,
        help_text="Untick where these words promise nothing. The public then does not see it.",
    )

    objects = ExpectedReportQuerySet.as_manager()
    history = History()

    class Meta(Extracted.Meta):
        ordering = ["start", "pk"]
        constraints = [
            *Extracted.Meta.constraints,
            models.CheckConstraint(condition=~Q(phrase=""), name="expected_report_has_a_phrase"),
        ]
        indexes = [
            models.Index("due_on", name="expected_report_due", condition=Q(is_promise=True)),
            models.Index(
                "item", name="expected_report_to_confirm", condition=Q(due_confirmed=False)
            ),
        ]

    def __str__(self) -> str:
        return self.phrase

    def get_absolute_url(self) -> str:
        return self.resolution.get_absolute_url()


class Return(models.Model):
    """An item by which an expected report came back to members, or may have."""

    expected_report = models.ForeignKey(ExpectedReport, models.CASCADE, related_name="returns")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="returned_reports")
    score = models.FloatField(null=True, blank=True, editable=False)
    evidence = models.TextField(
        blank=True, help_text="What shows that this item is the report that was promised."
    )
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.SUGGESTED)

    objects = ReturnQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["-score", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["expected_report", "item"], name="one_return_of_a_report_by_an_item"
            ),
            models.CheckConstraint(
                condition=~Q(standing="suggested") | ~Q(evidence=""),
                name="suggested_return_has_evidence",
            ),
        ]
        indexes = [
            models.Index("id", name="return_to_confirm", condition=Q(standing="suggested")),
        ]

    def __str__(self) -> str:
        return f"{self.expected_report}: {self.item}"
