"""Queries that are put into SQL once a process.

Django writes the SQL of a query set anew each time it is read, which takes longer than the database
takes to answer where a page asks the same of whatever record it shows.
"""

from collections.abc import Callable, Iterator
from copy import copy
from datetime import date
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler

from minutes_portal.public_door.doors import current_door

# What stands in the query for each value while it is written, in two versions.
STAND_INS = {
    int: (lambda place: 700_000 + place, lambda place: 800_000 + place),
    date: (
        lambda place: date.fromordinal(700_000 + place),
        lambda place: date.fromordinal(730_000 + place),
    ),
}


class Written(NamedTuple):
    """A query as SQL; `places` tells which of its parameters are given anew each time."""

    compiler: SQLCompiler
    sql: str
    parameters: tuple
    places: dict[int, int]

    def filled(self, values: tuple) -> tuple:
        given = list(self.parameters)
        for place, value in self.places.items():
            given[place] = values[value]
        return tuple(given)


class LastingQuery:
    """A query set that depends on nothing but the values it is called with.

    `ask` makes it from values of these kinds, `int` or `date`, which must reach the database as
    they are. Whatever else it holds stays as it was when the query was first asked: the day is a
    value, too. It may select related records, and prefetches none.
    """

    def __init__(self, ask: Callable[..., QuerySet], *kinds: type) -> None:
        self.ask, self.kinds = ask, kinds
        self.by_door: dict[str, Written] = {}

    def __call__(self, *values: Any) -> list[Model]:
        """The records, in order, read by the door in use."""
        return list(self._read(current_door(), values))

    def _read(self, door: str, values: tuple) -> Iterator[Model]:
        written = self.by_door.get(door) or self.by_door.setdefault(door, self._write(door))
        compiler = copy(written.compiler)
        compiler.connection = connections[door]
        compiler.as_sql = lambda: (written.sql, written.filled(values))
        query = SimpleNamespace(get_compiler=lambda using: compiler)
        asked = SimpleNamespace(db=door, query=query, _known_related_objects={})
        return iter(ModelIterable(asked))

    def _write(self, door: str) -> Written:
        compiler, sql, parameters = self._compiled(door, 0)
        _, other_sql, others = self._compiled(door, 1)
        stand_ins = self._stand_ins(0)
        pairs = enumerate(zip(parameters, others, strict=True))
        places = {n: stand_ins.index(one) for n, (one, other) in pairs if one != other}
        if sql != other_sql or {*places.values()} != {*range(len(self.kinds))}:
            raise TypeError(f"The values of this query are more than its parameters: {sql}")
        return Written(compiler, sql, parameters, places)

    def _compiled(self, door: str, version: int) -> tuple[SQLCompiler, str, tuple]:
        asked = self.ask(*self._stand_ins(version))
        compiler = asked.using(door).query.get_compiler(door)
        sql, parameters = compiler.as_sql()
        return compiler, sql, tuple(parameters)

    def _stand_ins(self, version: int) -> list[Any]:
        return [STAND_INS[kind][version](place) for place, kind in enumerate(self.kinds)]
