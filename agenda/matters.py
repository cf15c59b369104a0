"""Subjects that come back in different committees and years; ModernGov calls them issues."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.expected_reports import Standing
from agenda.matter_querysets import MatterItemQuerySet, MatterQuerySet
from agenda.models import AgendaItem
from committees.history import History
from committees.slugs import SLUG_LENGTH, Slugged


class Topic(models.Model):
    """A subject that an item speaks of, in its own words, and where it first does.

    Items with the same `value` speak of the same subject. Only a telling one is enough to
    group items; the others help to recognise a report that comes back.
    """

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="topics")
    value = models.CharField(
        max_length=SLUG_LENGTH, blank=True, help_text="The normal form, for comparing."
    )
    acronym = models.CharField(
        max_length=20,
        blank=True,
        help_text="The letters, where it was read from an acronym. Where the item does not say "
        "what they stand for, the value is empty: other items may.",
    )
    text = models.TextField(help_text="As printed.")
    evidence = models.TextField(help_text="How the item shows that it speaks of this.")
    telling = models.BooleanField(default=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["start", "pk"]
        indexes = [
            models.Index("value", "item", name="topic_value"),
            models.Index(
                "acronym", "value", "item", name="topic_acronym", condition=~Q(acronym="")
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Matter(Slugged):
    """A subject that committees came back to, with all items on it.

    One that nobody has confirmed holds published items alone, and is named in their words.
    """

    name = models.CharField(max_length=200)
    # Null where officers made the matter: each topic suggests but one.
    topic = models.CharField(  # noqa: DJ001
        max_length=SLUG_LENGTH,
        null=True,
        unique=True,
        editable=False,
        help_text="The normal form of the topic by which it was suggested.",
    )
    confirmed = models.BooleanField(
        default=False, help_text="Tick when this is a matter of its own, and its name is right."
    )
    rejected = models.BooleanField(
        default=False,
        help_text="Tick when these items have no subject in common. Nobody but officers then sees "
        "it, and it is not suggested again.",
    )
    items = models.ManyToManyField(
        AgendaItem, through="agenda.MatterItem", related_name="matters", blank=True
    )

    objects = MatterQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="matter_has_a_name"),
            models.CheckConstraint(
                condition=Q(confirmed=False) | Q(rejected=False),
                name="matter_is_not_both_confirmed_and_rejected",
                violation_error_message="Confirm the matter or reject it, not both.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agenda:matter", args=[self.slug])


class MatterItem(models.Model):
    """That an item belongs to a matter, and what shows it."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="memberships")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="memberships")
    evidence = models.TextField(blank=True, help_text="What connects the item with the matter.")
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.SUGGESTED)

    objects = MatterItemQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["matter", "item"], name="item_once_in_a_matter"),
            models.CheckConstraint(
                condition=~Q(standing="suggested") | ~Q(evidence=""),
                name="suggested_matter_item_has_evidence",
            ),
        ]
        indexes = [
            models.Index("id", name="matter_item_to_confirm", condition=Q(standing="suggested")),
        ]

    def __str__(self) -> str:
        return f"{self.matter}: {self.item}"
