"""Statements that the database plans once for each connection.

Most of the time of a public page went into planning: each query carries the conditions of what
the public may see. Where a page asks the same of whatever record it shows, one plan serves all.
Lists are planned anew each time, since what is quickest depends on what they are narrowed to.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any

from psycopg2 import NotSupportedError
from psycopg2.errors import InvalidSqlStatementName
from psycopg2.extensions import connection, cursor

# A plan takes some tens of kilobytes of the database's memory.
MOST_PLANS = 200
SMALL = range(-(2**31), 2**31)

_lasting: ContextVar[bool] = ContextVar("lasting", default=False)


@contextmanager
def lasting_plans() -> Iterator[None]:
    """What is asked inside by the public door, outside a transaction, is planned once."""
    token = _lasting.set(True)
    try:
        yield
    finally:
        _lasting.reset(token)


class PlanningConnection(connection):
    """A connection that knows which statements it has had planned, and under which names."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # The name of each; None where the database would not plan it ahead.
        self.plans: dict[tuple[str, tuple[str, ...]], str | None] = {}


class PlanningCursor(cursor):
    def execute(self, statement: str, values: Any = None) -> None:
        name = self.plan_of(statement, values) if _lasting.get() else None
        if name is None:
            return super().execute(statement, values)
        given = list(values.values()) if isinstance(values, dict) else values
        places = f"({', '.join(['%s'] * len(given))})" if given else ""
        try:
            return super().execute(f"EXECUTE {name}{places}", given)
        except (NotSupportedError, InvalidSqlStatementName):
            # The tables were changed under the plan, or the plans were thrown away.
            self.connection.plans[statement, types_of(values)] = None
            return super().execute(statement, values)

    def plan_of(self, statement: str, values: Any) -> str | None:
        """The name of its plan, made now where it is asked for the first time."""
        # A statement that could not be planned would undo the transaction it stands in.
        if values is None or not self.connection.autocommit:
            return None
        types = types_of(values)
        if types is None:
            return None
        plans, key = self.connection.plans, (statement, types)
        if key not in plans and len(plans) < MOST_PLANS:
            plans[key] = self.planned(f"plan_{len(plans)}", statement, values, types)
        return plans.get(key)

    def planned(self, name: str, statement: str, values: Any, types: tuple[str, ...]) -> str | None:
        numbers = [f"${number}" for number in range(1, len(types) + 1)]
        places = (
            dict(zip(values, numbers, strict=True)) if isinstance(values, dict) else tuple(numbers)
        )
        listed = f"({', '.join(types)})" if types else ""
        try:
            super().execute(f"PREPARE {name}{listed} AS {statement % places}")
        except self.connection.ProgrammingError:
            return None
        return name


def types_of(values: Any) -> tuple[str, ...] | None:
    """The type in which each value would stand in the statement; None where one has no such."""
    given = values.values() if isinstance(values, dict) else values
    types = [type_of(value) for value in given]
    return None if None in types else tuple(types)


def type_of(value: Any) -> str | None:
    match value:
        case bool():
            return "boolean"
        case str():
            return "unknown"
        case datetime():
            return "timestamptz"
        case date():
            return "date"
        case int():
            return "integer" if value in SMALL else "bigint"
        case list() if value and all(type(each) is int for each in value):
            return "bigint[]"
        case list() if value and all(type(each) is str for each in value):
            return "text[]"
    return None
