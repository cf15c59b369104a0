"""What is too long to be made a PDF while a reader waits."""

from collections.abc import Iterable
from typing import Any

# A core makes some 60,000 characters a second; nobody should keep one for longer than some five.
MOST_CHARACTERS = 240_000
# An item with its headings takes as long as so many characters more.
FRAME = 800


def is_too_long(items: Iterable[Any]) -> bool:
    """Whether these agenda items are more than is made at once."""
    return sum(map(length, items)) > MOST_CHARACTERS


def length(item: Any) -> int:
    """In characters: what was read from the source, or what officers have made of it."""
    read = (item.end or 0) - (item.start or 0)
    return FRAME + max(read, len(item.background) + len(item.minutes))
