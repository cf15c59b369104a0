"""Who meets, and when."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property

from committees.corrections import Correctable
from committees.history import History
from committees.querysets import CommitteeQuerySet, MeetingQuerySet
from committees.slugs import Slugged, slug_of

# The first phrase that a name holds tells its kind: the "Licensing Panel" is regulatory.
KINDS_BY_NAME = {
    "scrutiny": "scrutiny",
    "area committee": "area",
    "planning": "regulatory",
    "licensing": "regulatory",
    "regulatory": "regulatory",
    "executive": "executive",
    "cabinet": "executive",
    "panel": "panel",
    "board": "panel",
    "full council": "council",
}


class Basis(models.TextChoices):
    """How the portal came to know a fact that an agenda-item page often leaves out."""

    STATED = "stated", "stated in the source"
    INFERRED = "inferred", "inferred from evidence"
    SUPPLIED = "supplied", "supplied by an officer"


def kind_of(name: str) -> str:
    """The kind of committee that a name says it is, or "other"."""
    words = name.casefold()
    kinds = (kind for phrase, kind in KINDS_BY_NAME.items() if phrase in words)
    return next(kinds, Committee.Kind.OTHER)


class Committee(Slugged):
    """A body of councillors that meets and decides."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        EXECUTIVE = "executive", "Executive"
        SCRUTINY = "scrutiny", "Overview and scrutiny"
        AREA = "area", "Area committee"
        REGULATORY = "regulatory", "Regulatory"
        PANEL = "panel", "Board or panel"
        OTHER = "other", "Other"

    name = models.CharField(
        max_length=200, unique=True, help_text="The committee’s full name, as its papers print it."
    )
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER)

    objects = CommitteeQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="committee_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("committees:committee", args=[self.slug])

    @classmethod
    def named(cls, name: str, kind: str = "") -> Self:
        """The committee of this name, made if it is new; its kind then follows from its name."""
        return cls.objects.named(name) or cls.add(name, kind)

    @classmethod
    def add(cls, name: str, kind: str = "") -> Self:
        """Store a committee whose name, in any of its spellings, no other has or had."""
        kind = kind or kind_of(name)
        return cls(name=name, slug=slug_of(name), kind=kind).stored_as_read()


class Meeting(Correctable):
    """One sitting of a committee; its committee or its date may be unknown.

    An agenda-item page often names neither. Two pages without a date are never taken for the
    same meeting, so such a meeting holds the items of one page.
    """

    class Status(models.TextChoices):
        NOT_STATED = "not_stated", "Not stated"
        SCHEDULED = "scheduled", "Scheduled"
        HELD = "held", "Held"
        POSTPONED = "postponed", "Postponed"
        CANCELLED = "cancelled", "Cancelled"

    class MinutesStatus(models.TextChoices):
        DRAFT = "draft", "Draft, subject to approval"
        APPROVED = "approved", "Approved"

    committee = models.ForeignKey(
        Committee,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        help_text="Leave empty where nothing shows which committee met.",
    )
    committee_basis = models.CharField(
        "how the committee is known", max_length=10, choices=Basis, blank=True
    )
    committee_evidence = models.TextField(
        "evidence for the committee",
        blank=True,
        help_text="The words, and where they stand, that show which committee met.",
    )
    held_on = models.DateField(
        "date", null=True, blank=True, help_text="Leave empty where nothing shows the date."
    )
    held_on_basis = models.CharField(
        "how the date is known", max_length=10, choices=Basis, blank=True
    )
    held_on_evidence = models.TextField(
        "evidence for the date",
        blank=True,
        help_text="The words, and where they stand, that show the date or narrow it down.",
    )
    start_time = models.TimeField(null=True, blank=True)
    agenda_published_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the agenda was first open to the public. Leave empty if it is not known.",
    )
    venue = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.NOT_STATED)
    minutes_status = models.CharField(
        "minutes",
        max_length=10,
        choices=MinutesStatus,
        default=MinutesStatus.DRAFT,
        help_text="Minutes stay a draft until a later meeting approves them.",
    )
    approved_at_meeting = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_meetings",
        help_text="The later meeting of the same committee that approved these minutes.",
    )
    approved_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the minutes were approved, where the meeting is not in the portal.",
    )

    objects = MeetingQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = [models.F("held_on").desc(nulls_last=True), "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "held_on", "start_time"],
                name="meeting_is_unique",
                nulls_distinct=False,
                condition=Q(committee__isnull=False, held_on__isnull=False),
                violation_error_message="This committee already has a meeting at that time.",
            ),
            models.CheckConstraint(
                condition=~Q(committee_basis=Basis.INFERRED) | ~Q(committee_evidence=""),
                name="inferred_committee_has_evidence",
                violation_error_message="An inferred committee needs its evidence.",
            ),
            models.CheckConstraint(
                condition=~Q(held_on_basis=Basis.INFERRED) | ~Q(held_on_evidence=""),
                name="inferred_date_has_evidence",
                violation_error_message="An inferred date needs its evidence.",
            ),
            models.CheckConstraint(
                condition=Q(committee__isnull=True, committee_basis="")
                | (Q(committee__isnull=False) & ~Q(committee_basis="")),
                name="committee_says_how_it_is_known",
                violation_error_message="Say how the committee is known; leave that empty if it is not.",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True, held_on_basis="")
                | (Q(held_on__isnull=False) & ~Q(held_on_basis="")),
                name="date_says_how_it_is_known",
                violation_error_message="Say how the date is known; leave that empty if it is not.",
            ),
            models.CheckConstraint(
                condition=Q(minutes_status="approved")
                | Q(approved_at_meeting__isnull=True, approved_on__isnull=True),
                name="draft_minutes_are_not_approved",
                violation_error_message="Choose “Approved”, or leave out when it was approved.",
            ),
            models.CheckConstraint(
                condition=~Q(approved_at_meeting=F("id")),
                name="a_later_meeting_approves_the_minutes",
                violation_error_message="A meeting cannot approve its own minutes.",
            ),
        ]
        indexes = [
            models.Index("committee", models.F("held_on").desc(), name="meeting_committee_date"),
            models.Index(
                models.F("held_on").desc(nulls_last=True),
                models.F("id").desc(),
                name="meeting_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.committee or 'Committee not stated'}, {self.date_in_words}"

    def get_absolute_url(self) -> str:
        return reverse("committees:meeting", args=[self.pk])

    @property
    def date_in_words(self) -> str:
        """The date as "6 October 2016", or that it is not stated."""
        return f"{self.held_on:%-d %B %Y}" if self.held_on else "date not stated"

    @cached_property
    def public_approval(self) -> Self | None:
        """The meeting that approved the minutes, where the public may know of it."""
        if self.approved_at_meeting_id is None:
            return None
        meetings = type(self).objects.using(self._state.db).public()
        return meetings.filter(pk=self.approved_at_meeting_id).first()
