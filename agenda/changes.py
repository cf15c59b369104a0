"""Bringing stored records in line with what was read, and keeping a log of what that changed.

New records wait and are written together, model by model: many documents in one transaction
then cost little more than their rows.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.db import models

from agenda import copying
from agenda.models import (
    Action,
    AgendaItem,
    Answer,
    Appendix,
    ContactOfficer,
    ExpectedReport,
    ReadingWarning,
    Recommendation,
    Reference,
    Report,
    Resolution,
    SourceDocument,
)
from committees.corrections import Correctable
from committees.models import Meeting

Values = dict[str, Any]

# What a row says of where it stands, not of what it says.
PLACES = {"start", "end", "spans", "position", "number"}

# Each model after those it points to.
WRITING_ORDER = (
    SourceDocument,
    Meeting,
    AgendaItem,
    Report,
    Appendix,
    Recommendation,
    Resolution,
    Action,
    ContactOfficer,
    ReadingWarning,
    Reference,
    Answer,
    ExpectedReport,
)


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to one record; of an altered one, each field before and after."""

    kind: Literal["added", "altered", "removed"]
    record: models.Model
    values: dict[str, tuple[object, object]] = field(default_factory=dict)


class Changes:
    """Writes what differs, leaves what an officer corrected, and remembers both.

    `log` tells what was written or removed, in order; `kept` names the corrected parts
    that were left alone. New records have no number until `write_new` is called.
    """

    def __init__(self) -> None:
        self.log: list[Change] = []
        self.kept: list[str] = []
        self._new: dict[type, list[models.Model]] = defaultdict(list)
        self._waiting: set[int] = set()
        self._links: list[tuple[Action, str, list[models.Model]]] = []

    def add(self, record: models.Model) -> None:
        """Take a new record, to be written by `write_new`."""
        self._new[type(record)].append(record)
        self._waiting.add(id(record))
        self.log.append(Change("added", record))

    def derive(self, records: Iterable[models.Model]) -> None:
        """Take new records that follow from others, so that the log need not tell of them."""
        for record in records:
            self._new[type(record)].append(record)

    def set(self, record: Correctable, values: Values) -> None:
        """Set the fields of a new record, or those of a stored one that no officer corrected."""
        if record.pk is None:
            for name, value in values.items():
                setattr(record, name, value)
            if id(record) not in self._waiting:
                self.add(record)
            return
        self.kept += [name for name in record.corrected if name in values]
        before = {name: getattr(record, name) for name in values}
        if changed := record.set_uncorrected(values):
            self.write_new()  # What it points to may be new.
            record.save(update_fields=changed)
            self._altered(record, before, changed)

    def set_list(self, item: AgendaItem, relation: str, rows: list[Values]) -> list[models.Model]:
        """Make a list of an item's parts equal to `rows`, in order, and give the records.

        An empty list is given back where an officer corrected it.
        """
        if relation in item.corrected:
            self.kept.append(relation)
            return []
        numbered = [{**row, "position": n} for n, row in enumerate(rows, start=1)]
        return self.align(item, relation, numbered)

    def align(self, owner: models.Model, relation: str, rows: list[Values]) -> list[models.Model]:
        """Make the related records equal to `rows`, in order.

        A record stays that of the same words, so that what officers said of it stays with them;
        what is left over is paired in order.
        """
        present = [] if owner.pk is None else list(getattr(owner, relation).all())
        kept = paired(present, rows)
        staying = {id(record) for record in kept}
        for record in present:
            if id(record) not in staying:
                self._remove(record)
        pairs = zip(kept, rows, strict=True)
        return [
            self._update(record, row) if record else self._create(owner, relation, row)
            for record, row in pairs
        ]

    def _create(self, owner: models.Model, relation: str, row: Values) -> models.Model:
        related = owner._meta.get_field(relation)
        record = related.related_model(**{related.field.name: owner}, **row)
        self.add(record)
        return record

    def _update(self, record: models.Model, row: Values) -> models.Model:
        changed = {name: value for name, value in row.items() if getattr(record, name) != value}
        if changed:
            before = {name: getattr(record, name) for name in changed}
            for name, value in changed.items():
                setattr(record, name, value)
            record.save(update_fields=list(changed))
            self._altered(record, before, changed)
        return record

    def _remove(self, record: models.Model) -> None:
        self.log.append(Change("removed", record))
        record.delete()

    def _altered(self, record: models.Model, before: Values, names: Iterable[str]) -> None:
        values = {name: (before[name], getattr(record, name)) for name in names}
        self.log.append(Change("altered", record, values))

    def assign(self, record: models.Model, **values: object) -> None:
        """Set fields of a record, new or stored."""
        before = {name: getattr(record, name) for name in values}
        for name, value in values.items():
            setattr(record, name, value)
        if record.pk is not None:
            record.save()
            self._altered(record, before, values)

    def align_by_content(self, owner: models.Model, relation: str, rows: list[Values]) -> None:
        """Keep the related records that equal a row, whatever else they hold; replace the rest."""
        present = [] if owner.pk is None else list(getattr(owner, relation).all())
        missing = list(rows)
        for record in present:
            row = next((r for r in missing if _equals(record, r)), None)
            if row is None:
                self._remove(record)
            else:
                missing.remove(row)
        for row in missing:
            self._create(owner, relation, row)

    def relate(self, action: Action, relation: str, records: list[models.Model]) -> None:
        """Make a many-to-many relation of an action equal to these records."""
        if action.pk is None:
            self._links.append((action, relation, records))
            return
        present = list(getattr(action, relation).all())
        if set(present) != set(records):
            getattr(action, relation).set(records)
            self.log.append(Change("altered", action, {relation: (present, records)}))

    def write_new(self) -> None:
        """Write the new records and their links."""
        copying.create({model: self._new.pop(model, []) for model in WRITING_ORDER})
        copying.create(dict(map(self._new_links, ("owners", "resolutions"))))
        self._links.clear()
        self._waiting.clear()

    def _new_links(self, relation: str) -> tuple[type[models.Model], list[models.Model]]:
        """The rows that link new actions to others, and their model."""
        field = Action._meta.get_field(relation)
        through = getattr(Action, relation).through
        names = (field.m2m_field_name(), field.m2m_reverse_field_name())
        return through, [
            through(**dict(zip(names, (action, record), strict=True)))
            for action, linked, records in self._links
            if linked == relation
            for record in dict.fromkeys(records)
        ]


def paired(present: Sequence[models.Model], rows: Sequence[Values]) -> list[models.Model | None]:
    """For each row the record of the same words, otherwise the next of those left over."""
    left = list(present)
    found: list[models.Model | None] = []
    for row in rows:
        words = {name: value for name, value in row.items() if name not in PLACES}
        same = next((place for place, record in enumerate(left) if _equals(record, words)), None)
        found.append(None if same is None else left.pop(same))
    rest = iter(left)
    return [record or next(rest, None) for record in found]


def _equals(record: models.Model, row: Values) -> bool:
    return all(getattr(record, name) == value for name, value in row.items())
