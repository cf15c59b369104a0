"""Bars are as long as their numbers."""

import pytest

from agenda.dashboards.bars import Cell, Piece, Row, pieces

KINDS = ["agreed", "changed", "added"]


@pytest.mark.parametrize(
    ("counts", "longest", "expected"),
    [
        ({"agreed": 1, "added": 3}, 4, [Piece("agreed", 0, 25), Piece("added", 25, 75)]),
        ({"changed": 1}, 3, [Piece("changed", 0, 33.33)]),
        ({}, 3, []),
        ({}, 0, []),
    ],
)
def test_pieces_stand_one_behind_another(counts, longest, expected):
    assert pieces(counts, KINDS, longest) == expected


def test_a_row_draws_its_cells_in_their_order():
    cells = tuple(Cell(kind, kind.title(), n, "/") for n, kind in enumerate(KINDS))
    row = Row("2016", cells, 3)
    assert row.pieces == [Piece("changed", 0, 33.33), Piece("added", 33.33, 66.67)]
    assert [cell.kind for cell in row.present] == ["changed", "added"]
