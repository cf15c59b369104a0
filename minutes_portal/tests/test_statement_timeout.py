"""A statement of the public that takes too long is stopped, and the page says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from agenda.tests.builders import make_item
from minutes_portal.public_door import ALIAS
from minutes_portal.public_door.settings import STATEMENT_SECONDS

LIMIT = f"statement_timeout={STATEMENT_SECONDS}s"
# What each page reads of the record, and what its page says when that takes too long.
PAGES = {
    "/items/?q=roads": ("agenda_searchentry", "<h1>This search took too long</h1>"),
    "/resolutions/": ("agenda_resolution", "<h1>This page took too long</h1>"),
}


@pytest.fixture
def short_limit(transactional_db: None) -> Iterator[None]:
    """The public door on a connection of its own, as it is opened but with a far shorter limit."""
    door = connections[ALIAS]
    given = door.settings_dict["OPTIONS"]
    assert LIMIT in given["options"]
    short = given["options"].replace(LIMIT, "statement_timeout=300ms")
    door.close()
    door.settings_dict["OPTIONS"] = given | {"options": short}
    yield
    door.close()
    door.settings_dict["OPTIONS"] = given


@contextmanager
def slow(table: str) -> Iterator[None]:
    """Each statement that reads this table first sleeps for longer than the limit."""

    def sleep(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        return execute(f"SELECT pg_sleep(30); {sql}" if table in sql else sql, *arguments)

    with connections[ALIAS].execute_wrapper(sleep):
        yield


def test_page_whose_statement_is_stopped_says_so_and_the_next_is_made(short_limit) -> None:
    make_item("Road works", resolutions=("That roads be mended.",))
    for address, (table, heading) in PAGES.items():
        with slow(table):
            stopped = Client().get(address)
        words = stopped.content.decode()
        assert (address, stopped.status_code) == (address, 503)
        assert heading in words
        assert "Try again in a minute." in words
        used = connections[ALIAS].connection
        again = Client().get(address)
        assert (address, again.status_code) == (address, 200)
        assert connections[ALIAS].connection is used


def test_other_faults_of_the_database_are_told_as_faults(short_limit) -> None:
    def broken(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
        return execute("SELECT 1 / 0", None, *arguments[1:])

    with connections[ALIAS].execute_wrapper(broken):
        response = Client(raise_request_exception=False).get("/resolutions/")
    assert response.status_code == 500
    assert "took too long" not in response.content.decode()
