"""The search follows the record: what is corrected, published or withdrawn shows at once."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client

from agenda.models import Action, AgendaItem, Post, SearchEntry
from agenda.search.after_migrating import catch_up_after_migrating
from agenda.search.tables import KnownWord
from agenda.tests.builders import make_action, make_item, make_meeting
from committees.models import Committee

pytestmark = pytest.mark.django_db


def titles(**filters) -> list[str]:
    response = Client().get("/items/", filters)
    return [item.title for item in response.context.get("object_list", [])]


def known() -> set[str]:
    return set(KnownWord.objects.public().values_list("word", flat=True))


def test_meeting_whose_date_and_committee_are_corrected():
    item = make_item(held_on="2016-10-06", committee="Road Panel")
    make_item("Elsewhere", committee="Lamp Panel")
    meeting = item.meeting
    meeting.held_on, meeting.committee = "2017-01-01", Committee.named("Lamp Panel")
    meeting.save()
    assert titles(year="2017", committee="lamp-panel") == ["Road works"]
    assert titles(year="2016") == []


def test_item_moved_to_another_meeting():
    item = make_item(held_on="2016-10-06")
    item.meeting = make_meeting(held_on="2019-01-01")
    item.save()
    assert titles(year="2019") == ["Road works"]


def test_committee_that_is_renamed_or_of_another_kind_now(client):
    committee = make_item(committee="Road Panel").meeting.committee
    committee.name, committee.kind = "Highways Committee", "executive"
    committee.save()
    assert titles(kind="executive") == ["Road works"]
    assert titles(kind="panel") == []
    assert "Highways Committee" in client.get("/items/").content.decode()


def test_owner_that_is_renamed():
    make_item(owners=("City Solicitor",))
    post = Post.objects.get()
    post.name = "Monitoring Officer"
    post.save()
    assert titles(q="monitoring", scope="actions") == ["Road works"]


def test_action_whose_status_is_changed():
    action = make_action(make_item(), "City Solicitor")
    action.status = Action.Status.DONE
    action.save(update_fields=["status"])
    assert titles(status="done") == ["Road works"]
    assert titles(status="open") == []


def test_resolution_whose_outcome_or_words_are_corrected():
    resolution = make_item(resolutions=("That roads be mended",)).resolutions.get()
    resolution.outcome, resolution.text = "changed", "That bridges be mended"
    resolution.save()
    assert titles(outcome="changed", q="bridges") == ["Road works"]
    assert titles(q="roads", scope="resolutions") == []


@pytest.mark.parametrize("change", ["withdraw", "update"])
def test_item_that_is_taken_back_leaves_nothing(change):
    item = make_item("Zeppelins", committee="Air Panel", held_on="1923-01-01")
    if change == "withdraw":
        item.withdraw("It was published too early.")
        assert "zeppelins" not in known()
    else:
        AgendaItem.objects.update(publication_status="in_review", published_at=None)
    assert SearchEntry.objects.filter(publication_status="published").count() == 0
    page = Client().get("/items/", {"q": "zepelins"})
    assert titles(q="zeppelins") == titles() == []
    assert page.context["search"].suggestion is None
    assert page.context["search"].facets == []


def test_word_stays_known_while_another_published_item_has_it():
    first, second = make_item("Zeppelins"), make_item("Zeppelins and balloons")
    assert {"zeppelins", "balloons"} <= known()
    first.withdraw("Twice.")
    assert "zeppelins" in known()
    second.title = "Balloons"
    second.save()
    assert "zeppelins" not in known()
    assert "balloons" in known()


def test_words_of_a_draft_are_not_known_until_it_is_published():
    draft = make_item("Zeppelins", published=False)
    assert "zeppelins" not in known()
    draft.publish()
    assert "zeppelins" in known()


def test_rebuilding_writes_what_is_missing_and_counts_words():
    items = [make_item("Zeppelins"), make_item("Zeppelins again")]
    make_item("Secret zeppelins", published=False)
    SearchEntry.objects.all().delete()
    KnownWord.objects.update(items=7)
    call_command("rebuild_search", verbosity=0)
    assert titles(q="zeppelins") == [items[1].title, items[0].title]
    counts = dict(KnownWord.objects.values_list("word", "items"))
    assert counts["zeppelins"] == 2
    assert counts["again"] == 1
    assert "secret" not in counts


def test_rebuilding_goes_on_behind_a_number():
    first, second = make_item("First"), make_item("Second")
    SearchEntry.objects.all().delete()
    call_command("rebuild_search", after=first.pk, verbosity=0)
    assert [entry.item_id for entry in SearchEntry.objects.all()] == [second.pk]


def test_warming_changes_nothing(capsys):
    make_item()
    before = list(SearchEntry.objects.values())
    call_command("rebuild_search", warm=True)
    assert list(SearchEntry.objects.values()) == before
    assert "index of words: in memory" in capsys.readouterr().out


def test_entries_that_are_missing_or_old_are_written_after_a_migration():
    item, old = make_item("Missing"), make_item("Old")
    SearchEntry.objects.filter(item=item).delete()
    SearchEntry.objects.filter(item=old).update(edition=0, plain="")
    catch_up_after_migrating(apps.get_app_config("agenda"), apps=apps)
    assert titles(q="missing") == ["Missing"]
    assert titles(q='"old"') == ["Old"]


def test_the_database_keeps_the_status_of_entry_and_item_alike():
    item = make_item()
    with pytest.raises(Exception, match="status_of_the_item"), transaction.atomic():
        SearchEntry.objects.filter(item=item).update(publication_status="draft")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE agenda_agendaitem SET publication_status = 'in_review', published_at = NULL"
        )
    assert SearchEntry.objects.get().publication_status == "in_review"
