"""A filter that takes several of a fixed set of values: whatever has one of them is listed."""

from django import forms
from django_filters import MultipleChoiceFilter

from minutes_portal.filters import Choices


class SeveralField(forms.MultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def to_python(self, value: list[str]) -> list[str]:
        return [each for each in super().to_python(value) if each.strip()]


class SeveralFilter(MultipleChoiceFilter):
    """Boxes to tick; none ticked narrows nothing."""

    field_class = SeveralField

    def __init__(self, field_name: str, *, choices: Choices, **kwargs) -> None:
        message = "“%(value).80s” is not in this list. Choose one that is."
        kwargs.setdefault("error_messages", {"invalid_choice": message})
        super().__init__(field_name, choices=choices, distinct=False, **kwargs)
