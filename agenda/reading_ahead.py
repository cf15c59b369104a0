"""Long imports read in a process of its own, ahead of the one that stores. Knows nothing of Django."""

import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from agenda.parsing.garbage import no_collecting

Source = TypeVar("Source")
Read = TypeVar("Read")

# So few are read at once here: starting a process takes longer.
FEW = 250
BUNDLE = 25
BUNDLES_AHEAD = 14
# No more are given at once.
MOST = 350


def read_ahead(read: Callable[[Source], Read], sources: Iterable[Source]) -> Iterator[list[Read]]:
    """`read(source)` of each, in order; later ones are read while the caller uses the first.

    Gives each time what is there by then, at most `MOST`, and at least a few while there are so
    many. No more than a few bundles wait, however many sources there are. `read` must be a function
    of a module that loads without Django, and tells by its result what it could not read.
    """
    rest = iter(sources)
    few, first = list(islice(rest, FEW)), list(islice(rest, BUNDLE))
    if first:
        yield from _in_another_process(read, few, first, rest)
    elif few:
        yield _read_all(read, few)


def _in_another_process(
    read: Callable[[Source], Read],
    few: list[Source],
    first: list[Source],
    rest: Iterator[Source],
) -> Iterator[list[Read]]:
    """Read all but the few there; these are read here, while the other process starts."""
    # A copy of this process would share its connection to the database.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as reader:
        waiting = deque([reader.submit(_read_and_pack, read, first)])
        ready = _read_all(read, few)
        while ready:
            while len(waiting) < BUNDLES_AHEAD and (bundle := list(islice(rest, BUNDLE))):
                waiting.append(reader.submit(_read_and_pack, read, bundle))
            yield ready
            ready = _ready(waiting)


def _ready(waiting: deque[Future[bytes]]) -> list[Read]:
    """The first few of what waits, once they are there, and what else is there by then."""
    read: list[Read] = []
    while waiting and (len(read) < FEW or waiting[0].done()) and len(read) + BUNDLE <= MOST:
        read += _unpacked(waiting.popleft())
    return read


@no_collecting()
def _read_all(read: Callable[[Source], Read], bundle: list[Source]) -> list[Read]:
    return [read(source) for source in bundle]


def _read_and_pack(read: Callable[[Source], Read], bundle: list[Source]) -> bytes:
    return pickle.dumps(_read_all(read, bundle), pickle.HIGHEST_PROTOCOL)


@no_collecting()
def _unpacked(bundle: Future[bytes]) -> list[Read]:
    """What was packed here, in another process of this program."""
    return pickle.loads(bundle.result())  # noqa: S301
