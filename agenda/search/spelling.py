"""Another spelling to try, where a search finds little; nothing is ever changed unasked."""

from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from agenda.search.acronyms import meanings_in
from agenda.search.asking import count_up_to_many, exists
from agenda.search.criteria import PUBLISHED, Criteria
from agenda.search.query import all_of, matches, says
from agenda.search.tables import KnownWord
from agenda.search.typed import Piece, pieces, read_query
from agenda.search.ways_out import results
from agenda.search.words import stem_of, word_of
from minutes_portal.kept_pages.values import once_a_publication

LITTLE = 3
SHORTEST = 4
# Two slips in a long word, one in a short one.
LONG = 6


@dataclass(frozen=True, slots=True)
class Suggestion:
    typed: str
    total: int

    @property
    def in_figures(self) -> str:
        return results(self.total)


def suggestion_for(criteria: Criteria, total: int) -> Suggestion | None:
    """The query with its unknown words replaced by known ones, where that finds more."""
    typed = criteria.query.typed
    doubtful = {word_of(p.text): p for p in pieces(typed) if may_be_misspelt(p)}
    if total >= LITTLE or not doubtful:
        return None
    known = once_a_publication("known words", known_words)
    better = {p.text: nearest(word, known) for word, p in doubtful.items() if word not in known}
    better = {text: word for text, word in better.items() if word}
    if not better or not all(map(stands, better.values())):
        return None
    return corrected(criteria, better, total)


def may_be_misspelt(piece: Piece) -> bool:
    word = word_of(piece.text)
    return bool(piece.stem) and len(word) >= SHORTEST and word.isalpha()


def known_words() -> dict[str, int]:
    """Each word of published items, with the number of items it stands in."""
    return dict(KnownWord.objects.public().values_list("word", "items"))


def nearest(word: str, items: dict[str, int]) -> str:
    """The known word that takes the fewest slips to become this one; the commonest of several."""
    slips = 2 if len(word) >= LONG else 1
    close = process.extract(word, items.keys(), scorer=OSA.distance, score_cutoff=slips, limit=50)
    ranked = sorted(close, key=lambda each: (each[1], each[0][0] != word[0], -items[each[0]]))
    return ranked[0][0] if ranked else ""


def stands(word: str) -> bool:
    """Whether a published item has the word at this moment."""
    return exists(all_of([PUBLISHED, matches(f"'{stem_of(word)}'"), says(word)]))


def corrected(criteria: Criteria, better: dict[str, str], total: int) -> Suggestion | None:
    text = criteria.query.typed
    for wrong, right in better.items():
        text = text.replace(wrong, right)
    other = replace(criteria, query=read_query(text, meanings_in(text)))
    [found] = count_up_to_many([other.everything])
    return Suggestion(text, found) if found > total else None
