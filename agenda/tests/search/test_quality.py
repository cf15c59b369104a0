"""The questions that the search is measured by, and how their answers are judged."""

import json
from collections import Counter

import pytest

from agenda.bench.quality import Answered, Came, answered, faults
from agenda.bench.questions import Label, Question, documents, questions
from agenda.ingest import ingest_document
from agenda.management.commands.bench_quality import as_json
from agenda.parsing.document import ParsedDecisions, ParsedIssue, ParsedMeeting
from agenda.parsing.parser import parse_document

CLOCK = "heldout3/336.txt"


def titles_in(text: str) -> set[str]:
    """The titles of all items that a document holds."""
    match parse_document(text).page:
        case ParsedMeeting(items=items):
            titles = [item.title for item in items]
        case ParsedIssue(meetings=meetings):
            titles = [sitting.item.title for sitting in meetings]
        case ParsedDecisions(decisions=decisions):
            titles = [decision.title for decision in decisions]
        case item:
            titles = [item.title]
    return {title.text for title in titles if title}


def test_there_are_sixty_questions_and_none_twice() -> None:
    asked = Counter(map(str, questions()))
    assert len(asked) >= 60
    assert asked.most_common(1)[0][1] == 1


def test_each_question_says_what_must_come_of_it() -> None:
    assert [str(q) for q in questions() if not (q.find or q.answer) or len(q.find) > 3] == []


def test_questions_name_items_that_the_documents_hold() -> None:
    labels = {label for q in questions() for label in (*q.find, *q.absent)}
    assert {label.document for label in labels} <= set(documents())
    titled = [label for label in labels if label.title]
    assert [x for x in titled if x.title not in titles_in(documents()[x.document])] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (Question("clock", find=(Label("c.txt"),)), []),
        (Question("clock", find=(Label("d.txt"),)), ["not among the first 3: d.txt"]),
        (
            Question("clock", find=(Label("b.txt", "Other"),)),
            ["not among the first 3: b.txt: Other"],
        ),
        (Question("clock", absent=(Label("d.txt"),)), ["found, and must not be: d.txt"]),
        (Question("clock", answer="Panel"), []),
        (Question("clock", answer="Board"), ["not named: Board"]),
    ],
)
def test_what_must_come_must_be_among_the_first_three(question: Question, said: list[str]) -> None:
    items = tuple(Label(f"{name}.txt", "Clock") for name in "abcd")
    assert list(faults(question, Came(items, ("Committee: Panel",), "", ()))) == said


def test_figures_tell_what_was_missed_and_what_was_offered_instead() -> None:
    came = Came((Label("a.txt", "Clock"),), (), "clocks", ("Leave out old (2 results)",))
    nothing = Answered(Question("old clock"), came, ("not among the first 3: b.txt",))
    figures = json.loads(as_json([nothing, *[Answered(Question("clock"), came, ())] * 3]))
    assert (figures["asked"], figures["found"], figures["share"]) == (4, 3, 0.75)
    [missed] = figures["missed"]
    assert missed["lines"] == [
        "not among the first 3: b.txt",
        "came: a.txt: Clock",
        "suggested: clocks",
        "offered: Leave out old (2 results)",
    ]


@pytest.mark.django_db
def test_question_is_asked_as_a_reader_asks_it() -> None:
    ingest_document("336.txt", documents()[CLOCK], publish=True)
    label = Label(CLOCK, "GUILDHALL CLOCK")
    assert answered(Question("ten to three", find=(label,))).first == [str(label)]
    assert answered(Question("gildhall", find=(label,), misspelt=True)).faults == ()
    [fault] = answered(Question("clock", find=(label,), narrowed="held_to=2031-01")).faults
    assert fault == f"not among the first 3: {label}"
    assert answered(Question("clock", misspelt=True)).faults == ("nothing was suggested",)
