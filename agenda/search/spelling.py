"""Another spelling to try, where a search finds little; nothing is ever changed unasked."""

from dataclasses import dataclass, replace

from django.db.models.functions import Length
from rapidfuzz import process
from rapidfuzz.distance import OSA

from agenda.search.acronyms import meanings_in
from agenda.search.asking import count_up_to_many, run
from agenda.search.criteria import PUBLISHED, Criteria
from agenda.search.query import ENTRIES, all_of, matches, says
from agenda.search.tables import KnownWord
from agenda.search.typed import Piece, pieces, read_query
from agenda.search.ways_out import results
from agenda.search.words import stem_of, word_of

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
    known = KnownWord.objects.public().filter(word__in=doubtful).values_list("word", flat=True)
    better = {p.text: nearest(word) for word, p in doubtful.items() if word not in set(known)}
    better = {text: word for text, word in better.items() if word}
    if not better or not all(map(stands, better.values())):
        return None
    return corrected(criteria, better, total)


def may_be_misspelt(piece: Piece) -> bool:
    word = word_of(piece.text)
    return bool(piece.stem) and len(word) >= SHORTEST and word.isalpha()


def nearest(word: str) -> str:
    """The known word that takes the fewest slips to become this one; the commonest of several."""
    slips = 2 if len(word) >= LONG else 1
    lengths = (len(word) - slips, len(word) + slips)
    known = KnownWord.objects.public().alias(length=Length("word")).filter(length__range=lengths)
    items = dict(known.values_list("word", "items"))
    close = process.extract(word, items.keys(), scorer=OSA.distance, score_cutoff=slips, limit=50)
    ranked = sorted(close, key=lambda each: (each[1], each[0][0] != word[0], -items[each[0]]))
    return ranked[0][0] if ranked else ""


def stands(word: str) -> bool:
    """Whether a published item has the word at this moment."""
    where = all_of([PUBLISHED, matches(f"'{stem_of(word)}'"), says(word)])
    return bool(run(f"SELECT 1 FROM {ENTRIES} e WHERE {where.text} LIMIT 1", where.values))


def corrected(criteria: Criteria, better: dict[str, str], total: int) -> Suggestion | None:
    text = criteria.query.typed
    for wrong, right in better.items():
        text = text.replace(wrong, right)
    other = replace(criteria, query=read_query(text, meanings_in(text)))
    [found] = count_up_to_many([other.everything])
    return Suggestion(text, found) if found > total else None
