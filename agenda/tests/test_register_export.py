"""The register as a file for spreadsheets."""

import csv
from io import StringIO

import pytest
from django.test import Client

from agenda.models import Action
from agenda.register.export import COLUMNS, defused
from agenda.tests.builders import make_action, make_full_item, make_item
from agenda.tracking.recording import recompute

pytestmark = pytest.mark.django_db


def rows(**filters) -> list[dict[str, str]]:
    response = Client().get("/actions.csv", filters)
    assert response.status_code == 200
    text = response.getvalue().decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_a_row_holds_what_a_tracker_asks_for():
    item = make_item(
        "Gates",
        committee="Road Panel",
        held_on="2016-10-06",
        overview_and_scrutiny_area="Roads",
        resolutions=("That the gate be mended within six weeks.", "That it be painted."),
    )
    action = make_action(item, "City Engineer", note="Resolution 1", referred_to="Health Board")
    Action.objects.filter(pk=action.pk).update(
        owner_names=["City Engineer"],
        status="in_progress",
        status_since="2016-11-01",
        progress="The wood has come.",
    )
    action.resolutions.set(item.resolutions.filter(number="1"))
    recompute([item])
    assert rows() == [
        {
            "Address": f"http://testserver{action.get_absolute_url()}",
            "Agenda item": "Gates",
            "Committee": "Road Panel",
            "Date of the meeting": "2016-10-06",
            "How committee and date are known": "",
            "Overview and scrutiny area": "Roads",
            "Resolution": "(1) That the gate be mended within six weeks.",
            "Which resolution": "Named by the action",
            "Owners": "City Engineer",
            "Referred to": "Health Board",
            "Note of the action": "Resolution 1",
            "Status": "In progress",
            "Status since": "2016-11-01",
            "Progress": "The wood has come.",
            "Due": "2016-11-17",
            "Overdue": "Yes",
            "How the due date is known": "“within six weeks” in the resolution that the action "
            "names. Reckoned from the meeting of 6 October 2016. Not confirmed by an officer",
        }
    ]


def test_what_the_source_does_not_state_is_said():
    make_action(make_item())
    [row] = rows()
    for name in ("Committee", "Date of the meeting", "Overview and scrutiny area", "Owners"):
        assert row[name] == "Not stated in the source"
    assert (row["Due"], row["How the due date is known"], row["Overdue"]) == ("", "", "")


def test_a_fact_that_is_inferred_says_so():
    item = make_item(committee="Road Panel", held_on="2016-10-06", owners=("Engineer",))
    item.meeting.held_on_basis, item.meeting.held_on_evidence = "inferred", "The report’s date."
    item.meeting.save()
    assert rows()[0]["How committee and date are known"] == "date inferred"


def test_the_file_begins_so_that_excel_reads_it_as_utf_8():
    content = Client().get("/actions.csv").getvalue()
    assert content.startswith(b"\xef\xbb\xbfAddress,Agenda item,")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "＝"])
def test_no_cell_is_taken_for_a_formula(sign):
    words = f"{sign}HYPERLINK(1)"
    assert defused(words) == f"'{words}"
    make_action(make_item(), "Engineer", note=words, progress=words)
    [row] = rows()
    assert not [cell for cell in row.values() if cell.startswith(words)]
    assert row["Progress"] == f"'{words}"


@pytest.mark.parametrize("words", ["", "Done", "3 of 4", "“=” is a sign", "a=b"])
def test_plain_words_stay_as_they_are(words):
    assert defused(words) == words


def test_every_cell_survives_commas_quotes_and_lines():
    words = 'He said, "mend it"\nand left'
    make_action(make_item(), "Engineer", progress=words)
    assert rows()[0]["Progress"] == words


def test_the_file_follows_the_filters_and_their_order():
    item = make_item("Gates", held_on="2016-10-06")
    for due in ("2017-05-01", "2017-03-01"):
        make_action(item, "Engineer", due_on=due)
    make_action(item, "Engineer", due_on="2017-04-01", status="done")
    assert [row["Due"] for row in rows(status="open", sort="due")] == ["2017-03-01", "2017-05-01"]


def test_a_filter_that_cannot_be_read_is_explained_and_nothing_is_sent():
    make_item("Gates", owners=("Engineer",))
    response = Client().get("/actions.csv", {"due_from": "soon"})
    assert response.status_code == 400
    assert "“soon” is not a date" in response.content.decode()


def test_columns_are_filled_for_every_action(django_assert_max_num_queries):
    for n in range(4):
        make_full_item(n)
    with django_assert_max_num_queries(9):
        found = rows()
    assert len(found) == 8
    assert {frozenset(row) for row in found} == {frozenset(["Address", *COLUMNS])}
