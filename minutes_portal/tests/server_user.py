"""Another process that uses an embedded server, for the tests of the launcher."""

import subprocess
import sys
from pathlib import Path

import psycopg2

from minutes_portal.embedded_postgres import postmaster
from minutes_portal.embedded_postgres.server import DATABASE, Server

PROJECT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys
from pathlib import Path
from minutes_portal.embedded_postgres.server import server_in
server_in(Path(sys.argv[1])).ensure()
print("ready", flush=True)
sys.stdin.read()
"""


class ServerUser:
    def __init__(self, directory: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(directory)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def wait_until_ready(self) -> "ServerUser":
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"
        return self

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def leave(self) -> None:
        self.process.communicate()


def query(server: Server, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(dbname=DATABASE, **server.client.address)
    with connection, connection.cursor() as cursor:
        cursor.execute(statement)
        rows = cursor.fetchall() if cursor.description else []
    connection.close()
    return rows


def pid_of(server: Server) -> int | None:
    for major in server.place.majors:
        pid = postmaster.running_pid(server.place.data_directory(major))
        if pid:
            return pid
    return None
