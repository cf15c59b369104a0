"""Filters that read an address as people write it, and say plainly what they cannot read."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django_filters import CharFilter, ChoiceFilter, Filter

Choices = Iterable[tuple[str, str]]
DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"]
LONGEST_SEARCH = 200


class DayField(forms.DateField):
    """A day as browsers send it (2016-10-06) or as people write it (6/10/2016, 6 October 2016)."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **kwargs) -> None:
        super().__init__(input_formats=DATE_FORMATS, **kwargs)

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise ValidationError(
                "“%(value).40s” is not a date. Give the day, the month and the year, "
                "as in 6/10/2016.",
                params={"value": value},
            ) from error

    def prepare_value(self, value: Any) -> Any:
        """Show what was typed as a date again, however it was written."""
        try:
            return self.to_python(value)
        except ValidationError:
            return value


class TickInput(forms.CheckboxInput):
    def value_from_datadict(self, data, files, name) -> str:
        return data.get(name, "")


class TickField(forms.Field):
    """A box that is ticked or not; anything else is a mistake in the address."""

    widget = TickInput

    def to_python(self, value: str) -> bool | None:
        if value in self.empty_values:
            return None
        if value.casefold() not in {"on", "yes", "true", "1"}:
            raise ValidationError("Tick this box, or leave it empty.")
        return True


class DayFilter(Filter):
    field_class = DayField


class TickFilter(Filter):
    """Narrows the list when it is ticked, and does nothing otherwise."""

    field_class = TickField


class SearchFilter(CharFilter):
    """The words a reader typed."""

    def __init__(self, **kwargs) -> None:
        messages = {
            "max_length": f"Search for at most {LONGEST_SEARCH} characters.",
            "null_characters_not_allowed": "Search for words: this text has a character in it "
            "that no text can contain.",
        }
        super().__init__(max_length=LONGEST_SEARCH, error_messages=messages, **kwargs)
        self.extra["widget"] = forms.TextInput(attrs={"type": "search"})


class PublicChoiceFilter(ChoiceFilter):
    """One of the things on record, as (value, words) pairs that are asked for once a page."""

    def __init__(self, field_name: str, *, options: Callable[[], Choices], **kwargs) -> None:
        self.options = options
        message = "“%(value).80s” is not in this list. Choose one that is."
        kwargs.setdefault("error_messages", {"invalid_choice": message})
        kwargs.setdefault("empty_label", "All")
        super().__init__(field_name, **kwargs)

    @property
    def field(self) -> forms.Field:
        if not hasattr(self, "_field"):
            self.extra["choices"] = list(self.options())
        return super().field


def words_for(field: forms.Field, value: Any) -> str:
    """A filter's value in words; empty for a tick, whose label says it all."""
    if value is True:
        return ""
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices)[value])
    return f"“{value}”"
