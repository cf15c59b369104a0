"""Going back to an earlier version of a record."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import Model

from committees.versions import related_of, stored_or_none

GONE = "What it pointed to then is no longer stored."


def revert(record: Model, row: Model, names: Iterable[str]) -> list[str]:
    """Give these fields the values of a version, and name those that were otherwise.

    Raises ValidationError where the rules of the council forbid the record that would come of it.
    """
    fields = [record._meta.get_field(name) for name in names]
    single = [f for f in fields if not f.many_to_many]
    changed = [f for f in single if getattr(record, f.attname) != getattr(row, f.attname)]
    for field in changed:
        if field.is_relation and getattr(row, field.attname) and not stored_or_none(row, field):
            raise ValidationError(GONE)
        setattr(record, field.attname, getattr(row, field.attname))
    record._change_reason = f"Back to the version of {row.history_date:%-d %B %Y, %H:%M}."
    record.full_clean(exclude=[f.name for f in record._meta.fields if not f.editable])
    record.save()
    return [f.name for f in changed] + relate(record, row, [f for f in fields if f.many_to_many])


def relate(record: Model, row: Model, fields: Iterable) -> list[str]:
    """Point to the same records as a version did, and name the relations that differed."""
    changed = []
    for field in fields:
        related = related_of(row, field)
        if set(getattr(record, field.name).all()) != set(related):
            getattr(record, field.name).set(related)
            changed.append(field.name)
    return changed


def bring_back(row: Model) -> Model:
    """Store a removed record again, at its place or, where that is taken, at the end."""
    record = row.instance
    for field in record._meta.fields:
        if field.is_relation and getattr(row, field.attname) and not stored_or_none(row, field):
            raise ValidationError(GONE)
    if hasattr(record, "position"):
        siblings = type(record)._base_manager.filter(item=record.item)
        if siblings.filter(position=record.position).exists():
            record.position = None
    # With the record went its relations; the version before still knows them.
    before = type(record).history.filter(id=row.id).exclude(history_type="-").first()
    record._change_reason = "Brought back."
    record.save(force_insert=True)
    relate(record, before or row, type(row)._history_m2m_fields)
    return record
