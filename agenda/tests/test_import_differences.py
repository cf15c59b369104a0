"""What changed, told in words."""

import pytest

from agenda.imports.differences import MOST_WORDS, Piece, compare, shortened


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("", "", []),
        ("the same", "the same", [Piece("same", "the same")]),
        ("", "all new", [Piece("in", "all new")]),
        ("all old", "", [Piece("out", "all old")]),
        (
            "That it be noted now.",
            "That it be welcomed now.",
            [
                Piece("same", "That it be"),
                Piece("out", " noted"),
                Piece("in", " welcomed"),
                Piece("same", " now."),
            ],
        ),
    ],
)
def test_two_texts_are_told_as_one(before, after, pieces):
    assert compare(before, after) == pieces


def test_the_pieces_give_back_both_texts():
    before, after = "one two\n\nthree four five", "one  three\n\nfour six five"
    pieces = compare(before, after)
    assert "".join(p.words for p in pieces if p.kind != "in").split() == before.split()
    assert "".join(p.words for p in pieces if p.kind != "out") == after


def test_texts_too_long_to_compare_stand_one_behind_the_other():
    before, after = "old " * MOST_WORDS, "new " * MOST_WORDS
    assert compare(before, after) == [Piece("out", before), Piece("in", after)]


def test_of_a_long_text_only_the_words_around_a_change_are_shown():
    words = [f"w{n}" for n in range(100)]
    before, after = " ".join(words), " ".join([*words[:50], "new", *words[51:]])
    head, out, new, tail = shortened(compare(before, after))
    assert head.words == " … " + " ".join(words[35:50])
    assert (out.words, new.words) == (" w50", " new")
    assert tail.words == " " + " ".join(words[51:66]) + " … "
