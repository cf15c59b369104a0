"""Importing at the officers' desk: look first, then confirm."""

import re
from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from agenda.facts import DocumentFacts
from agenda.ingest import ingest_document
from agenda.models import AgendaItem, SourceDocument
from agenda.roles import REVIEWERS
from agenda.tests.importing import (
    ADDRESS,
    BRADFORD,
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
    short_item,
    text_of,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Client:
    return client_of()


def at(address: str) -> DocumentFacts:
    return DocumentFacts(address=address)


def test_looking_stores_nothing(officer):
    before = record()
    shown = words(hand_in(officer, text_of(), committee="Executive", held_on="2016-10-06"))
    assert "Report on child sexual exploitation" in shown
    assert record() == before


def test_the_preview_shows_each_field_and_marks_the_passage_it_was_read_from(officer):
    shown = words(hand_in(officer, text_of()))
    assert re.search(
        r'id="item-1-resolution-1"><dt>Resolution 1</dt><dd><p>\(1\) That the contents', shown
    )
    assert re.search(r'<mark><a href="#item-1-resolution-1">Resolution 1</a> \(1\)', shown)
    links = set(re.findall(r'href="#(item-1-[^"]+)"', shown))
    assert links <= set(re.findall(r'id="(item-1-[^"]+)"', shown))


def test_doubts_of_the_reader_stand_above_the_fields(officer):
    shown = words(hand_in(officer, text_of()))
    assert 0 < shown.index("Doubts of the reader") < shown.index("import-fields")


def test_confirming_stores_what_the_command_stores(officer):
    facts = at(ADDRESS).supplied("Executive", date(2016, 10, 6))
    by_hand = ingest_document("Pasted text", text_of(), facts, dry_run=True)
    given = {"committee": "Executive", "held_on": "2016-10-06", "address": ADDRESS}
    hand_in(officer, text_of(), **given)
    officer.post(document_url(), {"do": "store"})
    item = AgendaItem.objects.get()
    assert item.title == by_hand.items[0].title
    assert item.resolutions.count() == by_hand.counts["resolutions"]
    assert (item.source.text, item.source.address) == (text_of(), ADDRESS)
    assert (item.meeting.committee.name, item.meeting.held_on) == ("Executive", date(2016, 10, 6))
    assert item.meeting.committee_basis == "supplied"
    assert not item.is_public
    assert ingest_document("again.txt", text_of(), facts).outcome == "unchanged"


def test_line_ends_of_the_browser_make_no_other_text(officer):
    hand_in(officer, text_of().replace("\n", "\r\n"))
    assert document().text == text_of()


def test_what_was_given_can_be_corrected_before_storing(officer):
    hand_in(officer, text_of(), committee="Exective")
    assert "Exective" in words(officer.get(document_url()))
    given = {"do": "give", "committee": "Executive", "held_on": "2016-10-06"}
    shown = words(officer.post(document_url(), given, follow=True))
    assert "Executive" in shown
    assert "Exective" not in shown
    assert "6 October 2016 (supplied by an officer)" in shown


def test_a_name_that_is_not_known_so_far_is_pointed_out(officer):
    ingest_document("known.txt", short_item(1), at("").supplied("Executive", None))
    assert "Not known so far" in words(hand_in(officer, text_of(), committee="Exective"))
    officer.post(document_url(), {"do": "give", "committee": "Executive"})
    assert "1 committee would be added" not in words(officer.get(document_url()))


def test_a_fact_that_the_text_itself_states_otherwise_is_said_not_to_be_used(officer):
    meeting = (
        "Agenda, decisions and minutes\n\nExecutive\n\nTuesday, 5 January 2021\n\nItems\n\n"
        "No. Item\n\n1.\n\nDRAINS\n\nMinutes:\n\nResolved –\n\nThat the drains be cleaned.\n"
    )
    ingested = ingest_document("m.txt", meeting, dry_run=True).items[0].meeting
    assert ingested.held_on == date(2021, 1, 5)
    assert "The date you gave" in words(hand_in(officer, meeting, held_on="2020-02-02"))


def test_a_kind_of_page_given_by_the_officer_is_followed(officer):
    shown = words(hand_in(officer, "Some words.\n\nOther words.", page_kind=""))
    assert "no sign of council minutes" in shown
    given = {"do": "give", "page_kind": "agenda_item"}
    shown = words(officer.post(document_url(), given, follow=True))
    assert "One agenda item" in shown
    assert document().outcome == "new"


def test_a_newer_text_of_a_stored_page_is_shown_as_a_difference(officer):
    ingest_document("old.txt", text_of(), at(ADDRESS))
    amended = text_of().replace("the contents of the report be noted", "the report be welcomed")
    shown = words(hand_in(officer, amended, address=ADDRESS))
    assert document().outcome == "changed"
    change = shown[shown.index("What would change") : shown.index("import-item")]
    assert "Resolution 1" in change
    assert re.search(r"<del>.* noted\.", change)
    assert re.search(r"<ins>.* welcomed\.", change)
    assert "Resolution 2" not in change


def test_what_is_added_and_removed_is_told_and_technical_changes_are_not(officer):
    ingest_document("old.txt", text_of(), at(ADDRESS))
    third = text_of()[text_of().index("(3)") : text_of().index("ACTION:")]
    shown = words(hand_in(officer, text_of().replace(third, ""), address=ADDRESS))
    change = shown[shown.index("What would change") : shown.index("import-item")]
    assert re.search(r"Resolution 3 <span class=\"import-tag\">removed</span>", change)
    assert "Spans" not in change


def test_what_an_officer_corrected_is_shown_as_kept_beside_what_the_text_has(officer):
    [item] = ingest_document("old.txt", text_of(), at(ADDRESS)).items
    AgendaItem.objects.filter(pk=item.pk).update(title="Safety of children")
    item.refresh_from_db()
    item.mark_corrected("title", "resolutions")
    shown = words(hand_in(officer, text_of() + "\n", address=ADDRESS))
    kept = shown[shown.index("Kept as officers corrected it") : shown.index("import-item")]
    assert "Safety of children" in kept
    assert "Report on child sexual exploitation" in kept
    assert "Resolutions" in kept
    officer.post(document_url(), {"do": "store"})
    assert AgendaItem.objects.get().title == "Safety of children"


def test_a_text_that_is_stored_already_is_unchanged_and_not_ticked(officer):
    ingest_document("old.txt", text_of())
    hand_in(officer, "", file("a.txt", text_of()), file("b.txt", short_item(1)))
    shown = words(draft_page(officer))
    ticked = re.findall(r'name="document" value="(\d)"[^>]* checked', shown)
    assert [document(n).outcome for n in (1, 2)] == ["unchanged", "new"]
    assert ticked == ["2"]


def test_an_older_text_of_a_page_is_left_out(officer):
    ingest_document("old.txt", text_of(), at(ADDRESS))
    ingest_document("new.txt", text_of() + "\nPostscript", at(ADDRESS))
    shown = words(hand_in(officer, text_of(), address=ADDRESS))
    assert "left out" in shown
    assert "Store this document" not in shown
    before = record()
    confirm(officer, 1)
    assert record() == before


def test_only_the_ticked_documents_are_stored(officer):
    hand_in(officer, "", *(file(f"{n}.txt", short_item(n)) for n in (1, 2, 3)))
    draft_page(officer)
    shown = words(confirm(officer, 1, 3))
    assert sorted(SourceDocument.objects.values_list("name", flat=True)) == ["1.txt", "3.txt"]
    assert "Stored: 2 documents" in shown
    assert "Ready to store: 1 document" in shown


def test_storing_without_a_tick_stores_nothing_and_says_so(officer):
    hand_in(officer, "", file("1.txt", short_item(1)), file("2.txt", short_item(2)))
    draft_page(officer)
    assert "tick the documents" in confirm(officer).content.decode()
    assert not SourceDocument.objects.exists()


def test_an_officer_may_publish_at_once(officer):
    hand_in(officer, short_item(1))
    officer.post(document_url(), {"do": "store", "publish": "on"})
    assert AgendaItem.objects.get().is_public


def test_the_history_of_a_source_says_who_imported_it(officer):
    hand_in(officer, short_item(1))
    officer.post(document_url(), {"do": "store"})
    entry = LogEntry.objects.get()
    assert (entry.user.username, entry.change_message) == ("officer", "Imported.")


def test_an_upload_can_be_thrown_away(officer):
    hand_in(officer, short_item(1))
    shown = officer.post(f"{UPLOAD}{draft().pk}/", {"do": "discard"}, follow=True)
    assert "thrown away" in shown.content.decode()
    assert shown.redirect_chain[-1][0] == UPLOAD
    assert not SourceDocument.objects.exists()


def test_markup_in_a_text_or_a_name_stays_text(officer):
    spoilt = short_item(1).replace("ROAD 1", "ROAD <script>alert(1)</script>")
    hand_in(officer, "", file("<b>bold<b>.txt", spoilt), file("x.txt", "<i>no</i> minutes"))
    for page in (draft_page(officer), officer.get(document_url())):
        assert "<script>alert" not in page.content.decode()
        assert "<b>bold" not in page.content.decode()
        assert "<i>no" not in page.content.decode()


def test_the_pages_hold_neither_scripts_nor_styles_of_their_own(officer):
    pages = [officer.get(UPLOAD), hand_in(officer, text_of()), draft_page(officer)]
    pages.append(officer.post(document_url(), {"do": "store"}, follow=True))
    for page in pages:
        assert not re.search(r"<style|<script|\sstyle=|\son\w+=|javascript:", words(page))


def test_the_button_on_the_list_of_sources_is_for_those_who_may_import(officer):
    url = "/admin/agenda/sourcedocument/"
    assert UPLOAD in officer.get(url).content.decode()
    assert UPLOAD not in client_of(REVIEWERS, "reviewer").get(url).content.decode()


def test_the_samples_of_every_layout_can_be_looked_at(officer):
    layouts = sorted((BRADFORD.parents[1] / "tests/documents/layouts").glob("*.txt"))
    files = [file(path.name, path.read_bytes()) for path in layouts]
    hand_in(officer, "", *files)
    while draft().documents.unread().exists():
        draft_page(officer)
    looked_at = draft().documents.filter(outcome="new").values_list("position", flat=True)
    assert len(looked_at) > 20
    for position in looked_at:
        assert "Source text" in words(officer.get(document_url(position)))
    assert not SourceDocument.objects.exists()
