"""Asks the database, by the door that the page came through."""

import json
from typing import Any

from agenda.search.query import ENTRIES, Sql
from minutes_portal.public_door.doors import connection_in_use
from minutes_portal.public_door.lasting_plans import lasting_plans

COUNTED_TO = 1_000
# The planner takes no account of long texts stored beside the table, and would read them all.
SETTINGS = (
    "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = on; "
    "SET LOCAL jit = off; SET LOCAL work_mem = '32MB'; "
)


def run(statement: str, values: tuple | dict[str, Any] = ()) -> list[tuple]:
    """By the door that this page came through, in one round trip."""
    with connection_in_use().cursor() as cursor:
        cursor.execute(SETTINGS + statement, values)
        return cursor.fetchall()


def look_up(statement: str, values: tuple | dict[str, Any]) -> list[tuple]:
    """What is asked of items by their numbers, for which one plan serves all."""
    with lasting_plans(), connection_in_use().cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def estimate(where: Sql) -> int:
    """How many entries the planner expects to meet a condition."""
    rows = run(f"EXPLAIN (FORMAT JSON) SELECT FROM {ENTRIES} e WHERE {where.text}", where.values)
    plan = rows[0][0]
    return (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]["Plan Rows"]


def count_up_to_many(wheres: list[Sql]) -> list[int]:
    """How many entries meet each condition; no more than `COUNTED_TO` are counted."""
    counts = ", ".join(
        f"(SELECT count(*) FROM (SELECT FROM {ENTRIES} e WHERE {where.text} LIMIT {COUNTED_TO}) c)"
        for where in wheres
    )
    values = tuple(value for where in wheres for value in where.values)
    return list(run(f"SELECT {counts}", values)[0])
