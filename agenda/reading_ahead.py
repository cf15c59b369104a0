"""Long imports read in a process of its own, ahead of the one that stores. Knows nothing of Django."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Source = TypeVar("Source")
Read = TypeVar("Read")

# So few are read at once here: starting a process takes longer.
FEW = 100
BUNDLE = 25
BUNDLES_AHEAD = 10


def read_ahead(read: Callable[[Source], Read], sources: Iterable[Source]) -> Iterator[Read]:
    """`read(source)` of each, in order; later ones are read while the caller uses the first.

    No more than a few bundles wait, however many sources there are. `read` must be a function
    of a module that loads without Django, and tells by its result what it could not read.
    """
    rest = iter(sources)
    few, first = list(islice(rest, FEW)), list(islice(rest, BUNDLE))
    if first:
        yield from _in_another_process(read, few, first, rest)
    else:
        yield from map(read, few)


def _in_another_process(
    read: Callable[[Source], Read],
    few: list[Source],
    first: list[Source],
    rest: Iterator[Source],
) -> Iterator[Read]:
    """Read all but the few there; these are read here, while the other process starts."""
    waiting: deque[Future[list[Read]]] = deque()
    # A copy of this process would share its connection to the database.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as reader:
        waiting.append(reader.submit(_read_all, read, first))
        yield from map(read, few)
        bundle = list(islice(rest, BUNDLE))
        while bundle or waiting:
            if bundle:
                waiting.append(reader.submit(_read_all, read, bundle))
                bundle = list(islice(rest, BUNDLE))
            if len(waiting) > BUNDLES_AHEAD or not bundle:
                yield from waiting.popleft().result()


def _read_all(read: Callable[[Source], Read], bundle: list[Source]) -> list[Read]:
    return [read(source) for source in bundle]
