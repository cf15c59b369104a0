"""What the measurements of one run share."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from agenda.bench.searches import Search

# From so many items on, the aims are those for a million.
LARGE = 500_000
# A bar is told how many steps are done; `bar(total, unit)` opens one.
Step = Callable[[int], object]
Bar = Callable[[int, str], AbstractContextManager[Step]]


def no_bar(total: int, unit: str) -> AbstractContextManager[Step]:
    return nullcontext(lambda done: None)


@dataclass
class Run:
    """Records in a scratch database, what is asked of them, and how often."""

    items: int
    tuning: Sequence[Search] = ()
    measuring: Sequence[Search] = ()
    searches: int = 10_000
    rounds: int = 3
    turns: int = 9
    pairs: int = 15
    smaller: Sequence[float] = ()
    """Milliseconds of the same searches over fewer records."""
    smaller_items: int = 0
    bar: Bar = no_bar
    details: dict[str, Any] = field(default_factory=dict)

    def aim(self, small: float, large: float) -> float:
        return large if self.items >= LARGE else small
