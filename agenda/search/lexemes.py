"""What the index knows of an item's words. Knows nothing of Django."""

from bisect import bisect_right
from itertools import accumulate

from agenda.search.query import FIELDS, pair_lexeme
from agenda.search.words import pairs, words_and_stems

# PostgreSQL takes no more than a megabyte of words in one vector.
MOST_CHARACTERS = 900_000
# Stands between two parts of a field; no word is one, so no phrase reaches over it.
BREAK = " . "

# The texts of each field.
Parts = dict[str, list[str]]


def lexemes_and_plain(parts: Parts) -> tuple[str, str]:
    """What the index knows of an item, and its words as exact phrases are looked for in them.

    The index knows every stem, every stem behind the letter of its field, and the marks of pairs
    of words. The words of each field stand on a line of its own.
    """
    anywhere: set[str] = set()
    lettered, marks, plain = [], set(), []
    for name, texts in parts.items():
        read = [words_and_stems(text) for text in texts]
        found = set().union(*(stems for _, stems in read))
        anywhere |= found
        lettered += [f"{FIELDS[name]}:{stem}" for stem in found]
        marks.update(*(pairs(words) for words, _ in read))
        plain.append(f" {BREAK.join(words for words, _ in read if words)} ")
    lexemes = [*sorted(anywhere), *lettered, *map(pair_lexeme, sorted(marks))]
    return " ".join(bounded(lexemes)), "\n".join(plain)


def bounded(lexemes: list[str]) -> list[str]:
    """As many of them as PostgreSQL takes."""
    if 4 * sum(map(len, lexemes)) <= MOST_CHARACTERS:
        return lexemes
    ends = accumulate(len(lexeme.encode()) for lexeme in lexemes)
    return lexemes[: bisect_right(list(ends), MOST_CHARACTERS)]
