"""The database backend that test_settings.py names for the alias `public`."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg2.extensions import TRANSACTION_STATUS_INERROR

from minutes_portal.public_door import ROLE

Backend = import_module(f"{settings.DATABASES[DEFAULT_DB_ALIAS]['ENGINE']}.base").DatabaseWrapper


class DatabaseWrapper(Backend):
    is_lent = False

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.execute_wrappers.append(self.as_the_public)
        # Whoever counts the queries of a test counts those of both doors.
        self.queries_log = self.lender.queries_log

    @property
    def lender(self) -> Any:
        return connections[DEFAULT_DB_ALIAS]

    @property
    def force_debug_cursor(self) -> bool:
        return self.lender.force_debug_cursor

    @force_debug_cursor.setter
    def force_debug_cursor(self, _value: bool) -> None:
        pass

    def ensure_connection(self) -> None:
        """A connection that was lent goes back when its transaction ends."""
        if self.connection is not None and self.is_lent != self.lender.in_atomic_block:
            self.close()
        super().ensure_connection()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.is_lent = self.lender.in_atomic_block
        if self.is_lent:
            return self.lender.connection
        return super().get_new_connection(conn_params)

    def _set_autocommit(self, autocommit: bool) -> None:
        if not self.is_lent:
            super()._set_autocommit(autocommit)

    def set_autocommit(self, autocommit: bool, **kwargs: Any) -> None:
        # The lender's transaction is open already.
        super().set_autocommit(autocommit and not self.is_lent, **kwargs)

    def init_connection_state(self) -> None:
        if not self.is_lent:
            super().init_connection_state()

    def _close(self) -> None:
        if not self.is_lent:
            super()._close()

    def as_the_public(self, execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        # Going back to a savepoint would bring back the role it was made with.
        if not self.is_lent or sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
            return execute(sql, *arguments)
        with self.connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL ROLE {ROLE}; SET LOCAL search_path = {ROLE}, public")
            try:
                return execute(sql, *arguments)
            finally:
                # A failed query leaves a transaction that only going back can mend.
                if self.connection.info.transaction_status != TRANSACTION_STATUS_INERROR:
                    cursor.execute("RESET ROLE; SET LOCAL search_path TO DEFAULT")
