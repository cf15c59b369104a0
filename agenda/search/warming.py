"""Reads what searching needs into memory, so that the first reader after a restart need not wait."""

from collections.abc import Iterator

from django.db import connection, transaction

from agenda.search.query import ENTRIES

# A search for all that lacks a word nobody wrote reads the whole index of words.
INDEX = f"SELECT count(*) FROM {ENTRIES} WHERE words @@ '!''no such word'''::tsquery"
ROWS = f"SELECT count(*) FROM {ENTRIES} WHERE held_on IS NULL OR plain <> ''"
ORDERS = ("held_on DESC NULLS LAST, meeting_id DESC, position, item_id", "sort_title, item_id")
IN_ORDER = tuple(
    f"SELECT count(*) FROM (SELECT item_id FROM {ENTRIES} ORDER BY {o} OFFSET 0) o" for o in ORDERS
)
READS = {
    "The index of words": ("SET LOCAL enable_seqscan = off", INDEX),
    "Rows and texts": ("SET LOCAL enable_indexscan = off", ROWS),
    "The order by date": ("SET LOCAL enable_seqscan = off", IN_ORDER[0]),
    "The order by title": ("SET LOCAL enable_seqscan = off", IN_ORDER[1]),
}


def warm() -> Iterator[str]:
    """Read each part, naming it when it is done."""
    for name, (setting, statement) in READS.items():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{setting}; {statement}")
        yield name
