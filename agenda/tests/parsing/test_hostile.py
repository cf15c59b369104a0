"""Texts made to be slow: they are read all the same, with every promise kept.

None of these tests looks at a clock. Reading that tried the same words again and again would take
hours over them.
"""

import re

import pytest

from agenda.parsing.parser import NotMinutes, parse_document
from agenda.parsing.patterns import PHRASES, Phrase

from .samples import assert_promises_hold

PAGE = "Local democracy\n\nAgenda item\n\n"
MINUTES = PAGE + "PARKS\n\nMinutes:\n\n"
RUN = 100_000
MEGABYTE = 1_000_000
# A word of each kind that stands before or behind a run of spaces somewhere in the grammar.
LINES = [
    "(Jo Bell – 01632 960001 / Ann Lee, 01632 960002)",
    "Contact Officer: Jo Bell, Planner / Ann Lee – 01632 960001 and 960002, jo@example.org",
    "ACTION: Director of Place (Resolution 1) / City Solicitor to circulate – the figures (referral to the Board)",
    "(1) That the Executive and Health Committee be asked; (2) That it be noted.",
    "The Strategic Director, Place will submit Document “A”, not for publication, exempt under paragraph 3, Appendix A",
    "It was moved that x be y and the motion was put and carried in camera on 3 May 2031 in 12 months",
    "Meeting: 28/11/2031 - Hartside Area Committee (Item 35)",
    "02/03/2031 - USE OF IT ref: 4110 Decision Maker: Executive",
    "Venue: Town Hall . View directions",
    "Tuesday, 7th July, 2031 10.30 am held on",
    "Corporate Overview and Scrutiny Committee (Jo Bell – 01632 960001)",
    "TITLE pdf icon PDF 107 KB",
    "1. | TITLE Additional documents: Decision: That it be so. |",
]
HEADS = {
    "item": MINUTES,
    "agenda": PAGE,
    "meeting": "Agenda and minutes\n\n",
    "issue": "Issue - meetings\n\nPARKS\n\n",
    "register": "Decisions published\n\n",
}
REPEATED = {
    "lines": (
        "(Jo Bell – 01632 {n:06})\n",
        "02/03/2031 - USE ref: {n}\n",
        "ACTION: Director of Place\nThat it be so.\n",
        "({n}) That Members\n(a) be asked to y\n",
        "It was moved that x be y and the motion was carried\n",
    ),
    "words": ("Jo Bell / ", "in May ", "Director of Place (a) / ", "moved ", "Appendix A "),
}


def assert_read_or_refused(text: str) -> None:
    try:
        document = parse_document(text)
    except NotMinutes:
        return
    assert_promises_hold(text, document)


def with_runs(line: str, sign: str) -> list[str]:
    """The line with a long run of a sign in each place where it holds a space."""
    return [
        line[: gap.start()] + sign * RUN + line[gap.end() :] for gap in re.finditer(r"\s+", line)
    ]


@pytest.mark.parametrize("sign", [" ", "-", "a"])
@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.example)
def test_a_heading_with_a_long_run_of_one_sign_is_read(phrase: Phrase, sign: str) -> None:
    assert_read_or_refused(MINUTES + "\n".join(with_runs(phrase.example, sign)))


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("line", LINES)
def test_a_line_with_a_long_run_of_spaces_is_read(line: str, head: str) -> None:
    assert_read_or_refused(HEADS[head] + "\n".join(with_runs(line, " ")))


@pytest.mark.parametrize("kind", REPEATED)
def test_a_megabyte_of_the_same_is_read(kind: str) -> None:
    text = MINUTES
    for words in REPEATED[kind]:
        count = MEGABYTE // len(REPEATED[kind]) // len(words)
        text += "\nContact: " + "".join(words.format(n=n) for n in range(count))
    assert_promises_hold(text, parse_document(text))
