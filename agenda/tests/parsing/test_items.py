"""What an item's records hold beyond the expected results of the sample documents."""

import pytest

from agenda.parsing.document import (
    ParagraphKind,
    ParsedAction,
    ParsedAgendaItem,
    ParsedResolution,
    Passage,
    ReferenceKind,
    Span,
)
from agenda.parsing.parser import NotMinutes, parse_document

from .samples import SAMPLES

TEXTS = {sample.name: sample.text for sample in SAMPLES}
EXPLOITATION = TEXTS["seeds/000_b9ce451eef93cf71"]
REVIEW = TEXTS["seeds/001_5266b545d037e242"]


def read_item(body: str, heading: str = "Agenda item\n\nBUS STATION\n\n") -> ParsedAgendaItem:
    return parse_document(heading + body).page


def texts(*words: Passage | None) -> list[str | None]:
    return [each.text if each else None for each in words]


def decided(item: ParsedAgendaItem) -> list[tuple[str | None, str]]:
    return [(point.number, point.text.text) for point in item.resolutions]


def test_a_resolution_is_read_whole() -> None:
    text = "Agenda item\n\nX\n\nMinutes:\n\nResolved –\n\n(1)\xa0 That it\nbe so:\n\n(a) now.\n"
    assert parse_document(text).page.resolutions == (
        ParsedResolution(
            number="1",
            text=Passage("That it be so:", Span(43, 57)),
            sub_points=(Passage("now.", Span(63, 67)),),
            span=Span(38, 67),
        ),
    )


def test_an_action_is_read_whole() -> None:
    action = parse_document(EXPLOITATION).page.actions[0]
    assert texts(*action.owners) == ["Strategic Director Children’s Services", "City Solicitor"]
    assert texts(action.note) == ["Resolution 3 referral to Corporate Parenting Panel"]
    assert action.resolution_numbers == ("3",)
    assert texts(action.referred_to) == ["Corporate Parenting Panel"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ACTION: Director of Place", [(["Director of Place"], None, ())]),
        ("Action – Chief Executive.", [(["Chief Executive"], None, ())]),
        (
            "ACTION; Director, Place / Clerk (Resolutions 1, 3 and 5)",
            [(["Director, Place", "Clerk"], "Resolutions 1, 3 and 5", ("1", "3", "5"))],
        ),
        (
            "Actions: Clerk (Resolution 1) / Director of Place (Resolutions 2-4)",
            [
                (["Clerk"], "Resolution 1", ("1",)),
                (["Director of Place"], "Resolutions 2-4", ("2", "3", "4")),
            ],
        ),
        ("Lead Officer: Director of Place", [(["Director of Place"], None, ())]),
        ("ACTION Director of Place", [(["Director of Place"], None, ())]),
        ("Action to be taken by: City Solicitor", [(["City Solicitor"], None, ())]),
        ("ACTION: City Solicitor – circulate the figures", [(["City Solicitor"], None, ())]),
        ("LEAD:\nDirector of Place", [(["Director of Place"], None, ())]),
        (
            "To be actioned by: Director of Place /\nCity Solicitor",
            [(["Director of Place", "City Solicitor"], None, ())],
        ),
        (
            "ACTIONS: Director of Place (Resolution 1)\n\xa0\xa0City Solicitor (Resolution 2)",
            [
                (["Director of Place"], "Resolution 1", ("1",)),
                (["City Solicitor"], "Resolution 2", ("2",)),
            ],
        ),
    ],
)
def test_actions_are_read_in_every_form(printed: str, expected: list) -> None:
    actions: tuple[ParsedAction, ...] = read_item(
        "Minutes:\n\nResolved –\n\nThat it be.\n\n" + printed
    ).actions
    read = [
        (texts(*a.owners), a.note.text if a.note else None, a.resolution_numbers) for a in actions
    ]
    assert read == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("(Jo Bell – 01632 960001)", [("Jo Bell", "01632 960001")]),
        (
            "(Jo Bell / Al Roe - 01632 960001)",
            [("Jo Bell", "01632 960001"), ("Al Roe", "01632 960001")],
        ),
        (
            "(Jo Bell – 01632 960001 / Al Roe – 01632 960002)",
            [("Jo Bell", "01632 960001"), ("Al Roe", "01632 960002")],
        ),
        (
            "(Jo Bell / Al Roe – 01632 960001 / 960002)",
            [("Jo Bell", "01632 960001"), ("Al Roe", "960002")],
        ),
        ("Officer: Jo Bell – 01632-960001", [("Jo Bell", "01632-960001")]),
        (
            "Contact Officer: Jo Bell, Head of Parks, Tel: 01632 960001",
            [("Jo Bell", "01632 960001")],
        ),
        (
            "(Jo Bell / Al Roe - 01632 960001 960002)",
            [("Jo Bell", "01632 960001"), ("Al Roe", "960002")],
        ),
        (
            "(Jo Bell, Al Roe – 01632 960001)",
            [("Jo Bell", "01632 960001"), ("Al Roe", "01632 960001")],
        ),
        (
            "(Jo Bell – 01632 960001 or\n01632 960002)",
            [("Jo Bell", "01632 960001 or 01632 960002")],
        ),
        ("(Jo Bell-01632 960001)", [("Jo Bell", "01632 960001")]),
        ("[Jo Bell – 01632 960001]", [("Jo Bell", "01632 960001")]),
        ("Jo Bell - 01632 960001)", [("Jo Bell", "01632 960001")]),
        ("Contact Officer: Jo Bell\nTel: 01632 960001", [("Jo Bell", "01632 960001")]),
        ("Report author:\nJo Bell – 01632 960001", [("Jo Bell", "01632 960001")]),
        ("(Jo Bell jo.bell@example.org – 01632 960001)", [("Jo Bell", "01632 960001")]),
        ("For further information contact Jo Bell – 01632 960001", [("Jo Bell", "01632 960001")]),
        ("(Jo Bell 01632 960001)", [("Jo Bell", "01632 960001")]),
        ("(Jo Bell –\r\n\xa0 01632 960001)", [("Jo Bell", "01632 960001")]),
        ("(Jo Bell, Parks Manager – (01632) 960001)", [("Jo Bell", "(01632) 960001")]),
        (
            "Contact: Jo Bell, 01632 960001 Email: jo.bell@example.org",
            [("Jo Bell", "01632 960001")],
        ),
    ],
)
def test_contacts_are_read_in_every_form(printed: str, expected: list) -> None:
    item = read_item(f"The Director will submit Document “A”.\n\n{printed}\n\nMinutes:\n\nNoted.")
    assert [(c.name.text, c.phone.text) for c in item.contacts] == expected


@pytest.mark.parametrize(
    "printed",
    [
        "Overview and Scrutiny Area: Children’s Services",
        "(Overview and Scrutiny Area: Children’s Services)",
        "(Children’s Services Overview and Scrutiny Committee)",
        "Children’s Services Overview and Scrutiny Committee",
        "OVERVIEW AND SCRUTINY COMMITTEE: Children’s Services",
        "Overview & Scrutiny Area - Children’s Services",
        "Children’s Services Overview & Scrutiny",
        "Overview and Scrutiny Area Children’s Services",
        "Overview and Scrutiny Area:\nChildren’s Services",
        "Scrutiny Area: Children’s Services",
    ],
)
def test_scrutiny_area_is_read_in_every_form(printed: str) -> None:
    item = read_item(f"The Director will submit Document “A”.\n\n{printed}\n\nMinutes:\n\nNoted.")
    assert texts(item.overview_and_scrutiny_area) == ["Children’s Services"]


def test_a_title_is_inferred_from_what_the_report_is_about() -> None:
    day_care = parse_document(TEXTS["layouts/019"]).page
    item = parse_document(EXPLOITATION).page
    assert texts(item.title, item.inferred_title) == [None, "child sexual exploitation (CSE)"]
    assert texts(day_care.inferred_title) == ["day care for older people"]


def test_only_the_appendix_is_not_for_publication() -> None:
    report = parse_document(REVIEW).page.reports[0]
    assert texts(report.reference, report.submitted_by) == ["G", "Chief Executive"]
    assert not report.not_for_publication
    assert [(a.reference.text, a.not_for_publication) for a in report.appendices] == [("C", True)]


def test_the_reason_is_kept_with_what_it_closes() -> None:
    appendix = parse_document(TEXTS["layouts/014"]).page.reports[0].appendices[0]
    assert texts(appendix.reference, appendix.reason) == [
        "B",
        "exempt under paragraph 3 (financial or business affairs) of Schedule 12A of the Local Government Act 1972",
    ]


@pytest.mark.parametrize(
    ("said", "is_in_camera"),
    [
        ("The meeting then went in camera.", True),
        ("The press and public were excluded from the meeting.", True),
        ("The item was considered in private.", True),
        ("The meeting remained in public.", False),
        ("The Chair said that if the meeting went in camera, figures could be shown.", False),
        ("The Chair asked whether the meeting should go in camera.", False),
        ("Members decided not to go in camera.", False),
    ],
)
def test_in_camera_is_what_happened_not_what_might(said: str, is_in_camera: bool) -> None:
    item = read_item(f"Minutes:\n\n{said}\n\nResolved –\n\nThat it be noted.")
    assert (item.in_camera is not None) is is_in_camera


def test_a_carried_motion_is_the_decision() -> None:
    item = read_item(
        "Minutes:\n\nCouncillor Marr moved, and Councillor Stocks seconded, the following motion:\n\n"
        "“That the Executive be asked to write to the bus company.”\n\n"
        "Councillor Ambler moved an amendment that the letter be a telegram.\n\n"
        "The amendment was put to the vote and LOST.\n\nThe substantive motion was put and CARRIED."
    )
    assert decided(item) == [(None, "That the Executive be asked to write to the bus company.")]


def test_a_lost_motion_is_no_decision() -> None:
    item = read_item(
        "Minutes:\n\nCouncillor Marr moved that fares be frozen. The motion was put and LOST."
    )
    assert decided(item) == []


def test_two_sites_in_the_same_words_stay_two_decisions() -> None:
    site = "{} Mill Lane\n\nA resident spoke.\n\nResolved –\n\nThat the application be refused.\n\n"
    item = read_item("Minutes:\n\n" + site.format(12) + site.format(14))
    assert decided(item) == [(None, "That the application be refused.")] * 2


def test_a_decision_printed_again_in_the_minutes_is_one() -> None:
    block = "Resolved –\n\n(1) That buses be kept.\n\nACTION: Director of Place\n\n"
    item = read_item(f"Decision:\n\n{block}Minutes:\n\nMembers agreed.\n\n{block}")
    assert decided(item) == [("1", "That buses be kept.")]
    assert len(item.actions) == 1


def test_a_quoted_resolution_is_no_decision() -> None:
    item = read_item(
        "Minutes:\n\nAt its meeting on 3 May 2031 the Council had resolved:\n\n(1) That a report be made.\n\n"
        "Members spoke.\n\nResolved –\n\nThat the report be noted."
    )
    assert decided(item) == [(None, "That the report be noted.")]


def test_points_on_one_line_are_parted() -> None:
    item = read_item(
        "Minutes:\n\nResolved – (1) That it be noted. (2) That it be: (a) kept; (b) cut."
    )
    assert decided(item) == [("1", "That it be noted."), ("2", "That it be:")]
    assert texts(*item.resolutions[1].sub_points) == ["kept;", "cut."]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ("(1) That a be.|(2) That b be.", [("1", "That a be."), ("2", "That b be.")]),
        ("1. That a be.|3. That c be.", [("1", "That a be."), ("3", "That c be.")]),
        (
            "That a be noted.|That b be noted.",
            [(None, "That a be noted."), (None, "That b be noted.")],
        ),
    ],
)
def test_an_action_stands_below_each_resolution(
    points: str, expected: list[tuple[str | None, str]]
) -> None:
    first, second = points.split("|")
    item = read_item(
        f"Minutes:\n\nNo.\n\nResolved –\n\n{first}\n\nACTION: City Solicitor\n\n"
        f"{second}\n\nACTION: Director of Place\n\nMembers thanked the officers."
    )
    assert decided(item) == expected
    assert [texts(*a.owners) for a in item.actions] == [["City Solicitor"], ["Director of Place"]]
    assert "Members thanked the officers." in texts(*item.other)


def test_sites_with_letters_are_no_resolutions() -> None:
    item = read_item(
        "Minutes:\n\nNo.\n\n(a) Site one\n\nResolved –\n\n(1) That a be:\n\n(a) kept.\n\n"
        "(2) That b be.\n\n(b) Site two\n\nIt is wet.\n\nResolved –\n\nThat c be.\n\n"
        "(c) Site three\n\nResolved –\n\nThat d be:\n\n(a) kept;\n\n(b) cut."
    )
    numbers = [("1", "That a be:"), ("2", "That b be."), (None, "That c be."), (None, "That d be:")]
    assert decided(item) == numbers
    subs = [texts(*point.sub_points) for point in item.resolutions]
    assert subs == [["kept."], [], [], ["kept;", "cut."]]


@pytest.mark.parametrize(
    "printed", ["Regeneration and\nEnvironment", "Regeneration\nand Environment", "\nCorporate"]
)
def test_an_area_over_two_lines_is_read_whole(printed: str) -> None:
    item = read_item(
        f"The Director will submit a report.\n\nOverview and Scrutiny Area: {printed}\n\n"
        "(Jo Bell – 01632 960001)\n\nMinutes:\n\nNo."
    )
    assert texts(item.overview_and_scrutiny_area) == [" ".join(printed.split())]
    assert texts(*(contact.name for contact in item.contacts)) == ["Jo Bell"]


def test_paragraphs_and_references_are_told_apart() -> None:
    item = parse_document(EXPLOITATION).page
    kinds = {paragraph.kind for paragraph in item.minutes}
    assert {ParagraphKind.QUESTION, ParagraphKind.ANSWER, ParagraphKind.STATEMENT} <= kinds
    found = {(r.kind, r.value) for r in item.references}
    assert (ReferenceKind.DATE, "2015-10-08") in found
    assert (ReferenceKind.PERIOD, "12 months") in found
    assert (ReferenceKind.COMMITTEE, "Children’s Services Overview and Scrutiny Committee") in found
    assert (ReferenceKind.ACRONYM, "child sexual exploitation") in found
    assert (ReferenceKind.DOCUMENT, "Q") in found


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Minutes:\n\nResolved –\n\n(1) That a be.\n\n(3) That b be.", "numbering-jumps"),
        ("Minutes:\n\nResolved –\n\nThat a be.\n\nACTION:", "action-without-owner"),
        ("Minutes:\n\nResolved –\n\n(1) That the operator be asked to", "resolution-without-end"),
        (
            "Recommended –\n\nThat a be.\n\nRecommended –\n\nThat b be.\n\nMinutes:\n\nNo.",
            "several-recommendation-blocks",
        ),
        ("Minutes:\n\nMembers asked questions.", "no-decision"),
        (
            "The Director will submit a report.\n\nThe Director submitted a report.",
            "no-minutes-heading",
        ),
        (
            "Decision:\n\nResolved –\n\nThat a be.\n\nMinutes:\n\nResolved –\n\nThat a be.",
            "resolution-printed-twice",
        ),
        ("Minutes:\n\nOn 3 May the Council had resolved:\n\n(1) That a be.", "quoted-resolution"),
        ("Minutes:\n\nIt was moved that a be b. The motion was CARRIED.", "decided-by-motion"),
    ],
)
def test_doubt_is_told(body: str, code: str) -> None:
    warnings = parse_document("Agenda item\n\nBUS STATION\n\n" + body).warnings
    assert code in [warning.code for warning in warnings]


def test_a_missing_title_is_told() -> None:
    assert "no-title" in [warning.code for warning in parse_document(EXPLOITATION).warnings]


def test_another_meetings_date_is_not_taken_for_this_ones() -> None:
    document = parse_document(TEXTS["layouts/060"])
    assert document.page.held_on is None
    assert "date-not-of-meeting" in [warning.code for warning in document.warnings]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\xa0\n",
        "Lemon drizzle cake\n\nServes 8. Minutes: 45\n\n1. Heat the oven to 180C.\n\n2. Beat the butter.",
        "Dear Jo,\n\nI recommended the plan and it was agreed.\n\nYours,\nAl",
    ],
)
def test_other_texts_are_refused_with_what_is_missing(text: str) -> None:
    with pytest.raises(NotMinutes, match=r"no sign of council minutes|no line"):
        parse_document(text)


@pytest.mark.parametrize(
    "heading",
    [
        "The Committee resolved:",
        "Accordingly it was resolved:",
        "Members resolved that:",
        "3.  RESOLVED",
        "5.2 RESOLVED:",
        "Decision",
        "The Panel agreed to:",
        "On being put to the vote, it was unanimously RESOLVED –",
    ],
)
def test_a_decision_is_found_under_every_heading(heading: str) -> None:
    item = read_item(f"Minutes:\n\nMembers spoke.\n\n{heading}\n\n(1) That it be noted.")
    assert decided(item) == [("1", "That it be noted.")]
    assert texts(*(paragraph.text for paragraph in item.minutes)) == ["Members spoke."]


@pytest.mark.parametrize("number", ["[1]", "(1.)", "1 –", "(1", "1.)", "1 )"])
def test_a_point_is_found_behind_every_number(number: str) -> None:
    item = read_item(f"Minutes:\n\nResolved –\n\n{number} That it be noted.")
    assert decided(item) == [("1", "That it be noted.")]


def test_a_carried_amendment_that_is_told_in_part_leaves_the_decision_open() -> None:
    item = read_item(
        "Minutes:\n\nCouncillor Marr moved that fares be frozen.\n\nCouncillor Stocks moved an amendment to add a date.\n\n"
        "The amendment was put and CARRIED.\n\nThe motion as amended was put and CARRIED."
    )
    assert decided(item) == []


def test_a_title_in_two_lines_is_one() -> None:
    heading = "Agenda item\n\nMILL LANE - SPEED CUSHIONS\n(Hartside Vale)\n\n"
    assert texts(read_item("A report.\n\nMinutes:\n\nSaid.", heading).title) == [
        "MILL LANE - SPEED CUSHIONS (Hartside Vale)"
    ]


def test_what_stands_above_the_pages_heading_is_no_title() -> None:
    heading = "\ufeffHome > Council > Meetings\n\nAgenda item\n\nBUS STATION\n\n"
    assert texts(read_item("Minutes:\n\nSaid.", heading).title) == ["BUS STATION"]


def test_minutes_below_a_decision_start_without_their_heading() -> None:
    block = "Resolved –\n\n(1) That buses be kept.\n\n"
    item = read_item(f"Decision:\n\n{block}The Leader thanked the drivers.\n\n{block}")
    assert decided(item) == [("1", "That buses be kept.")]
    assert texts(*(paragraph.text for paragraph in item.minutes)) == [
        "The Leader thanked the drivers."
    ]
