"""Sets what was decided beside what was proposed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from agenda.parsing.document import ParsedPoint, ParsedRecommendation, ParsedResolution

from .classes import AnswerClass, classify
from .matching import Link, Matcher
from .named_points import named_recommendations, puts_off_whole_item
from .turns import invited_body
from .wording import Clause, read_clauses, unify_signs, whole_text

_CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A recommendation that a resolution answers; `score` says how sure that is, up to 1."""

    recommendation: int
    answer_class: AnswerClass
    score: float


@dataclass(frozen=True, slots=True)
class ComparedResolution:
    """A resolution and what it answers, the surest answer first; none if members added it."""

    resolution: int
    answers: tuple[Answer, ...] = ()

    @property
    def answer_class(self) -> AnswerClass:
        """One class for the whole resolution; answers of several classes make it "with changes"."""
        classes = {answer.answer_class for answer in self.answers} or {AnswerClass.ADDED}
        return classes.pop() if len(classes) == 1 else AnswerClass.CHANGED


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every resolution of an item in order, and the recommendations that none of them answers.

    `doubtful` are pairs of a resolution and a recommendation, both left over, that are too
    unlike to be matched and too like to be called unrelated.
    """

    resolutions: tuple[ComparedResolution, ...]
    not_taken_up: tuple[int, ...]
    doubtful: tuple[tuple[int, int], ...] = ()


def compare(
    recommendations: Sequence[ParsedRecommendation], resolutions: Sequence[ParsedResolution]
) -> Comparison:
    """Match the resolutions of one item to its recommendations; indexes count from 0."""
    if not recommendations or not resolutions:
        alone = tuple(map(ComparedResolution, range(len(resolutions))))
        return Comparison(alone, tuple(range(len(recommendations))))
    return _Item(recommendations, resolutions).comparison()


class _Item:
    def __init__(
        self,
        recommendations: Sequence[ParsedRecommendation],
        resolutions: Sequence[ParsedResolution],
    ) -> None:
        names = {invited_body(unify_signs(each.text.text)) for each in recommendations}
        own_names = frozenset(name for name in names if name)
        self.recommendations, self.resolutions = recommendations, resolutions
        self.proposed = [read_clauses(each, own_names) for each in recommendations]
        self.decided = [read_clauses(each, own_names) for each in resolutions]
        self.matcher = Matcher(self.proposed, self.decided)

    def comparison(self) -> Comparison:
        repeated = self._repeated()
        named = self._named(frozenset(repeated))
        certain = [*repeated.items(), *named]
        links = self.matcher.links([Link(*places, _CERTAIN) for places in certain])
        links += self._put_off(links)
        answers: dict[int, list[Answer]] = defaultdict(list)
        for link in links:
            found = named.get((link.resolution, link.recommendation)) or self._class(link, links)
            answers[link.resolution].append(Answer(link.recommendation, found, link.score))
        answered = {link.recommendation for link in links}
        left_over = [k for k in range(len(self.recommendations)) if k not in answered]
        unanswering = [k for k in range(len(self.decided)) if k not in answers]
        doubts = self.matcher.doubtful(unanswering, set(left_over))
        return Comparison(
            tuple(
                ComparedResolution(k, tuple(answers.get(k, ()))) for k in range(len(self.decided))
            ),
            tuple(left_over),
            tuple((link.resolution, link.recommendation) for link in doubts),
        )

    def _repeated(self) -> dict[int, int]:
        """The recommendations that resolutions repeat word for word, by the resolution's place."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, each in enumerate(self.recommendations):
            places[_folded(each)].append(index)
        return {
            place: places[text].pop(0)
            for place, each in enumerate(self.resolutions)
            if places.get(text := _folded(each))
        }

    def _named(self, repeated: frozenset[int]) -> dict[tuple[int, int], AnswerClass]:
        """What resolutions say of recommendations by number, by the places of both."""
        return {
            (place, index): found
            for place, clauses in enumerate(self.decided)
            if place not in repeated
            for clause in clauses
            for index, found in named_recommendations(clause, self.recommendations).items()
        }

    def _put_off(self, links: Sequence[Link]) -> list[Link]:
        """What nothing else answers, where a resolution puts off the whole item."""
        answered = {link.recommendation for link in links}
        for place, clauses in enumerate(self.decided):
            if any(map(puts_off_whole_item, clauses)):
                free = [k for k in range(len(self.recommendations)) if k not in answered]
                return [Link(place, index, _CERTAIN) for index in free]
        return []

    def _class(self, link: Link, links: Sequence[Link]) -> AnswerClass:
        proposed, decided = self.proposed[link.recommendation], self.decided[link.resolution]
        if any(map(puts_off_whole_item, decided)) and not any(map(puts_off_whole_item, proposed)):
            return AnswerClass.DIFFERENT
        others = [
            self.decided[each.resolution]
            for each in links
            if each.recommendation == link.recommendation and each != link
        ]
        also = [
            self.proposed[each.recommendation]
            for each in links
            if each.resolution == link.resolution and each != link
        ]
        return classify(self._part(proposed, decided, others), self._part(decided, proposed, also))

    def _part(
        self,
        clauses: tuple[Clause, ...],
        partner: tuple[Clause, ...],
        rivals: Sequence[tuple[Clause, ...]],
    ) -> tuple[Clause, ...]:
        """The clauses that belong to `partner` rather than to one of its rivals."""
        if not rivals or len(clauses) < 2:
            return clauses
        own = [
            clause
            for clause in clauses
            if self._likeness(clause, partner)
            > max(self._likeness(clause, rival) for rival in rivals)
        ]
        return tuple(own) or clauses

    def _likeness(self, clause: Clause, others: tuple[Clause, ...]) -> float:
        similarity = self.matcher.similarity
        weights = similarity.weights([clause])
        return max(similarity.score(weights, similarity.weights([other])) for other in others)


def _folded(point: ParsedPoint) -> str:
    return unify_signs(whole_text(point)).casefold().rstrip(" .;")
