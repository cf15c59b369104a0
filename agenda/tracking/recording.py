"""Keeps what follows from stored records in step with them; call it in their transaction.

What an officer confirmed or rejected is never undone.
"""

from collections.abc import Iterable, Sequence

from django.db import models, transaction

from agenda.expected_reports import ExpectedReport
from agenda.follow_through.comparison import compare
from agenda.models import AgendaItem, Recommendation, Resolution
from agenda.outcomes import Answer
from agenda.parsing.document import ParsedRecommendation, ParsedResolution
from agenda.prepared import Prepared
from agenda.tracking import due_dates
from agenda.tracking.comparing import judge
from agenda.tracking.linking import link
from agenda.tracking.points import as_read
from agenda.tracking.promising import expected_reports

DATES = ["due_on", "precision", "recurs", "start", "end"]


def follow(
    item: AgendaItem,
    recommendations: Sequence[Recommendation],
    resolutions: Sequence[Resolution],
    prepared: Prepared,
) -> list[models.Model]:
    """What follows from an item that is not stored yet: outcomes are set, the rest is given."""
    answers = judge(recommendations, resolutions, prepared.comparison)
    held_on, find = item.meeting.held_on, prepared.expected_reports
    reports = expected_reports(item, resolutions, held_on, item.source.text, find)
    return [*answers, *reports]


@transaction.atomic
def recompute(items: Iterable[AgendaItem]) -> None:
    """Compare, date and link anew what these items hold."""
    numbers = [item.pk for item in items]
    stored = AgendaItem.objects.filter(pk__in=numbers).select_related(
        "meeting__committee", "source"
    )
    for item in stored.prefetch_related(
        "recommendations",
        "resolutions__answers__recommendation",
        "expected_reports__returns",
        "actions__resolutions",
    ):
        _compare(item)
        _date(item)
        due_dates.recompute(item)
    link(stored)


def _compare(item: AgendaItem) -> None:
    recommendations, resolutions = list(item.recommendations.all()), list(item.resolutions.all())
    stored = [answer for each in resolutions for answer in each.answers.all()]
    confirmed = [answer for answer in stored if answer.resolution.outcome_confirmed]
    before = _outcomes(recommendations, resolutions)
    comparison = compare(
        as_read(recommendations, ParsedRecommendation), as_read(resolutions, ParsedResolution)
    )
    answers = judge(recommendations, resolutions, comparison, confirmed)
    for point in (*recommendations, *resolutions):
        if point.outcome != before[point]:
            type(point).objects.filter(pk=point.pk).update(outcome=point.outcome)
    _replace_answers(stored, answers)


def _outcomes(
    recommendations: Sequence[Recommendation], resolutions: Sequence[Resolution]
) -> dict[models.Model, str]:
    return {point: point.outcome for point in (*recommendations, *resolutions)}


def _replace_answers(stored: Sequence[Answer], answers: Sequence[Answer]) -> None:
    """Bring the stored answers in line; one that is the same stays the same record."""
    missing = {(a.resolution_id, a.recommendation_id): a for a in answers}
    for answer in stored:
        found = missing.pop((answer.resolution_id, answer.recommendation_id), None)
        if found is None:
            Answer.objects.filter(pk=answer.pk).delete()
        elif (found.outcome, found.score) != (answer.outcome, answer.score):
            Answer.objects.filter(pk=answer.pk).update(outcome=found.outcome, score=found.score)
    Answer.objects.bulk_create(missing.values())


def _date(item: AgendaItem) -> None:
    """Bring the expected reports in line, each known by its resolution and its words."""
    resolutions = list(item.resolutions.all())
    found = expected_reports(item, resolutions, item.meeting.held_on, item.source.text)
    missing = {(report.resolution_id, report.phrase): report for report in found}
    for report in item.expected_reports.all():
        current = missing.pop((report.resolution_id, report.phrase), None)
        if _is_settled(report):
            continue
        if current is None:
            ExpectedReport.objects.filter(pk=report.pk).delete()
        elif any(getattr(report, name) != getattr(current, name) for name in DATES):
            values = {name: getattr(current, name) for name in DATES}
            ExpectedReport.objects.filter(pk=report.pk).update(**values)
    ExpectedReport.objects.bulk_create(missing.values())


def _is_settled(report: ExpectedReport) -> bool:
    """Whether an officer confirmed it, struck it out, or confirmed what brought it back."""
    returned = any(each.standing == "confirmed" for each in report.returns.all())
    return report.due_confirmed or not report.is_promise or returned
