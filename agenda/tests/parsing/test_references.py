"""What a text names: each committee, date, period, acronym and post, where it stands."""

import pytest

from agenda.parsing.bodies import BODIES
from agenda.parsing.document import ReferenceKind
from agenda.parsing.parser import parse_document
from agenda.parsing.references import find_references

from .samples import SAMPLES


def named(text: str, kind: ReferenceKind) -> list[str]:
    """The words of each reference of a kind, as its span cuts them out of the text."""
    return [
        text[r.text.span.start : r.text.span.end]
        for r in find_references(text, 0, len(text), {})
        if r.kind is kind
    ]


def values(text: str, kind: ReferenceKind) -> list[tuple[str, str]]:
    found = find_references(text, 0, len(text), {})
    return [(r.text.text, r.value) for r in found if r.kind is kind]


@pytest.mark.parametrize(
    "name",
    [
        "Health and Wellbeing Board",
        "Regulatory and Appeals Committee",
        "Children’s Services Overview and Scrutiny Committee",
        "Children`s Services Overview & Scrutiny Committee",
        "Health, Social Care and Housing Committee",
        "Children, Young People and Families Panel",
        "Members’ Allowances Panel",
        "Member Development Panel",
        "Chairs and Leaders Board",
        "Bradford Safeguarding Adults Board",
        "Council Tax Panel",
        "Executive Board",
        "Licensing Sub-Committee",
        "Friends of Lister Park Committee",
        "REGULATORY AND APPEALS COMMITTEE",
    ],
)
def test_a_name_is_not_taken_apart(name: str) -> None:
    for text in (f"reported to the {name} on it", f"{name} members asked", f"That {name} be asked"):
        assert named(text, ReferenceKind.COMMITTEE) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Members of the Committee were keen", []),
        ("Members of the Corporate Parenting Panel asked", ["Corporate Parenting Panel"]),
        ("The Chair of Keighley Area Committee said", ["Keighley Area Committee"]),
        ("Moreover, Children’s Services Panel members", ["Children’s Services Panel"]),
        ("However, Health and Wellbeing Board members", ["Health and Wellbeing Board"]),
        ("Additionally, Health and Wellbeing Board", ["Health and Wellbeing Board"]),
        ("Councillor Holt, Health and Wellbeing Board", ["Health and Wellbeing Board"]),
        (
            "by the Executive and Children’s Services Overview and Scrutiny Committee",
            ["Executive", "Children’s Services Overview and Scrutiny Committee"],
        ),
        ("Schools Forum and Youth Justice Board", ["Schools Forum", "Youth Justice Board"]),
        ("Area Committees and Youth Justice Board", ["Youth Justice Board"]),
        ("the District’s Area Committees", []),
        ("the Council’s Standards Committee", ["Standards Committee"]),
        ("the Executive Director and the Executive’s plan", ["Executive"]),
        ("referred to Cabinet for decision", ["Cabinet"]),
        ("The Committee, this Board and the Sub-Committee", []),
        ("ACTION: Corporate\nParenting Panel", ["Parenting Panel"]),
        ("to the Overview and\r\nScrutiny Committee", ["Overview and\r\nScrutiny Committee"]),
    ],
)
def test_a_name_ends_where_its_words_end(text: str, names: list[str]) -> None:
    assert named(text, ReferenceKind.COMMITTEE) == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 8th October 2015.", [("8th October 2015", "2015-10-08")]),
        ("held on 27th of July 2021", [("27th of July 2021", "2021-07-27")]),
        ("presented in December 2022 that", [("December 2022", "2022-12")]),
        ("a full report in November on", [("in November", "--11")]),
        ("back by mid-May.", [("mid-May", "--05")]),
        (
            "between next March and 06/04/2031",
            [("next March", "--03"), ("06/04/2031", "2031-04-06")],
        ),
        ("asked by April Jones of May Street whether it May", []),
        ("on 31 February 2031", [("February 2031", "2031-02")]),
    ],
)
def test_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, ReferenceKind.DATE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("be presented in 12 months, however", [("in 12 months", "12 months")]),
        ("in 12 months’ time.", [("in 12 months’ time", "12 months’ time")]),
        ("a report in six weeks", [("in six weeks", "six weeks")]),
        ("within ten working days", [("within ten working days", "ten working days")]),
        ("after two years", [("two years", "two years")]),
        ("reported annually and quarterly", [("annually", "annually"), ("quarterly", "quarterly")]),
        ("a six-monthly update", [("six-monthly", "six-monthly")]),
        ("back in the autumn.", [("in the autumn", "in the autumn")]),
        ("open next spring", [("next spring", "next spring")]),
        ("by summer 2031", [("by summer 2031", "by summer 2031")]),
        ("the budget for 2031/32", [("2031/32", "2031/32")]),
        ("some weeks, many days and a spring in the field", []),
        ("in Spring Gardens", []),
    ],
)
def test_periods(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text, ReferenceKind.PERIOD) == expected


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("ACTION: Chief Executive\n\nOverview and Scrutiny Area: X", ["Chief Executive"]),
        ("ACTION: Strategic Director\nChildren’s Services", ["Strategic Director"]),
        ("Assistant Director, Planning", ["Assistant Director, Planning"]),
        ("the Chief Executive, Councillor Holt", ["Chief Executive"]),
        (
            "City Solicitor / Director of Public Health",
            ["City Solicitor", "Director of Public Health"],
        ),
    ],
)
def test_a_post_ends_with_its_line(text: str, posts: list[str]) -> None:
    assert named(text, ReferenceKind.POST) == posts


def test_an_acronym_has_its_expansion() -> None:
    text = "that Child Sexual Exploitation, (CSE), and the Clinical Commissioning Group (CCG) (NHS)"
    assert values(text, ReferenceKind.ACRONYM) == [
        ("(CSE)", "Child Sexual Exploitation"),
        ("(CCG)", "Clinical Commissioning Group"),
    ]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_references_of_a_document_never_overlap(sample: object) -> None:
    found = find_references(sample.text, 0, len(sample.text), {})
    spans = [r.text.span for r in found]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    for reference in found:
        assert "\n" not in reference.text.text
        if reference.kind is ReferenceKind.COMMITTEE:
            assert reference.text.text.split()[-1].rpartition("-")[2] in BODIES


def test_what_the_first_documents_name() -> None:
    text = next(s.text for s in SAMPLES if s.name == "seeds/001_5266b545d037e242")
    references = parse_document(text).page.references
    committees = {r.value for r in references if r.kind is ReferenceKind.COMMITTEE}
    assert committees == {
        "Bradford Safeguarding Children Board",
        "Children’s Services Overview and Scrutiny Committee",
    }
    dates = [r.value for r in references if r.kind is ReferenceKind.DATE]
    assert dates == ["2021-07-27", "--11", "2022-12"]
