"""Resolutions set beside recommendations, and recommendations that nothing answers."""

from collections.abc import Mapping

from django.db.models import Case, FloatField, OuterRef, QuerySet, Subquery, Value, When

from agenda.confirming.forms import AnsweredByForm, AnswersForm
from agenda.confirming.kind import Kind, lowest_first, save
from agenda.models import Recommendation, Resolution
from agenda.outcomes import Answer, RecommendationOutcome, ResolutionOutcome
from agenda.side_by_side import UNANSWERED, Group, in_place_order
from agenda.tracking.comparing import outcome_of

CONFIRMED = "Comparison confirmed."
CORRECTED = "Comparison put right."


class Comparisons(Kind):
    name, words, model = "comparison", "Comparisons", Resolution
    form_class = AnswersForm

    def unsettled(self) -> QuerySet:
        return Resolution.objects.filter(outcome_confirmed=False).exclude(outcome="")

    def in_order(self, records: QuerySet) -> QuerySet:
        unmatched = When(outcome=ResolutionOutcome.UNMATCHED, then=Value(0.0))
        scored = Answer.objects.filter(resolution=OuterRef("pk")).order_by("score")
        return lowest_first(records, Case(unmatched, default=Subquery(scored.values("score")[:1])))

    def with_words(self, records: QuerySet) -> QuerySet:
        item = super().with_words(records)
        return item.prefetch_related("answers__recommendation", "item__recommendations")

    def shown(self, record: Resolution) -> object:
        answers = sorted((a.recommendation_id, a.outcome) for a in record.answers.all())
        proposed = [words_of(point) for point in record.item.recommendations.all()]
        return [words_of(record), record.outcome, record.outcome_confirmed, answers, proposed]

    def can_confirm(self, record: Resolution) -> bool:
        """What could not be matched is no finding that could be right."""
        return record.outcome != ResolutionOutcome.UNMATCHED

    def confirm(self, record: Resolution) -> None:
        save(record, CONFIRMED, outcome_confirmed=True)

    def correct(self, record: Resolution, form: AnswersForm) -> None:
        set_answers(record, form.outcomes)


class NotTakenUp(Kind):
    name, words, model = "not-taken-up", "Recommendations not taken up", Recommendation
    form_class = AnsweredByForm
    confirm_words = "Confirm: not taken up"

    def unsettled(self) -> QuerySet:
        return Recommendation.objects.filter(outcome__in=UNANSWERED, outcome_confirmed=False)

    def in_order(self, records: QuerySet) -> QuerySet:
        unmatched = When(outcome=RecommendationOutcome.UNMATCHED, then=Value(0.0))
        return lowest_first(records, Case(unmatched, default=None, output_field=FloatField()))

    def with_words(self, records: QuerySet) -> QuerySet:
        return super().with_words(records).prefetch_related("item__resolutions")

    def shown(self, record: Recommendation) -> object:
        decided = [words_of(resolution) for resolution in record.item.resolutions.all()]
        return [words_of(record), record.outcome, record.outcome_confirmed, decided]

    def confirm(self, record: Recommendation) -> None:
        save(
            record,
            "Confirmed: not taken up.",
            outcome=RecommendationOutcome.NOT_TAKEN_UP,
            outcome_confirmed=True,
        )

    def correct(self, record: Recommendation, form: AnsweredByForm) -> None:
        """Give the resolutions that an officer chose this answer too; none: it is not taken up."""
        if not form.outcomes:
            self.confirm(record)
        for resolution in record.item.resolutions.filter(pk__in=form.outcomes):
            known = dict(resolution.answers.values_list("recommendation_id", "outcome"))
            set_answers(resolution, {**known, record.pk: form.outcomes[resolution.pk]})


def words_of(point: Recommendation | Resolution) -> list[object]:
    return [point.number, point.text, point.sub_points]


def group_of(resolution: Resolution) -> Group:
    """A resolution beside what it answers, for showing how the words differ."""
    proposed = [answer.recommendation for answer in resolution.answers.all()]
    return Group.of(in_place_order(proposed), [resolution])


def set_answers(resolution: Resolution, outcomes: Mapping[int, str]) -> None:
    """Keep an officer's word on what a resolution answers; `outcomes` by recommendation."""
    wanted = dict(outcomes)
    for answer in resolution.answers.all():
        outcome = wanted.pop(answer.recommendation_id, "")
        if not outcome:
            answer._change_reason = CORRECTED
            answer.delete()
        elif outcome != answer.outcome:
            save(answer, CORRECTED, outcome=outcome, score=None)
    for number, outcome in wanted.items():
        save(Answer(resolution=resolution, recommendation_id=number), CORRECTED, outcome=outcome)
    whole = outcome_of(set(outcomes.values())) if outcomes else ResolutionOutcome.ADDED
    save(resolution, CORRECTED, outcome=whole, outcome_confirmed=True)
    for answered in Recommendation.objects.filter(pk__in=outcomes, outcome_confirmed=True):
        save(answered, CORRECTED, outcome_confirmed=False)
