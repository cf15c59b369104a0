"""Writes the rules into the database, and takes them out while the tables are being changed."""

import hashlib
from collections.abc import Iterator

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from minutes_portal.kept_pages.publication import triggers
from minutes_portal.public_door import ROLE
from minutes_portal.public_door.role import ensure_role
from minutes_portal.public_door.rules import PUBLIC, Part, Rows, View

# Each table of the portal, whether the role may read it, and the mark of the policy laid on it.
TABLES = f"""
SELECT c.relname, has_table_privilege('{ROLE}', c.oid, 'SELECT, INSERT, UPDATE, DELETE'),
    CASE WHEN c.relrowsecurity THEN obj_description(p.oid, 'pg_policy') END,
    ARRAY(SELECT attname FROM pg_attribute
          WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped ORDER BY attnum)
FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid AND p.polname = '{ROLE}'
WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
"""
VIEWS = f"""
SELECT relname, obj_description(oid, 'pg_class') FROM pg_class
WHERE relnamespace = '{ROLE}'::regnamespace AND has_table_privilege('{ROLE}', oid, 'SELECT')
"""
POLICIES = f"""
SELECT p.polrelid::regclass::text FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
WHERE p.polname = '{ROLE}' AND c.relnamespace = current_schema()::regnamespace
"""


def before_migrating(using: str, plan: list, **_: object) -> None:
    """Shut the door while tables change, since neither could go on with the other."""
    ensure_role(connections[using])
    if plan:
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            shut(cursor)


def after_migrating(using: str, **_: object) -> None:
    ensure_role(connections[using])
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        for statement in missing(cursor):
            cursor.execute(statement)


def shut(cursor: CursorWrapper) -> None:
    """Leave the public nothing to read, and nothing that depends on a column of a table."""
    cursor.execute(POLICIES)
    for (table,) in cursor.fetchall():
        cursor.execute(f"DROP POLICY {ROLE} ON {table}")
    cursor.execute(
        f"DROP SCHEMA {ROLE} CASCADE; CREATE SCHEMA {ROLE}; "
        f"SELECT format('REVOKE ALL ON ALL TABLES IN SCHEMA %I FROM {ROLE}', current_schema())"
    )
    cursor.execute(cursor.fetchone()[0])


def missing(cursor: CursorWrapper) -> Iterator[str]:
    """The statements that bring the database to the rules; none where it keeps them already."""
    yield f"GRANT USAGE ON SCHEMA {ROLE} TO {ROLE}"
    cursor.execute(TABLES)
    tables = cursor.fetchall()
    if migrated_halfway({table for table, *_ in tables}):
        return
    cursor.execute(VIEWS)
    views = dict(cursor.fetchall())
    for table, readable, mark, columns in tables:
        rule = PUBLIC.get(table)
        if not isinstance(rule, Rows):
            yield from lock(table) if readable else ()
        elif not readable or mark != mark_of(rule.condition):
            yield from policy(table, rule.condition)
        if isinstance(rule, Part):
            query = f"SELECT {', '.join(map(quoted, columns))} FROM {table} WHERE {rule.condition}"
            yield from view(table, query, views)
    for name, rule in PUBLIC.items():
        if isinstance(rule, View):
            yield from view(name, rule.query, views)
    yield from triggers(cursor, raising({table for table, *_ in tables}))


def raising(tables: set[str]) -> set[str]:
    """The tables whose changes the public may see, by themselves or through a view."""
    return {t for t in tables if t in PUBLIC or t == "agenda_exempttext"} - {"agenda_publication"}


def migrated_halfway(tables: set[str]) -> bool:
    """Some of the tables are yet to come: the door stays shut until they are there."""
    needed = {name for name, rule in PUBLIC.items() if isinstance(rule, Rows)}
    return not (needed | {"agenda_exempttext"}) <= tables


def lock(table: str) -> Iterator[str]:
    yield f"REVOKE ALL ON {table} FROM {ROLE}"
    yield f"REVOKE ALL ON {table} FROM PUBLIC"


def policy(table: str, condition: str) -> Iterator[str]:
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS {ROLE} ON {table}"
    yield f"CREATE POLICY {ROLE} ON {table} FOR SELECT TO {ROLE} USING ({condition})"
    yield f"COMMENT ON POLICY {ROLE} ON {table} IS '{mark_of(condition)}'"
    yield f"REVOKE ALL ON {table} FROM {ROLE}"
    yield f"GRANT SELECT ON {table} TO {ROLE}"


def view(name: str, query: str, present: dict[str, str]) -> Iterator[str]:
    if present.get(name) == mark_of(query):
        return
    yield f"DROP VIEW IF EXISTS {ROLE}.{name}"
    yield f"CREATE VIEW {ROLE}.{name} AS {query}"
    yield f"COMMENT ON VIEW {ROLE}.{name} IS '{mark_of(query)}'"
    yield f"GRANT SELECT ON {ROLE}.{name} TO {ROLE}"


def mark_of(sql: str) -> str:
    """Tells whether what is laid is what the rules say now."""
    return hashlib.sha256(sql.encode()).hexdigest()[:16]


def quoted(name: str) -> str:
    return f'"{name}"'
