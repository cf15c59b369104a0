"""What an officer typed beside what is stored, field by field, in words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Manager, Model, QuerySet
from django.forms import BaseInlineFormSet, BoundField
from django.utils import timezone

from committees.conflicts import WatchedForm, part_key

EMPTY = "(empty)"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was typed otherwise than it is stored; `meanwhile` where the stored is new."""

    label: str
    typed: str
    stored: str
    meanwhile: bool = False


@dataclass(frozen=True, slots=True)
class Conflict:
    """Everything that the second officer must see before deciding."""

    differences: list[Difference]
    changed_by: str
    changed_at: datetime | None
    overwrite: str


def conflict_of(form: WatchedForm, formsets: Sequence[BaseInlineFormSet]) -> Conflict:
    differences = [*_of_form(form, "", form.meanwhile.__contains__)]
    for formset in formsets:
        differences += _of_formset(formset, form.meanwhile)
    record = type(form.instance)._base_manager.get(pk=form.instance.pk)
    changed_by, changed_at = last_change(record, form.parts, form.opened_at)
    return Conflict(differences, changed_by, changed_at, form.stored_digest)


def _of_form(
    form: forms.ModelForm, owner: str, is_new: Callable[[str], bool]
) -> Iterator[Difference]:
    for name in form.changed_data:
        if name not in form.fields or name == "DELETE":
            continue
        bound = form[name]
        label = f"{owner}{str(bound.label).lower() if owner else bound.label}"
        typed, stored = words_of(bound, bound.data), words_of(bound, bound.initial)
        if typed != stored:
            yield Difference(label, typed, stored, is_new(name))


def _of_formset(formset: BaseInlineFormSet, meanwhile: set[str]) -> Iterator[Difference]:
    relation = formset.fk.remote_field.related_name
    what = str(formset.model._meta.verbose_name).capitalize()
    shown = set()
    for number, form in enumerate(formset.forms, start=1):
        shown.add(part_key(relation, form.instance.pk))
        is_new = part_key(relation, form.instance.pk) in meanwhile
        if formset.can_delete and formset._should_delete_form(form):
            yield Difference(f"{what} {number}", "(removed)", str(form.instance), is_new)
        else:
            yield from _of_form(form, f"{what} {number}: ", lambda _name, new=is_new: new)
    for part in formset.get_queryset():
        key = part_key(relation, part.pk)
        if key in meanwhile and key not in shown:
            yield Difference(
                f"{what}, added meanwhile", "(not in your form; it stays)", str(part), True
            )


def words_of(bound: BoundField, value: object) -> str:
    """A value as a reader would write it down, whether it was typed or is stored."""
    field = bound.field
    value = value() if callable(value) else value
    if isinstance(field, forms.ModelMultipleChoiceField) and not _are_numbers(value):
        return in_words(value)
    try:
        value = field.to_python(field.prepare_value(value))
    except (ValidationError, TypeError, ValueError):
        return str(value)
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        value = dict(field.choices).get(value, value)
    return in_words(value)


def _are_numbers(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str | int) for each in value)


def in_words(value: object) -> str:
    if value is True or value is False:
        return "Yes" if value else "No"
    if isinstance(value, Manager | QuerySet | list | tuple | set):
        related = value.all() if isinstance(value, Manager) else value
        lines = [str(each) for each in related]
        return "\n".join(lines) or EMPTY
    if isinstance(value, datetime):
        return f"{timezone.localtime(value):%-d %B %Y, %H:%M}"
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    return EMPTY if value is None or value == "" else str(value)


def last_change(
    record: Model, relations: Iterable[str], since: datetime | None
) -> tuple[str, datetime | None]:
    """Who changed the record or one of its parts last since then, and when.

    What an import adds new has no history: where nobody is found, it was an import.
    """
    histories = [record.history.all()]
    for relation in relations:
        related = record._meta.get_field(relation)
        if history := getattr(related.related_model, "history", None):
            histories.append(history.filter(**{related.field.attname: record.pk}))
    since = since or timezone.now()
    latest = (h.filter(history_date__gt=since).select_related("history_user") for h in histories)
    changes = [change for history in latest if (change := history.first())]
    if not changes:
        return "an import", None
    last = max(changes, key=lambda change: change.history_date)
    return str(last.history_user or "an import"), last.history_date
