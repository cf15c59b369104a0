"""What is measured, each in a module of its own; the order is that of the run.

What changes records comes last, so that all else is measured on the same.
"""

from collections.abc import Callable

from agenda.bench.figures import Figure
from agenda.bench.measures import (
    changes,
    datasette,
    exactness,
    first_visit,
    memory,
    pages,
    registers,
    search,
)
from agenda.bench.run import Run

MEASURES: dict[str, Callable[[Run], list[Figure]]] = {
    "search": search.measure,
    "datasette": datasette.measure,
    "exactness": exactness.measure,
    "bytes": first_visit.measure,
    "pages": pages.measure,
    "registers": registers.measure,
    "memory": memory.measure,
    "changes": changes.measure,
}
