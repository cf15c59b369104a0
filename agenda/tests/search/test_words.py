"""How words are read from what is printed and from what is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.search.routine import is_routine
from agenda.search.typed import Meanings, read_query
from agenda.search.words import plain, stems, tokens, words


@pytest.mark.parametrize(
    ("written", "searched"),
    [("Children’s", "Children's"), ("“Document\xa0Q”", '"Document Q"'), ("Café Zoë", "Cafe Zoe")],
)
def test_plain_text_has_no_accents_and_no_curly_quotes(written, searched):
    assert plain(written) == searched


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("(Document “Q”)", "document q"),
        ("Cllr O’Brien and Cllr O'Brien", "cllr obrien and cllr obrien"),
        ("16/03412/FUL", "16 03412 ful"),
        ("CO₂ and CO2", "co2 and co2"),
        ("Cafe\u0301 café", "cafe cafe"),
        ("the o\ufb03cer", "the officer"),
        ("£5,000 of £1,234,567", "5000 of 1234567"),
        ("coun\xadcil ____ 😀", "council"),
    ],
)
def test_words_of_a_text(printed, read):
    assert words(printed) == read


def test_forms_of_a_word_share_a_stem():
    assert stems("Children’s policies") == stems("children policy")
    assert stems("Co-operative") == {"co", "oper", "cooper"}
    assert "jame" in stems("St James’s Hospital")


@given(st.text())
def test_words_are_letters_and_digits_alone(text):
    assert all(word.isalnum() for word in words(text).split())
    assert len(tokens(text)) == len(words(text).split())


@pytest.mark.parametrize(
    ("typed", "lexemes"),
    [
        ("taxi licensing", "((('taxi')) & (('licens')))"),
        ("taxis -buses OR trams", "((('taxi')) & !('bus')) | ((('tram')))"),
        ("what about the taxi", "((('taxi')))"),
        ("the", "((('the')))"),
        ("IT strategy", "((('it')) & (('strategi')))"),
        ("it strategy", "((('strategi')))"),
        ("co-operative", "((('cooper') | ('co' & 'oper')))"),
        ("OR taxi or", "((('taxi')))"),
        ('"unbalanced quote', "((('unbalanc' & 'quot' & 'p:2eb6')))"),
        ("!!! - & | ()", ""),
    ],
)
def test_typed_words_as_a_query(typed, lexemes):
    assert read_query(typed).lexemes() == lexemes


def test_a_phrase_keeps_small_words_and_single_letters():
    query = read_query('"Document A" -"to the council"')
    assert [clause.terms[0].phrase for clauses in query.alternatives for clause in clauses] == [
        "document a",
        "to the council",
    ]


def test_an_acronym_and_what_it_stands_for_are_one_question():
    meanings = Meanings({"cse": ["child sexual exploitation"]}, {"child sexual exploit": ["CSE"]})
    for typed in ("cse", "Child Sexual Exploitation"):
        query = read_query(typed, meanings)
        (clause,) = query.alternatives[0]
        assert {term.stems for term in clause.terms} == {("cse",), ("child", "sexual", "exploit")}
        assert query.also
    quoted = read_query('"child sexual exploitation" "CSE"', meanings)
    assert [len(clause.terms) for clause in quoted.alternatives[0]] == [1, 1]
    assert quoted.also == ()


@given(st.text(max_size=200))
def test_any_text_is_a_query(typed):
    read_query(typed).condition("title")


@pytest.mark.parametrize(
    "title",
    [
        "APOLOGIES FOR ABSENCE",
        "1. Apologies",
        "DISCLOSURES OF INTEREST",
        "Members’ declarations of interests",
        "MINUTES",
        "Minutes of the meeting held on Thursday 6 October 2016",
        "INSPECTION OF REPORTS AND BACKGROUND PAPERS",
        "ALTERNATE MEMBERS (Standing Order 34)",
        "Any other business",
        "Urgent Business",
    ],
)
def test_title_of_every_agenda_is_routine(title):
    assert is_routine(title)


@pytest.mark.parametrize(
    "title",
    [
        "Urgent care centre",
        "Declaration of a climate emergency",
        "Declarations of interest policy",
        "Minutes portal",
        "Emergency planning",
        "Fire service arrangements",
        "Inspection of children’s services",
        "Road works",
    ],
)
def test_matter_of_its_own_is_not_routine(title):
    assert not is_routine(title)
