"""Items that share a subject become a matter, by general rules, until officers say otherwise."""

import pytest

from agenda.models import AgendaItem, Matter, MatterItem, Reference
from agenda.tests.builders import NUMBERS, make_item, make_source
from agenda.tests.test_ingest import CSE_2016, SOUTH, ingest
from agenda.tracking import groups
from agenda.tracking.linking import link
from agenda.tracking.matters import suggest

pytestmark = pytest.mark.django_db

REVIEW_2021 = "001_5266b545d037e242.txt"


def linked(*titles: str, **fields) -> list[AgendaItem]:
    items = [make_item(title, **fields) for title in titles]
    link(items)
    return items


def using(acronym: str, meaning: str = "", **fields) -> AgendaItem:
    """An item that uses an acronym often, and may say what it means."""
    text = f"{acronym} and {acronym} and {acronym}."
    source = make_source(f"{text} Page {next(NUMBERS)}.")
    item = make_item("Rivers in spate", source=source, **fields)
    AgendaItem.objects.filter(pk=item.pk).update(start=0, end=len(text))
    if meaning:
        Reference.objects.create(
            item=item, kind="acronym", text=f"({acronym})", value=meaning, start=0, end=4
        )
    return AgendaItem.objects.get(pk=item.pk)


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)], ids=str)
def test_first_documents_are_one_matter_in_whatever_order_they_come(order):
    names = (CSE_2016, REVIEW_2021, SOUTH)
    for place in order:
        [item] = ingest(names[place]).items
        item.publish()
        link([item])
    matter = Matter.objects.public().get()
    assert matter.name.casefold() == "child sexual exploitation (cse)"
    assert not matter.confirmed
    evidence = {m.item.source.name: m.evidence for m in matter.memberships.select_related()}
    assert evidence == {
        CSE_2016: "The title, inferred from the report, names “child sexual exploitation (CSE)”.",
        REVIEW_2021: "The title names “Child Sexual Exploitation (CSE)”.",
        SOUTH: evidence[SOUTH],
    }
    assert evidence[SOUTH].startswith("“CSE” stands 6 times in the item. Other minutes read it as")


def test_one_item_is_no_matter_and_two_are():
    linked("Flood defences")
    assert not Matter.objects.exists()
    linked("Update on flood defences")
    assert [m.item.title for m in Matter.objects.get().memberships.all()] == [
        "Flood defences",
        "Update on flood defences",
    ]


@pytest.mark.parametrize("title", ["Apologies for absence", "Corporate plan", "Annual report"])
def test_what_stands_on_every_agenda_is_no_matter(title):
    linked(title, title, title)
    assert not Matter.objects.exists()


def test_drafts_join_no_matter_and_name_none():
    linked("Flood defences", published=False)
    linked("Flood defences", "FLOOD DEFENCES")
    link(AgendaItem.objects.all())
    matter = Matter.objects.get()
    assert {m.item.publication_status for m in matter.memberships.all()} == {"published"}


def test_matter_goes_when_but_one_item_stays_public():
    first, _ = linked("Flood defences", "Flood defences")
    first.withdraw("It was published too early.")
    link([first])
    assert not Matter.objects.exists()
    first.publish()
    link([first])
    assert Matter.objects.get().memberships.count() == 2


def test_name_goes_with_the_item_that_printed_it():
    first, *_ = linked("Defences against floods", "FLOOD DEFENCES", "Flood defences")
    assert Matter.objects.get().name == "Defences against floods"
    first.withdraw("It was published too early.")
    link([first])
    assert (Matter.objects.get().name, Matter.objects.get().slug) == (
        "Flood defences",
        "flood-defences",
    )


def test_confirmed_matter_keeps_its_name_and_its_only_item():
    first, _ = linked("Flood defences", "Flood defences")
    Matter.objects.update(confirmed=True, name="The river")
    MatterItem.objects.update(standing="confirmed")
    first.withdraw("It was published too early.")
    link(AgendaItem.objects.all())
    assert str(Matter.objects.public().get()) == "The river"
    linked("Flood defences")
    standings = Matter.objects.get().memberships.values_list("standing", flat=True)
    assert sorted(standings) == ["confirmed", "confirmed", "suggested"]


def test_rejected_item_and_rejected_matter_are_not_suggested_again():
    first, *_ = linked("Flood defences", "Flood defences", "Flood defences")
    MatterItem.objects.filter(item=first).update(standing="rejected")
    link([first])
    assert MatterItem.objects.get(item=first).standing == "rejected"
    Matter.objects.update(rejected=True)
    linked("Flood defences")
    assert MatterItem.objects.count() == 3
    assert not Matter.objects.public().exists()


def test_acronym_is_read_as_other_public_minutes_read_it():
    link([using("SFRA")])
    link([using("SFRA", "Strategic Flood Risk Assessment", published=False)])
    assert not Matter.objects.filter(name__contains="SFRA").exists()
    link([using("SFRA", "Strategic Flood Risk Assessment")])
    assert Matter.objects.get(name__contains="SFRA").memberships.count() == 2


def test_acronym_that_is_read_in_two_ways_connects_nothing():
    link([using("SFRA"), using("SFRA", "Strategic Flood Risk Assessment")])
    link([using("SFRA", "Small Farm Relief Allowance")])
    assert not Matter.objects.filter(name__contains="SFRA").exists()


def test_body_is_no_subject():
    link([using("CCG"), using("CCG", "Clinical Commissioning Group")])
    assert not Matter.objects.filter(name__contains="CCG").exists()


def test_what_nearly_everything_speaks_of_is_no_matter(monkeypatch):
    monkeypatch.setattr(groups, "FEWEST", 3)
    linked("Flood defences", "Flood defences", "Flood defences")
    assert Matter.objects.count() == 1
    linked("Flood defences")
    assert not Matter.objects.exists()


def test_two_matters_of_one_name_have_addresses_of_their_own():
    Matter.objects.create(name="Flood defences", confirmed=True)
    linked("Flood defences", "Flood defences")
    assert sorted(Matter.objects.values_list("slug", flat=True)) == [
        "flood-defences",
        "flood-defences-2",
    ]


def test_suggesting_again_changes_nothing():
    linked("Flood defences", "Flood defences", "River walls", "River walls")
    before = list(Matter.objects.values()), list(MatterItem.objects.values())
    suggest(AgendaItem.objects.all())
    assert (list(Matter.objects.values()), list(MatterItem.objects.values())) == before
