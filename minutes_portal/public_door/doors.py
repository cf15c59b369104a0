"""Which door the code that runs now came through."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpRequest, HttpResponse

from minutes_portal.public_door import ALIAS

_door: ContextVar[str] = ContextVar("door", default=DEFAULT_DB_ALIAS)


class DoorIsShut(RuntimeError):
    """A public page asked for the officers' door."""


def current_door() -> str:
    """The alias of the database that is read now."""
    return _door.get()


def connection_in_use() -> BaseDatabaseWrapper:
    """The connection of the current door, for statements written by hand."""
    return connections[current_door()]


@contextmanager
def public_door() -> Iterator[None]:
    """What runs inside reads as the public does, and finds the officers' door shut."""
    token = _door.set(ALIAS)
    try:
        with connections[DEFAULT_DB_ALIAS].execute_wrapper(refuse_the_public):
            yield
    finally:
        _door.reset(token)


@contextmanager
def officers_door() -> Iterator[None]:
    """What runs inside reads and writes as officers do, even within a public page.

    Whoever uses this on a public page answers for every word that it lets out.
    """
    token = _door.set(DEFAULT_DB_ALIAS)
    try:
        yield
    finally:
        _door.reset(token)


def by_officers_door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view outside the desk that is for officers alone, such as the preview of a draft."""

    @wraps(view)
    def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with officers_door():
            response = view(request, *args, **kwargs)
            if hasattr(response, "render"):
                response = response.render()
        return response

    return respond


def refuse_the_public(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
    """Runs in the place of each query by the officers' door while a public page is made."""
    if current_door() == ALIAS:
        raise DoorIsShut(
            "A public page reads through the public door alone. A statement written by hand "
            "uses connection_in_use(); what has to go by the officers' door says so with "
            "officers_door() or by_officers_door, both in minutes_portal.public_door.doors."
        )
    return execute(sql, *arguments)
