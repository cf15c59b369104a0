"""Who changed what, when; and going back."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from agenda.ingest import ingest_document
from agenda.models import Action, AgendaItem, Post, Resolution
from agenda.roles import OFFICERS
from agenda.tests.builders import make_action, make_full_item, make_item, make_meeting
from agenda.tests.test_admin import NAMES, change_url, form_of, ingest
from agenda.tests.test_conflicts import PAGE
from committees.history import FIRST_STATE
from committees.models import Committee, Meeting
from committees.versions import pieces_of

pytestmark = pytest.mark.django_db

HISTORIES = [model.history for model in (AgendaItem, Resolution, Action, Post, Committee, Meeting)]


@pytest.fixture
def officer() -> Client:
    user = User.objects.create_user("ann", password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=OFFICERS))
    client = Client()
    client.force_login(user)
    return client


def history_url(record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_history", args=[record.pk])


def version_url(row) -> str:
    meta = row.instance_type._meta
    name = f"admin:{meta.app_label}_{meta.model_name}_simple_history"
    return reverse(name, args=[row.id, row.pk])


def correct(officer: Client, record, **values: str) -> None:
    url = change_url(record)
    assert officer.post(url, form_of(officer, url) | values).status_code == 302


def revert(officer: Client, row):
    url = version_url(row)
    return officer.post(url, {"seen": officer.get(url).context["seen"]}, follow=True)


@pytest.mark.parametrize("name", NAMES)
def test_a_first_import_writes_no_history(name):
    ingest(name)
    assert [history.count() for history in HISTORIES] == [0] * len(HISTORIES)


def test_the_first_change_keeps_the_imported_state_before_it(officer):
    item = ingest()
    imported = item.title
    correct(officer, item, title="Better")
    first, *later = item.history.order_by("history_date", "history_id")
    assert (first.title, first.history_user, first.history_change_reason) == (
        imported,
        None,
        FIRST_STATE,
    )
    assert {(row.title, str(row.history_user)) for row in later} == {("Better", "ann")}


def test_an_import_that_changes_a_record_is_in_its_history():
    item = ingest_document("taxis.txt", PAGE.format(what="it")).items[0]
    resolution = item.resolutions.first()
    resolution.text = "That it be refused."
    resolution.save()
    ingest_document("taxis.txt", PAGE.format(what="it"))
    texts = resolution.history.order_by("history_id").values_list("text", flat=True)
    assert list(texts) == [
        "That it be noted.",
        "That it be refused.",
        "That it be noted.",
    ]


def test_the_history_tells_who_changed_which_words(officer):
    item = make_item("Road works in Mill Lane", resolutions=("That it be noted",))
    correct(officer, item, **{"title": "Road works in Long Lane", "resolutions-0-text": "No"})
    page = officer.get(history_url(item)).content.decode()
    assert "Road works in <del>Mill </del><ins>Long </ins>Lane" in page
    assert "Changed by ann" in page
    assert "Resolution 1: changed by ann" in page


def test_a_change_of_owners_is_in_the_history(officer):
    item = make_item(owners=("Solicitor",))
    action, engineer = item.actions.get(), Post.named("City Engineer")
    correct(officer, item, **{"actions-0-owners": [engineer.pk]})
    page = officer.get(history_url(action)).content.decode()
    assert "<del>Solicitor</del><ins>City Engineer</ins>" in page


def test_going_back_restores_the_field_marks_it_corrected_and_finds_it_again(officer):
    item = ingest()
    imported = item.title
    correct(officer, item, title="Zanzibar")
    revert(officer, item.history.earliest())
    item = AgendaItem.objects.get()
    assert item.title == imported
    assert "title" in item.corrected
    assert not AgendaItem.objects.search("zanzibar").exists()
    assert AgendaItem.objects.search(f'"{imported}"').exists()
    latest = item.history.filter(title=imported).first()
    assert str(latest.history_user) == "ann"


def test_what_was_gone_back_to_survives_an_import(officer):
    item = ingest_document("taxis.txt", PAGE.format(what="it")).items[0]
    resolution = item.resolutions.first()
    correct(officer, item, **{"resolutions-0-text": "That it be refused."})
    correct(officer, item, **{"resolutions-0-text": "That it be agreed."})
    revert(officer, resolution.history.filter(text="That it be refused.").first())
    ingest_document("taxis.txt", PAGE.format(what="it"))
    resolution.refresh_from_db()
    assert resolution.text == "That it be refused."
    assert AgendaItem.objects.search("refused").exists()
    assert not AgendaItem.objects.search("agreed").exists()


def test_going_back_brings_the_owners_back(officer):
    item = make_item(owners=("Solicitor",))
    action, engineer = item.actions.get(), Post.named("City Engineer")
    earlier = action.history.first()
    correct(officer, item, **{"actions-0-owners": [engineer.pk]})
    revert(officer, earlier)
    assert [post.name for post in action.owners.all()] == ["Solicitor"]
    item.refresh_from_db()
    assert "actions" in item.corrected


def test_a_removed_part_is_brought_back_from_the_history(officer):
    item = make_item(resolutions=("That it be noted", "That it be left"))
    action = make_action(item, "Solicitor")
    removed = item.resolutions.first()
    correct(officer, item, **{"resolutions-0-DELETE": "on", "actions-0-DELETE": "on"})
    page = officer.get(history_url(item)).content.decode()
    assert "Resolution 1: removed by ann" in page
    for part in (removed, action):
        revert(officer, type(part).history.filter(id=part.pk, history_type="-").get())
    assert [(r.pk, r.position) for r in item.resolutions.all()][0] == (removed.pk, 1)
    assert [post.name for post in item.actions.get().owners.all()] == ["Solicitor"]


def test_going_back_publishes_and_withdraws_nothing(officer):
    item = make_item("Zanzibar", published=False)
    correct(officer, item, title="Better")
    item.refresh_from_db()
    draft = item.history.filter(title="Zanzibar").first()
    item.publish()
    item.withdraw("It was published too early.")
    revert(officer, draft)
    item.refresh_from_db()
    assert (item.title, item.publication_status) == ("Zanzibar", "withdrawn")


def test_going_back_from_an_outdated_page_changes_nothing(officer):
    item = make_item("First")
    correct(officer, item, title="Second")
    url = version_url(item.history.filter(title="First").first())
    seen = officer.get(url).context["seen"]
    correct(officer, item, title="Third")
    page = officer.post(url, {"seen": seen}, follow=True)
    assert "has changed since you opened this page" in page.content.decode()
    item.refresh_from_db()
    assert item.title == "Third"


def test_going_back_cannot_break_the_rules_of_the_council(officer):
    meeting = make_meeting("Licensing Panel", "2024-05-21")
    make_item(meeting=meeting)
    correct(officer, meeting, held_on="2024-05-22")
    make_meeting("Licensing Panel", "2024-05-21")
    page = revert(officer, meeting.history.filter(held_on="2024-05-21").first())
    assert "already has a meeting at that time" in page.content.decode()
    meeting.refresh_from_db()
    assert str(meeting.held_on) == "2024-05-22"


def test_a_meeting_that_went_back_is_left_alone_by_imports(officer):
    meeting = make_item(committee="Licensing Panel", held_on="2024-05-21").meeting
    correct(officer, meeting, venue="City Hall")
    revert(officer, meeting.history.filter(venue="").first())
    meeting.refresh_from_db()
    assert (meeting.venue, meeting.corrected) == ("", ["venue"])


def test_each_step_of_the_workflow_is_in_the_history(officer):
    item = make_item("Taxis", published=False)
    url = reverse("admin:agenda_agendaitem_changelist")
    chosen = {"_selected_action": [item.pk]}
    officer.post(url, {"action": "publish", **chosen})
    officer.post(url, {"action": "withdraw", "reason": "Too early.", **chosen})
    page = officer.get(history_url(item)).content.decode()
    assert "Published." in page
    assert "Withdrawn." in page
    assert "Too early." in page


def test_every_record_has_a_page_of_its_history(officer):
    item = make_full_item()
    meeting, report = item.meeting, item.reports.get()
    records = [item, meeting, meeting.committee, report, report.appendices.get()]
    records += [item.recommendations.first(), item.resolutions.first(), item.contacts.get()]
    records += [item.actions.first(), item.actions.first().owners.first()]
    for record in records:
        record.save()
        assert officer.get(history_url(record)).status_code == 200, record
        assert officer.get(version_url(record.history.first())).status_code == 200, record


def test_whoever_may_not_edit_cannot_go_back():
    viewer = User.objects.create_user("eve", is_staff=True)
    viewer.groups.add(Group.objects.get(name="Read-only"))
    client = Client()
    client.force_login(viewer)
    item = make_item("First")
    item.title = "Second"
    item.save()
    url = version_url(item.history.filter(title="First").first())
    page = client.get(url)
    assert page.status_code == 200
    assert "Go back to this version" not in page.content.decode()
    assert client.post(url, {"seen": page.context["seen"]}).status_code == 403


def test_no_public_page_shows_what_a_record_was_before(officer):
    item = make_item("Zanzibar", committee="Licensing Panel", held_on="2024-05-21")
    correct(officer, item, title="Taxis")
    pages = [item.meeting, item.meeting.committee, AgendaItem.objects.get()]
    addresses = ["/", "/items/", *(page.get_absolute_url() for page in pages)]
    for address in addresses:
        assert "zanzibar" not in Client().get(address).content.decode().lower(), address
    assert "Nothing found" in Client().get("/items/?q=zanzibar").content.decode()
    assert Client().get(history_url(item)).status_code == 302


def test_the_words_that_differ_are_told_apart():
    assert list(pieces_of("one two three", "one 2 three")) == [
        ("same", "one "),
        ("out", "two "),
        ("in", "2 "),
        ("same", "three"),
    ]


def test_days_and_moments_are_written_out(officer):
    meeting = make_meeting("Licensing Panel", "2024-05-21")
    correct(officer, meeting, held_on="2024-05-22")
    page = officer.get(history_url(meeting)).content.decode()
    assert "<del>21 </del><ins>22 </ins>May 2024" in page
