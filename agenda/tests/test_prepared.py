"""What is worked out before storing is what would be worked out from the stored record."""

from datetime import date
from pathlib import Path

import pytest

from agenda.ingest import ingest_batch
from agenda.models import Action, ExpectedReport, Post, SearchEntry, Topic
from agenda.prepared import Prepared
from agenda.read_documents import ReadDocument, read_document
from agenda.search import entries
from agenda.search.fields import texts_of_items
from agenda.tests.importing import BRADFORD, CSE_2016
from agenda.tests.test_ingest import ingest
from agenda.tracking.recording import recompute

pytestmark = pytest.mark.django_db

TEXTS = sorted((Path(__file__).parent / "documents").rglob("*.txt"))
DUE = ("due_on", "due_phrase", "due_place", "due_reckoning")
PROMISED = ("resolution", "phrase", "due_on", "precision", "recurs", "start", "end")


def read(path: Path) -> ReadDocument:
    return read_document(path.name, path.read_text(encoding="utf-8"))


def stored() -> dict[str, list]:
    """All that follows from what was read, as it stands in the database."""
    return {
        "topics": [*Topic.objects.order_by("item", "pk").values_list("item", *topic_fields())],
        "promises": [*ExpectedReport.objects.order_by("item", "pk").values_list("item", *PROMISED)],
        "due": [*Action.objects.order_by("pk").values_list("pk", *DUE)],
        "search": [*SearchEntry.objects.order_by("pk").values()],
    }


def topic_fields() -> list[str]:
    return [f.attname for f in Topic._meta.fields if f.attname not in ("id", "item_id")]


def test_what_was_prepared_equals_what_the_stored_record_gives():
    results = ingest_batch([read(path) for path in TEXTS], publish=True)
    items = [item for result in results for item in result.items]
    before = stored()
    recompute(items)
    entries.refresh(items)
    assert stored() == before
    assert all(before.values())


def test_what_was_prepared_is_used():
    """It speaks of the very texts that are stored, so that nothing is worked out twice."""
    documents = [read(path) for path in TEXTS]
    results = ingest_batch(documents)
    numbers = [item.pk for result in results for item in result.items]
    prepared = [each.parts for document in documents for each in document.prepared]
    found = texts_of_items(numbers)
    assert [found[number] for number in numbers] == prepared


def test_words_other_than_those_read_are_worked_out_anew():
    prepared = prepared_cse()
    parts = {**prepared.parts, "title": ["Lamp posts"]}
    lexemes, plain = prepared.lexemes_and_plain(parts)
    assert "t:lamp" in lexemes.split()
    assert plain.startswith(" lamp posts ")
    assert prepared.lexemes_and_plain(prepared.parts) == prepared.indexed != (lexemes, plain)


def test_another_day_of_the_meeting_dates_anew():
    prepared = prepared_cse()
    text = "That a report be brought within 6 months."
    for held_on, due_on in ((date(2031, 1, 8), date(2031, 7, 8)), (None, None)):
        assert prepared.deadline(text, held_on).due_on == due_on


def test_the_name_that_an_officer_gave_a_post_is_found_after_an_import():
    post = Post.named("City Solicitor")
    post.name, post.slug = "Town Clerk", "town-clerk"
    post.save()
    text = "Agenda item\n\nLAMPS\n\nMinutes:\n\nResolved –\n\nThat lamps be lit.\n\nACTION: City Solicitor\n"
    [item] = ingest("lamps.txt", text, publish=True).items
    assert "a:clerk" in SearchEntry.objects.get(item=item).words


def prepared_cse() -> Prepared:
    [prepared] = read(BRADFORD / CSE_2016).prepared
    return prepared
