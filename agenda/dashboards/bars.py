"""Numbers as bars. Each stands in a row of the table that says the same in figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar: where it begins and how long it is, of a hundred."""

    kind: str
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, what it counts, and the list that it counts."""

    kind: str
    words: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its bar; `longest` is the whole of the longest bar beside it."""

    words: str
    cells: tuple[Cell, ...]
    longest: int
    address: str = ""

    @property
    def present(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.count]

    @property
    def pieces(self) -> list[Piece]:
        counts = {cell.kind: cell.count for cell in self.cells}
        return pieces(counts, [cell.kind for cell in self.cells], self.longest)


def pieces(counts: Mapping[str, int], kinds: Sequence[str], longest: int) -> list[Piece]:
    """The pieces of a bar, one behind another; what is nought has none."""
    drawn, start = [], 0.0
    for kind in kinds:
        length = 100 * counts.get(kind, 0) / longest if longest else 0
        if length:
            drawn.append(Piece(kind, round(start, 2), round(length, 2)))
        start += length
    return drawn
