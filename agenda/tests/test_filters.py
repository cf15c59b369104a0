"""Each filter narrows its list, is named above it, and can be taken away again."""

import html
import re

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.models import Action
from agenda.tests.builders import make_action, make_item

pytestmark = pytest.mark.django_db

LISTS = ["items", "resolutions", "recommendations", "actions", "owners", "meetings"]


def titles(client: Client, **filters) -> list[str]:
    """The titles on the list of agenda items, in order."""
    response = client.get("/items/", filters)
    assert response.status_code == 200
    return [item.title for item in response.context["object_list"]]


def texts(client: Client, address: str, **filters) -> list[str]:
    response = client.get(address, filters)
    assert response.status_code == 200
    return [record.text for record in response.context["object_list"]]


def owners(client: Client, **filters) -> list[str]:
    """The owners of the actions on their list."""
    actions = client.get("/actions/", filters).context["object_list"]
    return [str(post) for action in actions for post in action.owners.all()]


@pytest.fixture
def items():
    make_item(
        "Road works",
        committee="Road Panel",
        held_on="2016-10-06",
        document="Q",
        resolutions=("That the road be mended",),
        recommendations=("The road be mended",),
        owners=("City Solicitor",),
        overview_and_scrutiny_area="Roads",
        in_camera=True,
        not_for_publication=True,
    )
    make_item(
        "Street lamps",
        committee="Lamp Panel",
        held_on="2019-03-01",
        document="R",
        recommendations=("The lamp be lit",),
        overview_and_scrutiny_area="Lamps",
    )


@pytest.mark.parametrize(
    "filters",
    [
        {"q": "mending"},
        {"q": '"road be mended"'},
        {"committee": "road-panel"},
        {"held_to": "2017-01-01"},
        {"held_from": "2016-10-06", "held_to": "06/10/2016"},
        {"document": "q"},
        {"document": "Document “Q”"},
        {"area": "Roads"},
        {"with_resolutions": "on"},
        {"in_camera": "on"},
        {"not_for_publication": "on"},
    ],
    ids=str,
)
def test_filter_of_agenda_items(client, items, filters):
    assert titles(client, **filters) == ["Road works"]


@pytest.mark.parametrize(
    "filters",
    [{"q": "road"}, {"committee": "road-panel"}, {"held_to": "6 October 2016"}, {"document": "Q"}],
    ids=str,
)
def test_filter_of_recommendations(client, items, filters):
    assert texts(client, "/recommendations/", **filters) == ["The road be mended"]


def test_filter_of_resolutions(client, items):
    assert texts(client, "/resolutions/", q="mended") == ["That the road be mended"]
    assert texts(client, "/resolutions/", document="R") == []


@pytest.mark.parametrize(
    "filters",
    [
        {"q": "road"},
        {"owner": "city-solicitor"},
        {"committee": "road-panel"},
        {"status": "open"},
        {"held_to": "2017-01-01"},
    ],
    ids=str,
)
def test_filter_of_actions(client, items, filters):
    done = make_item("Lamps again", committee="Lamp Panel", held_on="2019-04-01")
    make_action(done, "Director of Lamps", status=Action.Status.DONE)
    assert owners(client, **filters) == ["City Solicitor"]


def test_actions_that_refer_a_matter_elsewhere(client, items):
    make_action(make_item(), "Chief Executive", referred_to="Parenting Panel")
    assert owners(client, referral="on") == ["Chief Executive"]


def test_filter_of_owners(client, items):
    make_item(owners=("Chief Executive",))
    found = client.get("/owners/", {"q": "chief"}).context["object_list"]
    assert [str(post) for post in found] == ["Chief Executive"]


def test_filters_of_one_owners_actions(client, items):
    make_action(make_item("Bins"), "City Solicitor", status=Action.Status.DONE, note="Bins emptied")
    page = client.get("/owners/city-solicitor/", {"status": "done"}).content.decode()
    assert "1 action found" in page
    assert "Bins emptied" in page


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("newest", ["Street lamps", "Road works"]),
        ("oldest", ["Road works", "Street lamps"]),
        ("title", ["Road works", "Street lamps"]),
        ("", ["Street lamps", "Road works"]),
        ("relevance", ["Street lamps", "Road works"]),
    ],
)
def test_order_of_agenda_items(client, items, sort, expected):
    assert titles(client, sort=sort) == expected


def test_best_match_comes_first_when_searching(client):
    make_item("A word in passing", held_on="2020-01-01", minutes="Somebody mentioned lamps.")
    make_item("Lamps", held_on="2010-01-01", resolutions=("That lamps be lit",))
    assert titles(client, q="lamps") == ["Lamps", "A word in passing"]
    assert titles(client, q="lamps", sort="newest") == ["A word in passing", "Lamps"]


def test_matching_passage_is_shown_with_the_words_marked(client, items):
    page = client.get("/items/", {"q": "mended"}).content.decode()
    assert "<mark>mended</mark>" in page


def test_applied_filters_are_named_and_can_be_removed_one_by_one(client, items):
    filters = {"q": "road", "committee": "road-panel", "held_to": "2017-01-01", "in_camera": "on"}
    page = client.get("/items/", filters | {"area": "", "page": "1"}).content.decode()
    applied = page.split('class="applied"')[1].split("</ul>")[0]
    assert "Committee: Road Panel" in applied
    assert "Held on or before: 1 January 2017" in applied
    links = [html.unescape(link) for link in re.findall(r'href="([^"]*)"', applied)]
    assert links[1] == "/items/?q=road&held_to=2017-01-01&in_camera=on"


def test_removing_the_only_filter_leads_to_the_whole_list(client, items):
    page = client.get("/items/", {"q": "road"}).content.decode()
    assert '<a href="/items/"><span class="visually-hidden">Remove' in page


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"held_from": "31/02/2016"}, "“31/02/2016” is not a date"),
        ({"held_from": "2016-10-07", "held_to": "2016-10-06"}, "The last day must be"),
        ({"committee": "nobody"}, "“nobody” is not in this list"),
        ({"year": "next"}, "“next” is not a year"),
        ({"scope": "margin"}, "“margin” is no part of an item"),
        ({"sort": "colour"}, "“colour” is no order"),
        ({"in_camera": "perhaps"}, "Tick this box"),
        ({"q": "a" * 201}, "at most 200 characters"),
        ({"q": "a\0b"}, "a character in it"),
    ],
    ids=str,
)
def test_bad_value_is_explained_and_nothing_is_shown(client, items, filters, message):
    response = client.get("/items/", filters)
    page = response.content.decode()
    assert response.status_code == 400
    assert message in html.unescape(page)
    assert f'<a href="#id_{list(filters)[-1]}">' in page
    assert "Road works" not in page


def test_committee_of_drafts_is_as_unknown_as_one_that_never_was(client):
    make_item(committee="Secret Panel", published=False)
    answers = [client.get("/items/", {"committee": c}) for c in ("secret-panel", "never-panel")]
    assert [answer.status_code for answer in answers] == [400, 400]
    secret, never = (answer.content.decode() for answer in answers)
    assert secret.replace("secret-panel", "never-panel") == never


def test_date_is_shown_again_as_it_was_written(client, items):
    page = client.get("/items/", {"held_from": "October 2016"}).content.decode()
    assert 'value="October 2016"' in page
    assert "Held on or after: 1 October 2016" in page


@pytest.fixture
def many_items():
    for n in range(60):
        make_item(f"Lamp {n}")


def test_pages_are_numbered_and_links_keep_the_filters(client, many_items):
    page = client.get("/items/", {"q": "lamp", "area": "", "page": "2"}).content.decode()
    assert "<title>Agenda items: “lamp”, page 2 of 3 – Minutes Portal</title>" in page
    assert "60 agenda items found, page 2 of 3" in page
    assert 'href="?q=lamp&amp;page=3"' in page


def test_page_that_does_not_exist_is_answered_with_the_nearest(client, many_items):
    nearest = {"99": 3, "0": 1, "-7": 1, "two": 1, "2.5": 1, "9" * 5000: 1}
    for asked, shown in nearest.items():
        response = client.get("/items/", {"page": asked})
        assert response.status_code == 200
        assert response.context["page_obj"].number == shown
        assert "There is no page" in response.content.decode()


NASTY = st.sampled_from(
    ["\0", "'", '"', "!!", "a & b | !c", ":*", "\\", "%", "0", "-1", "null", "9999999999999999999"]
) | st.text(max_size=30)
NAMES = st.sampled_from(
    "q committee held_from held_to document area with_resolutions in_camera not_for_publication "
    "sort page owner status referral other".split()
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(LISTS), st.dictionaries(NAMES, NASTY | st.lists(NASTY, max_size=3)))
def test_any_query_string_is_answered(items, address, parameters):
    query = {name: str(value).encode("utf-8", "replace") for name, value in parameters.items()}
    assert Client().get(f"/{address}/", query).status_code in (200, 400)


@pytest.mark.parametrize(
    "query", ["q=%00", "q=%ff", "page=%00", "%00=%00", "q", "&&==", "q=%ED%A0%80"]
)
@pytest.mark.parametrize("address", LISTS)
def test_broken_query_string_is_answered(client, address, query):
    assert client.get(f"/{address}/?{query}").status_code in (200, 400)


def test_registers_find_words_of_sub_points_with_or_without_accents(client):
    item = make_item()
    item.resolutions.create(text="That it focus on:", sub_points=["the Café in Wenbrook"])
    page = client.get("/resolutions/", {"q": "cafe wenbrook"})
    assert "That it focus on:" in page.content.decode()
