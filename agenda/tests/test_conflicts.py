"""Two officers at one record: the second is shown both versions, and nothing is lost."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from agenda.facts import DocumentFacts
from agenda.ingest import ingest_document
from agenda.models import AgendaItem, Post, Resolution
from agenda.roles import OFFICERS
from agenda.tests.builders import make_action, make_item
from agenda.tests.test_admin import change_url, form_of
from committees.models import Committee

pytestmark = pytest.mark.django_db

PAGE = """Local democracy

Agenda item

TAXIS

Minutes:

The Panel met.

Resolved –

(1) That {what} be noted.
(2) That the rest be left.

Supporting documents:
"""


def signed_in(name: str) -> Client:
    user = User.objects.create_user(name, password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=OFFICERS))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ann() -> Client:
    return signed_in("ann")


@pytest.fixture
def bob() -> Client:
    return signed_in("bob")


def shown(response) -> dict[str, tuple[str, str, bool]]:
    """The differences on the conflict page: what was typed, what is stored, whether it is new."""
    found = response.context["conflict"].differences
    return {d.label: (d.typed, d.stored, d.meanwhile) for d in found}


def records() -> dict[str, tuple]:
    """A record of each kind with a page of its own, and two fields that can be edited."""
    item = make_item(committee="Licensing Panel", held_on="2024-05-21", owners=("Solicitor",))
    action = item.actions.get()
    return {
        "item": (item, "title", "number"),
        "meeting": (item.meeting, "venue", "held_on_evidence"),
        "committee": (item.meeting.committee, "name", "kind"),
        "post": (action.owners.get(), "name", "slug"),
        "action": (action, "note", "referral"),
    }


@pytest.mark.parametrize("kind", ["item", "meeting", "committee", "post", "action"])
def test_the_second_officer_sees_both_versions_and_overwrites_nothing(ann, bob, kind):
    record, name, _ = records()[kind]
    url = change_url(record)
    anns, bobs = form_of(ann, url), form_of(bob, url)
    assert ann.post(url, anns | {name: "Words of Ann"}).status_code == 302
    page = bob.post(url, bobs | {name: "Words of Bob"})
    assert page.status_code == 200
    [(typed, stored, meanwhile)] = shown(page).values()
    assert (typed, stored, meanwhile) == ("Words of Bob", "Words of Ann", True)
    assert page.context["conflict"].changed_by == "ann"
    assert page.context["conflict"].changed_at
    assert "Words of Bob" in page.context["adminform"].form[name].value()
    record.refresh_from_db()
    assert getattr(record, name) == "Words of Ann"


@pytest.mark.parametrize("kind", ["item", "meeting", "committee", "post", "action"])
def test_the_second_officer_can_save_over_it_on_purpose(ann, bob, kind):
    record, name, _ = records()[kind]
    url = change_url(record)
    bobs = form_of(bob, url) | {name: "Words of Bob"}
    ann.post(url, form_of(ann, url) | {name: "Words of Ann"})
    overwrite = bob.post(url, bobs).context["conflict"].overwrite
    assert f'value="{overwrite}"' in bob.post(url, bobs).content.decode()
    assert bob.post(url, bobs | {"overwrite": overwrite}).status_code == 302
    record.refresh_from_db()
    assert getattr(record, name) == "Words of Bob"


def test_a_third_version_must_be_seen_before_it_is_overwritten(ann, bob):
    item = make_item()
    url = change_url(item)
    bobs = form_of(bob, url) | {"title": "Bob"}
    ann.post(url, form_of(ann, url) | {"title": "Ann 1"})
    overwrite = bob.post(url, bobs).context["conflict"].overwrite
    ann.post(url, form_of(ann, url) | {"title": "Ann 2"})
    again = bob.post(url, bobs | {"overwrite": overwrite})
    assert shown(again)["Title"] == ("Bob", "Ann 2", True)


def test_a_field_that_only_the_first_officer_changed_is_shown_too(ann, bob):
    item = make_item(number="3")
    url = change_url(item)
    bobs = form_of(bob, url)
    ann.post(url, form_of(ann, url) | {"number": "4"})
    page = bob.post(url, bobs | {"title": "Bob"})
    assert shown(page) == {
        "Item number": ("3", "4", True),
        "Title": ("Bob", "Road works", False),
    }


def test_what_the_second_officer_did_not_see_is_not_overwritten_without_the_hidden_field(bob):
    item = make_item()
    url = change_url(item)
    bobs = form_of(bob, url) | {"title": "Bob"}
    for nonsense in ("", "[]", "{", '{"state": 1}'):
        assert "conflict" in bob.post(url, bobs | {"seen": nonsense}).context
    item.refresh_from_db()
    assert item.title == "Road works"


def test_a_changed_part_of_the_item_counts(ann, bob):
    item = make_item(resolutions=("That it be noted",))
    url = change_url(item)
    bobs = form_of(bob, url)
    ann.post(url, form_of(ann, url) | {"resolutions-0-text": "That it be agreed"})
    page = bob.post(url, bobs | {"resolutions-0-text": "That it be refused"})
    assert shown(page) == {"Resolution 1: text": ("That it be refused", "That it be agreed", True)}
    assert Resolution.objects.get().text == "That it be agreed"


def test_a_part_added_meanwhile_is_shown_and_stays(ann, bob):
    item = make_item(resolutions=("That it be noted",))
    url = change_url(item)
    bobs = form_of(bob, url) | {"title": "Bob"}
    new = {"resolutions-TOTAL_FORMS": 2, "resolutions-1-text": "That it be published"}
    assert ann.post(url, form_of(ann, url) | new).status_code == 302
    page = bob.post(url, bobs)
    added = shown(page)["Resolution, added meanwhile"]
    assert added[1] == "That it be published"
    overwrite = page.context["conflict"].overwrite
    assert bob.post(url, bobs | {"overwrite": overwrite}).status_code == 302
    assert item.resolutions.count() == 2


def test_a_part_removed_meanwhile_comes_back_only_on_purpose(ann, bob):
    item = make_item(resolutions=("That it be noted", "That it be left"))
    url = change_url(item)
    bobs = form_of(bob, url) | {"resolutions-0-text": "That it be agreed"}
    ann.post(url, form_of(ann, url) | {"resolutions-0-DELETE": "on"})
    page = bob.post(url, bobs)
    assert ("That it be agreed", "(empty)", False) in shown(page).values()
    assert item.resolutions.get().text == "That it be left"
    again = form_after_conflict(page) | {"overwrite": page.context["conflict"].overwrite}
    assert bob.post(url, again).status_code == 302
    assert {r.text for r in item.resolutions.all()} == {"That it be left", "That it be agreed"}


def form_after_conflict(page) -> dict[str, object]:
    """What a browser would send back from the page it was given."""
    formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
    forms = [page.context["adminform"].form]
    for formset in formsets:
        forms += [formset.management_form, *formset.forms]
    values = {bound.html_name: bound.value() for form in forms for bound in form}
    return {k: "on" if v is True else v for k, v in values.items() if v not in (None, False)}


def test_an_import_in_between_counts(bob):
    address = "https://example.org/taxis"
    facts = DocumentFacts(address=address)
    item = ingest_document("taxis.txt", PAGE.format(what="it"), facts).items[0]
    url = change_url(item)
    bobs = form_of(bob, url) | {"title": "Bob"}
    ingest_document("taxis.txt", PAGE.format(what="all of it"), facts)
    page = bob.post(url, bobs)
    assert shown(page)["Resolution 1: text"][1] == "That all of it be noted."
    assert page.context["conflict"].changed_by == "an import"


def test_a_status_set_in_the_list_of_actions_counts(ann, bob):
    item = make_item()
    action = make_action(item, "Solicitor")
    url = change_url(item)
    bobs = form_of(bob, url) | {"actions-0-note": "at once"}
    ann.post("/admin/agenda/action/", {"action": "mark_done", "_selected_action": [action.pk]})
    page = bob.post(url, bobs)
    assert shown(page)["Action 1: status"] == ("Open", "Done", True)


def test_owners_are_told_apart_by_name(ann, bob):
    item = make_item(owners=("Solicitor",))
    url, extra = change_url(item), Post.named("City Engineer")
    bobs = form_of(bob, url)
    anns = form_of(ann, url)
    assert ann.post(url, anns | {"actions-0-owners": [extra.pk]}).status_code == 302
    page = bob.post(url, bobs | {"title": "Bob"})
    assert shown(page)["Action 1: owners"] == ("Solicitor", "City Engineer", True)


def test_a_publication_in_between_is_no_conflict_and_is_kept(ann, bob):
    item = make_item(published=False)
    url = change_url(item)
    bobs = form_of(bob, url) | {"title": "Bob"}
    ann.post("/admin/agenda/agendaitem/", {"action": "publish", "_selected_action": [item.pk]})
    assert bob.post(url, bobs).status_code == 302
    item = AgendaItem.objects.get()
    assert (item.title, item.is_public) == ("Bob", True)


def test_a_committee_added_by_hand_needs_nothing_hidden(bob):
    url = "/admin/committees/committee/add/"
    assert bob.post(url, {"name": "Audit", "kind": "other", "slug": ""}).status_code == 302
    assert Committee.objects.get().slug == "audit"


def desk_of(browser, live_server, name: str):
    """A browser of its own, in which this officer has signed in."""
    user = User.objects.create_user(name, password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=OFFICERS))
    page = browser.new_context(base_url=live_server.url, locale="en-GB").new_page()
    page.goto("/admin/login/")
    page.fill("input[name=username]", name)
    page.fill("input[name=password]", "a long pass phrase")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    return page


def test_two_browsers_editing_one_record_meet_the_conflict_page(browser, live_server):
    item = make_item("Taxis")
    anns, bobs = (desk_of(browser, live_server, name) for name in ("ann", "bob"))
    for page, title in ((anns, "Words of Ann"), (bobs, "Words of Bob")):
        page.goto(change_url(item))
        page.fill("#id_title", title)
    for page in (anns, bobs):
        page.click("input[name=_save]")
    conflict = bobs.locator(".conflict")
    assert "changed by ann" in conflict.inner_text()
    assert "Words of Ann" in conflict.inner_text()
    assert conflict.bounding_box()["y"] < bobs.locator("#id_title").bounding_box()["y"]
    assert bobs.input_value("#id_title") == "Words of Bob"
    assert AgendaItem.objects.get().title == "Words of Ann"
    bobs.check("#overwrite")
    bobs.click("input[name=_save]")
    bobs.wait_for_url("**/admin/agenda/agendaitem/")
    assert AgendaItem.objects.get().title == "Words of Bob"
    for page in (anns, bobs):
        page.context.close()
