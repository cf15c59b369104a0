"""Whatever the text: words keep their place, no line is lost, and nothing but a reason is raised."""

import cProfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agenda.parsing.actions import MOST_ACTIONS
from agenda.parsing.document import PageKind
from agenda.parsing.parser import NotMinutes, parse_document

from .samples import SAMPLES, Sample, assert_promises_hold

PAGE = "Local democracy\n\nAgenda item\n\n"
TEXTS = st.sampled_from([sample.text for sample in SAMPLES])
LINES = sorted({line for sample in SAMPLES for line in sample.text.splitlines()})


def assert_readable(text: str, page_kind: PageKind | None = None) -> None:
    try:
        document = parse_document(text, page_kind)
    except NotMinutes:
        return
    assert_promises_hold(text, document)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_promises_hold_for_every_sample(sample: Sample) -> None:
    assert_promises_hold(sample.text, parse_document(sample.text))


@given(st.text(), st.sampled_from([None, *PageKind]))
def test_any_text_is_read_or_refused(text: str, page_kind: PageKind | None) -> None:
    assert_readable(text, page_kind)
    assert_readable(PAGE + text, page_kind)


@given(st.lists(st.sampled_from(LINES), max_size=60), st.sampled_from([None, *PageKind]))
def test_lines_in_any_order_are_read(lines: list[str], page_kind: PageKind | None) -> None:
    assert_readable("\n".join(lines), page_kind)


@given(TEXTS, st.randoms(use_true_random=False))
def test_a_shuffled_document_is_read(text: str, random) -> None:
    lines = text.splitlines()
    random.shuffle(lines)
    assert_readable("\n".join(lines))


@given(TEXTS, st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_cut_document_is_read(text: str, first: int, last: int) -> None:
    first, last = sorted((first % (len(text) + 1), last % (len(text) + 1)))
    assert_readable(text[first:last])


@given(TEXTS, TEXTS)
def test_joined_documents_are_read(first: str, second: str) -> None:
    assert_readable(first + second)
    assert_readable(first + "\n" + first)


@given(
    TEXTS,
    st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from("(){}“”|:–-.\n\xa01lO \ufeff\u200b"))
    ),
)
def test_a_damaged_document_is_read(text: str, damage: list[tuple[int, str]]) -> None:
    for place, sign in damage:
        place %= len(text) + 1
        text = text[:place] + sign + text[place:]
    assert_readable(text)


@given(TEXTS)
def test_line_endings_and_white_space_change_nothing_that_is_read(text: str) -> None:
    ours = [p.text for p in _resolutions(text)]
    assert [p.text for p in _resolutions(text.replace("\n", "\r\n"))] == ours
    assert [p.text for p in _resolutions("\ufeff" + text)] == ours


def _resolutions(text: str) -> list:
    page = parse_document(text).page
    items = getattr(page, "items", None) or [page]
    return [point.text for item in items for point in getattr(item, "resolutions", ())]


# What a hostile page repeats: a heading, and the words that follow it over and over.
REPEATED = {
    "one word": (PAGE, "a"),
    "sentences": (PAGE, "That the report be noted "),
    "brackets": (PAGE, "("),
    "headings": (PAGE, "Resolved –\nThat it be so.\n"),
    "sub-points": (PAGE + "Resolved –\n(1) That:\n", "(a) That x be y\n"),
    "documents": (PAGE, "Document “A”, not for publication Appendix A "),
    "owners": (PAGE + "Minutes:\nACTION: ", "Aa (b) "),
    "names": (PAGE, "(Ann Lee, Bob May, Jo Bell – 01632 960001)\n"),
    "open brackets": (PAGE, "(Ann Lee and others\n"),
    "motions": (PAGE + "Minutes:\n", "It was moved that x be y and the motion was lost. "),
    "repeated decisions": (PAGE, "Decision:\nThat it be so.\nMinutes:\nThat it be so.\n"),
    "items": (
        "Agenda\n\nNo. Item\n\n",
        "1.\n\nTITLE OF THE ITEM\n\nMinutes:\n\nMembers spoke of it.\n",
    ),
    "meetings": ("Issue - meetings\n\nX\n\n", "Meeting: 28/11/2031 - Board (Item 3)\n"),
    "entries": ("Decisions published\n\n", "02/03/2031 - USE ref: 4110\nDecision Maker: X\n"),
    "cells": ("No. | Item |\n---|---|\n", "Parks and gardens |\n"),
}


@pytest.mark.parametrize("name", REPEATED)
def test_a_text_four_times_as_long_takes_about_four_times_the_work(name: str) -> None:
    heading, words = REPEATED[name]
    short, long = (_calls(heading + words * (size // len(words))) for size in (9_000, 36_000))
    assert long < 5 * short + 1_000


def _calls(text: str) -> int:
    """How many calls of functions it takes to read a text."""
    profile = cProfile.Profile()
    profile.runcall(parse_document, text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("name", ["entries", "cells"])
def test_thousands_of_items_are_refused_with_their_number(name: str) -> None:
    heading, words = REPEATED[name]
    with pytest.raises(NotMinutes, match=r"holds 5,000 (items|decisions).* Split it"):
        parse_document(heading + words * 5_000)


def test_thousands_of_meetings_on_one_issue_are_refused_with_their_number() -> None:
    heading = "Issue - meetings\n\nPARKS\n\n"
    with pytest.raises(NotMinutes, match=r"holds 5,000 meetings; .* Split it"):
        parse_document(heading + "Meeting: 28/11/2031 - Hartside (Item 3)\n\nSaid.\n" * 5_000)


@pytest.mark.parametrize(
    "words", ["ACTION: City Solicitor (a)\n", "ACTION: " + "Clerk (a) " * 300 + "\n"]
)
def test_tens_of_thousands_of_actions_are_refused_with_their_number(words: str) -> None:
    times = 3 * MOST_ACTIONS // words.count("(a)")
    with pytest.raises(NotMinutes, match=r"holds \d\d,\d{3} actions; .* Split it"):
        parse_document(f"{PAGE}Minutes:\n\n" + words * times)
    read = parse_document(f"{PAGE}Minutes:\n\n" + words * (times // 4))
    assert len(read.page.actions) == times // 4 * words.count("(a)")


def test_thousands_of_tiny_lines_are_refused_at_once() -> None:
    with pytest.raises(NotMinutes, match="a few signs each"):
        parse_document(PAGE + "1.\n" * 100_000)
