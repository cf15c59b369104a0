"""Two officers at one record: the second to save is shown what the first one stored.

A form carries, hidden, a digest of everything it shows as it was stored when the form was
opened. When the form comes back and the stored record has another digest, nothing is saved.
Whatever changed the record counts: another officer, another page of the desk, an import.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils import timezone

CHANGED = "Nothing was saved: this record has changed since you opened it."


class UnseenField(forms.CharField):
    """A hidden part of the form that is no part of the record."""

    widget = forms.HiddenInput

    def has_changed(self, initial: object, data: object) -> bool:
        return False


class WatchedForm(forms.ModelForm):
    """A form that saves over a later change only when told to.

    `parts` names the relations whose records are edited in the same form, with their fields.
    """

    seen = UnseenField(required=False)
    overwrite = UnseenField(required=False)
    parts: Mapping[str, Sequence[str]] = {}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.meanwhile: set[str] = set()
        self.opened_at: datetime | None = None
        self.stored_state: dict[str, str] = {}
        if self.instance.pk and not self.is_bound:
            opened_at = timezone.now().isoformat()
            self.initial["seen"] = json.dumps({"at": opened_at, "state": self.state_now()})

    def state_now(self) -> dict[str, str]:
        """Digests of what is stored: one for each field of the record, one for each part."""
        names = [name for name in self.fields if name not in ("seen", "overwrite")]
        return state_of(self.instance, names, self.parts)

    def clean(self) -> dict:
        values = super().clean()
        if self.instance.pk:
            self.stored_state = self.state_now()
            self.opened_at, seen = read_seen(values.get("seen", ""))
            changed = seen.items() ^ self.stored_state.items()
            if changed and values.get("overwrite") != self.stored_digest:
                self.meanwhile = {name for name, _ in changed}
                self.add_error(None, ValidationError(CHANGED, code="changed_meanwhile"))
        return values

    @property
    def stored_digest(self) -> str:
        """What stands for the whole stored record: it names what is to be overwritten."""
        return digest(sorted(self.stored_state.items()))


def state_of(
    record: Model, names: Sequence[str], parts: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """The digest of each of these fields, and under "relation:number" that of each part."""
    state = {name: digest(stored_value(record, name)) for name in names}
    for relation, fields in parts.items():
        for part in prefetched(getattr(record, relation).all(), fields):
            state[part_key(relation, part.pk)] = digest([stored_value(part, f) for f in fields])
    return state


def part_key(relation: str, pk: object) -> str:
    return f"{relation}:{pk}"


def prefetched(parts: QuerySet, names: Sequence[str]) -> QuerySet:
    many = {field.name for field in parts.model._meta.many_to_many} & set(names)
    return parts.prefetch_related(*many)


def stored_value(record: Model, name: str) -> object:
    """The stored value of a field, or of what a form shows beside the fields."""
    if name not in field_names(type(record)):
        return getattr(record, name, None)
    value = record._meta.get_field(name).value_from_object(record)
    if isinstance(value, list) and value and isinstance(value[0], Model):
        return sorted(related.pk for related in value)
    return value


def field_names(model: type[Model]) -> set[str]:
    return {field.name for field in [*model._meta.fields, *model._meta.many_to_many]}


def digest(value: object) -> str:
    written = json.dumps(value, default=str, ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:12]


def read_seen(text: str) -> tuple[datetime | None, dict[str, str]]:
    """When the form was opened, and the digests then; nothing where it brought back nonsense."""
    try:
        seen = json.loads(text)
        state = {str(name): str(value) for name, value in seen["state"].items()}
        return datetime.fromisoformat(seen["at"]), state
    except (ValueError, TypeError, KeyError, AttributeError):
        return None, {}


def without_removed(data: QueryDict, prefix: str, present: set[str], *, renew: bool) -> QueryDict:
    """The data of a formset whose stored records are only those `present`.

    What was typed into a part that somebody removed meanwhile becomes a new part, or is left
    out where no new ones can be made (not `renew`).
    """
    initial, total = (int_of(data.get(f"{prefix}-{n}_FORMS")) for n in ("INITIAL", "TOTAL"))
    removed = [n for n in range(initial) if data.get(f"{prefix}-{n}-id", "") not in present]
    if not removed:
        return data
    stay = [n for n in range(initial) if n not in removed]
    order = stay + (removed if renew else []) + list(range(initial, total))
    places = {old: new for new, old in enumerate(order)}
    moved = data.copy()
    for key in [key for key in data if re.match(rf"{re.escape(prefix)}-\d+-", key)]:
        del moved[key]
    for key in data:
        found = re.fullmatch(rf"{re.escape(prefix)}-(\d+)-(.+)", key)
        if found and int(found[1]) in places:
            is_number = int(found[1]) in removed and found[2] == "id"
            values = [""] if is_number else data.getlist(key)
            moved.setlist(f"{prefix}-{places[int(found[1])]}-{found[2]}", values)
    moved[f"{prefix}-INITIAL_FORMS"], moved[f"{prefix}-TOTAL_FORMS"] = str(len(stay)), len(order)
    return moved


def int_of(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
