"""When the database goes away at the officers' desk."""

import pytest
from django.contrib.auth.backends import ModelBackend
from django.db import InterfaceError, OperationalError
from django.test import Client

from agenda.imports import drafts, reading
from agenda.models import SourceDocument
from agenda.tests.importing import (
    UPLOAD,
    client_of,
    document_url,
    draft,
    draft_page,
    file,
    hand_in,
    short_item,
)

pytestmark = pytest.mark.django_db
GONE = OperationalError("server closed the connection unexpectedly")


def gone(*_: object, **__: object) -> None:
    raise GONE


@pytest.fixture
def officer() -> Client:
    return client_of(raise_request_exception=False)


def test_a_pasted_text_is_given_back_when_the_database_goes_away(officer, monkeypatch):
    monkeypatch.setattr(drafts.ImportDraft.objects, "create", gone)
    answer = hand_in(
        officer, "DRAINS\n\nand <b>roads</b>", file("a.txt", "x"), committee="Executive"
    )
    page = answer.content.decode()
    assert answer.status_code == 503
    assert "Nothing was saved" in page
    assert "DRAINS\n\nand &lt;b&gt;roads&lt;/b&gt;</textarea>" in page
    assert 'name="committee" value="Executive"' in page
    assert "Choose these again afterwards: a.txt" in page
    assert f'action="{UPLOAD}"' in page
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_form_is_given_back_when_not_even_the_account_can_be_looked_up(officer, monkeypatch):
    monkeypatch.setattr(ModelBackend, "get_user", gone)
    answer = hand_in(officer, "DRAINS\n\nand roads")
    assert answer.status_code == 503
    assert "DRAINS\n\nand roads" in answer.content.decode()


def test_trying_again_takes_up_where_it_broke_off(officer, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(drafts.ImportDraft.objects, "create", gone)
        hand_in(officer, short_item(1))
    hand_in(officer, short_item(1))
    with monkeypatch.context() as broken:
        broken.setattr(drafts, "_note_stored", gone)
        assert officer.post(document_url(), {"do": "store"}).status_code == 503
    assert not SourceDocument.objects.exists()
    assert not draft().documents.to_store().exists()
    officer.post(document_url(), {"do": "store"})
    assert SourceDocument.objects.count() == 1


def test_a_lost_connection_is_no_refusal_of_a_document(officer, monkeypatch):
    hand_in(officer, "", file("1.txt", short_item(1)), file("2.txt", short_item(2)))
    draft().documents.update(outcome="")
    with monkeypatch.context() as broken:
        broken.setattr(reading, "ingest_batch", gone)
        broken.setattr(reading.connection, "is_usable", lambda: False, raising=False)
        assert draft_page(officer).status_code == 503
    assert draft().documents.unread().count() == 2


def test_a_password_is_never_sent_back(officer, monkeypatch):
    monkeypatch.setattr(ModelBackend, "authenticate", gone)
    data = {"username": "officer", "password": "a secret phrase", "next": "/admin/"}
    page = Client(raise_request_exception=False).post("/admin/login/", data)
    assert page.status_code == 503
    assert 'value="officer"' in page.content.decode()
    assert "a secret phrase" not in page.content.decode()


def test_a_form_from_elsewhere_is_not_given_back(monkeypatch):
    stranger = client_of(raise_request_exception=False, enforce_csrf_checks=True)
    monkeypatch.setattr(ModelBackend, "get_user", gone)
    answer = hand_in(stranger, "words of a stranger")
    assert answer.status_code == 403
    assert "words of a stranger" not in answer.content.decode()


def test_a_page_of_the_desk_says_that_the_database_is_away(officer, monkeypatch):
    monkeypatch.setattr(ModelBackend, "get_user", gone)
    answer = officer.get(UPLOAD)
    assert answer.status_code == 503
    assert "cannot reach its database" in answer.content.decode()


@pytest.mark.parametrize("fault", [ZeroDivisionError(), InterfaceError()])
def test_other_faults_and_public_pages_get_the_ordinary_page(monkeypatch, fault):
    from agenda.dashboards.views import HomeView

    def fail(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(HomeView, "get", fail)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.content.decode()
