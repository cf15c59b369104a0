"""The public register of actions: what it tells, how it is narrowed, sorted, grouped and printed."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agenda.models import Action
from agenda.tests.builders import make_action, make_full_item, make_item
from agenda.tests.test_pages import words_of
from agenda.tracking.recording import recompute

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
GATE, LAMP, BENCH = "Mend the gate", "Light the lamp", "Paint the bench"


@pytest.fixture
def register() -> None:
    """Three actions of three items; each filter finds the one at the gate alone."""
    gate = make_item(
        "Gates",
        committee="Road Panel",
        held_on="2016-10-06",
        overview_and_scrutiny_area="Roads",
        resolutions=("That the gate be mended.",),
    )
    lamp = make_item("Lamps", committee="Lamp Panel", held_on="2019-03-01")
    bench = make_item("Benches", committee="Bench Panel", held_on="2018-03-01")
    make_action(
        gate,
        "City Engineer",
        owner_names=["City Engineer"],
        note=GATE,
        referred_to="Health Board",
        due_on="2017-03-31",
        due_confirmed=True,
        status="in_progress",
    )
    lamps, soon = "Director of Lamps", TODAY + timedelta(days=2)
    make_action(lamp, lamps, owner_names=[lamps], note=LAMP, due_on=soon)
    make_action(bench, note=BENCH, due_on="2018-04-01", status="done")


def notes(path: str = "/actions/", **filters) -> list[str]:
    response = Client().get(path, filters)
    assert response.status_code == 200
    return [action.note for action in response.context["object_list"]]


@pytest.mark.parametrize(
    "filters",
    [
        {"q": "gates"},
        {"owner": "city-engineer"},
        {"committee": "road-panel"},
        {"area": "Roads"},
        {"status": "in_progress"},
        {"overdue": "on"},
        {"referral": "on"},
        {"referred_to": "health-board"},
        {"due_to": "31/03/2017"},
        {"due_from": "2017-01-01", "due_to": "2017-12-31"},
        {"held_to": "2016-12-31"},
    ],
    ids=str,
)
def test_filter_of_the_register(register, filters):
    assert notes(**filters) == [GATE]


def test_due_dates_must_be_in_order(register):
    response = Client().get("/actions/", {"due_from": "2018-01-01", "due_to": "2017-01-01"})
    assert response.status_code == 400
    assert "The last day must be" in response.content.decode()


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", [LAMP, BENCH, GATE]),
        ("newest", [LAMP, BENCH, GATE]),
        ("oldest", [GATE, BENCH, LAMP]),
        ("due", [GATE, BENCH, LAMP]),
        ("owner", [GATE, LAMP, BENCH]),
    ],
)
def test_order_of_the_register(register, sort, expected):
    assert notes(sort=sort) == expected


def test_what_is_due_today_is_not_overdue_and_what_is_finished_never_is():
    item = make_item()
    for status in Action.Status:
        make_action(item, due_on=TODAY - timedelta(days=1), status=status, note=status.label)
        make_action(item, due_on=TODAY, status=status, note=f"{status.label} today")
    assert sorted(notes(overdue="on")) == ["In progress", "Open"]
    late = [action.note for action in Action.objects.all() if action.is_overdue]
    assert sorted(late) == ["In progress", "Open"]


def test_an_entry_tells_what_by_whom_until_when_and_how_far(register):
    gate = Action.objects.get(note=GATE)
    gate.progress, gate.status_since = "The wood has come.", date(2016, 11, 1)
    gate.save()
    page = Client().get("/actions/", {"owner": "city-engineer"}).content.decode()
    shown = words_of(page.split('class="records"')[1])
    for words in (
        "City Engineer In progress Overdue since 1 November 2016 Referral",
        "The item’s only resolution : That the gate be mended.",
        "Referred to Health Board",
        "Due 31 March 2017",
        "Progress: The wood has come.",
        "Road Panel, 6 October 2016 · Roads",
    ):
        assert words in shown
    assert f'href="{gate.get_absolute_url()}"' in page


def test_a_date_that_nobody_confirmed_says_so_with_its_evidence():
    item = make_item(held_on="2016-10-06", resolutions=("That it be done in 12 months.",))
    action = make_action(item, "City Engineer")
    recompute([item])
    shown = words_of(Client().get("/actions/").content.decode())
    assert "Due 6 October 2017 : “in 12 months” in the item’s only resolution" in shown
    assert (
        "Reckoned from the meeting of 6 October 2016; a suggestion that no officer has confirmed"
        in shown
    )
    Action.objects.filter(pk=action.pk).update(due_confirmed=True)
    assert "suggestion" not in Client().get("/actions/").content.decode()


def test_a_time_after_a_meeting_without_a_date_is_told_without_a_day():
    item = make_item(resolutions=("That it be done in 12 months.",))
    make_action(item, "City Engineer")
    recompute([item])
    page = Client().get("/actions/").content.decode()
    assert "“in 12 months”" in page
    assert "Counted from a meeting whose date is not stated" in page


def test_where_nothing_says_which_resolution_the_page_says_that():
    item = make_item(resolutions=("That A be done.", "That B be done."), owners=("Engineer",))
    page = Client().get("/actions/").content.decode()
    assert "The source does not say which of the 2 resolutions asks for it" in page
    item.actions.get().resolutions.set(item.resolutions.filter(number="2"))
    page = Client().get("/actions/").content.decode()
    assert "That B be done." in page
    assert "That A be done." not in page


def test_actions_stand_under_each_of_their_owners(register):
    make_action(make_item("Trees"), "City Engineer", "Director of Lamps", note="Plant a tree")
    response = Client().get("/actions/by-owner/")
    groups = {
        str(owner): [action.note for action in owner.shown_actions]
        for owner in response.context["object_list"]
    }
    assert groups == {
        "City Engineer": [GATE, "Plant a tree"],
        "Director of Lamps": [LAMP, "Plant a tree"],
    }


def test_of_many_actions_of_an_owner_the_first_are_shown_and_all_are_counted():
    item = make_item()
    for n in range(12):
        make_action(item, "City Engineer", due_on=date(2017, 1, n + 1), note=f"Step {n}")
    page = Client().get("/actions/by-owner/")
    [owner] = page.context["object_list"]
    assert [action.note for action in owner.shown_actions] == [f"Step {n}" for n in range(5)]
    assert "12 actions, of which the first 5 follow." in words_of(page.content.decode())


def test_owners_are_grouped_after_the_filters(register):
    page = Client().get("/actions/by-owner/", {"overdue": "on"})
    assert [str(owner) for owner in page.context["object_list"]] == ["City Engineer"]
    page = Client().get("/actions/by-owner/", {"owner": "director-of-lamps"})
    assert [str(owner) for owner in page.context["object_list"]] == ["Director of Lamps"]


def test_on_paper_the_finished_ones_stand_below(register):
    page = Client().get("/actions/print/").content.decode()
    outstanding, finished = page.split("<h2>Finished or overtaken</h2>")
    assert GATE in outstanding
    assert LAMP in outstanding
    assert BENCH in finished
    assert BENCH not in outstanding


def test_owners_are_listed_with_what_is_overdue(register):
    make_action(make_item(), "City Engineer", status="done")
    page = Client().get("/owners/").content.decode()
    assert "City Engineer 1 1 2" in words_of(page)
    assert "Director of Lamps 1 0 1" in words_of(page)


def test_register_costs_the_same_for_many_rows(client, django_assert_max_num_queries, subtests):
    for n in range(8):
        make_full_item(n)
    for path in ("/actions/by-owner/", "/actions/print/"):
        with subtests.test(path), django_assert_max_num_queries(11):
            assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/actions/", "/actions/by-owner/", "/actions/print/", "/actions.csv"]
)
def test_nothing_of_a_draft_stands_in_the_register(path):
    item = make_item(
        committee="Secret Panel",
        resolutions=("That the zyzzyva be fed.",),
        overview_and_scrutiny_area="Zyzzyva care",
        published=False,
    )
    make_action(item, "Zyzzyva Keeper", referred_to="Zyzzyva Board", progress="Zyzzyva fed")
    before = Client().get(path)
    assert before.status_code == 200
    assert "zyzzyva" not in before.getvalue().decode().lower()
    item.publish()
    assert "zyzzyva" in Client().get(path).getvalue().decode().lower()
