"""What officers recommended beside what members decided, as the page of an item shows it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from agenda.expected_reports import ExpectedReport
from agenda.follow_through.differences import Change, Run, word_differences
from agenda.models import AgendaItem, Point, Recommendation, Resolution
from agenda.outcomes import Answer, RecommendationOutcome, ResolutionOutcome

# With fewer words in common than this share of the shorter text, changes cannot be read.
READABLE = 1 / 3
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# What members change most often: "6 October 2016", "£1,500", "12 months", "20%".
FIGURES = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?\b(?:{MONTHS})\b(?: \d{{4}})?"
    r"|£\d+(?:[,.]\d+)*(?: ?(?:million|m|k)\b)?|\b\d+(?:[,.]\d+)*(?:%| (?:days|weeks|months|years)\b)"
)
ANSWERS = dict(Answer.Outcome.choices)
UNANSWERED = (RecommendationOutcome.NOT_TAKEN_UP, RecommendationOutcome.UNMATCHED)


@dataclass(frozen=True, slots=True)
class Answered:
    """A recommendation that a resolution answers, and what it made of it, in words."""

    recommendation: Recommendation
    words: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A resolution, what it answers and what it promises."""

    resolution: Resolution
    answers: tuple[Answered, ...] = ()
    reports: tuple[ExpectedReport, ...] = ()


@dataclass
class Group:
    """Recommendations and resolutions that belong together; either may be missing."""

    recommendations: list[Recommendation]
    decided: list[Decided]

    @classmethod
    def of(cls, recommendations: Iterable[Point], resolutions: Iterable[Point]) -> Self:
        """These points, without what they answer or promise."""
        return cls(list(recommendations), [Decided(resolution) for resolution in resolutions])

    @cached_property
    def differences(self) -> tuple[Run, ...]:
        """The words deleted and inserted; none where nothing differs, or nearly everything."""
        if not self.recommendations or not self.decided:
            return ()
        runs = word_differences(self.proposed_text, self.decided_text)
        kept = sum(len(run.text) for run in runs if run.change == Change.KEPT)
        shorter = min(len(self.proposed_text), len(self.decided_text))
        return runs if READABLE * shorter <= kept and len(runs) > 1 else ()

    @cached_property
    def figures(self) -> tuple[list[str], list[str]]:
        """The dates, sums and periods that only one side names, where no differences are shown."""
        if self.differences or not self.is_changed:
            return [], []
        proposed, decided = figures_in(self.proposed_text), figures_in(self.decided_text)
        return (
            [figure for figure in proposed if figure not in decided],
            [figure for figure in decided if figure not in proposed],
        )

    @property
    def proposed_text(self) -> str:
        return whole_text(self.recommendations)

    @property
    def decided_text(self) -> str:
        return whole_text(decided.resolution for decided in self.decided)

    @property
    def is_changed(self) -> bool:
        """Whether the difference is what a reader looks for, not a turn of phrase."""
        return bool(self.recommendations) and any(
            d.resolution.outcome != ResolutionOutcome.AGREED for d in self.decided
        )


def whole_text(points: Iterable[Point]) -> str:
    return " ".join(part for point in points for part in (point.text, *point.sub_points))


def figures_in(text: str) -> list[str]:
    return list(dict.fromkeys(FIGURES.findall(text)))


def side_by_side(item: AgendaItem) -> list[Group]:
    """The points of an item in the order of the resolutions; nothing is left out.

    Needs an item from `agenda.whole_items`. A recommendation that nothing answers stands before the
    ones that follow it in the source.
    """
    by_number = {point.pk: point for point in item.recommendations.all()}
    groups: list[Group] = []
    for resolution in item.resolutions.all():
        answers = tuple(
            Answered(by_number[given["recommendation"]], ANSWERS[given["outcome"]])
            for given in resolution.answers_given
        )
        reports = (r for r in item.expected_reports.all() if r.resolution_id == resolution.pk)
        _add(groups, Decided(resolution, answers, tuple(reports)))
    answered = {point.pk for group in groups for point in group.recommendations}
    for point in by_number.values():
        if point.pk not in answered:
            groups.insert(_place_of(point, groups), Group([point], []))
    return groups


def in_place_order(points: Iterable[Point]) -> list[Point]:
    return sorted(points, key=lambda point: point.position)


def _add(groups: list[Group], decided: Decided) -> None:
    """Put a resolution with those that answer the same recommendations."""
    own = [answer.recommendation for answer in decided.answers]
    related = [group for group in groups if any(p in group.recommendations for p in own)]
    first = related[0] if related else Group([], [])
    for other in related[1:]:
        first.recommendations += other.recommendations
        first.decided += other.decided
        groups.remove(other)
    first.decided.append(decided)
    first.recommendations = in_place_order({*first.recommendations, *own})
    if not related:
        groups.append(first)


def _place_of(point: Recommendation, groups: Sequence[Group]) -> int:
    later = (
        place
        for place, group in enumerate(groups)
        if any(other.position > point.position for other in group.recommendations)
    )
    return next(later, len(groups))


def is_suggested(item: AgendaItem) -> bool:
    """Whether any of the comparison has not been confirmed by an officer."""
    unanswered = [p for p in item.recommendations.all() if p.outcome in UNANSWERED]
    compared = [point for point in item.resolutions.all() if point.outcome]
    return any(not point.outcome_confirmed for point in (*unanswered, *compared))


def counted(points: Sequence[Point], kind: str) -> str:
    """ "3 resolutions: 1 agreed as recommended, 2 added by members"; no more than is known."""
    number = f"{len(points)} {kind}{'' if len(points) == 1 else 's'}"
    outcomes = Counter(point.get_outcome_display().lower() for point in points if point.outcome)
    classes = ", ".join(f"{count} {words}" for words, count in outcomes.items())
    return f"{number}: {classes}" if classes else number
