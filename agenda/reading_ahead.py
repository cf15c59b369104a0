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
BUNDLES_AHEAD = 4


def read_ahead(read: Callable[[Source], Read], sources: Iterable[Source]) -> Iterator[Read]:
    """`read(source)` of each, in order; later ones are read while the caller uses the first.

    No more than a few bundles wait, however many sources there are. `read` must be a function
    of a module that loads without Django, and tells by its result what it could not read.
    """
    rest = iter(sources)
    yield from map(read, islice(rest, FEW))
    if first := list(islice(rest, BUNDLE)):
        yield from _in_another_process(read, first, rest)


def _in_another_process(
    read: Callable[[Source], Read], first: list[Source], rest: Iterator[Source]
) -> Iterator[Read]:
    waiting: deque[Future[list[Read]]] = deque()
    # A copy of this process would share its connection to the database.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as reader:
        bundle = first
        while bundle or waiting:
            if bundle:
                waiting.append(reader.submit(_read_all, read, bundle))
                bundle = list(islice(rest, BUNDLE))
            if len(waiting) > BUNDLES_AHEAD or not bundle:
                yield from waiting.popleft().result()


def _read_all(read: Callable[[Source], Read], bundle: list[Source]) -> list[Read]:
    return [read(source) for source in bundle]
