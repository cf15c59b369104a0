"""Writes many new rows at once by COPY, which takes a fraction of what INSERT does."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.db import connection, models

NEXT = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"


def create(model: type[models.Model], records: Sequence[models.Model]) -> None:
    """Store new records of one model, as `bulk_create` does, and number them.

    What they point to must be stored; a database's own defaults are not looked at.
    """
    if not records:
        return
    columns = model._meta.local_concrete_fields
    table, key = model._meta.db_table, model._meta.pk
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [table, key.column, len(records)])
        for record, (number,) in zip(records, cursor.fetchall(), strict=True):
            record.pk = number
        rows = ([value_of(record, column) for column in columns] for record in records)
        copy(cursor, table, [column.column for column in columns], lines(rows))
    for record in records:
        record._state.adding, record._state.db = False, connection.alias


def value_of(record: models.Model, column: models.Field) -> Any:
    """What is to be stored; of a record that was numbered after this one pointed to it, its number."""
    if column.is_relation and column.is_cached(record):
        related = column.get_cached_value(record)
        setattr(record, column.attname, related and related.pk)
    return column.pre_save(record, True)


def copy(cursor: Any, table: str, columns: Iterable[str], text: str) -> None:
    """Write lines made by `lines` into these columns of a table."""
    names = ", ".join(f'"{column}"' for column in columns)
    cursor.copy_expert(f'COPY "{table}" ({names}) FROM STDIN', StringIO(text))


def lines(rows: Iterable[Iterable[Any]], rest: str = "") -> str:
    """Rows as COPY takes them; `rest` is what stands at the end of each."""
    return "".join("\t".join(map(field, row)) + rest + "\n" for row in rows)


def field(value: Any) -> str:
    match value:
        case str():
            return escaped(value)
        case None:
            return r"\N"
        case bool():
            return "t" if value else "f"
        case list():
            return escaped(array(value))
        case dict():
            return escaped(json.dumps(value))
        case date() | datetime():
            return value.isoformat()
    return str(value)


def array(values: list[str]) -> str:
    quoted = (value.replace("\\", "\\\\").replace('"', '\\"') for value in values)
    return "{" + ",".join(f'"{value}"' for value in quoted) + "}"


def escaped(text: str) -> str:
    """As COPY reads it; replacing is many times quicker than translating."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return text.replace("\t", "\\t").replace("\r", "\\r")
