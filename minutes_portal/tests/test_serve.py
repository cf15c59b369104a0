import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from minutes_portal.embedded_postgres.place import Place, find_place
from minutes_portal.embedded_postgres.postmaster import running_pid
from minutes_portal.environment import SettingError
from minutes_portal.listen_address import ListenAddress
from minutes_portal.tests.conftest import copy_data, open_directory
from minutes_portal.tests.portal_process import Portal, manage


@pytest.fixture(scope="module")
def begun() -> Iterator[tuple[Path, str]]:
    """What a portal keeps that was started once, and what it said."""
    with open_directory() as data:
        log = data / "serve.log"
        Portal(data, log).wait_until_ready().stop(signal.SIGINT)
        yield data, log.read_text()


@contextmanager
def started_again(data: Path) -> Iterator[Portal]:
    """A portal that was started before, as most starts are."""
    with open_directory() as directory:
        copy_data(data, directory)
        portal = Portal(directory, directory / "serve.log")
        try:
            yield portal.wait_until_ready()
        finally:
            if portal.process.poll() is None:
                portal.stop(signal.SIGTERM)


@pytest.fixture
def portal(begun: tuple[Path, str]) -> Iterator[Portal]:
    with started_again(begun[0]) as portal:
        yield portal


@pytest.fixture(scope="module")
def second(begun: tuple[Path, str]) -> Iterator[Portal]:
    """One portal for what can be asked of it one after the other."""
    with started_again(begun[0]) as portal:
        yield portal


def database_runs(data: Path) -> bool:
    place: Place = find_place(data / "postgres")
    return any(running_pid(place.data_directory(major)) for major in place.majors)


@pytest.mark.parametrize("stopped_by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_portal_and_its_database_stop_together(portal: Portal, stopped_by: signal.Signals) -> None:
    assert portal.status_of("/") == 200
    assert portal.status_of("/admin/login/") == 200
    assert database_runs(portal.data)
    assert portal.stop(stopped_by) == 0
    assert not database_runs(portal.data)


def test_password_is_shown_on_the_first_start_alone(
    begun: tuple[Path, str], second: Portal
) -> None:
    assert ["password" in said for said in (begun[1], second.log.read_text())] == [True, False]


def test_database_killed_under_the_portal_comes_back(second: Portal) -> None:
    place = find_place(second.data / "postgres")
    pid = running_pid(place.data_directory(place.majors[0]))
    os.kill(pid, signal.SIGKILL)
    assert second.status_of("/") == 200
    second.stop(signal.SIGINT)
    assert not database_runs(second.data)


def refusal(directory: Path, **variables: str) -> str:
    """What is said instead of starting: one sentence, and nothing was begun."""
    result = manage("serve", data=directory, **variables)
    assert result.returncode != 0
    assert not result.stdout
    (sentence,) = result.stderr.strip().split("\n")
    assert not database_runs(directory)
    return sentence


def test_busy_port_is_said_in_one_sentence(directory: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        sentence = refusal(directory, PORT=port)
    assert f"cannot listen on 127.0.0.1:{port} (Address already in use)" in sentence
    assert "PORT=8001 make run" in sentence


def test_wrong_port_is_said_in_one_sentence(directory: Path) -> None:
    assert "PORT must be a whole number" in refusal(directory, PORT="abc")


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8000.5", "٨٠٠٠"])
def test_number_that_no_port_has_is_refused(port: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", port)
    with pytest.raises(SettingError, match="PORT must be a whole number"):
        ListenAddress.from_environment()


def test_wrong_number_of_processes_is_said_in_one_sentence(directory: Path) -> None:
    assert "WEB_CONCURRENCY must be" in refusal(directory, WEB_CONCURRENCY="many")


@pytest.mark.parametrize(
    "url", ["nonsense", "sqlite:///file", "postgres://host:port/name", "postgres://host", "://"]
)
def test_malformed_database_url_is_said_in_one_sentence(directory: Path, url: str) -> None:
    assert "DATABASE_URL must read postgres://" in refusal(directory, DATABASE_URL=url)


def test_unreachable_database_is_said_in_one_sentence(directory: Path) -> None:
    url = "postgres://portal:secret-word@127.0.0.1:1/minutes"
    sentence = refusal(directory, DATABASE_URL=url)
    assert "Connection refused" in sentence
    assert "correct DATABASE_URL" in sentence
    assert "secret-word" not in sentence


def test_missing_postgresql_is_said_in_one_sentence(directory: Path) -> None:
    sentence = refusal(directory, MINUTES_PORTAL_PG_BIN="/nonexistent")
    assert "MINUTES_PORTAL_PG_BIN names /nonexistent" in sentence
