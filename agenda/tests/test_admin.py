"""The officers' desk."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from agenda.facts import read_facts
from agenda.ingest import ingest_document
from agenda.models import AgendaItem, Post
from agenda.roles import OFFICERS

pytestmark = pytest.mark.django_db

BRADFORD = Path(__file__).parents[1] / "documents" / "bradford"
NAMES = sorted(path.name for path in BRADFORD.glob("*.txt"))


@pytest.fixture
def officer() -> Client:
    user = User.objects.create_user("officer", password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=OFFICERS))
    client = Client()
    client.force_login(user)
    return client


def ingest(name: str = NAMES[0], **options) -> AgendaItem:
    text = (BRADFORD / name).read_text(encoding="utf-8")
    return ingest_document(name, text, read_facts(BRADFORD).of(name), **options).items[0]


def change_url(record) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def form_of(client: Client, url: str) -> dict[str, object]:
    """The fields of a change form as a browser would send them back unchanged."""
    page = client.get(url)
    forms = [page.context["adminform"].form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    data = {}
    for form in forms:
        for bound in form:
            value = bound.value()
            widget = bound.field.widget
            if hasattr(widget, "decompress"):
                parts = widget.decompress(value)
                data |= {f"{bound.html_name}_{n}": part or "" for n, part in enumerate(parts)}
            elif value is not None and value is not False:
                data[bound.html_name] = "on" if value is True else value
    return data


def errors_in(page) -> list:
    formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    return [page.context["errors"], *(formset.errors for formset in formsets)]


@pytest.mark.parametrize(
    "model", ["agendaitem", "report", "readingwarning", "action", "post", "sourcedocument"]
)
def test_every_list_and_form_opens(officer, model):
    ingest(publish=True)
    listing = officer.get(reverse(f"admin:agenda_{model}_changelist"), {"q": "report"})
    assert listing.status_code == 200
    admin_class = listing.context["cl"].model_admin
    record = admin_class.model.objects.first()
    assert officer.get(change_url(record)).status_code == 200


@pytest.mark.parametrize("model", ["committee", "meeting"])
def test_committees_and_meetings_open(officer, model):
    item = ingest(publish=True)
    assert officer.get(reverse(f"admin:committees_{model}_changelist")).status_code == 200
    record = {"meeting": item.meeting, "committee": item.meeting.committee}[model]
    assert officer.get(change_url(record)).status_code == 200


def test_an_officer_edits_records_but_not_users(officer):
    assert officer.get(reverse("admin:agenda_agendaitem_changelist")).status_code == 200
    assert officer.get(reverse("admin:auth_user_changelist")).status_code == 403


def test_the_form_shows_the_source_text(officer):
    page = officer.get(change_url(ingest()))
    assert "stressing the positive work and progress made" in page.content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_saving_a_form_unchanged_corrects_nothing(officer, name):
    item = ingest(name)
    url = change_url(item)
    saved = officer.post(url, form_of(officer, url))
    assert saved.status_code == 302, errors_in(saved)
    item.refresh_from_db()
    assert item.corrected == []


def test_the_ends_of_lines_that_a_browser_sends_are_no_correction(officer):
    item = ingest()
    url = change_url(item)
    sent = {
        name: value.replace("\n", "\r\n") if isinstance(value, str) else value
        for name, value in form_of(officer, url).items()
    }
    assert "\r\n" in sent["minutes"]
    assert officer.post(url, sent).status_code == 302
    before, item = item, AgendaItem.objects.get()
    assert (item.corrected, item.minutes) == ([], before.minutes)


def test_a_correction_in_the_form_survives_a_second_import(officer):
    item = ingest()
    url = change_url(item)
    data = form_of(officer, url) | {"title": "Child sexual exploitation: update"}
    data.pop("title_inferred")
    data["resolutions-0-text"] = "That the report be noted."
    data["resolutions-0-sub_points"] = "first\nsecond"
    assert officer.post(url, data).status_code == 302
    ingest()
    item.refresh_from_db()
    assert (item.title, item.title_inferred) == ("Child sexual exploitation: update", False)
    resolution = item.resolutions.first()
    assert resolution.text == "That the report be noted."
    assert resolution.sub_points == ["first", "second"]
    assert set(item.corrected) == {"resolutions", "title", "title_inferred"}


def test_a_correction_is_found_by_search_at_once(officer):
    item = ingest()
    url = change_url(item)
    officer.post(url, form_of(officer, url) | {"title": "Zanzibar"})
    assert AgendaItem.objects.search("zanzibar").get() == item


def test_items_are_published_from_the_list(officer):
    item = ingest()
    url = reverse("admin:agenda_agendaitem_changelist")
    officer.post(url, {"action": "publish", "_selected_action": [item.pk]})
    item.refresh_from_db()
    assert item.is_public
    assert item.published_at


def test_an_item_can_be_neither_added_by_hand_nor_deleted(officer):
    item = ingest()
    assert officer.get(reverse("admin:agenda_agendaitem_add")).status_code == 403
    delete = reverse("admin:agenda_agendaitem_delete", args=[item.pk])
    assert officer.post(delete, {"post": "yes"}).status_code == 403


def test_a_date_given_without_saying_how_it_is_known_is_the_officers_word(officer):
    meeting = ingest("003_8084d2b683a49195.txt").meeting
    url = change_url(meeting)
    assert officer.post(url, form_of(officer, url) | {"held_on": "2022-02-03"}).status_code == 302
    meeting.refresh_from_db()
    assert meeting.held_on_basis == "supplied"
    assert meeting.corrected == ["held_on"]


def test_a_status_is_changed_in_the_list_of_actions(officer):
    action = ingest().actions.get()
    url = reverse("admin:agenda_action_changelist")
    officer.post(url, {"action": "mark_done", "_selected_action": [action.pk]})
    action.refresh_from_db()
    assert action.status == "done"
    assert action.item.corrected == []


def test_a_change_of_status_survives_a_second_import(officer):
    action = ingest().actions.get()
    action.status = "done"
    action.save()
    ingest()
    action.refresh_from_db()
    assert action.status == "done"


def test_a_renamed_post_keeps_its_old_address(officer):
    post = Post.named("City Solictor")
    url = change_url(post)
    officer.post(url, form_of(officer, url) | {"name": "City Solicitor", "slug": "city-solicitor"})
    assert Post.objects.named("City Solictor") == post
    assert Post.objects.with_slug("city-solicitor").get() == post


def test_a_doubt_is_cleared_in_the_review_list_and_stays_cleared(officer):
    item = ingest()
    url = reverse("admin:agenda_readingwarning_changelist")
    doubts = list(item.warnings.values_list("pk", flat=True))
    assert doubts
    page = officer.get(url).content.decode()
    assert "no title" in page.lower()
    assert f'href="{change_url(item)}"' in page
    officer.post(url, {"action": "clear", "_selected_action": doubts})
    assert not item.warnings.filter(cleared=False).exists()
    assert ingest() == item
    assert not item.warnings.filter(cleared=False).exists()
    assert officer.get(url).context["cl"].result_count == 0


def test_clearing_a_doubt_on_the_form_is_no_correction(officer):
    item = ingest()
    url = change_url(item)
    assert (
        officer.post(url, form_of(officer, url) | {"warnings-0-cleared": "on"}).status_code == 302
    )
    item.refresh_from_db()
    assert item.warnings.filter(cleared=True).count() == 1
    assert item.corrected == []
