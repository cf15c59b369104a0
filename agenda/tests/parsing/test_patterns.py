import pytest

from agenda.parsing.headings import mark_lines
from agenda.parsing.lines import LineKind, split_lines
from agenda.parsing.numbering import read_marker
from agenda.parsing.patterns import PHRASES, Phrase


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.example)
def test_phrase_matches_its_example(phrase: Phrase) -> None:
    assert mark_lines(split_lines(phrase.example))[0].kind is phrase.kind


@pytest.mark.parametrize(
    "line",
    [
        "That had not been resolved yet and would depend on the budget.",
        "Resolved to open eight miles of new route, the team had opened six.",
        "Recommended widths had been kept to, except on Bank Street.",
        "Minutes of the last meeting were sent to every Member.",
        "Decision Maker: Executive",
        "Action plans had been drawn up.",
        "Agreed priorities were listed in the report.",
        "Overview and scrutiny of budgets was praised.",
    ],
)
def test_ordinary_words_are_no_heading(line: str) -> None:
    assert mark_lines(split_lines(line))[0].kind is LineKind.PROSE


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("(1)\xa0\xa0 That", "1"),
        ("1. That", "1"),
        ("1) That", "1"),
        ("(1 ) That", "1"),
        ("1 . That", "1"),
        ("(2 That", "2"),
        ("(l) That", "1"),
        ("1O. That", "10"),
        ("(a) that", "a"),
        ("A: Welcomes", "A"),
        ("(ii) that", "ii"),
        ("2.1. That", "2.1"),
        ("- that", None),
        ("·\xa0 that", None),
    ],
)
def test_numbers_are_read_also_where_damaged(printed: str, number: str | None) -> None:
    assert read_marker(printed).readings[0].number == number


@pytest.mark.parametrize("words", ["10.30 am", "A Member asked", "i.e. that", "£2,000", "2031 was"])
def test_words_are_no_numbers(words: str) -> None:
    assert read_marker(words) is None
