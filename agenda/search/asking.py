"""Asks the database, by the door that the page came through."""

import json
from typing import Any

from agenda.search.query import ENTRIES, SHARES, Sql, matches, share_lexeme
from minutes_portal.public_door.doors import connection_in_use
from minutes_portal.public_door.lasting_plans import lasting_plans

COUNTED_TO = 1_000
ONE_SHARE = matches(f"'{share_lexeme(0)}'")
# Where one share of a hundred has three times its part of those, there are as many in all.
SURELY_MANY = 3 * COUNTED_TO // SHARES
# The planner takes no account of long texts stored beside the table, and would read them all: told
# that comparing costs twenty times as much, it has the index find the words instead.
SETTINGS = (
    "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = on; "
    "SET LOCAL jit = off; SET LOCAL work_mem = '32MB'; SET LOCAL cpu_operator_cost = 0.05; "
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
    counts, values = [], []
    for where in wheres:
        share = where & ONE_SHARE
        counts.append(
            f"CASE WHEN (SELECT count(*) FROM {ENTRIES} e WHERE {share.text}) >= {SURELY_MANY} "
            f"THEN {COUNTED_TO} ELSE (SELECT count(*) FROM ("
            f"SELECT FROM {ENTRIES} e WHERE {where.text} LIMIT {COUNTED_TO}) c) END"
        )
        values += [*share.values, *where.values]
    return list(run(f"SELECT {', '.join(counts)}", tuple(values))[0])


def exists(where: Sql) -> bool:
    """Whether any entry meets a condition; of what many do one share is likely to tell."""
    return any(
        run(f"SELECT 1 FROM {ENTRIES} e WHERE {each.text} LIMIT 1", each.values)
        for each in (where & ONE_SHARE, where)
    )
