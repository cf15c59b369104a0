"""Whole meetings, issues and registers in the forms that their pages take."""

import pytest

from agenda.parsing.as_json import document_as_json
from agenda.parsing.parser import parse_document

ITEMS = "Items\n\nNo. Item\n\n1.\n\nAPOLOGIES\n\nMinutes:\n\nThere were none.\n"


def read(text: str) -> dict:
    return document_as_json("page.txt", parse_document(text))


@pytest.mark.parametrize(
    "head",
    [
        "Executive\nTuesday, 7th July, 2031 10.30 am",
        "Executive - Tuesday, 7th July, 2031 10.30 am",
        "Executive\n\nTuesday, 7 July 2031\n\n10.30 am",
        "Agenda for Executive on Tuesday 7th July 2031, 10.30 am",
        "Tuesday, 7th July, 2031 10.30 am, Executive",
        "Meeting: Executive\n\nDate: 7 July 2031\n\nTime: 10.30 am",
        "Executive\nTue 7 Jul 2031 10.30 am",
        "Minutes of a meeting of the Executive held on Tuesday, 7th July, 2031 at 10.30 am",
        "Executive\n10.30 am, Tuesday, 7th July, 2031",
    ],
)
def test_who_met_and_when_is_read_in_every_form(head: str) -> None:
    page = read(f"Agenda and minutes\n\n{head}\n\nVenue: City Hall\n\n{ITEMS}")
    assert (page["committee"], page["date"], page["time"]) == (
        "Executive",
        "2031-07-07",
        "10.30 am",
    )


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Jo Bell / Al Roe", ["Jo Bell", "Al Roe"]),
        ("Jo Bell, Al Roe", ["Jo Bell", "Al Roe"]),
        ("Jo Bell or Al Roe  Email: jo@example.org", ["Jo Bell", "Al Roe"]),
        ("Jo Bell, Governance Officer", ["Jo Bell"]),
        ("Jo Bell – Governance Officer, Al Roe – Clerk", ["Jo Bell", "Al Roe"]),
        ("Jo Bell, County Hall", ["Jo Bell"]),
    ],
)
def test_contact_officers_are_told_from_their_titles(printed: str, names: list[str]) -> None:
    assert read(f"Agenda and minutes\n\nContact: {printed}\n\n{ITEMS}")["contact_officers"] == names


@pytest.mark.parametrize(
    "numbers",
    [["32.", "33."], ["3", "3a"], ["77/31", "78/31"], ["2031/9", "2031/10"], ["EX.12", "EX.13"]],
)
def test_items_are_found_behind_every_number(numbers: list[str]) -> None:
    items = "\n\n".join(f"{number}\n\nParks\n\nMinutes:\n\nNoted." for number in numbers)
    page = read(f"Agenda and minutes\n\nItems\n\nNo. Item\n\n{items}\n")
    assert [(i["number"], i["title"]) for i in page["items"]] == [
        (number.rstrip("."), "Parks") for number in numbers
    ]


def test_an_item_without_its_title_is_one() -> None:
    page = read(
        "Agenda and minutes\n\nItems\n\nNo. Item\n\n1.\n\nMembers are asked to speak.\n\n2.\n\nPARKS\n\n"
        "Minutes:\n\nResolved –\n\n1.\n\nThat it be noted.\n"
    )
    assert [(i["number"], i["title"]) for i in page["items"]] == [("1", None), ("2", "PARKS")]


@pytest.mark.parametrize(
    "heading",
    [
        "Meeting: 28/11/2031 - Planning Committee - North (Item 35)",
        "Meeting: 28/11/2031 - Planning\nCommittee - North (Item 35)",
        "Meeting: 28/11/2031 -\nPlanning Committee - North (Item 35)",
        "Meeting: 28/11/2031 - Planning Committee - North\n(Item 35)",
        "Meeting:\n28/11/2031 – Planning Committee - North (Item no. 35)",
    ],
)
def test_an_issues_meeting_is_read_also_over_two_lines(heading: str) -> None:
    meeting = read(f"Issue - meetings\n\nPARKS\n\n{heading}\n\n35 PARKS\n")["meetings"][0]
    assert (meeting["date"], meeting["committee"], meeting["item"]) == (
        "2031-11-28", "Planning Committee - North", "35",
    )  # fmt: skip


@pytest.mark.parametrize(
    "entry",
    [
        "02/03/2031 - GRANT ref: 41    Approved\n\nDecision Maker: Executive",
        "02/03/2031 - GRANT (Ref: 41) Approved\n\nDecision Maker: Executive",
        "02/03/2031 – GRANT ref: 41 – Approved\nDecision Maker: Executive",
        "2 March 2031 - GRANT\n\nref: 41\n\nApproved\n\nDecision Maker: Executive",
        "02/03/2031 - GRANT ref: 41 Approved Decision Maker: Executive",
    ],
)
def test_a_registers_entry_is_read_in_every_form(entry: str) -> None:
    body = "Decision:\n\nResolved –\n\nThat it be spent.\n"
    decision = read(f"Decisions\n\nDecisions published\n\n{entry}\n\n{body}")["decisions"][0]
    read_as = [decision[key] for key in ("date", "title", "ref", "status", "decision_maker")]
    assert read_as == ["2031-03-02", "GRANT", "41", "Approved", "Executive"]
    assert [point["text"] for point in decision["resolutions"]] == ["That it be spent."]
