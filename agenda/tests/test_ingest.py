"""What an import stores, and what it leaves alone."""

from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from agenda.facts import DocumentFacts, MeetingFacts, read_facts
from agenda.ingest import ingest_document
from agenda.models import Action, AgendaItem, Post, Resolution, SearchEntry, SourceDocument
from agenda.parsing.parser import NotMinutes
from committees.models import Committee, Meeting

pytestmark = pytest.mark.django_db

BRADFORD = Path(__file__).parents[1] / "documents" / "bradford"
CSE_2016 = "000_b9ce451eef93cf71.txt"
SOUTH = "003_8084d2b683a49195.txt"


def ingest(name: str, text: str | None = None, **options):
    text = text or (BRADFORD / name).read_text(encoding="utf-8")
    return ingest_document(name, text, read_facts(BRADFORD).of(name), **options)


def rows() -> dict[str, list]:
    """Every row of the record, to compare before and after."""
    models = (SourceDocument, Meeting, AgendaItem, Resolution, Action, Post, Committee)
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def test_an_import_stores_the_item_with_its_parts_and_their_places():
    [item] = ingest(CSE_2016).items
    text = item.source.text
    assert [r.number for r in item.resolutions.all()] == ["1", "2", "3"]
    for resolution in item.resolutions.all():
        [[start, end]] = resolution.spans["text"]
        assert " ".join(text[start:end].split()) == resolution.text
    assert [(c.name, c.phone) for c in item.contacts.all()] == [("Jenny Cryer", "01274 432438")]
    assert item.reports.get().reference == "Q"


def test_the_source_text_is_stored_as_it_came():
    [item] = ingest(SOUTH).items
    assert item.source.text == (BRADFORD / SOUTH).read_text(encoding="utf-8")


def test_committee_and_date_come_with_their_evidence():
    meeting = ingest(CSE_2016).items[0].meeting
    assert meeting.committee.name == "Corporate Overview and Scrutiny Committee"
    assert meeting.committee.kind == Committee.Kind.SCRUTINY
    assert (meeting.held_on, meeting.held_on_basis) == (date(2016, 10, 6), "inferred")
    assert "ID=4686" in meeting.held_on_evidence


def test_a_date_that_nothing_states_stays_unknown():
    meeting = ingest(SOUTH).items[0].meeting
    assert (meeting.held_on, meeting.held_on_basis) == (None, "")
    assert (meeting.committee_basis, bool(meeting.committee_evidence)) == ("inferred", True)


def test_a_document_without_facts_has_no_committee_and_no_date():
    text = (BRADFORD / SOUTH).read_text(encoding="utf-8")
    meeting = ingest_document("unknown.txt", text).items[0].meeting
    assert (meeting.committee, meeting.held_on) == (None, None)


def test_an_item_without_a_title_gets_one_of_its_own_words_marked_as_inferred():
    [item] = ingest(CSE_2016).items
    [[start, end]] = item.spans["title"]
    assert item.title_inferred
    assert item.title == f"Report on {' '.join(item.source.text[start:end].split())}"


def test_an_action_is_linked_to_owners_resolution_and_known_committee():
    action = ingest(CSE_2016).items[0].actions.get()
    assert [owner.words for owner in action.owners_as_printed] == [
        "Strategic Director Children’s Services",
        "City Solicitor",
    ]
    assert [r.number for r in action.resolutions.all()] == ["3"]
    assert action.referred_to.name == action.referral == "Corporate Parenting Panel"


def test_a_post_printed_with_and_without_comma_is_one_post():
    first = Post.named("Strategic Director Children's Services")
    assert Post.named("Strategic Director, Children’s Services") == first
    assert Post.named("Strategic Director, Place") != first


def test_owners_are_shown_as_each_source_prints_them():
    ingest(CSE_2016)
    action = ingest("001_5266b545d037e242.txt").items[0].actions.get()
    [owner] = action.owners_as_printed
    assert owner.words == "Strategic Director, Children’s Services"
    assert owner.post.actions.count() == 2


def test_ingesting_twice_changes_nothing():
    ingest(CSE_2016, publish=True)
    before = rows()
    assert ingest(CSE_2016, publish=True).outcome == "unchanged"
    assert rows() == before


def test_a_dry_run_stores_nothing():
    result = ingest(CSE_2016, dry_run=True)
    assert (result.outcome, result.counts["resolutions"]) == ("new", 3)
    assert not SourceDocument.objects.exists()
    assert not Committee.objects.exists()


def test_a_text_that_is_no_minutes_leaves_no_row():
    with pytest.raises(NotMinutes):
        ingest_document("cake.txt", "Take two eggs and a cup of flour.\n\nBake for an hour.")
    assert not SourceDocument.objects.exists()


def test_a_failure_half_way_leaves_no_row(monkeypatch):
    monkeypatch.setattr(Post, "add", lambda name: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ingest(CSE_2016)
    assert not SourceDocument.objects.exists()
    assert not Meeting.objects.exists()


def test_what_an_officer_corrected_survives_a_second_import():
    [item] = ingest(CSE_2016, publish=True).items
    item.title, item.title_inferred = "Child sexual exploitation", False
    item.save()
    item.mark_corrected("title", "title_inferred", "resolutions")
    item.resolutions.filter(number="3").update(text="As the chair has it.")
    result = ingest(CSE_2016)
    item.refresh_from_db()
    assert item.title == "Child sexual exploitation"
    assert item.resolutions.get(number="3").text == "As the chair has it."
    assert {"title", "resolutions"} <= set(result.kept)


def test_a_date_that_an_officer_corrected_survives_a_second_import():
    meeting = ingest(CSE_2016).items[0].meeting
    meeting.held_on = date(2016, 10, 7)
    meeting.held_on_basis = "supplied"
    meeting.save()
    meeting.mark_corrected("held_on", "held_on_basis")
    ingest(CSE_2016)
    meeting.refresh_from_db()
    assert (meeting.held_on, Meeting.objects.count()) == (date(2016, 10, 7), 1)


def test_an_item_that_an_officer_took_back_is_not_published_by_an_import():
    [item] = ingest(CSE_2016, publish=True).items
    item.withdraw("It was published too early.")
    ingest(CSE_2016, publish=True)
    item.refresh_from_db()
    assert not item.is_public


def test_a_renamed_committee_is_found_again():
    committee = ingest(CSE_2016).items[0].meeting.committee
    committee.name = "Corporate Scrutiny Committee"
    committee.save()
    assert ingest(CSE_2016).outcome == "unchanged"
    assert not Committee.objects.filter(name__startswith="Corporate Overview").exists()


def test_an_amended_page_keeps_its_item_and_both_texts():
    [item] = ingest(CSE_2016, publish=True).items
    amended = item.source.text.replace("the contents of the report be noted", "it be welcomed")
    [again] = ingest(CSE_2016, amended).items
    assert again.pk == item.pk
    assert again.resolutions.get(number="1").text == "That it be welcomed."
    assert SourceDocument.objects.count() == 2
    assert ingest(CSE_2016).outcome == "superseded"


def test_a_source_text_can_be_neither_changed_nor_deleted():
    source = ingest(CSE_2016).items[0].source
    with pytest.raises(TypeError):
        source.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        SourceDocument.objects.update(text="another")
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM agenda_sourcedocument")


def test_what_an_officer_gives_at_the_import_is_marked_as_supplied():
    text = (BRADFORD / SOUTH).read_text(encoding="utf-8")
    facts = DocumentFacts().supplied("Keighley Area Committee", date(2022, 3, 1))
    meeting = ingest_document("south.txt", text, facts).items[0].meeting
    assert meeting.committee.kind == Committee.Kind.AREA
    assert (meeting.committee_basis, meeting.held_on_basis) == ("supplied", "supplied")


def test_items_of_one_committee_and_day_share_their_meeting():
    facts = DocumentFacts(
        meeting=MeetingFacts(
            committee="Executive",
            committee_basis="stated",
            held_on=date(2021, 1, 5),
            held_on_basis="stated",
        )
    )
    for name in (CSE_2016, SOUTH):
        text = (BRADFORD / name).read_text(encoding="utf-8")
        ingest_document(name, text, facts)
    assert Meeting.objects.count() == 1


def test_items_without_a_date_are_never_taken_for_one_meeting():
    for name in (CSE_2016, SOUTH):
        text = (BRADFORD / name).read_text(encoding="utf-8")
        ingest_document(name, text)
    assert Meeting.objects.count() == 2


def test_what_is_stored_can_be_searched():
    [item] = ingest(CSE_2016).items
    assert SearchEntry.objects.filter(item=item).exists()
    assert AgendaItem.objects.search('"Corporate Parenting Panel"').get() == item
