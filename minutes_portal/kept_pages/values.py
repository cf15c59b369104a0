"""What is read from the record once for each state of it, and used on page after page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from minutes_portal.public_door import ALIAS
from minutes_portal.public_door.doors import current_door

Value = TypeVar("Value")

_publication: ContextVar[int | None] = ContextVar("publication", default=None)
_values: dict[str, tuple[int, Any]] = {}


@contextmanager
def publication(number: int) -> Iterator[None]:
    """What runs inside may use what was read when the record was in this state."""
    token = _publication.set(number)
    try:
        yield
    finally:
        _publication.reset(token)


def once_a_publication(name: str, read: Callable[[], Value]) -> Value:
    """What `read` gives, which the caller must not change.

    The number was read before anything else of the page, so what is kept under it is never
    older than it. Officers, and pages that are not kept, read anew.
    """
    number = _publication.get()
    if number is None or current_door() != ALIAS:
        return read()
    known_at, value = _values.get(name, (None, None))
    if known_at != number:
        value = read()
        _values[name] = number, value
    return value


def forget() -> None:
    """For a database that was emptied, whose numbers begin again."""
    _values.clear()
