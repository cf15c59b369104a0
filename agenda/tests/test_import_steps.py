"""Large imports go step by step; a fault between steps leaves whole documents or none."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import DataError
from django.test import Client
from django.utils import timezone

from agenda.import_models import KEPT_FOR, ImportDraft
from agenda.imports import drafts, reading
from agenda.models import AgendaItem, SourceDocument
from agenda.roles import READ_ONLY, REVIEWERS
from agenda.tests.importing import (
    UPLOAD,
    client_of,
    confirm,
    document,
    document_url,
    draft,
    draft_page,
    file,
    hand_in,
    record,
    refusals,
    short_item,
    words,
)

pytestmark = pytest.mark.django_db
REFRESH = '<meta http-equiv="refresh"'


@pytest.fixture
def officer() -> Client:
    return client_of()


@pytest.fixture
def two_a_step(monkeypatch) -> None:
    monkeypatch.setattr(reading, "STEP_DOCUMENTS", 2)


def hand_in_many(officer: Client, count: int = 5):
    return hand_in(officer, "", *(file(f"{n}.txt", short_item(n)) for n in range(1, count + 1)))


def read_all(officer: Client) -> None:
    while draft().documents.unread().exists():
        draft_page(officer)


def test_reading_goes_on_by_itself_until_all_is_read(officer, two_a_step):
    pages = [hand_in_many(officer), draft_page(officer), draft_page(officer)]
    assert [REFRESH in page.content.decode() for page in pages] == [True, True, False]
    assert "Reading: 2 of 5 documents" in words(pages[0])
    assert "Ready to store: 5 documents" in words(pages[2])
    assert not SourceDocument.objects.exists()


def test_storing_goes_on_by_itself_until_all_is_stored(officer, two_a_step):
    hand_in_many(officer)
    read_all(officer)
    # The page that follows the first step takes the second.
    page = confirm(officer, 1, 2, 3, 4, 5)
    assert SourceDocument.objects.count() == 4
    assert "Storing: 4 of 5 documents" in words(page)
    assert REFRESH in page.content.decode()
    page = draft_page(officer)
    assert "Stored: 5 documents" in words(page)
    assert REFRESH not in page.content.decode()
    assert AgendaItem.objects.count() == 5


def test_a_long_document_takes_a_step_by_itself(officer, monkeypatch):
    monkeypatch.setattr(reading, "STEP_CHARACTERS", 10)
    hand_in_many(officer, 2)
    assert [document(n).outcome for n in (1, 2)] == ["new", ""]


def test_a_crash_while_storing_leaves_whole_steps_and_is_taken_up_again(
    officer, two_a_step, monkeypatch
):
    hand_in_many(officer)
    read_all(officer)
    with monkeypatch.context() as broken:
        broken.setattr(drafts, "_note_stored", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            confirm(officer, 1, 2, 3, 4, 5)
    assert not SourceDocument.objects.exists()
    assert not draft().documents.to_store().exists()
    confirm(officer, 1, 2, 3, 4, 5)
    with monkeypatch.context() as broken:
        broken.setattr(drafts, "_note_stored", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            draft_page(officer)
    assert SourceDocument.objects.count() == draft().documents.stored().count() == 4
    draft_page(officer)
    assert SourceDocument.objects.count() == draft().documents.stored().count() == 5


def test_a_fault_of_the_reader_holds_up_no_other_document(officer, monkeypatch):
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda d: 1 / 0 if d.name == "1.txt" else read(d))
    hand_in_many(officer, 3)
    assert list(refusals()) == ["1.txt"]
    assert draft().documents.storable().count() == 2


def test_what_the_database_refuses_is_named_and_the_others_go_in(officer, monkeypatch):
    ingest = reading.ingest_batch

    def refuse_second(documents, **options):
        if any("road 2" in read.text for read in documents):
            raise DataError("value too long")
        return ingest(documents, **options)

    hand_in_many(officer, 3)
    monkeypatch.setattr(reading, "ingest_batch", refuse_second)
    confirm(officer, 1, 2, 3)
    assert sorted(SourceDocument.objects.values_list("name", flat=True)) == ["1.txt", "3.txt"]
    assert "value too long" in refusals()["2.txt"]


def test_uploads_that_nobody_touched_are_cleared_away_at_the_next(officer):
    hand_in_many(officer, 1)
    ImportDraft.objects.update(touched_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    old = draft().pk
    hand_in_many(officer, 1)
    assert draft().pk != old


@pytest.mark.parametrize("group", [REVIEWERS, READ_ONLY])
def test_only_those_who_may_import_get_in(group):
    other = client_of(group, "other")
    assert other.get(UPLOAD).status_code == 403
    assert hand_in(other, short_item(1)).status_code == 403
    assert not ImportDraft.objects.exists()


def test_a_visitor_is_asked_to_sign_in():
    assert Client().get(UPLOAD).headers["Location"].startswith("/admin/login/")


def test_an_upload_is_its_owners_alone(officer):
    hand_in(officer, short_item(1))
    other = client_of(name="other")
    for url in (document_url(), f"{UPLOAD}{draft().pk}/"):
        assert other.get(url).status_code == 404
        assert other.post(url, {"do": "store", "document": 1}).status_code == 404
    assert not SourceDocument.objects.exists()


def test_whoever_may_not_publish_stores_drafts_whatever_the_form_says(officer):
    user = User.objects.get(username="officer")
    permissions = list(user.get_group_permissions())
    assert "agenda.publish_agendaitem" in permissions
    group = user.groups.get()
    group.permissions.remove(group.permissions.get(codename="publish_agendaitem"))
    assert 'name="publish"' not in words(hand_in(officer, short_item(1)))
    officer.post(document_url(), {"do": "store", "publish": "on"})
    assert not AgendaItem.objects.get().is_public


def test_storing_twice_stores_once(officer):
    hand_in(officer, short_item(1))
    url = document_url()
    officer.post(url, {"do": "store"})
    before = record()
    assert officer.post(url, {"do": "store"}).status_code == 404
    confirm(officer, 1)
    assert record() == before
