"""Finds which recommendation each resolution answers, by the best assignment over the item."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .similarity import Similarity, shared_weight
from .wording import Clause

Point = tuple[Clause, ...]

# Below these a resolution is not matched.
MATCHED = 0.56
_ANSWERED_TOO = 0.62
# From here on, what is not matched is too like to be called unrelated.
_DOUBTFUL = 0.4
# How much of a resolution's words a recommendation must hold for it to answer a part of it,
# and what the words must weigh for that to tell anything.
_WITHIN = 0.8
_TELLING = 1.2
# The least likeness of the only two promises of a report, and of two sentences on one subject.
_SAME_KIND = 0.7
_SAME_SUBJECT = 0.7
# With more recommendations than this only those are compared that share a telling word.
_ALL_COMPARED = 12


@dataclass(frozen=True, slots=True)
class Link:
    """A resolution that answers a recommendation, and how surely."""

    resolution: int
    recommendation: int
    score: float


@dataclass(frozen=True, slots=True)
class _Weighed:
    """What the words of a point tell, of the whole and of each clause."""

    whole: dict[str, float]
    clauses: tuple[dict[str, float], ...]


class Matcher:
    """The recommendations and resolutions of one item, ready to be compared."""

    def __init__(self, recommendations: Sequence[Point], resolutions: Sequence[Point]) -> None:
        self.recommendations, self.resolutions = recommendations, resolutions
        self.similarity = Similarity.among(recommendations)
        self._proposed = [self._weigh(point) for point in recommendations]
        self._decided = [self._weigh(point) for point in resolutions]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index, weighed in enumerate(self._proposed):
            for stem in weighed.whole:
                self._holders[stem].append(index)
        self._promises = tuple(
            [k for k, point in enumerate(points) if any(clause.promises_report for clause in point)]
            for points in (recommendations, resolutions)
        )

    def links(self, taken: Sequence[Link]) -> list[Link]:
        """Every link of the item; `taken` are those that are certain already."""
        free_resolutions = set(range(len(self.resolutions))) - {link.resolution for link in taken}
        free = set(range(len(self.recommendations))) - {link.recommendation for link in taken}
        pairs = self._assigned(self._scored(sorted(free_resolutions), free))
        found = [*taken, *pairs]
        found += self._merged(found)
        return found + self._split(found)

    def doubtful(self, resolutions: Iterable[int], recommendations: set[int]) -> list[Link]:
        """The likeliest recommendation of each resolution that comes near to being matched."""
        found = []
        for resolution in resolutions:
            scored = [
                (self._score(index, resolution), -index)
                for index in self._candidates(resolution, recommendations)
            ]
            score, index = max(scored, default=(0.0, 0))
            if score >= _DOUBTFUL:
                found.append(Link(resolution, -index, score))
        return found

    def _weigh(self, point: Point) -> _Weighed:
        clauses = tuple(self.similarity.weights([clause]) for clause in point)
        return _Weighed(clauses[0] if len(point) == 1 else self.similarity.weights(point), clauses)

    def _candidates(self, resolution: int, free: set[int]) -> list[int]:
        if len(self.recommendations) <= _ALL_COMPARED:
            return sorted(free)
        rare = [
            self._holders[stem]
            for stem in self._decided[resolution].whole
            if 0 < len(self._holders.get(stem, ())) <= _ALL_COMPARED
        ]
        return sorted({index for holders in rare for index in holders} & free)

    def _scored(self, resolutions: Sequence[int], free: set[int]) -> list[Link]:
        return [
            Link(resolution, index, score)
            for resolution in resolutions
            for index in self._candidates(resolution, free)
            if (score := self._score(index, resolution)) >= MATCHED
        ]

    def _score(self, recommendation: int, resolution: int) -> float:
        """The likeness of the wholes, or of their likest clauses where that is greater."""
        one, other = self._proposed[recommendation], self._decided[resolution]
        whole = self.similarity.score(one.whole, other.whole)
        best = max(self.similarity.score(a, b) for a in one.clauses for b in other.clauses)
        kind = max(
            self._kind_score(recommendation, resolution),
            self._subject_score(recommendation, resolution),
        )
        return 0.2 * whole + 0.8 * max(whole, best, kind)

    def _subject_score(self, recommendation: int, resolution: int) -> float:
        """ "The hall be sold" and "the hall be kept" speak of one hall, if the item knows one."""
        one = {clause.subject for clause in self.recommendations[recommendation]}
        other = {clause.subject for clause in self.resolutions[resolution]}
        shared = {
            subject
            for subject in one & other
            if subject and self.similarity.spread_of(subject) == 1
        }
        return _SAME_SUBJECT if shared else 0.0

    def _kind_score(self, recommendation: int, resolution: int) -> float:
        """Two promises of a report answer one another where the item holds no other."""
        one, other = self._promises
        return _SAME_KIND if one == [recommendation] and other == [resolution] else 0.0

    def _assigned(self, pairs: list[Link]) -> list[Link]:
        """Each once, the surest first, so that no pair is parted for the sake of a weaker one."""
        pairs.sort(
            key=lambda link: (-round(link.score, 3), abs(link.resolution - link.recommendation))
        )
        resolutions: set[int] = set()
        recommendations: set[int] = set()
        found = []
        for link in pairs:
            if link.resolution not in resolutions and link.recommendation not in recommendations:
                found.append(link)
                resolutions.add(link.resolution)
                recommendations.add(link.recommendation)
        return found

    def _merged(self, links: Sequence[Link]) -> list[Link]:
        """Recommendations that a further clause of an answering resolution speaks of."""
        free = set(range(len(self.recommendations))) - {link.recommendation for link in links}
        found = []
        for link in links:
            spare = self._spare_clauses(link)
            for index in self._candidates(link.resolution, free) if spare else ():
                score = max(self._best(index, clause) for clause in spare)
                if score >= _ANSWERED_TOO:
                    found.append(Link(link.resolution, index, score))
                    free.discard(index)
        return found

    def _spare_clauses(self, link: Link) -> list[dict[str, float]]:
        """The clauses of a resolution but the one that answers its recommendation."""
        clauses = self._decided[link.resolution].clauses
        if len(clauses) < 2:
            return []
        used = max(range(len(clauses)), key=lambda k: self._best(link.recommendation, clauses[k]))
        return [clause for k, clause in enumerate(clauses) if k != used]

    def _best(self, recommendation: int, clause: dict[str, float]) -> float:
        return max(
            self.similarity.score(each, clause) for each in self._proposed[recommendation].clauses
        )

    def _split(self, links: Sequence[Link]) -> list[Link]:
        """Resolutions that speak of nothing but a part of a recommendation answered already."""
        answering = {link.resolution for link in links}
        every = {link.recommendation for link in links}
        found = []
        for resolution in sorted(set(range(len(self.resolutions))) - answering):
            scored = [
                (self._part_score(index, resolution, links), -index)
                for index in self._candidates(resolution, every)
            ]
            score, index = max(scored, default=(0.0, 0))
            if score:
                found.append(Link(resolution, -index, score))
        return found

    def _part_score(self, recommendation: int, resolution: int, links: Sequence[Link]) -> float:
        within = self._within(recommendation, resolution)
        if within >= _WITHIN:
            return within
        spare = self._spare_parts(recommendation, links)
        decided = self._decided[resolution].whole
        score = max((self.similarity.score(part, decided) for part in spare), default=0.0)
        return score if score >= MATCHED else 0.0

    def _spare_parts(self, recommendation: int, links: Sequence[Link]) -> list[dict[str, float]]:
        """The clauses of a recommendation that its answers do not speak of."""
        answers = [
            clause
            for link in links
            if link.recommendation == recommendation
            for clause in self._decided[link.resolution].clauses
        ]
        parts = self._proposed[recommendation].clauses
        if len(parts) < 2:
            return []
        return [
            part
            for part in parts
            if max(self.similarity.score(part, answer) for answer in answers) < MATCHED
        ]

    def _within(self, recommendation: int, resolution: int) -> float:
        """How much of a resolution's words a recommendation, or one clause of it, holds."""
        decided, proposed = self._decided[resolution].whole, self._proposed[recommendation]
        total = sum(decided.values())
        if total < _TELLING:
            return 0.0
        return (
            max(shared_weight(part, decided) for part in (*proposed.clauses, proposed.whole))
            / total
        )
