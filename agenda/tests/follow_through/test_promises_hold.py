"""Whatever the texts: indexes are valid, nothing is told twice, nothing was due before the meeting."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.follow_through.classes import AnswerClass
from agenda.follow_through.comparison import Comparison, compare
from agenda.follow_through.promises import expected_reports

from .samples import read_json, recommendations, resolutions

_SEEN = [
    point
    for case in read_json("wordings.json")
    for point in (*case["recommendations"], *case["resolutions"])
    if isinstance(point, str)
] + [case["phrase"] for case in read_json("due_dates.json") + read_json("due_dates_more.json")]
_WORDS = sorted({word for text in _SEEN for word in text.split()})
SENTENCES = (
    st.sampled_from(_SEEN)
    | st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join)
    | st.text(max_size=80)
)
POINTS = st.lists(SENTENCES, max_size=6)
DAYS = st.none() | st.dates()


def assert_whole(comparison: Comparison, proposed: int, decided: int) -> None:
    assert [each.resolution for each in comparison.resolutions] == list(range(decided))
    answers = [answer for each in comparison.resolutions for answer in each.answers]
    answered = {answer.recommendation for answer in answers}
    assert answered.isdisjoint(comparison.not_taken_up)
    assert sorted(answered | set(comparison.not_taken_up)) == list(range(proposed))
    assert all(0 < answer.score <= 1.0001 for answer in answers)
    for each in comparison.resolutions:
        indexes = [answer.recommendation for answer in each.answers]
        assert len(indexes) == len(set(indexes))


@given(POINTS, POINTS)
def test_every_point_is_told_once(proposed: list[str], decided: list[str]) -> None:
    comparison = compare(recommendations(*proposed), resolutions(*decided))
    assert_whole(comparison, len(proposed), len(decided))


@given(POINTS)
def test_what_is_resolved_word_for_word_is_agreed(points: list[str]) -> None:
    comparison = compare(recommendations(*points), resolutions(*points))
    assert_whole(comparison, len(points), len(points))
    answers = [each.answers[0] for each in comparison.resolutions]
    assert [answer.recommendation for answer in answers] == list(range(len(points)))
    assert {answer.answer_class for answer in answers} <= {AnswerClass.AGREED}


@given(POINTS, DAYS)
def test_no_report_is_due_before_the_meeting(points: list[str], held_on: date | None) -> None:
    for report in expected_reports(resolutions(*points), held_on):
        assert points[report.resolution][report.span.start : report.span.end] == report.phrase
        assert report.due_on is None or held_on is None or report.due_on >= held_on


@settings(max_examples=20)
@given(st.sampled_from(_SEEN), st.integers(20, 200))
def test_time_grows_with_the_length(sentence: str, times: int) -> None:
    started = time.perf_counter()
    text = " and ".join([sentence] * times)
    compare(recommendations(text), resolutions(text))
    expected_reports(resolutions(text), date(2024, 3, 15))
    assert time.perf_counter() - started < 3


def test_hundreds_of_points_are_compared_in_seconds() -> None:
    points = [
        f"That a grant of £{100 + k} be made to the {_WORDS[k % len(_WORDS)]} {k} Society."
        for k in range(300)
    ]
    started = time.perf_counter()
    comparison = compare(recommendations(*points), resolutions(*reversed(points)))
    assert time.perf_counter() - started < 3
    assert len(comparison.not_taken_up) == 0
