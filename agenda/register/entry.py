"""An action as the register shows it: what asks for it, until when, and whether it is late."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils import timezone

if TYPE_CHECKING:
    from agenda.models import Resolution


class DuePlace(models.TextChoices):
    """Where the words stand that tell when an action is due."""

    NOTE = "note", "in the action’s own words"
    NAMED = "named", "in the resolution that the action names"
    ONLY = "only", "in the item’s only resolution, which the action does not name"


class DueReckoning(models.TextChoices):
    """How the day follows from the words."""

    PRINTED = "printed", "The day is printed"
    PERIOD = "period", "The last day of the time that is named"
    MEETING = "meeting", "Reckoned from the day of the meeting"
    LATER_MEETING = "later_meeting", "A meeting whose date is not stated"
    EVENT = "event", "Counted from something that has no date here"
    SUPPLIED = "supplied", "Set by an officer"


OUTSTANDING = ("open", "in_progress")


class RegisterEntry:
    """What the register tells of an action beside its own columns."""

    # Status and its day as they were read from the database; None for a new action.
    _stored: tuple[Any, Any] | None = None

    @classmethod
    def from_db(cls, *args: Any) -> Self:
        action = super().from_db(*args)
        if {"status", "status_since"} <= action.__dict__.keys():
            action._stored = (action.status, action.status_since)
        return action

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """A status that changes holds since today, unless another day is given with it."""
        status, since = self._stored or (self.status, self.status_since)
        if self.status != status and self.status_since == since:
            self.status_since = timezone.localdate()
            update_fields = update_fields and {*update_fields, "status_since"}
        super().save(*args, update_fields=update_fields, **kwargs)
        self._stored = (self.status, self.status_since)

    @property
    def is_outstanding(self) -> bool:
        return self.status in OUTSTANDING

    @property
    def is_overdue(self) -> bool:
        """Whether the day it was due has passed and nobody finished it."""
        late = self.due_on is not None and self.due_on < timezone.localdate()
        return late and self.is_outstanding

    @property
    def is_referral(self) -> bool:
        return bool(self.referred_to_id or self.referral)

    @cached_property
    def named_resolutions(self) -> list["Resolution"]:
        return list(self.resolutions.all())

    @cached_property
    def only_resolution(self) -> "Resolution | None":
        """The item's resolution, where the action names none and there is no other."""
        decided = [] if self.named_resolutions else list(self.item.resolutions.all())
        return decided[0] if len(decided) == 1 else None

    @property
    def asked_in(self) -> list["Resolution"]:
        """The resolutions that ask for it, as far as anything tells."""
        return self.named_resolutions or [r for r in [self.only_resolution] if r]

    @property
    def due_reason(self) -> str:
        """How the date, or that there is none, follows from the words; empty without words."""
        if self.due_reckoning != DueReckoning.MEETING:
            return self.get_due_reckoning_display()
        meeting = self.item.meeting
        if meeting.held_on is None:
            return "Counted from a meeting whose date is not stated"
        inferred = " (a date that is inferred)" if meeting.held_on_basis == "inferred" else ""
        return f"Reckoned from the meeting of {meeting.date_in_words}{inferred}"

    @property
    def is_suggested(self) -> bool:
        """Whether the date was worked out and no officer has confirmed it yet."""
        return bool(self.due_phrase) and not self.due_confirmed
