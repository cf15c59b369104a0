"""How officers keep the register: status, progress, due dates."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from agenda.models import Action
from agenda.tests.builders import make_action, make_item
from agenda.tests.importing import client_of
from agenda.tests.test_admin import change_url, form_of
from agenda.tracking.recording import recompute

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


@pytest.fixture
def action() -> Action:
    item = make_item(held_on="2016-10-06", resolutions=("That it be done by 31 March 2017.",))
    made = make_action(item, "City Engineer")
    recompute([item])
    made.refresh_from_db()
    return made


def change(action: Action, **values: object) -> Action:
    """The action after an officer changed these fields of its form."""
    officer, url = client_of(), change_url(action)
    response = officer.post(url, form_of(officer, url) | values)
    assert response.status_code == 302, response.context["errors"]
    action.refresh_from_db()
    return action


def test_a_new_status_holds_since_today(action):
    assert change(action, status="done").status_since == TODAY
    assert action.item.corrected == []


def test_a_day_that_is_given_with_the_status_stays(action):
    changed = change(action, status="done", status_since="2017-01-05")
    assert changed.status_since == date(2017, 1, 5)


def test_a_note_alone_leaves_the_day_of_the_status(action):
    changed = change(action, progress="The gate is ordered.")
    assert (changed.progress, changed.status_since) == ("The gate is ordered.", None)


def test_the_status_of_many_is_set_at_once(action):
    other = make_action(action.item, "Engineer", status="done", status_since="2016-12-01")
    address = reverse("admin:agenda_action_changelist")
    chosen = {"action": "mark_done", "_selected_action": [action.pk, other.pk]}
    client_of().post(address, chosen)
    for each in (action, other):
        each.refresh_from_db()
    assert (action.status, action.status_since) == ("done", TODAY)
    assert other.status_since == date(2016, 12, 1)


def test_a_date_that_an_officer_gives_is_confirmed_and_stays(action):
    changed = change(action, due_on="2018-05-01")
    recompute([action.item])
    changed.refresh_from_db()
    told = (changed.due_on, changed.due_confirmed, changed.due_reckoning)
    assert told == (date(2018, 5, 1), True, "supplied")


def test_a_date_that_is_struck_out_stays_out(action):
    changed = change(action, due_on="", due_phrase="")
    recompute([action.item])
    changed.refresh_from_db()
    assert (changed.due_on, changed.due_phrase, changed.due_confirmed) == (None, "", True)


def test_a_date_is_read_from_the_words_again_when_the_tick_is_taken_away(action):
    change(action, due_on="2018-05-01")
    officer, url = client_of(name="another"), change_url(action)
    form = form_of(officer, url)
    del form["due_confirmed"]
    assert officer.post(url, form).status_code == 302
    action.refresh_from_db()
    assert (action.due_on, action.due_phrase) == (date(2017, 3, 31), "by 31 March 2017")


def test_the_form_shows_the_words_behind_the_date(action):
    page = client_of().get(change_url(action)).content.decode()
    assert "in the item’s only resolution, which the action does not name" in page
    assert "That it be done by 31 March 2017." in page


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [("due", ["Late"]), ("undated", ["No day"]), ("", ["", "Late", "No day", "Not yet"])],
)
def test_the_list_shows_those_to_ask_about(action, chosen, expected):
    Action.objects.update(status="done")
    make_action(action.item, note="Late", due_on="2017-03-31")
    make_action(action.item, note="No day")
    make_action(action.item, note="Not yet", due_on="2999-03-31")
    page = client_of().get(reverse("admin:agenda_action_changelist"), {"late": chosen})
    assert sorted(each.note for each in page.context["cl"].queryset) == expected
