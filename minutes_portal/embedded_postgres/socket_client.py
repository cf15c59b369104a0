"""Speaks to a server by its socket."""

from dataclasses import dataclass
from pathlib import Path

import psycopg2
from psycopg2 import sql

SUPERUSER = "portal"
PORT = "5432"


@dataclass(frozen=True)
class SocketClient:
    socket_directory: Path

    @property
    def address(self) -> dict[str, str]:
        return {"host": str(self.socket_directory), "port": PORT, "user": SUPERUSER}

    @property
    def lock_file(self) -> Path:
        return self.socket_directory / f".s.PGSQL.{PORT}.lock"

    def connect(self) -> psycopg2.extensions.connection:
        return psycopg2.connect(dbname="postgres", connect_timeout=5, **self.address)

    def answers(self) -> bool:
        try:
            self.connect().close()
        except psycopg2.OperationalError as error:
            # A server with no connection left to give is running all the same.
            return "too many clients" in str(error) or "connection slots" in str(error)
        return True

    def create_database(self, name: str) -> None:
        connection = self.connect()
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not cursor.fetchone():
                cursor.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        connection.close()
