"""Addresses that outlive a change of name: the old slug is kept and leads to the new one."""

from collections.abc import Iterable
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.text import slugify

SLUG_LENGTH = 120


def slug_of(name: str) -> str:
    """The letters and digits of a name, lower case, hyphens between words.

    A comma or the kind of apostrophe makes no difference, so that "Strategic Director,
    Children’s Services" and "Strategic Director Children's Services" have one slug.
    """
    return slugify(name, allow_unicode=True)[:SLUG_LENGTH].strip("-") or "unnamed"


class SluggedQuerySet(models.QuerySet):
    def with_slug(self, slug: str) -> Self:
        """The one whose slug this is, or once was."""
        return self.filter(models.Q(slug=slug) | models.Q(former_slugs__contains=[slug]))

    def by_slug(self, slugs: Iterable[str]) -> dict[str, models.Model]:
        """Those that have, or had, one of these slugs, under each of their slugs."""
        wanted = list(slugs)
        found = self.filter(models.Q(slug__in=wanted) | models.Q(former_slugs__overlap=wanted))
        return {slug: record for record in found for slug in record.slugs}

    def named(self, name: str) -> models.Model | None:
        """The one that has, or was first stored under, this name in any punctuation."""
        return self.with_slug(slug_of(name)).first()


class Slugged(models.Model):
    """Something with a name and an address made of it."""

    slug = models.SlugField(
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        allow_unicode=True,
        help_text="The last part of the page’s address. Left empty, it is made from the name. "
        "When it is changed, the old address leads to the new one.",
    )
    former_slugs = ArrayField(
        models.CharField(max_length=SLUG_LENGTH), default=list, blank=True, editable=False
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or self._free_slug()
        before = getattr(self, "_slug_in_database", None)
        if before and before != self.slug and before not in self.former_slugs:
            self.former_slugs = [*self.former_slugs, before]
        super().save(*args, **kwargs)
        self._slug_in_database = self.slug

    @property
    def slugs(self) -> list[str]:
        """The slug and those it had before."""
        return [self.slug, *self.former_slugs]

    def stored_as_read(self) -> Self:
        """The record, stored as new; its history begins when somebody changes it."""
        self.save_without_historical_record()
        return self

    @classmethod
    def from_db(cls, db, field_names, values) -> Self:
        instance = super().from_db(db, field_names, values)
        instance._slug_in_database = instance.__dict__.get("slug")
        return instance

    def _free_slug(self) -> str:
        base = slug_of(self.name)
        others = type(self)._default_manager.filter(slug__startswith=base)
        taken = set(others.values_list("slug", flat=True))
        numbered = (f"{base[: SLUG_LENGTH - 8]}-{n}" for n in range(2, len(taken) + 3))
        return next(slug for slug in (base, *numbered) if slug not in taken)
