"""The minutes of a meeting as a PDF, and what is said where there is none."""

import builtins
import socket
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from agenda.tests.builders import make_full_item, make_item, make_meeting
from committees.models import Meeting
from conftest import NO_PDF
from minutes_portal.paper import engine, size
from minutes_portal.tests.every_page import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def weasyprint() -> None:
    """WeasyPrint and its libraries; a machine without them has nothing to make a PDF with."""
    if engine.lacking():
        pytest.skip(f"{NO_PDF} {engine.lacking()}")


@pytest.fixture
def import_fails(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Exception], None]]:
    """Makes this machine one on which WeasyPrint is not found, or not its library."""

    def fail(error: Exception) -> None:
        def imported(name: str, *arguments: Any) -> Any:
            if name == "weasyprint":
                raise error
            return found(name, *arguments)

        found = builtins.__import__
        engine.lacking.cache_clear()
        monkeypatch.setattr(builtins, "__import__", imported)

    yield fail
    monkeypatch.undo()
    engine.lacking.cache_clear()


@pytest.fixture
def meeting() -> Meeting:
    """A meeting with one public item, which has everything, and a draft."""
    item = make_full_item()
    make_item("A zyzzyva", meeting=item.meeting, published=False)
    return item.meeting


def address_of(meeting: Meeting) -> str:
    return f"/meetings/{meeting.pk}/minutes.pdf"


def test_pdf_holds_the_public_items_in_full(weasyprint: None, client: Client, meeting: Meeting):
    answer = client.get(address_of(meeting))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Link"] == f'<http://testserver/meetings/{meeting.pk}/>; rel="canonical"'
    words = " ".join(words_of(answer.content).split())
    for stated in (
        *("Committee 0, 6 October 2016", "Full item 0", "The Director will submit a report."),
        *("(1) The report be noted", "(2) That a report be presented", "Director of Roads"),
        *("A Member asked a question.", "Appendix C", "In camera", "Draft, subject to approval"),
        *("Venue Not stated in the source", f"http://testserver/meetings/{meeting.pk}/, as it"),
        "Page 1 of ",
    ):
        assert stated in words
    assert "zyzzyva" not in words


def test_pdf_is_tagged_and_says_its_language_and_title(weasyprint: None, client: Client, meeting):
    document = PdfReader(BytesIO(client.get(address_of(meeting)).content))
    root: Any = document.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert document.metadata.title == "Committee 0, 6 October 2016 – minutes"


def test_pdf_fetches_nothing(weasyprint: None, monkeypatch: pytest.MonkeyPatch, caplog: Any):
    monkeypatch.setattr(socket, "socket", None)
    page = """<html lang="en"><title>T</title><link rel="stylesheet" href="/a.css">
    <img src="http://192.0.2.1/a.png" alt="a"><img src="file:///etc/passwd" alt="b"><p>Words</p>"""
    assert "Words" in words_of(engine.pdf_of(page, "http://192.0.2.1/"))
    refused = [
        record.getMessage()
        for record in caplog.records
        if "fetches nothing" in record.msg % record.args
    ]
    assert len(refused) == 3


@pytest.mark.parametrize(
    ("error", "named"),
    [(ImportError(), "requirements-pdf.txt"), (OSError(), "apt install libpango-1.0-0")],
)
def test_without_weasyprint_the_pdf_says_what_to_install(
    client, meeting, import_fails, error, named
):
    import_fails(error)
    answer = client.get(address_of(meeting))
    assert answer.status_code == 404
    assert named in answer.content.decode()
    assert f'href="/meetings/{meeting.pk}/"' in answer.content.decode()


def test_without_weasyprint_the_meeting_says_how_to_get_paper(client, meeting, import_fails):
    import_fails(ImportError())
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "minutes.pdf" not in page
    assert "print this page and the page of each item" in page


def test_with_weasyprint_the_meeting_leads_to_its_pdf(weasyprint: None, client, meeting):
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert f'href="{address_of(meeting)}"' in page
    assert "print this page and the page of each item" not in page


def test_minutes_that_are_too_long_are_offered_as_no_pdf(client, meeting, monkeypatch):
    monkeypatch.setattr("committees.views.lacking", lambda: "")
    monkeypatch.setattr(size, "MOST_CHARACTERS", 100)
    assert "minutes.pdf" not in client.get(meeting.get_absolute_url()).content.decode()
    answer = client.get(address_of(meeting))
    assert answer.status_code == 404
    assert "too long to be made one PDF" in answer.content.decode()


def test_while_another_pdf_is_made_readers_are_asked_to_come_again(
    weasyprint: None, client, meeting
):
    with engine.MAKING:
        answer = client.get(address_of(meeting))
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "Another PDF is being made" in answer.content.decode()


@pytest.mark.parametrize("lacks", ["", "Pango"])
def test_of_what_is_not_public_there_is_no_pdf(client, monkeypatch, lacks):
    monkeypatch.setattr("committees.views.lacking", lambda: lacks)
    draft = make_item(published=False).meeting
    withdrawn = make_item()
    withdrawn.withdraw("It was published too early.")
    assert client.get(address_of(draft)).status_code == 404
    assert client.get(address_of(withdrawn.meeting)).status_code == 410


def test_pdf_costs_the_same_for_many_items(client, django_assert_max_num_queries, monkeypatch):
    monkeypatch.setattr("committees.views.lacking", lambda: "")
    monkeypatch.setattr("minutes_portal.paper.answers.pdf_of", lambda page, address: page.encode())
    meeting = make_meeting("Road Panel", "2016-10-06")
    for n in range(8):
        item = make_full_item(n)
        item.meeting = meeting
        item.save()
    with django_assert_max_num_queries(12):
        client.get(address_of(meeting))
