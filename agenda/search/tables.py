"""The tables that searching reads, beside the record and never in its place."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower

from agenda.models import AgendaItem, Reference
from agenda.search.words import key_of
from committees.history import History

# Raised when entries written by an earlier version must be written anew.
EDITION = 2
NEWEST = (F("held_on").desc(nulls_last=True), F("meeting").desc(), "position", "item")
OLDEST = ("held_on", "meeting", "position", "item")


class SearchEntry(models.Model):
    """One agenda item as searching sees it: its words, and what it can be narrowed down by.

    `publication_status` is that of the item; the database keeps the two alike.
    """

    item = models.OneToOneField(
        AgendaItem, models.CASCADE, primary_key=True, related_name="search_entry"
    )
    publication_status = models.CharField(max_length=10)
    edition = models.PositiveSmallIntegerField()
    counted = models.BooleanField(help_text="Whether its words are counted among the known ones.")
    share = models.PositiveSmallIntegerField(
        help_text="From 0 to 99, by lot: those below 5 are five in a hundred."
    )
    meeting = models.ForeignKey(
        "committees.Meeting",
        models.DO_NOTHING,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    position = models.PositiveSmallIntegerField()
    committee = models.ForeignKey(
        "committees.Committee",
        models.DO_NOTHING,
        null=True,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    held_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    area = models.TextField()
    outcomes = ArrayField(models.CharField(max_length=12))
    statuses = ArrayField(models.CharField(max_length=12))
    owners = ArrayField(models.BigIntegerField())
    documents = ArrayField(models.CharField(max_length=20))
    decided = models.BooleanField(help_text="Whether it has a resolution.")
    in_camera = models.BooleanField()
    not_for_publication = models.BooleanField()
    routine = models.BooleanField(help_text="Whether every agenda has an item of this title.")
    sort_title = models.CharField(max_length=100)
    words = SearchVectorField(
        help_text="The stems of its words, and again with the letter of the field they stand in."
    )
    plain = models.TextField(
        help_text="Its words one after another, a line a field, for exact phrases."
    )

    class Meta:
        indexes = [
            GinIndex("words", name="search_words"),
            models.Index(*NEWEST, name="search_newest"),
            models.Index(*OLDEST, name="search_oldest"),
            models.Index("committee", *NEWEST, name="search_committee"),
            models.Index("sort_title", "item", name="search_title"),
            models.Index("share", name="search_share"),
            GinIndex("documents", name="search_documents"),
            GinIndex("outcomes", "statuses", "owners", name="search_lists"),
        ]

    def __str__(self) -> str:
        return f"Words of {self.item_id}"


class KnownWordQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those that stand in a published item."""
        return self.filter(items__gt=0)


class KnownWord(models.Model):
    """A word as printed in published items, to suggest where a search finds little."""

    word = models.CharField(max_length=60, primary_key=True)
    items = models.PositiveIntegerField(
        help_text="In how many published items, when that was last counted; 0 where in none."
    )

    objects = KnownWordQuerySet.as_manager()

    class Meta:
        ordering = ["word"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.word


class AcronymQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those in use that are common, that an officer gave, or that a published item explains."""
        explained = Reference.objects.filter(
            kind=Reference.Kind.ACRONYM,
            item__publication_status="published",
            text__contains=OuterRef("acronym"),
        ).alias(same=Lower("value"))
        learned = Exists(explained.filter(same=Lower(OuterRef("expansion"))))
        return self.filter(~Q(source=Acronym.Source.LEARNED) | learned, active=True)


class Acronym(models.Model):
    """Letters that stand for words; a search for either finds both."""

    class Source(models.TextChoices):
        LEARNED = "learned", "Read in the minutes"
        OFFICER = "officer", "Given by an officer"
        COMMON = "common", "In common use"

    acronym = models.CharField(max_length=20, help_text="As printed, such as CSE.")
    expansion = models.CharField(
        max_length=120, help_text="What it stands for, such as child sexual exploitation."
    )
    source = models.CharField(
        max_length=10,
        choices=Source,
        default=Source.OFFICER,
        editable=False,
        help_text="Those read in the minutes are used while a published item explains them.",
    )
    active = models.BooleanField(
        "in use",
        default=True,
        help_text="Untick where a search for the one means the other seldom.",
    )
    letters = models.CharField(max_length=20, editable=False, help_text="As it is looked up.")
    key = models.CharField(
        max_length=160, editable=False, help_text="The stems of the expansion, as it is looked up."
    )

    objects = AcronymQuerySet.as_manager()
    history = History(excluded_fields=["letters", "key"])

    class Meta:
        ordering = ["acronym", "expansion"]
        constraints = [
            models.UniqueConstraint(
                "acronym",
                Lower("expansion"),
                name="one_acronym_of_an_expansion",
                violation_error_message="This acronym is there already.",
            ),
        ]
        indexes = [
            models.Index("letters", name="acronym_letters"),
            models.Index("key", name="acronym_key"),
        ]

    def __str__(self) -> str:
        return f"{self.acronym}: {self.expansion}"

    def save(self, *args, **kwargs) -> None:
        """Store it with what it is looked up by."""
        self.letters, self.key = key_of(self.acronym), key_of(self.expansion)
        super().save(*args, **kwargs)
