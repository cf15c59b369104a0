"""Which paragraphs of a discussion put or answer a question."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agenda.parsing.questions import question_in


@pytest.mark.parametrize(
    ("paragraph", "question"),
    [
        (
            "In response to a question regarding resources, the Director acknowledged it.",
            "a question regarding resources",
        ),
        (
            "In relation to a question on children who were missing, how many of those were found.",
            "a question on children who were missing",
        ),
        (
            "Members were keen to understand if there had been any change. They had heard of one.",
            "Members were keen to understand if there had been any change.",
        ),
        (
            "Why did staff work outside their own area?",
            "Why did staff work outside their own area?",
        ),
        ("In response, officers indicated that they were working together.", None),
        ("The Director stated that this was the third report.", None),
    ],
)
def test_a_question_is_found_in_its_own_words(paragraph, question):
    assert question_in(paragraph) == question


@example("?")
@given(st.text())
def test_a_question_is_part_of_its_paragraph(text):
    question = question_in(text)
    assert question is None or question in text
