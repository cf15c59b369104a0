"""The role that public pages read as: made where it may be, or asked for in plain words."""

from django.core.management.base import CommandError
from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from minutes_portal.public_door import ROLE

# Two portals that start on one server at once may both find the role missing.
ATTEMPTS = 3


def ensure_role(connection: BaseDatabaseWrapper) -> None:
    """The role and its schema, with the application's account allowed to take the role on.

    Raises CommandError with what an administrator must run where this account may not.
    """
    for attempt in range(ATTEMPTS):
        if can_take_role(connection) or make_role(connection, last=attempt + 1 == ATTEMPTS):
            break
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [ROLE])
        if not cursor.fetchone():
            run(connection, f"CREATE SCHEMA {ROLE}")


def can_take_role(connection: BaseDatabaseWrapper) -> bool:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {ROLE}")
            cursor.execute("RESET ROLE")
    except DatabaseError:
        return False
    return True


def make_role(connection: BaseDatabaseWrapper, *, last: bool) -> bool:
    """True when it is made; where that failed for the last time, CommandError."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE])
        exists = cursor.fetchone()
    statements = [] if exists else [f"CREATE ROLE {ROLE} NOLOGIN"]
    statements.append(f"GRANT {ROLE} TO CURRENT_USER")
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    except DatabaseError as error:
        if last:
            raise CommandError(advice(connection, error)) from error
        return False
    return can_take_role(connection)


def run(connection: BaseDatabaseWrapper, statement: str) -> None:
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        raise CommandError(advice(connection, error)) from error


def advice(connection: BaseDatabaseWrapper, error: DatabaseError) -> str:
    """What to run, and as whom; the exact statements for this database and this account."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_user), quote_ident(current_database())")
        account, database = cursor.fetchone()
    reason = str(error).strip().split("\n")[0]
    return (
        f"The role {ROLE}, which public pages read the database as, cannot be made by the "
        f"account {account} ({reason}). An administrator of the database server must run this "
        f"once, in the database {database}; then start again:\n\n"
        f"    CREATE ROLE {ROLE} NOLOGIN;  -- unless it exists\n"
        f"    GRANT {ROLE} TO {account};\n"
        f"    CREATE SCHEMA IF NOT EXISTS {ROLE} AUTHORIZATION {account};\n"
    )
