"""Statements planned once for a connection give what they give when planned anew."""

from collections.abc import Iterator
from datetime import date

import psycopg2
import pytest
from django.db import connections

from minutes_portal.public_door.lasting_plans import (
    MOST_PLANS,
    PlanningConnection,
    PlanningCursor,
    lasting_plans,
)

pytestmark = pytest.mark.django_db
PLANS = "SELECT count(*) FROM pg_prepared_statements"


@pytest.fixture
def cursor() -> Iterator[PlanningCursor]:
    """Of a connection of its own, outside any transaction."""
    made_of = {"connection_factory": PlanningConnection, "cursor_factory": PlanningCursor}
    connection = psycopg2.connect(**connections["default"].get_connection_params() | made_of)
    connection.autocommit = True
    with connection.cursor() as cursor:
        yield cursor
    connection.close()


def asked(cursor: PlanningCursor, statement: str, values: object = None) -> object:
    cursor.execute(statement, values)
    return cursor.fetchone()[0]


def test_planned_once_however_often_it_is_asked(cursor) -> None:
    with lasting_plans():
        found = [asked(cursor, "SELECT %s + 1", (n,)) for n in (1, 2, 3)]
    assert found == [2, 3, 4]
    assert asked(cursor, PLANS) == 1


def test_outside_nothing_is_planned_ahead(cursor) -> None:
    assert asked(cursor, "SELECT %s + 1", (1,)) == 2
    assert asked(cursor, PLANS) == 0


def test_what_stands_in_a_transaction_is_not_planned_ahead(cursor) -> None:
    cursor.connection.autocommit = False
    with lasting_plans():
        assert asked(cursor, "SELECT %s + 1", (1,)) == 2
    assert asked(cursor, PLANS) == 0


VALUES = [1, 2**40, "a", "it's", True, None, date(2026, 3, 1), [1, 2], ["a", "b"], [], 1.5, (1, 2)]


@pytest.mark.parametrize("value", VALUES)
def test_each_kind_of_value_comes_back_as_it_would_without(cursor, value) -> None:
    statement = "SELECT %s" if not isinstance(value, tuple) else "SELECT 1 IN %s"
    anew = asked(cursor, statement, (value,))
    with lasting_plans():
        again = [asked(cursor, statement, (value,)) for _ in range(2)]
    assert again == [anew, anew]


def test_named_values_and_per_cent_signs_stay_what_they_are(cursor) -> None:
    with lasting_plans():
        found = asked(cursor, "SELECT %(b)s || '%%' || %(a)s || %(b)s", {"a": "x", "b": "y"})
    assert found == "y%xy"


def test_a_statement_that_cannot_be_planned_ahead_is_asked_as_it_is(cursor) -> None:
    with lasting_plans():
        assert asked(cursor, "SHOW statement_timeout", ()) is not None


def test_tables_may_change_and_plans_be_thrown_away(cursor) -> None:
    cursor.execute("CREATE TEMP TABLE kept AS SELECT 1 AS a")
    with lasting_plans():
        assert asked(cursor, "SELECT * FROM kept WHERE a = %s", (1,)) == 1
        cursor.execute("ALTER TABLE kept ADD b int")
        assert asked(cursor, "SELECT * FROM kept WHERE a = %s", (1,)) == 1
        assert asked(cursor, "SELECT a FROM kept WHERE a = %s", (1,)) == 1
        cursor.execute("DEALLOCATE ALL")
        assert asked(cursor, "SELECT a FROM kept WHERE a = %s", (1,)) == 1


def test_a_connection_keeps_so_many_plans_and_no_more(cursor) -> None:
    with lasting_plans():
        for number in range(MOST_PLANS + 5):
            assert asked(cursor, f"SELECT %s + {number}", (1,)) == 1 + number
    assert asked(cursor, PLANS) == MOST_PLANS
