"""Pages on committees and meetings."""

import html
import re

import pytest

from agenda.models import Action
from agenda.tests.builders import make_action, make_full_item, make_item, make_meeting
from committees.models import Committee, Meeting

pytestmark = pytest.mark.django_db


def words(response) -> str:
    assert response.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", response.content.decode())).split())


def test_committees_are_listed_with_their_latest_public_meeting(client):
    make_item(committee="Road Panel", held_on="2016-10-06")
    make_item(committee="Road Panel", held_on="2019-10-06", published=False)
    assert "Road Panel Board or panel 1 6 October 2016" in words(client.get("/committees/"))


def test_committee_shows_its_meetings_by_year_and_the_undated_ones_apart(client):
    for held_on in ("2016-10-06", "2018-01-01", None):
        make_item(committee="Road Panel", held_on=held_on)
    page = client.get("/committees/road-panel/").content.decode()
    assert re.findall("<h3>(.*?)</h3>", page) == ["2018", "2016", "Date not stated"]


def test_committee_shows_its_open_actions_and_what_was_referred_to_it(client):
    item = make_item("Road works", committee="Road Panel", owners=("City Solicitor",))
    make_action(item, "Chief Executive", status=Action.Status.DONE)
    make_action(item, "Director of Lamps", referred_to="Lamp Panel")
    assert "Chief Executive" not in words(client.get("/committees/road-panel/"))
    assert "City Solicitor" in words(client.get("/committees/road-panel/"))
    referred = words(client.get("/committees/lamp-panel/"))
    assert "Referred to this committee" in referred
    assert "Director of Lamps" in referred


def test_former_address_of_a_committee_leads_to_the_new_one(client):
    make_item(committee="Road Panel")
    committee = Committee.objects.get()
    committee.slug = "highways-panel"
    committee.save()
    response = client.get("/committees/road-panel/")
    assert (response.status_code, response["Location"]) == (301, "/committees/highways-panel/")


def test_slug_in_use_comes_before_the_same_slug_of_former_times(client):
    old = make_item(committee="Road Panel").meeting.committee
    old.slug = "old-road-panel"
    old.save()
    make_item(committee="New Panel")
    Committee.objects.filter(name="New Panel").update(slug="road-panel")
    assert "New Panel" in words(client.get("/committees/road-panel/"))


def test_committee_and_meeting_of_drafts_are_not_found(client):
    draft = make_item(committee="Secret Panel", published=False)
    assert client.get("/committees/secret-panel/").status_code == 404
    assert client.get(f"/meetings/{draft.meeting_id}/").status_code == 404


@pytest.mark.parametrize("address", ["/committees/%00/", "/committees/a%00b/", "/meetings/x/"])
def test_nonsense_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_meeting_shows_its_facts_and_public_items(client):
    meeting = make_meeting("Road Panel", "2016-10-06", start_time="17:30", venue="City Hall")
    make_item("Road works", meeting=meeting)
    make_item("Secret plans", meeting=meeting, published=False)
    page = words(client.get(f"/meetings/{meeting.pk}/"))
    assert "Date 6 October 2016" in page
    assert "Time 5:30pm" in page
    assert "Venue City Hall" in page
    assert "Minutes Draft, subject to approval" in page
    assert "Road works" in page
    assert "Secret plans" not in page


def test_meeting_says_what_is_inferred_and_what_is_not_stated(client):
    meeting = make_meeting("Road Panel")
    Meeting.objects.update(
        committee_basis="inferred",
        committee_evidence="The minutes say “this Panel”.",
        held_on_evidence="After 27 July 2021.",
    )
    make_item(meeting=meeting)
    page = words(client.get(f"/meetings/{meeting.pk}/"))
    assert "Inferred Evidence : committee The minutes say “this Panel”." in page
    assert "Date Not stated in the source After 27 July 2021." in page


@pytest.mark.parametrize(
    "filters",
    [{"committee": "road-panel"}, {"held_from": "2016-01-01"}, {"held_to": "31/12/2016"}],
    ids=str,
)
def test_filter_of_meetings(client, filters):
    make_item(committee="Road Panel", held_on="2016-10-06")
    held_on = "2017-01-01" if "held_to" in filters else "2015-01-01"
    make_item(committee="Lamp Panel", held_on=held_on)
    found = client.get("/meetings/", filters).context["object_list"]
    assert [str(meeting) for meeting in found] == ["Road Panel, 6 October 2016"]


def test_pages_cost_the_same_for_many_rows(client, django_assert_max_num_queries, subtests):
    for n in range(8):
        make_full_item(n)
    most = {"/committees/": 1, "/committees/committee-0/": 8, "/meetings/": 3}
    for address, queries in most.items():
        with subtests.test(address), django_assert_max_num_queries(queries):
            client.get(address)


def test_meeting_costs_the_same_for_many_items(client, django_assert_max_num_queries):
    meeting = make_meeting("Road Panel", "2016-10-06")
    for n in range(30):
        make_item(f"Item {n}", meeting=meeting, document="Q")
    with django_assert_max_num_queries(3):
        client.get(f"/meetings/{meeting.pk}/")
