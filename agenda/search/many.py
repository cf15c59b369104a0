"""Filters that take several values at once, each checked before it is looked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django_filters import Filter

from agenda.models import Post
from agenda.search.words import words
from committees.models import Committee
from minutes_portal.filters import Choices
from minutes_portal.kept_pages.values import once_a_publication

MOST_VALUES, LONGEST_VALUE = 40, 120
UNKNOWN = "“%(value).80s” is not in this list. Choose one that is."


@dataclass(frozen=True, slots=True)
class Named:
    """Something to choose: as it stands in the address, in the table, and in words."""

    value: str
    key: Any
    words: str


class ManyInput(forms.Widget):
    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return data.getlist(name) if hasattr(data, "getlist") else [data.get(name, "")]


class ManyField(forms.Field):
    """Values that may each be chosen or not; `chosen` has them with their words once cleaned."""

    widget = ManyInput
    chosen: tuple[Named, ...] = ()
    unknown = UNKNOWN

    def to_python(self, given: Iterable[str]) -> list[str]:
        values = list(dict.fromkeys(value.strip() for value in given if value.strip()))
        if len(values) > MOST_VALUES:
            raise ValidationError(f"Choose at most {MOST_VALUES}.")
        for value in values:
            if len(value) > LONGEST_VALUE or "\0" in value:
                raise self.is_unknown(value)
        self.chosen = tuple(dict.fromkeys(self.known(values)))
        return [named.value for named in self.chosen]

    def known(self, values: list[str]) -> list[Named]:
        """Each of the values; ValidationError for one that cannot be."""
        return [self.named(value) for value in values]

    def named(self, value: str) -> Named:
        return Named(value, value, value)

    def is_unknown(self, value: str) -> ValidationError:
        return ValidationError(self.unknown, params={"value": value})


class YearField(ManyField):
    unknown = "“%(value).80s” is not a year. Give it in four figures, such as 2016."

    def named(self, value: str) -> Named:
        if not (value.isascii() and value.isdecimal() and len(value) == 4):
            raise self.is_unknown(value)
        return Named(value, int(value), value)


class LetterField(ManyField):
    """The letter of a report; `Document “Q”` is read as Q."""

    def named(self, value: str) -> Named:
        letter = words(value).removeprefix("document").replace(" ", "").upper()
        return Named(letter, letter, f"Document “{letter}”")

    def known(self, values: list[str]) -> list[Named]:
        return [named for named in super().known(values) if named.key]


class ChoicesField(ManyField):
    """Some of a fixed set."""

    def __init__(self, *, choices: Choices, **kwargs: Any) -> None:
        self.names = dict(choices)
        super().__init__(**kwargs)

    def named(self, value: str) -> Named:
        if value not in self.names:
            raise self.is_unknown(value)
        return Named(value, value, str(self.names[value]))


class CommitteeField(ManyField):
    """Committees that met in public record, by slug."""

    @cached_property
    def committees(self) -> list[Committee]:
        """All of them, which no one may change."""
        return once_a_publication("committees that met", committees_that_met)

    def named(self, value: str) -> Named:
        for committee in self.committees:
            if committee.slug == value:
                return Named(value, committee.pk, committee.name)
        raise self.is_unknown(value)


def committees_that_met() -> list[Committee]:
    return list(Committee.objects.that_met().only("pk", "slug", "name", "kind"))


class OwnerField(ManyField):
    """Posts that own a public action, by slug."""

    def known(self, values: list[str]) -> list[Named]:
        posts = Post.objects.public().filter(slug__in=values) if values else []
        by_slug = {post.slug: post for post in posts}
        return [self.owner(by_slug.get(value), value) for value in values]

    def owner(self, post: Model | None, value: str) -> Named:
        if post is None:
            raise self.is_unknown(value)
        return Named(value, post.pk, post.name)


class ManyFilter(Filter):
    """Says what may be chosen; the search itself does the narrowing."""

    field_class = ManyField

    def __init__(self, field_class: type[ManyField] = ManyField, **kwargs: Any) -> None:
        self.field_class = field_class
        super().__init__(**kwargs)
