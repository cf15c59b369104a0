"""The launcher, tried on real servers."""

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_portal.embedded_postgres.account import Account
from minutes_portal.embedded_postgres.binaries import find_binaries
from minutes_portal.embedded_postgres.errors import EmbeddedPostgresError
from minutes_portal.embedded_postgres.place import Place
from minutes_portal.embedded_postgres.server import Server
from minutes_portal.tests.server_user import ServerUser, pid_of, query

NewServer = Callable[..., Server]


def test_killed_server_loses_nothing(server: Server) -> None:
    query(server, "CREATE TABLE kept AS SELECT 42 AS answer")
    os.kill(pid_of(server), signal.SIGKILL)
    server.ensure()
    assert query(server, "SELECT answer FROM kept") == [(42,)]


def test_real_data_are_written_durably(server: Server) -> None:
    names = ("fsync", "full_page_writes", "synchronous_commit")
    assert [query(server, f"SHOW {name}") for name in names] == [[("on",)]] * 3


def test_text_sorts_the_same_on_every_machine(server: Server) -> None:
    encoding = "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database"
    assert set(query(server, encoding)) == {("UTF8", "C.UTF-8")}


def test_server_is_reached_by_its_socket_alone(server: Server) -> None:
    assert query(server, "SHOW listen_addresses") == [("",)]
    assert server.place.socket_directory.stat().st_mode & 0o777 == 0o700


def test_variables_of_postgresql_move_nothing(
    new_server: NewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "5499")
    monkeypatch.setenv("PGDATA", "/nonexistent")
    server = new_server(durable=False)
    server.ensure()
    assert query(server, "SHOW port") == [("5432",)]


def test_killed_user_leaves_the_server_to_the_next(server: Server) -> None:
    other = ServerUser(server.place.directory).wait_until_ready()
    server.release()
    other.kill()
    assert pid_of(server)
    server.ensure()
    server.release()
    assert pid_of(server) is None


def test_last_user_stops_the_server(server: Server) -> None:
    other = ServerUser(server.place.directory).wait_until_ready()
    server.release()
    assert pid_of(server)
    other.leave()
    assert pid_of(server) is None


def test_forked_child_stops_nothing(server: Server) -> None:
    child = os.fork()
    if child == 0:
        server.release()
        os._exit(0)
    os.waitpid(child, 0)
    assert server.client.answers()


def test_processes_starting_at_once_share_one_server(new_server: NewServer) -> None:
    server = new_server()
    users = [ServerUser(server.place.directory) for _ in range(6)]
    assert all(user.wait_until_ready() for user in users)
    started = server.place.log.read_text().count("starting PostgreSQL")
    for user in users:
        user.leave()
    assert started == 1
    assert pid_of(server) is None


def test_lock_files_naming_another_process_are_removed(server: Server) -> None:
    server.release()
    stranger = subprocess.Popen(["sleep", "60"])
    (data_directory,) = server.place.directory.glob("pg??")
    for file in (data_directory / "postmaster.pid", server.client.lock_file):
        file.write_text(f"{stranger.pid}\n{data_directory}\n1700000000\n5432\n\n\n")
    try:
        server.ensure()
        assert query(server, "SELECT 1") == [(1,)]
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


@pytest.mark.parametrize(
    "name", ["a space and an é", "with, comma", "$HOME 'quoted\"", "long" * 40]
)
def test_path_may_be_awkward(new_server: NewServer, name: str) -> None:
    server = new_server(name, durable=False)
    server.ensure()
    assert query(server, "SELECT 1") == [(1,)]


def test_half_made_database_is_made_anew(new_server: NewServer) -> None:
    server = new_server(durable=False)
    major = find_binaries().major
    for name in (f"pg{major}.new", f"pg{major}"):
        (server.place.directory / name / "base").mkdir(parents=True)
    server.ensure()
    assert query(server, "SELECT 1") == [(1,)]
    assert not list(server.place.directory.glob("*.new"))


def test_data_of_another_version_are_not_passed_over(new_server: NewServer) -> None:
    server = new_server()
    old = server.place.directory / "pg9"
    old.mkdir(parents=True)
    (old / "PG_VERSION").write_text("9\n")
    with pytest.raises(EmbeddedPostgresError, match="pg9 were written by PostgreSQL 9, but"):
        server.ensure()


def test_missing_programs_are_named(new_server: NewServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_PORTAL_PG_BIN", "/nonexistent")
    with pytest.raises(EmbeddedPostgresError, match="MINUTES_PORTAL_PG_BIN names /nonexistent"):
        new_server().ensure()


def test_server_that_cannot_start_names_its_log(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.release()
    (data_directory,) = server.place.directory.glob("pg??")
    (data_directory / "postgresql.conf").write_text("no such setting\n")
    monkeypatch.setattr("minutes_portal.embedded_postgres.launch.RETRY_SECONDS", 0.5)
    with pytest.raises(EmbeddedPostgresError, match="postgres.log says why"):
        server.ensure()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a server for somebody else")
def test_root_keeps_the_data_where_the_server_can_reach_them(directory: Path) -> None:
    directory.chmod(0o700)
    server = Server(directory / "postgres", durable=False)
    try:
        server.ensure()
        assert server.place.directory.parent == Path("/var/lib/minutes-portal")
        assert directory.stat().st_mode & 0o777 == 0o700
        assert not list(directory.iterdir())
    finally:
        server.remove()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a server for somebody else")
def test_root_runs_the_server_as_the_owner_of_the_data(new_server: NewServer) -> None:
    nobody = pwd.getpwnam("nobody")
    first = new_server(durable=False)
    os.chown(first.place.directory, nobody.pw_uid, nobody.pw_gid)
    server = new_server(durable=False)
    server.ensure()
    assert {path.owner() for path in server.place.directory.rglob("*")} == {"nobody"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a server for somebody else")
def test_programs_out_of_reach_are_copied(
    new_server: NewServer, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("private_copy", "shared_directory"):
        name = f"minutes_portal.embedded_postgres.{module}.SHARED_DIRECTORY"
        monkeypatch.setattr(name, directory / "shared")
    monkeypatch.delenv("MINUTES_PORTAL_PG_BIN", raising=False)
    wheel = find_binaries().directory.parent.parent
    private = directory / "private"
    private.mkdir(mode=0o700)
    for package in (wheel, wheel.with_name(f"{wheel.name}.libs")):
        shutil.copytree(package, private / package.name)
    monkeypatch.setenv("MINUTES_PORTAL_PG_BIN", str(private / wheel.name / "pginstall18/bin"))
    server = new_server(durable=False)
    server.ensure()
    assert query(server, "SELECT 1") == [(1,)]
    assert private.stat().st_mode & 0o777 == 0o700


def test_somebody_elses_directory_is_refused(directory: Path) -> None:
    server = Server(directory / "postgres")
    server.place.directory.mkdir(exist_ok=True)
    stranger = Account(54321, 54321, is_somebody_else=False)
    server.place = Place(server.place.directory, stranger)
    with pytest.raises(EmbeddedPostgresError, match="belongs to another account"):
        server.ensure()
