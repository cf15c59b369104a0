"""Work on the database spread over several processes."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

import django
from django.db import DEFAULT_DB_ALIAS, connections


@contextmanager
def mapping(processes: int) -> Iterator[Callable]:
    """`map`, or the same in so many processes, each with a connection of its own.

    What is mapped must be a function of a module; processes see what is committed alone.
    """
    if processes == 1:
        yield map
        return
    used = connections[DEFAULT_DB_ALIAS].settings_dict["NAME"]
    spawn = get_context("spawn")
    with ProcessPoolExecutor(processes, spawn, initializer=begin, initargs=(used,)) as pool:
        yield pool.map


def begin(database: str) -> None:
    django.setup()
    connections[DEFAULT_DB_ALIAS].settings_dict["NAME"] = database
