"""What stored items speak of: in their own public words, in step with them."""

import pytest

from agenda.exempt import Withheld
from agenda.models import AgendaItem, SourceDocument, Topic
from agenda.tests.builders import make_item, make_source
from agenda.tests.importing import BRADFORD
from agenda.tests.test_ingest import CSE_2016, ingest
from agenda.tracking import topics

pytestmark = pytest.mark.django_db

PAGE = "Agenda item\n\nFLOOD DEFENCES\n\nThe SFRA says so. The SFRA is long. The SFRA is old. The SFRA."


def written(item: AgendaItem) -> list[tuple[str, str, bool]]:
    topics.record([item])
    return list(item.topics.values_list("value", "acronym", "telling"))


def item_of(text: str) -> AgendaItem:
    return make_item("FLOOD DEFENCES", source=make_source(text), start=0, end=len(text))


def test_topics_of_the_first_document_stand_where_they_say():
    [item] = ingest(CSE_2016).items
    topics.record([item])
    topic = item.topics.get(acronym="CSE")
    text = (BRADFORD / CSE_2016).read_text(encoding="utf-8")
    assert text[topic.start : topic.end] == "(CSE)"
    assert (topic.value, topic.text, topic.telling) == (
        "child-exploit-sexual",
        "child sexual exploitation",
        True,
    )
    assert topic.evidence == (
        "The title, inferred from the report, names “child sexual exploitation (CSE)”."
    )


def test_acronym_that_is_not_expanded_has_no_value_of_its_own():
    assert written(item_of(PAGE)) == [("defenc-flood", "", True), ("", "SFRA", False)]


def test_recording_twice_keeps_the_same_records():
    item = item_of(PAGE)
    topics.record([item])
    before = list(Topic.objects.values())
    topics.record([AgendaItem.objects.get()])
    assert list(Topic.objects.values()) == before


def test_topics_follow_a_corrected_title():
    item = item_of(PAGE)
    topics.record([item])
    item.title = "River walls"
    assert ("river-wall", "", True) in written(item)
    assert not item.topics.filter(value="defenc-flood").exists()


def test_exempt_passages_say_nothing_of_the_topic():
    item = item_of(PAGE)
    matter = Withheld.objects.create(item=item, paragraph=3, reason="It would harm the sale.")
    matter.lock_away("The SFRA is long. The SFRA is old.")
    assert written(item) == [("defenc-flood", "", True)]


def test_items_of_one_page_on_an_issue_share_a_topic():
    source = make_source("a page")
    SourceDocument.objects.filter(pk=source.pk).update(page_kind="issue")
    items = [make_item(title, source=source) for title in ("Library", "Town hall")]
    topics.record(AgendaItem.objects.all())
    shared = [item.topics.get(value__startswith="issue-") for item in items]
    assert shared[0].value == shared[1].value
    assert all(topic.telling for topic in shared)


def test_topics_cost_the_same_queries_for_any_number_of_items(django_assert_num_queries):
    for n in range(5):
        make_item(f"River {n}", committee=f"Committee {n}")
    items = list(AgendaItem.objects.all())
    with django_assert_num_queries(7):
        topics.record(items)
