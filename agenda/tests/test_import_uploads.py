"""Uploads of anything: refused by name and with a reason, while the others go on."""

import pytest
from django.test import Client

from agenda.imports import uploads
from agenda.models import SourceDocument
from agenda.tests.importing import (
    UPLOAD,
    client_of,
    document,
    document_url,
    draft,
    draft_page,
    file,
    hand_in,
    refusals,
    short_item,
    text_of,
    words,
    zipped,
)

pytestmark = pytest.mark.django_db

MEGABYTE = 1024 * 1024
GOOD = "good.txt"


@pytest.fixture
def officer() -> Client:
    return client_of()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("plan.txt", b"%PDF-1.7 and so on", "This is a PDF"),
        ("plan.pdf", b"%PDF-1.7 and so on", "Files ending in .pdf"),
        ("empty.txt", b"", "The file is empty"),
        ("zeros.txt", "\ufeffA\x00genda".encode("utf-16-le"), "zero characters"),
        ("cake.txt", b"Take two eggs and a cup of flour.", "no sign of council minutes"),
        ("broken.zip", b"PK\x03\x04 and nothing more", "The zip archive is damaged"),
        ("nothing.zip", zipped({"a.css": "p {}"}), "holds no .txt or .html files"),
        ("bomb.zip", zipped({"a.txt": b"0" * 15 * MEGABYTE}), "far more than its size"),
        ("x" * 240 + ".txt", b"", "The file is empty"),
        ("no ending", b"words", "Files without an ending"),
    ],
)
def test_a_file_that_is_no_document_is_named_with_the_reason(officer, name, content, reason):
    hand_in(officer, "", file(name, content), file(GOOD, short_item(1)))
    draft_page(officer)
    assert list(refusals()) == [name]
    assert reason in refusals()[name]
    assert document(2).outcome == "new"
    shown = words(draft_page(officer))
    assert name in shown
    assert GOOD in shown


def test_a_path_that_climbs_out_of_an_archive_is_refused_alone(officer):
    archive = zipped({"../../etc/passwd.txt": "x", "in/good.txt": short_item(1)})
    hand_in(officer, "", file("some.zip", archive))
    assert "leads out of the archive" in refusals()["some.zip/../../etc/passwd.txt"]
    assert draft().documents.exclude(text="").get().name == "some.zip/in/good.txt"


def test_a_file_larger_than_one_may_be_is_let_go_and_the_others_are_taken(officer, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD", MEGABYTE)
    large = b"Agenda item\n" * 400_000
    hand_in(officer, "", file("a.txt", short_item(1)), file("large.txt", large), file(GOOD, "x"))
    assert "larger than" in refusals()["large.txt"]
    assert set(draft().documents.values_list("name", flat=True)) == {"a.txt", "large.txt", GOOD}


def test_an_upload_of_nothing_but_a_file_too_large_says_so(officer, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_UPLOAD", 1000)
    shown = words(hand_in(officer, "", file("large.txt", b"x" * 100_000)))
    assert "large.txt" in shown
    assert "larger than" in shown


def test_what_exceeds_the_whole_upload_is_refused_by_name(officer, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_REQUEST", MEGABYTE)
    half = short_item(1).encode() + b" " * (700 * 1024)
    hand_in(officer, "", file("a.txt", half), file("b.txt", half))
    assert "Upload this file by itself" in refusals()["b.txt"]
    assert document(1).name == "b.txt"
    assert document(2).name == "a.txt"


def test_documents_beyond_what_one_upload_takes_are_told(officer, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_DOCUMENTS", 2)
    archive = zipped({f"{n}.txt": short_item(n) for n in range(5)})
    hand_in(officer, "", file("many.zip", archive))
    assert "One upload takes 2 documents" in refusals()["many.zip/2.txt"]
    assert draft().documents.exclude(text="").count() == 2


@pytest.mark.parametrize(
    ("setting", "value"),
    [("DATA_UPLOAD_MAX_MEMORY_SIZE", 1000), ("DATA_UPLOAD_MAX_NUMBER_FILES", 2)],
)
def test_too_much_at_once_is_answered_in_words(officer, settings, setting, value):
    setattr(settings, setting, value)
    files = [file(f"{n}.txt", short_item(n)) for n in range(3)]
    answer = hand_in(officer, text_of(), *files)
    assert answer.status_code == 413
    assert "Nothing was taken" in words(answer)


def test_an_empty_form_asks_for_a_text_or_files(officer):
    shown = words(hand_in(officer))
    assert "Paste the text of a page, or choose files." in shown


def test_a_mistake_in_the_form_keeps_the_pasted_text(officer):
    shown = words(hand_in(officer, "Agenda item\n\nDRAINS", held_on="the fifth", address="nowhere"))
    assert "DRAINS" in shown
    assert "Enter a valid date" in shown
    assert "Enter a valid URL" in shown


def test_the_form_needs_its_token():
    officer = client_of(enforce_csrf_checks=True)
    assert hand_in(officer, text_of()).status_code == 403
    token = officer.get(UPLOAD).cookies["desk_csrf"].value
    assert hand_in(officer, text_of(), csrfmiddlewaretoken=token).status_code == 200
    assert draft().documents.count() == 1


def test_a_web_page_is_read_as_its_text(officer):
    html = f"<html><body><pre>{short_item(7)}</pre><script>no()</script></body></html>"
    hand_in(officer, "", file("page.html", html))
    assert "ROAD 7" in document().text
    assert "no()" not in document().text
    officer.post(document_url(), {"do": "store"})
    assert SourceDocument.objects.get().name == "page.html"
