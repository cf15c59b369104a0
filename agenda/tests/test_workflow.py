"""From draft to published, and how something public is withdrawn."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agenda import workflow
from agenda.models import AgendaItem, ReadingWarning, SourceDocument
from agenda.roles import OFFICERS
from agenda.tests.builders import make_action, make_item, make_meeting
from agenda.tests.test_admin import change_url, form_of, ingest
from committees.models import Meeting

pytestmark = pytest.mark.django_db

ITEMS = "admin:agenda_agendaitem_changelist"
REASON = "It named a person who was not consulted."


@pytest.fixture
def officer() -> Client:
    return client_of(Group.objects.get(name=OFFICERS))


def client_of(group: Group) -> Client:
    user = User.objects.create_user(group.name, password="a long pass phrase", is_staff=True)
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


def run(client: Client, action: str, *items: AgendaItem, **extra: str):
    numbers = [item.pk for item in items]
    return client.post(reverse(ITEMS), {"action": action, "_selected_action": numbers, **extra})


def status_of(item: AgendaItem) -> str:
    return AgendaItem.objects.get(pk=item.pk).publication_status


def test_an_item_goes_from_draft_through_review_to_published(officer):
    item = make_item(published=False)
    seen = [status_of(item)]
    for action in ("send_to_review", "return_to_draft", "send_to_review", "publish"):
        run(officer, action, item)
        seen.append(status_of(item))
    assert seen == ["draft", "in_review", "draft", "in_review", "published"]


def test_withdrawing_asks_for_the_reason_first(officer):
    item = make_item("Secret works")
    page = run(officer, "withdraw", item)
    assert "Secret works" in page.content.decode()
    assert "Why is it withdrawn?" in page.content.decode()
    assert "Give the reason" in run(officer, "withdraw", item, reason=" ").content.decode()
    assert status_of(item) == "published"
    run(officer, "withdraw", item, reason=REASON)
    item.refresh_from_db()
    assert (item.publication_status, item.withdrawal_reason) == ("withdrawn", REASON)
    assert timezone.now() - item.withdrawn_at < timedelta(minutes=1)


def test_a_withdrawn_item_can_be_published_again(officer):
    item = make_item()
    first = item.published_at
    item.withdraw(REASON)
    run(officer, "publish", item)
    assert status_of(item) == "withdrawn"
    run(officer, "publish_again", item)
    item.refresh_from_db()
    assert (item.is_public, item.withdrawn_at, item.withdrawal_reason) == (True, None, "")
    assert item.published_at == first


@pytest.mark.parametrize("action", ["return_to_draft", "send_to_review"])
def test_no_step_leads_from_public_back_to_draft(officer, action):
    item = make_item()
    run(officer, action, item)
    assert status_of(item) == "published"


@pytest.mark.parametrize(
    "fields",
    [
        {"publication_status": "withdrawn", "published_at": None},
        {"publication_status": "withdrawn", "withdrawn_at": "2026-01-01T00:00Z"},
        {"publication_status": "withdrawn", "withdrawal_reason": REASON},
        {"publication_status": "draft"},
        {"publication_status": "in_review"},
    ],
)
def test_the_database_refuses_that_something_public_vanishes(fields):
    item = make_item()
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaItem.objects.filter(pk=item.pk).update(**fields)


@pytest.mark.parametrize("step", ["publish", "withdraw"])
def test_the_buttons_of_the_form_save_first_and_then_take_the_step(officer, step):
    item = make_item(published=step == "withdraw")
    url = change_url(item)
    page = officer.post(url, form_of(officer, url) | {"title": "Better", "_step": step})
    item.refresh_from_db()
    assert item.title == "Better"
    if step == "publish":
        assert item.is_public
    else:
        assert "Why is it withdrawn?" in page.content.decode()


def test_who_may_edit_but_not_publish_sees_no_such_step():
    editors = Group.objects.create(name="Editors")
    codenames = ["view_agendaitem", "change_agendaitem", "view_meeting", "change_meeting"]
    editors.permissions.set(Permission.objects.filter(codename__in=codenames))
    editor = client_of(editors)
    item, public = make_item(published=False), make_item()
    run(editor, "publish", item)
    run(editor, "withdraw", public, reason=REASON)
    url = change_url(item)
    editor.post(url, form_of(editor, url) | {"_step": "publish"})
    meetings = reverse("admin:committees_meeting_changelist")
    editor.post(meetings, {"action": "publish_items", "_selected_action": [item.meeting_id]})
    url = change_url(item.meeting)
    editor.post(url, form_of(editor, url) | {"_publish_items": "1"})
    assert (status_of(item), status_of(public)) == ("draft", "published")
    run(editor, "send_to_review", item)
    assert status_of(item) == "in_review"


def test_a_meeting_is_published_with_all_its_items_but_the_withdrawn(officer):
    meeting = make_meeting("Licensing Panel", "2024-05-21")
    draft, reviewed, withdrawn = (make_item(meeting=meeting, published=False) for _ in range(3))
    reviewed.send_to_review()
    withdrawn.publish()
    withdrawn.withdraw(REASON)
    elsewhere = make_item(published=False)
    url = reverse("admin:committees_meeting_changelist")
    officer.post(url, {"action": "publish_items", "_selected_action": [meeting.pk]})
    found = [status_of(item) for item in (draft, reviewed, withdrawn, elsewhere)]
    assert found == ["published", "published", "withdrawn", "draft"]


def test_a_meetings_page_publishes_its_items(officer):
    item = make_item(committee="Licensing Panel", held_on="2024-05-21", published=False)
    url = change_url(item.meeting)
    officer.post(url, form_of(officer, url) | {"venue": "City Hall", "_publish_items": "1"})
    assert status_of(item) == "published"
    assert Meeting.objects.get().venue == "City Hall"


def test_a_withdrawn_page_says_since_when_and_why_and_nothing_else():
    item = make_item("Zanzibar", committee="Licensing Panel", held_on="2024-05-21")
    pages = [item.get_absolute_url(), f"/items/{item.pk}/"]
    pages += [item.meeting.get_absolute_url(), item.meeting.committee.get_absolute_url()]
    item.withdraw(f"{REASON} <b>")
    for page in pages:
        response = Client().get(page)
        body = response.content.decode()
        assert response.status_code == 410
        assert "It named a person who was not consulted. &lt;b&gt;" in body
        assert f"{timezone.localtime(item.withdrawn_at):%-d %B %Y}" in body
        assert "anzibar" not in body
        assert "Licensing" not in body


@pytest.mark.parametrize("step", [None, "send_to_review"])
def test_what_was_never_public_is_not_found(step):
    item = make_item(committee="Licensing Panel", published=False)
    if step:
        getattr(item, step)()
    for record in (item, item.meeting, item.meeting.committee):
        assert Client().get(record.get_absolute_url()).status_code == 404


def test_a_meeting_stays_while_one_of_its_items_is_public():
    meeting = make_meeting("Licensing Panel", "2024-05-21")
    make_item("Taxis", meeting=meeting)
    gone = make_item("Zanzibar", meeting=meeting)
    gone.withdraw(REASON)
    response = Client().get(meeting.get_absolute_url())
    assert response.status_code == 200
    assert "Zanzibar" not in response.content.decode()


def test_nothing_with_items_can_be_deleted(officer):
    item = make_item(committee="Licensing Panel", held_on="2024-05-21", owners=("City Solicitor",))
    action = item.actions.get()
    records = [item, item.meeting, item.meeting.committee, action, action.owners.get()]
    for record in records:
        url = change_url(record).replace("/change/", "/delete/")
        assert officer.post(url, {"post": "yes"}).status_code == 403, record


def test_an_import_does_not_publish_what_is_in_review():
    item = ingest()
    item.send_to_review()
    ingest(publish=True)
    assert status_of(item) == "in_review"


def test_two_officers_publishing_at_once_publish_once():
    item = make_item(published=False)
    items = AgendaItem.objects.filter(pk=item.pk)
    assert [len(workflow.take(workflow.PUBLISH, items)) for _ in range(2)] == [1, 0]


def test_draft_minutes_say_so_until_a_later_meeting_approved_them(officer):
    later = make_item(committee="Licensing Panel", held_on="2024-06-18").meeting
    meeting = make_item(committee="Licensing Panel", held_on="2024-05-21").meeting
    page = meeting.get_absolute_url()
    assert "Draft, subject to approval" in Client().get(page).content.decode()
    url = change_url(meeting)
    data = form_of(officer, url) | {"approved_at_meeting": later.pk}
    assert "leave out when it was approved" in officer.post(url, data).content.decode()
    assert officer.post(url, data | {"minutes_status": "approved"}).status_code == 302
    body = Client().get(page).content.decode()
    assert "Approved at the meeting of" in body
    assert "18 June 2024" in body
    assert "Draft, subject" not in body


def test_a_meeting_that_is_not_public_is_not_named_as_having_approved():
    later = make_item(committee="Licensing Panel", held_on="2024-06-18", published=False).meeting
    meeting = make_item(committee="Licensing Panel", held_on="2024-05-21").meeting
    meeting.minutes_status, meeting.approved_at_meeting = "approved", later
    meeting.save()
    body = Client().get(meeting.get_absolute_url()).content.decode()
    assert "Approved" in body
    assert "18 June 2024" not in body


def test_only_later_meetings_of_the_committee_are_offered_for_approval(officer):
    meeting = make_meeting("Licensing Panel", "2024-05-21")
    later = make_meeting("Licensing Panel", "2024-06-18")
    make_meeting("Licensing Panel", "2024-04-16")
    make_meeting("Council", "2024-06-18")
    form = officer.get(change_url(meeting)).context["adminform"].form
    assert list(form.fields["approved_at_meeting"].queryset) == [later]


def plant_tasks() -> None:
    """One record for each number on the first page of the desk, and others beside it."""
    old = make_item("Old draft", published=False, held_on=None)
    long_ago = timezone.now() - timedelta(days=8)
    SourceDocument.objects.filter(pk=old.source_id).update(ingested_at=long_ago)
    make_item("In review", committee="Council", held_on="2016-10-06", published=False)
    AgendaItem.objects.get(title="In review").send_to_review()
    public = make_item(committee="Council", held_on="2016-11-03")
    make_action(public, "City Solicitor")
    make_action(public, "City Solicitor", due_on="2017-03-31", due_confirmed=True)
    make_action(public, "City Solicitor", status="done")
    make_item("New draft", committee="Council", held_on="2016-12-01", published=False)
    doubt = {"code": "no-title", "message": "No title", "line": 1, "start": 0, "end": 1}
    ReadingWarning.objects.create(item=public, **doubt)
    ReadingWarning.objects.create(item=public, cleared=True, **doubt)


def test_each_number_on_the_first_page_leads_to_its_records(officer):
    plant_tasks()
    page = officer.get(reverse("admin:index"))
    tasks = page.context["tasks"]
    assert [task.count for task in tasks] == [1, 1, 1, 1, 1, 1]
    for task in tasks:
        assert officer.get(task.address).context["cl"].result_count == task.count, task.words


def test_the_first_page_takes_one_query_a_number(officer, django_assert_max_num_queries):
    plant_tasks()
    officer.get(reverse("admin:index"))
    with django_assert_max_num_queries(22):
        officer.get(reverse("admin:index"))
