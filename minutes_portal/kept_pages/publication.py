"""One number that every change of what the public may see raises, in its own transaction.

A statement that changes a table notes it once a transaction; only when that transaction ends is
the number raised, so that two people at work wait for one another no longer than that takes.
Whoever reads a number reads with it all that was changed up to it, and nothing less.
"""

from collections.abc import Iterator

from django.db import InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from minutes_portal.public_door import ALIAS
from minutes_portal.public_door.lasting_plans import lasting_plans

TRIGGER = "raise_publication"
# Which tables have the trigger already.
LAID = f"""
SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
WHERE t.tgname = '{TRIGGER}' AND c.relnamespace = current_schema()::regnamespace
"""


def current_publication() -> int:
    """The number of the state that the public sees now.

    It is what each public page asks first, and so finds out as well whether the connection still
    stands; one that was cut off meanwhile is opened anew.
    """
    connection = connections[ALIAS]
    try:
        return number_seen_by(connection)
    except (InterfaceError, OperationalError):
        if connection.in_atomic_block:
            raise
        connection.close()
        return number_seen_by(connection)


def number_seen_by(connection: BaseDatabaseWrapper) -> int:
    with lasting_plans(), connection.cursor() as cursor:
        cursor.execute("SELECT number FROM agenda_publication", ())
        return cursor.fetchone()[0]


def triggers(cursor: CursorWrapper, tables: set[str]) -> Iterator[str]:
    """The statements by which each of these tables raises the number when it is changed."""
    cursor.execute(LAID)
    laid = {table for (table,) in cursor.fetchall()}
    for table in sorted(tables - laid):
        yield (
            f"CREATE TRIGGER {TRIGGER} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION note_publication()"
        )
