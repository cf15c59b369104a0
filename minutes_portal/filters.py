"""Filters that read an address as people write it, and say plainly what they cannot read."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta
from functools import partial
from typing import Any

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import flatatt
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django_filters import CharFilter, ChoiceFilter, Filter

from minutes_portal.kept_pages.values import once_a_publication

Choices = Iterable[tuple[str, str]]
DATE_FORMATS = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y"]
LONGER_FORMATS = {
    **dict.fromkeys(["%B %Y", "%b %Y", "%m/%Y", "%Y-%m"], relativedelta(months=1)),
    "%Y": relativedelta(years=1),
}
LONGEST_SEARCH = 200


class LeanInput(forms.widgets.Input):
    """An input that is written without a template: a page of filters has many of them."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        widget = self.get_context(name, value, attrs)["widget"]
        given = {"type": widget["type"], "name": widget["name"]}
        if widget["value"] is not None:
            given["value"] = widget["value"]
        return format_html("<input{}>", flatatt(given | widget["attrs"]))


class LeanTextInput(LeanInput, forms.TextInput):
    pass


class LeanSelect(forms.Select):
    """A choice of hundreds, written without a template for each of them."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        chosen, marks = set(self.format_value(value)), {True: mark_safe(" selected"), False: ""}
        options = (
            (option or "", marks[str(option or "") in chosen], words)
            for option, words in self.choices
        )
        listed = format_html_join("", '<option value="{}"{}>{}</option>', options)
        given = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        return format_html("<select{}>{}</select>", flatatt(given), listed)


class DayField(forms.DateField):
    """A day as people write it: 6/10/2016 or 6 October 2016; of a month or a year its first day.

    With `last`, of a month or a year its last day.
    """

    widget = LeanTextInput(attrs={"autocomplete": "off"})

    def __init__(self, *, last: bool = False, **kwargs) -> None:
        self.last = last
        super().__init__(input_formats=DATE_FORMATS, **kwargs)

    def to_python(self, value: Any) -> date | None:
        written = clean_date(value) if isinstance(value, str) else value
        try:
            return super().to_python(written)
        except ValidationError as error:
            if found := self.longer(written):
                return found
            raise ValidationError(
                "“%(value).40s” is not a date. Give a day, a month or a year, "
                "as in 6/10/2016, October 2016 or 2016.",
                params={"value": value},
            ) from error

    def longer(self, written: str) -> date | None:
        """The first or last day of a month or a year; nothing where it is neither."""
        for format_, length in LONGER_FORMATS.items():
            with suppress(ValueError, OverflowError):
                first = self.strptime(written, format_)
                return first + length - timedelta(days=1) if self.last else first
        return None


def clean_date(written: str) -> str:
    """Without what people write beside a date: "6th", "Sept"."""
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", " ".join(written.split()), flags=re.IGNORECASE)
    return re.sub(r"\bsept\b", "Sep", plain.replace(",", ""), flags=re.IGNORECASE)


class TickInput(LeanInput, forms.CheckboxInput):
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


class LastDayFilter(Filter):
    """Of a month or a year its last day."""

    field_class = partial(DayField, last=True)


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
        self.extra["widget"] = LeanTextInput(attrs={"type": "search"})


class PublicChoiceFilter(ChoiceFilter):
    """One of the things on record; `options`, a function, reads them as (value, words) pairs."""

    def __init__(self, field_name: str, *, options: Callable[[], Choices], **kwargs) -> None:
        self.options = options
        message = "“%(value).80s” is not in this list. Choose one that is."
        kwargs.setdefault("error_messages", {"invalid_choice": message})
        kwargs.setdefault("empty_label", "All")
        kwargs.setdefault("widget", LeanSelect)
        super().__init__(field_name, **kwargs)

    @property
    def field(self) -> forms.Field:
        if not hasattr(self, "_field"):
            name = f"{self.options.__module__}.{self.options.__qualname__}"
            self.extra["choices"] = once_a_publication(name, lambda: list(self.options()))
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
