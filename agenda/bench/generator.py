"""Writes made-up records into an empty database."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from multiprocessing import get_context

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from agenda.bench import bodies
from agenda.bench.items import rows_of
from agenda.bench.maker import Maker
from agenda.bench.tables import COLUMNS
from agenda.bench.timetable import Timetable
from agenda.copying import copy, field, lines

ITEMS_A_BATCH = 500
Rests = dict[str, str]
Texts = dict[str, str]


class NotEmpty(Exception):
    """The database has records already; made-up ones are not put beside them."""


@transaction.atomic
def generate(
    items: int,
    seed: int,
    *,
    until: date,
    processes: int = 1,
    progress: Callable[[int], object] = lambda done: None,
) -> None:
    """Write `items` agenda items with everything that belongs to them, all of it or nothing.

    Texts are made in `processes` processes while others are stored; `progress` is told how many
    items were written each time. Raises `NotEmpty` where there are records.
    """
    if any(model_of(table).objects.exists() for table in COLUMNS if "_action_" not in table):
        raise NotEmpty("Made-up records go into an empty database alone.")
    maker = Maker(Timetable(items, until), seed)
    rests = {table: _rest(table) for table in COLUMNS}
    with connection.cursor() as cursor:
        # Checked with each batch, and not remembered for all rows until the end.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, rows in _first(maker):
            copy(cursor, table, columns_of(table), lines(rows, rests[table]))
        for count, texts in _texts(maker, rests, processes):
            for table in COLUMNS:
                if texts.get(table):
                    copy(cursor, table, columns_of(table), texts[table])
            progress(count)
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)


def model_of(table: str) -> type[models.Model]:
    return next(model for model in _all_models() if model._meta.db_table == table)


def _all_models() -> Iterable[type[models.Model]]:
    return apps.get_models(include_auto_created=True)


def _models() -> list[type[models.Model]]:
    return [model_of(table) for table in COLUMNS]


def _first(maker: Maker) -> Iterator[tuple[str, Iterable[tuple]]]:
    yield "committees_committee", bodies.committee_rows(maker.timetable)
    yield "committees_meeting", bodies.meeting_rows(maker)
    yield "agenda_post", bodies.post_rows(maker)
    yield "agenda_matter", bodies.matter_rows(maker)


def _texts(maker: Maker, rests: Rests, processes: int) -> Iterator[tuple[int, Texts]]:
    """For each batch of items their number, and the lines of each table."""
    total = maker.timetable.items
    starts = range(0, total, ITEMS_A_BATCH)
    ranges = [range(start, min(start + ITEMS_A_BATCH, total)) for start in starts]
    make = partial(text_of, maker, rests)
    with _mapping(processes) as mapped:
        for numbers, texts in zip(ranges, mapped(make, ranges), strict=True):
            yield len(numbers), texts


@contextmanager
def _mapping(processes: int) -> Iterator[Callable]:
    """`map`, or the same spread over processes that know nothing of the database."""
    if processes == 1:
        yield map
        return
    with get_context("spawn").Pool(processes) as pool:
        yield pool.imap


def text_of(maker: Maker, rests: Rests, numbers: range) -> Texts:
    return {table: lines(rows, rests[table]) for table, rows in rows_of(maker, numbers).items()}


def _others(table: str) -> list[models.Field]:
    """The columns of a table that are not given."""
    fields = model_of(table)._meta.concrete_fields
    return [each for each in fields if each.column not in COLUMNS[table]]


def _rest(table: str) -> str:
    """What stands at the end of each line: the defaults of the columns that are not given."""
    values = (each.get_default() for each in _others(table))
    return "".join(f"\t{field(value)}" for value in values)


def columns_of(table: str) -> list[str]:
    return [*COLUMNS[table], *(each.column for each in _others(table))]
