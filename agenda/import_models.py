"""What officers hand in to be imported, kept apart from the record until they confirm it."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

KEPT_FOR = timedelta(days=3)


class ImportDraftQuerySet(models.QuerySet):
    def expired(self) -> Self:
        """Those that nobody has touched for so long that they are thrown away."""
        return self.filter(touched_at__lt=timezone.now() - KEPT_FOR)

    def of(self, user: models.Model) -> Self:
        """An officer sees only what they handed in themselves."""
        return self.filter(owner=user)

    def with_counts(self) -> Self:
        """With `document_count`, and `waiting_count` of those that are not stored."""
        waiting = Q(documents__stored_at=None) & ~Q(documents__outcome="refused")
        return self.annotate(
            document_count=Count("documents"), waiting_count=Count("documents", filter=waiting)
        )


class ImportDraft(models.Model):
    """The documents of one upload, waiting for the officer who handed them in."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="import_drafts"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField(auto_now=True)
    publish = models.BooleanField(
        default=False, help_text="Whether what is stored is shown to the public at once."
    )

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index("touched_at", name="import_draft_touched")]

    def __str__(self) -> str:
        return f"Upload of {timezone.localtime(self.made_at):%-d %B %Y, %H:%M}"


class DraftDocumentQuerySet(models.QuerySet):
    def unread(self) -> Self:
        return self.filter(outcome="")

    def refused(self) -> Self:
        return self.filter(outcome="refused")

    def storable(self) -> Self:
        """Those that may be stored: read, and no newer text of the same page is there."""
        return self.filter(outcome__in=("new", "changed", "unchanged"), stored_at=None)

    def to_store(self) -> Self:
        """Those an officer confirmed that are not stored yet."""
        return self.storable().filter(confirmed=True)

    def stored(self) -> Self:
        return self.exclude(stored_at=None)


class DraftDocument(models.Model):
    """One document of an upload: its text, what the officer knows beside it, what came of it."""

    class PageKind(models.TextChoices):
        AGENDA_ITEM = "agenda_item", "One agenda item"
        MEETING = "meeting", "A whole meeting"
        ISSUE = "issue", "One matter over its meetings"
        DECISIONS = "decisions", "A register of decisions"

    class Outcome(models.TextChoices):
        NEW = "new", "New"
        CHANGED = "changed", "Changed"
        UNCHANGED = "unchanged", "Unchanged"
        SUPERSEDED = "superseded", "Superseded"
        REFUSED = "refused", "Cannot be imported"

    draft = models.ForeignKey(ImportDraft, models.CASCADE, related_name="documents")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    committee = models.CharField(
        max_length=200,
        blank=True,
        help_text="The committee that met, as its papers print the name. "
        "It is used where the text itself names none.",
    )
    held_on = models.DateField(
        "date of the meeting",
        null=True,
        blank=True,
        help_text="It is used where the text itself gives no date.",
    )
    address = models.CharField(
        "address of the page",
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="Where the page stands on the council’s web site. With it, an amended page is "
        "recognised as a newer text of the same page.",
    )
    page_kind = models.CharField(
        "kind of page",
        max_length=12,
        choices=PageKind,
        blank=True,
        help_text="Choose one only where the portal takes the page for another kind.",
    )
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    reason = models.TextField(blank=True, help_text="Why it cannot be imported.")
    about = models.TextField(blank=True, help_text="Its title or its meeting.")
    summary = models.TextField(blank=True, help_text="How many of each part were read.")
    doubts = models.PositiveIntegerField(default=0)
    confirmed = models.BooleanField(default=False)
    stored_at = models.DateTimeField(null=True)
    source = models.ForeignKey(
        "agenda.SourceDocument", models.PROTECT, null=True, related_name="import_documents"
    )

    objects = DraftDocumentQuerySet.as_manager()

    class Meta:
        ordering = ["draft", "position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "position"], name="one_document_a_place_in_an_import"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="refused") | ~Q(reason=""),
                name="refused_document_says_why",
            ),
            models.CheckConstraint(
                condition=Q(stored_at__isnull=True) | Q(confirmed=True),
                name="only_confirmed_documents_are_stored",
            ),
        ]

    def __str__(self) -> str:
        return self.name
