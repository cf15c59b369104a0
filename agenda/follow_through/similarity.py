"""How much two clauses speak of the same thing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from .verbs import SOFT
from .wording import Clause

_SPELT_ALIKE = 88


@dataclass
class Similarity:
    """Compares clauses of one item: a word that many of its recommendations hold tells less."""

    spread: Counter[str] = field(default_factory=Counter)

    @classmethod
    def among(cls, recommendations: Iterable[tuple[Clause, ...]]) -> "Similarity":
        spread: Counter[str] = Counter()
        for clauses in recommendations:
            spread.update({stem for clause in clauses for stem in clause.stems})
        return cls(spread)

    def spread_of(self, stems: frozenset[str]) -> int:
        """How many recommendations may hold all of some words."""
        return min(self.spread[stem] for stem in stems)

    def weights(self, clauses: Iterable[Clause]) -> dict[str, float]:
        """What each word of some clauses tells of their subject."""
        found: dict[str, float] = {}
        for clause in clauses:
            for word in clause.words:
                weight = word.weight / (1 + 0.5 * max(0, self.spread[word.stem] - 1))
                stem = "§accept" if word.stem in SOFT else word.stem
                found[stem] = max(found.get(stem, 0), weight)
        return found

    def score(self, one: dict[str, float], other: dict[str, float]) -> float:
        """From 0, nothing in common, to 1, the same words."""
        shared = shared_weight(one, other)
        total = sum(one.values()) + sum(other.values())
        if not shared or not total:
            return 0.0
        smaller = min(sum(one.values()), sum(other.values()))
        return (2 * shared / total + shared / smaller) / 2


def shared_weight(one: dict[str, float], other: dict[str, float]) -> float:
    """The weight of the words two clauses share; a word spelt a little differently counts."""
    shared = sum(min(weight, other[stem]) for stem, weight in one.items() if stem in other)
    left = [stem for stem in one if stem not in other and _can_be_misspelt(stem)]
    right = [stem for stem in other if stem not in one and _can_be_misspelt(stem)]
    for stem in left:
        twin = next((each for each in right if fuzz.ratio(stem, each) >= _SPELT_ALIKE), None)
        if twin:
            right.remove(twin)
            shared += min(one[stem], other[twin])
    return shared


def _can_be_misspelt(stem: str) -> bool:
    return len(stem) > 5 and stem.isalpha()
