"""Every labelled document and wording: which resolution answers what, and how."""

import json
from pathlib import Path
from typing import Any

import pytest

from agenda.follow_through.comparison import Comparison, compare

from .samples import BRADFORD, PAIRS, read_item, read_json, recommendations, resolutions

WORDINGS = read_json("wordings.json")
Answers = set[tuple[int, int | None, str]]

AGREED, CHANGED, DIFFERENT, ADDED = (
    "agreed as recommended",
    "agreed with changes",
    "decided differently",
    "added by members",
)


def answers_of(comparison: Comparison) -> Answers:
    found: Answers = {
        (each.resolution, answer.recommendation, answer.answer_class.value)
        for each in comparison.resolutions
        for answer in each.answers
    }
    return found | {
        (each.resolution, None, each.answer_class.value)
        for each in comparison.resolutions
        if not each.answers
    }


def labelled_answers(rows: list[dict[str, Any]]) -> Answers:
    return {
        (row["resolution"], recommendation, answer_class)
        for row in rows
        for recommendation, answer_class in zip(
            [row["recommendation"], *row.get("also", [])],
            [row["class"], *row.get("also_class", [])],
            strict=True,
        )
    }


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_labelled_documents_are_compared_as_labelled(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))["expected"]
    item = read_item(path.with_suffix(".txt"))
    comparison = compare(item.recommendations, item.resolutions)
    assert answers_of(comparison) == labelled_answers(expected["comparison"])
    assert list(comparison.not_taken_up) == expected["not_taken_up"]


@pytest.mark.parametrize("case", WORDINGS, ids=lambda case: case["why"])
def test_wordings_are_compared_as_labelled(case: dict[str, Any]) -> None:
    comparison = compare(
        recommendations(*case["recommendations"]), resolutions(*case["resolutions"])
    )
    expected = {(row["resolution"], row["recommendation"], row["class"]) for row in case["answers"]}
    assert answers_of(comparison) == expected


@pytest.mark.parametrize(
    ("name", "answers", "not_taken_up"),
    [
        ("000", {(0, 0, AGREED), (1, 1, CHANGED), (2, None, ADDED)}, ()),
        ("001", {(0, 1, CHANGED), (1, None, ADDED)}, (0, 2)),
        ("003", {(0, 0, CHANGED), (1, 1, CHANGED), (2, 2, AGREED)}, ()),
    ],
)
def test_bradford_pages(name: str, answers: Answers, not_taken_up: tuple[int, ...]) -> None:
    [path] = BRADFORD.glob(f"{name}_*.txt")
    item = read_item(path)
    comparison = compare(item.recommendations, item.resolutions)
    assert (answers_of(comparison), comparison.not_taken_up) == (answers, not_taken_up)


def test_a_resolution_with_several_outcomes_is_agreed_with_changes() -> None:
    comparison = compare(
        recommendations("That the plan be adopted.", "That the fee be £40."),
        resolutions("That recommendation (1) be approved and recommendation (2) be rejected."),
    )
    [resolution] = comparison.resolutions
    assert [answer.answer_class for answer in resolution.answers] == [AGREED, DIFFERENT]
    assert resolution.answer_class == CHANGED


def test_an_exact_answer_is_sure_and_a_distant_one_less_so() -> None:
    comparison = compare(
        recommendations("That the hall be sold.", "That the report be noted."),
        resolutions(
            "That the hall be kept for the use of the scouts.", "That the report be noted."
        ),
    )
    distant, exact = (each.answers[0].score for each in comparison.resolutions)
    assert exact == pytest.approx(1.0)
    assert distant < 0.9
