"""Sets the stored resolutions of an item beside its recommendations."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agenda.follow_through.classes import AnswerClass
from agenda.follow_through.comparison import Comparison
from agenda.models import Recommendation, Resolution
from agenda.outcomes import Answer, RecommendationOutcome, ResolutionOutcome

OUTCOMES = {
    AnswerClass.AGREED: ResolutionOutcome.AGREED,
    AnswerClass.CHANGED: ResolutionOutcome.CHANGED,
    AnswerClass.DIFFERENT: ResolutionOutcome.DIFFERENT,
    AnswerClass.ADDED: ResolutionOutcome.ADDED,
}


def judge(
    recommendations: Sequence[Recommendation],
    resolutions: Sequence[Resolution],
    compared: Comparison,
    confirmed: Iterable[Answer] = (),
) -> list[Answer]:
    """Set the outcome of each point of an item; gives the answers, none of them saved.

    `confirmed` are the stored answers of resolutions that an officer confirmed; these keep
    them and their outcome. No other answers a recommendation of which an officer confirmed
    that it was not taken up. Where no recommendation or no resolution is printed, there is
    nothing to compare, and the outcomes stay empty.
    """
    kept = [answer for answer in confirmed if answer.resolution in resolutions]
    if not recommendations or not resolutions:
        for point in (*recommendations, *_open(resolutions)):
            point.outcome = ""
        return kept
    compared = _without_settled(compared, recommendations)
    answers = kept + _suggested(compared, recommendations, resolutions)
    _set_outcomes(compared, resolutions)
    doubtful = [recommendations[place] for _, place in compared.doubtful]
    for recommendation in recommendations:
        own = {a.outcome for a in answers if a.recommendation == recommendation}
        recommendation.outcome = outcome_of(own, is_doubtful=recommendation in doubtful)
    return answers


def outcome_of(outcomes: set[str], *, is_doubtful: bool = False) -> str:
    """What became of a recommendation, going by what its answers made of it."""
    if not outcomes:
        missing = RecommendationOutcome.UNMATCHED, RecommendationOutcome.NOT_TAKEN_UP
        return missing[0] if is_doubtful else missing[1]
    return outcomes.pop() if len(outcomes) == 1 else RecommendationOutcome.CHANGED


def _without_settled(compared: Comparison, recommendations: Sequence[Recommendation]) -> Comparison:
    """The comparison without the recommendations that an officer found not taken up."""
    settled = {n for n, each in enumerate(recommendations) if each.outcome_confirmed}
    resolutions = (
        replace(each, answers=tuple(a for a in each.answers if a.recommendation not in settled))
        for each in compared.resolutions
    )
    doubtful = (pair for pair in compared.doubtful if pair[1] not in settled)
    return replace(compared, resolutions=tuple(resolutions), doubtful=tuple(doubtful))


def _open(resolutions: Iterable[Resolution]) -> list[Resolution]:
    return [resolution for resolution in resolutions if not resolution.outcome_confirmed]


def _suggested(
    compared: Comparison,
    recommendations: Sequence[Recommendation],
    resolutions: Sequence[Resolution],
) -> list[Answer]:
    return [
        Answer(
            resolution=resolutions[each.resolution],
            recommendation=recommendations[answer.recommendation],
            outcome=OUTCOMES[answer.answer_class],
            score=round(min(answer.score, 1.0), 2),
        )
        for each in compared.resolutions
        if not resolutions[each.resolution].outcome_confirmed
        for answer in each.answers
    ]


def _set_outcomes(compared: Comparison, resolutions: Sequence[Resolution]) -> None:
    doubtful = {place for place, _ in compared.doubtful}
    for each in compared.resolutions:
        resolution = resolutions[each.resolution]
        if resolution.outcome_confirmed:
            continue
        resolution.outcome = (
            ResolutionOutcome.UNMATCHED
            if each.resolution in doubtful
            else OUTCOMES[each.answer_class]
        )
