"""The versions of a record in words: what each change did, and how then differs from now."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Field, Model, QuerySet
from django.urls import NoReverseMatch, reverse
from simple_history.utils import get_m2m_reverse_field_name

from committees.differences import in_words

# What the desk keeps for itself.
UNSHOWN = {"id", "corrected", "start", "end", "spans", "words", "position", "former_slugs", "item"}
# So many characters are shown on either side of what changed.
CONTEXT = 120
ONE_SAVING = timedelta(seconds=1)
KINDS = {"+": "Stored", "~": "Changed", "-": "Removed"}


@dataclass(frozen=True, slots=True)
class Altered:
    """One field before and after, and the words of both in pieces: same, taken out, put in."""

    label: str
    before: str
    after: str

    @property
    def pieces(self) -> list[tuple[str, str]]:
        pieces = pieces_of(self.before, self.after)
        return [(kind, shortened(words) if kind == "same" else words) for kind, words in pieces]


@dataclass(frozen=True, slots=True)
class Version:
    """One entry of the history: of the record itself, or of a part (`what`) of it."""

    row: Model
    what: str
    changes: list[Altered]

    @property
    def kind(self) -> str:
        return KINDS[self.row.history_type]

    @property
    def who(self) -> str:
        return str(self.row.history_user or "an import, or from outside the desk")

    @property
    def address(self) -> str:
        """The page that compares it with what is stored; empty where its kind has none."""
        opts = self.row.instance_type._meta
        name = f"admin:{opts.app_label}_{opts.model_name}_simple_history"
        try:
            return reverse(name, args=[self.row.id, self.row.pk])
        except NoReverseMatch:
            return ""


def versions_of(record: Model, relations: Iterable[str]) -> list[Version]:
    """The history of a record and of its parts, the newest entry first."""
    versions = list(_versions(record.history.all(), ""))
    for relation in relations:
        related = record._meta.get_field(relation)
        if history := getattr(related.related_model, "history", None):
            rows = history.filter(**{related.field.attname: record.pk})
            versions += _versions(rows, str(related.related_model._meta.verbose_name))
    return sorted(versions, key=lambda version: version.row.history_date, reverse=True)


def _versions(rows: QuerySet, what: str) -> Iterator[Version]:
    earlier: dict[int, Model] = {}
    for row in settled(rows.select_related("history_user").order_by("history_date", "history_id")):
        before = earlier.get(row.id)
        place = f" {row.position}" if what and hasattr(row, "position") else ""
        shown = alterations(before, row) if before and row.history_type == "~" else []
        earlier[row.id] = row
        if shown or row.history_type != "~":
            yield Version(row, f"{what}{place}".capitalize(), shown)


def settled(rows: Iterable[Model]) -> list[Model]:
    """The rows without the states in between: one saving writes several, relation by relation."""
    kept: list[Model] = []
    latest: dict[int, int] = {}
    for row in rows:
        place = latest.get(row.id)
        if place is not None and same_saving(kept[place], row):
            kept[place] = row
        else:
            latest[row.id] = len(kept)
            kept.append(row)
    return kept


def same_saving(before: Model, after: Model) -> bool:
    same_author = before.history_user_id == after.history_user_id
    same_reason = before.history_change_reason == after.history_change_reason
    both_changes = before.history_type == after.history_type == "~"
    soon = after.history_date - before.history_date < ONE_SAVING
    return same_author and same_reason and both_changes and soon


def alterations(before: Model, after: Model, names: Sequence[str] | None = None) -> list[Altered]:
    """The fields in which two versions differ; either may be the stored record itself."""
    model = getattr(after, "instance_type", type(after))
    named = [model._meta.get_field(name) for name in names or ()]
    fields = named or shown_fields(model)
    words = ((f, value_in_words(before, f), value_in_words(after, f)) for f in fields)
    return [
        Altered(str(field.verbose_name).capitalize(), old, new)
        for field, old, new in words
        if old != new
    ]


def shown_fields(model: type[Model]) -> list[Field]:
    tracked = model.history.model.tracked_fields
    related = model.history.model._history_m2m_fields
    return [field for field in [*tracked, *related] if field.name not in UNSHOWN]


def value_in_words(record: Model, field: Field) -> str:
    if field.many_to_many:
        return in_words(sorted(map(str, related_of(record, field))))
    if field.choices:
        return in_words(getattr(record, f"get_{field.name}_display")())
    if field.is_relation and getattr(record, field.attname):
        stored = stored_or_none(record, field)
        return str(stored or f"number {getattr(record, field.attname)}, since removed")
    return in_words(getattr(record, field.name))


def stored_or_none(record: Model, field: Field) -> Model | None:
    """What a foreign key points to; a version may point to what is no longer there."""
    try:
        return getattr(record, field.name)
    except ObjectDoesNotExist:
        return None


def related_of(record: Model, field: Field) -> list[Model]:
    """The related records of a stored record or of a version, as far as they still exist."""
    if not hasattr(record, "instance_type"):
        return list(getattr(record, field.name).all()) if record.pk else []
    through = get_m2m_reverse_field_name(field)
    numbers = getattr(record, field.name).values_list(f"{through}_id", flat=True)
    return list(field.related_model._base_manager.filter(pk__in=list(numbers)))


def shortened(words: str) -> str:
    """Words that stayed the same, without the middle of a long passage."""
    return words if len(words) < 3 * CONTEXT else f"{words[:CONTEXT]} […] {words[-CONTEXT:]}"


def pieces_of(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words of two texts as ("same" | "out" | "in", words), in reading order."""
    old, new = re.findall(r"\S+\s*|\s+", before), re.findall(r"\S+\s*|\s+", after)
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield "same", "".join(old[a:b])
        elif tag != "insert":
            yield "out", "".join(old[a:b])
        if tag in ("insert", "replace"):
            yield "in", "".join(new[c:d])
