"""What is linked as it is stored is linked as if all were looked at again."""

from random import Random

import pytest
from django.db import transaction

from agenda.models import AgendaItem, ExpectedReport, Matter, MatterItem, Return
from agenda.tests.builders import make_item
from agenda.tests.importing import BRADFORD
from agenda.tests.test_ingest import ingest
from agenda.tracking import groups
from agenda.tracking.linking import link, link_new

from .test_matters import using
from .test_returns import NEXT, PANEL, later, promised

pytestmark = pytest.mark.django_db

EVERY_YEAR = "a report be presented every year"
FLOODS = ("Flood defences", "FLOOD DEFENCES", "Update on flood defences", "Defences against floods")


MAKERS = [
    *(lambda title=title: make_item(title) for title in FLOODS),
    lambda: make_item("Flood defences", published=False),
    lambda: make_item("River walls"),
    lambda: make_item("River walls", published=False),
    lambda: using("SFRA"),
    lambda: using("SFRA", "Strategic Flood Risk Assessment"),
    lambda: using("SFRA", "Small Farm Relief Allowance"),
    lambda: using("SFRA", "Small Farm Relief Allowance", published=False),
    lambda: promised().item,
    lambda: promised(held_on="2016-09-01", recurs="annual", phrase=EVERY_YEAR).item,
    lambda: promised(held_on="2016-09-08", precision="meeting", due_on=None, phrase=NEXT).item,
    *(
        lambda day=day: later(held_on=day)
        for day in ("2016-11-03", "2017-10-06", "2017-10-17", "2017-12-20", "2018-10-10")
    ),
    lambda: later(held_on="2017-11-02", published=False),
    lambda: later("Street lamps", "2016-10-20", committee=PANEL),
]


def state() -> dict[str, list[tuple]]:
    """What is suggested, without the numbers of the records."""
    columns = {
        Matter: ("topic",),
        MatterItem: ("matter__topic", "item", "evidence", "standing"),
        Return: ("expected_report", "item", "score", "evidence", "standing"),
        ExpectedReport: ("pk", "due_on"),
    }
    return {
        model.__name__: sorted(model.objects.values_list(*names), key=str)
        for model, names in columns.items()
    }


def linked_anew() -> dict[str, list[tuple]]:
    """The state after everything is linked again, which is then undone."""
    with transaction.atomic():
        link(AgendaItem.objects.all())
        after = state()
        transaction.set_rollback(True)
    return after


@pytest.mark.parametrize("most", [4, 20])
@pytest.mark.parametrize("seed", range(2))
def test_new_items_are_linked_as_if_all_were_looked_at_again(monkeypatch, seed, most):
    monkeypatch.setattr(groups, "FEWEST", most)
    for make in Random(seed).sample(MAKERS, len(MAKERS)):
        link_new([AgendaItem.objects.get(pk=make().pk)])
        assert state() == linked_anew()
    assert Return.objects.exists()


def test_new_reading_of_an_acronym_takes_out_the_items_that_only_use_it():
    meaning = "Strategic Flood Risk Assessment"
    link_new([using("SFRA"), using("SFRA", meaning), using("SFRA", meaning)])
    assert MatterItem.objects.filter(matter__topic__contains="flood").count() == 3
    link_new([using("SFRA", "Small Farm Relief Allowance")])
    assert MatterItem.objects.filter(matter__topic__contains="flood").count() == 2
    assert state() == linked_anew()


def test_new_meeting_that_dates_a_promise_lets_another_item_answer_it():
    promise = promised(precision="meeting", due_on=None, phrase=NEXT).item
    late = later(held_on="2017-06-01", published=False)
    link_new([promise, late, later(held_on="2016-12-20", published=False)])
    assert Return.objects.get().item == late
    link_new([later("Street lamps", "2016-11-03")])
    assert f"{Return.objects.get().item.meeting.held_on}" == "2016-12-20"
    assert state() == linked_anew()


def test_new_items_leave_what_officers_settled_as_it_is():
    for _ in range(3):
        link_new([make_item("Flood defences")])
    MatterItem.objects.filter(pk=MatterItem.objects.first().pk).update(standing="rejected")
    link_new([make_item("Flood defences")])
    standings = MatterItem.objects.order_by("pk").values_list("standing", flat=True)
    assert list(standings) == ["rejected", "suggested", "suggested", "suggested"]
    Matter.objects.update(rejected=True)
    link_new([make_item("Flood defences")])
    assert MatterItem.objects.count() == 4


def test_documents_are_linked_as_they_are_imported_as_if_all_were_looked_at_again():
    for path in sorted(BRADFORD.glob("*.txt")):
        ingest(path.name, publish=True)
        assert state() == linked_anew()


def test_suggestion_that_nobody_changed_leaves_no_history():
    first, _ = items = [make_item("Flood defences"), make_item("Flood defences")]
    link_new(items)
    first.withdraw("It was published too early.")
    link([first])
    assert not Matter.objects.exists()
    assert not Matter.history.exists()
    assert not MatterItem.history.exists()


def test_suggestion_that_an_officer_changed_leaves_its_history():
    first, _ = items = [make_item("Flood defences"), make_item("Flood defences")]
    link_new(items)
    matter = Matter.objects.get()
    matter.name = "The river"
    matter.save()
    first.withdraw("It was published too early.")
    link([first])
    assert not Matter.objects.exists()
    assert Matter.history.filter(name="The river", history_type="-").exists()
