"""Reads what was typed into a search box; whatever it is, it means something or nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agenda.search.query import Clause, Query, Term
from agenda.search.words import (
    COMPOUND,
    SMALL_WORDS,
    UNIT,
    joined,
    key_of,
    stem_of,
    tokens,
    word_of,
    words,
)

# Marks of one kind may stand within marks of another: "Document “Q”".
_QUOTED = r'"[^"]*"?|[“„″](?:[^”]*”|[^"]*"?)'
_PIECE = re.compile(rf"(?P<minus>[-–—]?)(?:(?P<phrase>{_QUOTED})|(?P<chunk>\S+))")
LONGEST_ACRONYM = 8


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the acronyms in a query stand for, and which acronym its phrases have."""

    of_letters: dict[str, list[str]]
    of_key: dict[str, list[str]]


NO_MEANINGS = Meanings({}, {})


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two spaces, or between quotation marks."""

    text: str
    quoted: bool
    excluded: bool
    typed: str

    @property
    def is_or(self) -> bool:
        return not self.quoted and self.text.casefold() == "or"

    @property
    def stem(self) -> str:
        """The stem of a single plain word; empty for anything else."""
        found = tokens(self.text)
        return stem_of(found[0]) if len(found) == 1 and not self.quoted | self.excluded else ""


def pieces(typed: str) -> list[Piece]:
    found = _PIECE.finditer(typed)
    read = [
        Piece(m["chunk"] or m["phrase"] or "", m["chunk"] is None, bool(m["minus"]), m[0])
        for m in found
    ]
    return [piece for piece in read if tokens(piece.text)]


def keys_in(typed: str) -> set[str]:
    """Every run of plain words that may be what an acronym stands for."""
    stems = [piece.stem for piece in pieces(typed)]
    runs = (
        stems[start : start + length]
        for start in range(len(stems))
        for length in range(2, LONGEST_ACRONYM + 1)
    )
    return {" ".join(run) for run in runs if len(run) > 1 and all(run)}


def read_query(typed: str, meanings: Meanings = NO_MEANINGS) -> Query:
    """What was typed, as a query; without small words unless there are no others."""
    found = pieces(typed)
    shouted = not any(c.islower() for c in typed)
    for small_words in (False, True):
        reader = _Reader(meanings, small_words, shouted)
        alternatives = reader.read(found)
        if alternatives:
            break
    return Query(typed, tuple(alternatives), tuple(dict.fromkeys(reader.also)))


class _Reader:
    def __init__(self, meanings: Meanings, small_words: bool, shouted: bool) -> None:
        self.meanings, self.small_words, self.shouted = meanings, small_words, shouted
        self.also: list[str] = []

    def read(self, found: list[Piece]) -> list[tuple[Clause, ...]]:
        alternatives: list[list[Clause]] = [[]]
        rest = list(found)
        while rest:
            if rest[0].is_or and not self.small_words:
                alternatives.append([])
                del rest[0]
                continue
            length, clauses = self.next_clauses(rest)
            alternatives[-1] += clauses
            del rest[:length]
        return [tuple(clauses) for clauses in alternatives if clauses]

    def next_clauses(self, rest: list[Piece]) -> tuple[int, list[Clause]]:
        """How many pieces were read, and what they ask for."""
        for length in range(min(LONGEST_ACRONYM, len(rest)), 1, -1):
            run = rest[:length]
            acronyms = self.meanings.of_key.get(" ".join(piece.stem for piece in run), [])
            if acronyms and all(piece.stem for piece in run):
                return length, [self.abbreviated(run, acronyms)]
        piece = rest[0]
        return 1, [] if self.is_small(piece) else list(self.clauses_of(piece))

    def is_small(self, piece: Piece) -> bool:
        """Whether a word is too common to ask for; in capitals it is meant: "IT strategy"."""
        capitals = piece.text.isupper() and not self.shouted
        small = word_of(piece.text) in SMALL_WORDS and not piece.quoted
        return small and not capitals and not self.small_words

    def abbreviated(self, run: list[Piece], acronyms: list[str]) -> Clause:
        typed = " ".join(piece.typed for piece in run)
        weighty = tuple(p.stem for p in run if word_of(p.text) not in SMALL_WORDS)
        self.also += acronyms
        spelt_out = Term(weighty or tuple(piece.stem for piece in run))
        return Clause((spelt_out, *(Term((stem_of(a),)) for a in acronyms)), typed)

    def clauses_of(self, piece: Piece) -> Iterator[Clause]:
        if piece.quoted:
            yield Clause((exactly(piece.text),), piece.typed, piece.excluded)
            return
        terms = loosely(piece.text)
        if len(terms) == 1 and terms[0].stems and not piece.excluded:
            meanings = self.meanings.of_letters.get(key_of(piece.text), [])
            self.also += meanings
            terms += [exactly(meaning) for meaning in meanings]
        yield Clause(tuple(terms), piece.typed, piece.excluded)


def exactly(text: str) -> Term:
    """These words in this order; a single letter and a small word count like any other."""
    return Term(tuple(map(stem_of, tokens(text))), words(text))


def loosely(text: str) -> list[Term]:
    """The words of a piece without spaces; what looks like a reference must stand as it is."""
    found = tokens(text)
    stems = tuple(map(stem_of, found))
    if unit := UNIT.fullmatch(text):
        return [Term(stems), Term(tuple(map(stem_of, unit.groups())))]
    if len(found) == 1:
        return [Term(stems)]
    if COMPOUND.fullmatch(text):
        return [Term((stem_of(joined(text)),)), Term(stems)]
    is_reference = any(len(word) == 1 or not word.isalpha() for word in map(word_of, found))
    return [exactly(text) if is_reference else Term(stems)]
