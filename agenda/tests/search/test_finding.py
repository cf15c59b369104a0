"""What a search finds, in which order, and what it leaves out."""

from itertools import product

import pytest
from django.db import connection
from django.test import Client

from agenda import search
from agenda.search import broad as broad_search
from agenda.search import finding, foremost
from agenda.tests.builders import make_action, make_item
from committees.models import Committee

pytestmark = pytest.mark.django_db


def titles(**filters) -> list[str]:
    response = Client().get("/items/", filters)
    assert response.status_code == 200
    return [item.title for item in response.context["object_list"]]


@pytest.mark.parametrize("typed", ['"Document Q"', '"document “Q”"', "“Document Q”"])
def test_a_document_in_quotation_marks_finds_that_letter_and_no_other(typed):
    make_item("Q", minutes="It was stated (Document “Q”).")
    make_item("R", minutes="It was stated (Document “R”) in answer to Q. Document and question.")
    make_item("QA", minutes="Document QA was noted.")
    assert titles(q=typed) == ["Q"]


WRITTEN_OTHERWISE = {
    '"to the council"': ["To"],
    '"Document A"': ["Letter A"],
    "O'Brien": ["Person"],
    "O’Brien": ["Person"],
    "obrien": ["Person"],
    "CO2": ["Gas"],
    "16/03412/FUL": ["Planning"],
    "cafe": ["Food"],
    "café": ["Food"],
    "cooperative": ["Shop"],
    "co-operative": ["Shop"],
    "5000": ["Money"],
    "£5,000": ["Money"],
    "5,000 -pounds": [],
    "gas OR shop": ["Gas", "Shop"],
    '-"a person" obrien': [],
}


def test_what_is_typed_is_found_however_it_is_written(subtests):
    make_item("To", minutes="They wrote to the council.")
    make_item("From", minutes="The council wrote to them.")
    make_item("Letter A", minutes="A report (Document “A”).")
    make_item("Person", minutes="A person called Councillor O’Brien spoke.")
    make_item("Gas", minutes="Less CO₂ than before.")
    make_item("Planning", minutes="Application 16/03412/FUL was refused.")
    make_item("Numbers", minutes="In 16 cases 03412 was said in ful.")
    make_item("Food", minutes="The Café was closed.")
    make_item("Shop", minutes="The Co-operative was opened.")
    make_item("Money", minutes="A grant of £5,000 pounds.")
    for typed, found in WRITTEN_OTHERWISE.items():
        with subtests.test(typed):
            assert sorted(titles(q=typed)) == found


def test_a_phrase_does_not_reach_from_one_paragraph_or_part_into_the_next():
    make_item("Apart", minutes="They spoke of taxi.\n\nLicensing came later.")
    make_item("Together", minutes="They spoke of taxi licensing.")
    assert titles(q='"taxi licensing"') == ["Together"]


SCOPES = {
    "title": ["Taxi ranks"],
    "resolutions": ["Decided"],
    "recommendations": ["Proposed"],
    "actions": ["To do"],
    "report": ["Reported"],
    "discussion": ["Discussed"],
}


def test_one_field_can_be_searched_alone(subtests):
    make_item("Taxi ranks")
    make_item("Decided", resolutions=("That taxi ranks be made",))
    make_item("Proposed", recommendations=("That taxi ranks be made",))
    make_action(item := make_item("To do"), "Director", note="taxi ranks")
    item.save()
    make_item("Reported", background="On taxi ranks.")
    make_item("Discussed", minutes="Many taxi ranks.")
    for scope, typed in product(SCOPES, ["taxis ranks", '"taxi ranks"', "-lamp taxi"]):
        with subtests.test(scope, typed=typed):
            assert titles(q=typed, scope=scope) == SCOPES[scope]


def test_best_match_is_title_then_resolutions_then_the_rest_and_newer_before_older():
    make_item("Old talk", held_on="2001-01-01", minutes="Lamps.")
    make_item("New talk", held_on="2020-01-01", minutes="Lamps.")
    make_item("Decided", held_on="1990-01-01", resolutions=("That lamps be lit",))
    make_item("Lamps", held_on="1980-01-01")
    make_item("Undated talk", minutes="Lamps.")
    expected = ["Lamps", "Decided", "New talk", "Old talk", "Undated talk"]
    assert titles(q="lamp") == expected


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("buses", "The bus lanes."),
        ("crematorium", "Both crematoria."),
        ("20mph", "A limit of 20 mph."),
        ("20 mph", "A 20mph limit."),
        ("when do orchids get cut", "Orchids are cut late."),
    ],
)
def test_other_ways_to_write_a_word_find_it(typed, printed):
    make_item("Wanted", minutes=printed)
    make_item("Other", minutes="The 20 lanes; miles per hour.")
    assert titles(q=typed) == ["Wanted"]


def test_year_and_month_of_the_meeting_find_its_items_though_they_print_neither():
    make_item("Roads", held_on="2016-10-06")
    make_item("Roads again", held_on="2017-10-05")
    make_item("Roads and 2016", held_on="2019-01-01")
    assert titles(q="roads october 2016") == ["Roads"]
    assert titles(q="roads -2016") == ["Roads again"]
    assert titles(q="2016", scope="title") == ["Roads and 2016"]


def test_contact_is_found_by_name_and_shown():
    item = make_item("Roads")
    item.contacts.create(name="Darren Example", phone="01632 960001")
    search.refresh([item])
    page = Client().get("/items/", {"q": "darren"})
    [part] = page.context["object_list"][0].matching_parts
    assert (part.label, part.snippet) == ("Contact 1", "<mark>Darren</mark> Example")
    assert part.address.endswith("#contactofficer-1")


def test_committee_that_is_only_referred_to_is_named():
    make_action(make_item(), referred_to="Corporate Panel")
    page = Client().get("/items/", {"q": "corporate panel"})
    assert [answer.link_words for answer in page.context["search"].answers] == ["Corporate Panel"]


def test_words_shared_by_title_and_resolutions_come_before_words_scattered():
    make_item("Waiting list", held_on="2010-01-01", resolutions=("That allotments be let",))
    make_item(
        "Scattered", held_on="2020-01-01", background="A list.", minutes="Waiting allotments."
    )
    assert titles(q="allotment waiting list") == ["Waiting list", "Scattered"]


def test_one_of_the_words_in_the_title_comes_before_all_of_them_in_the_discussion():
    make_item("Ambulances", held_on="2010-01-01", minutes="Waiting times.")
    make_item("Other", held_on="2020-01-01", minutes="Ambulances are waiting.")
    assert titles(q="ambulance waiting") == ["Ambulances", "Other"]


def test_what_people_call_things_finds_what_minutes_call_them():
    make_item("Wanted", minutes="A hackney carriage licence.")
    assert titles(q="taxi licence") == ["Wanted"]


def test_order_by_date_leaves_out_weak_matches_and_says_so(client):
    make_item("About it", held_on="2010-01-01", minutes="Taxi licensing.")
    make_item("By chance", held_on="2020-01-01", background="A taxi came.", minutes="Licensing.")
    assert titles(q="taxi licensing") == ["About it", "By chance"]
    assert titles(q="taxi licensing", sort="newest") == ["About it"]
    page = client.get("/items/", {"q": "taxi licensing", "sort": "newest"}).content.decode()
    assert "items that have the words far apart (1)" in page
    assert 'href="/items/?q=taxi+licensing&amp;sort=relevance"' in page


def test_routine_items_are_left_out_until_asked_for(client):
    make_item("Apologies for absence", minutes="Lamps.")
    make_item("Lamps")
    assert titles() == titles(q="lamps") == ["Lamps"]
    assert sorted(titles(q="lamps", routine="on")) == ["Apologies for absence", "Lamps"]
    page = client.get("/items/", {"q": "lamps"}).content.decode()
    assert "such as apologies and declarations of interest (1)" in page
    assert 'href="/items/?q=lamps&amp;routine=on"' in page


DATES = [
    ({"held_from": "2016", "held_to": "2016"}, ["October", "March"]),
    ({"held_from": "March 2016", "held_to": "Mar 2016"}, ["March"]),
    ({"held_from": "06/10/2016"}, ["Later", "October"]),
    ({"held_to": "31st March 2016"}, ["March"]),
    ({"year": "2016"}, ["October", "March"]),
    ({"year": ["2016", "2019"]}, ["Later", "October", "March"]),
]


def test_dates_may_be_days_months_or_years(subtests):
    make_item("March", held_on="2016-03-31")
    make_item("October", held_on="2016-10-06")
    make_item("Later", held_on="2019-01-01")
    make_item("Undated")
    for filters, found in DATES:
        with subtests.test(**filters):
            assert titles(**filters) == found


@pytest.fixture
def broad(monkeypatch):
    """As though every search found too much to be read whole."""
    monkeypatch.setattr(finding, "NARROW", -1)
    monkeypatch.setattr(finding, "NARROW_PHRASE", -1)
    for n in range(30):
        make_item(f"Item {n}", held_on=f"20{n:02}-01-01", minutes="Lamps.", committee="Lamp Panel")
    make_item("Lamps", held_on="1990-01-01")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE agenda_searchentry")


def test_a_broad_search_lists_the_same_as_a_narrow_one(broad, monkeypatch):
    wide = [titles(q="lamps", sort=sort, page=page) for sort in ("", "newest") for page in (1, 2)]
    wide += [titles(year="2005"), titles(sort="oldest"), titles(q='"lamps"'), titles(q="-lamps")]
    monkeypatch.setattr(finding, "NARROW", 10_000)
    monkeypatch.setattr(finding, "NARROW_PHRASE", 10_000)
    near = [titles(q="lamps", sort=sort, page=page) for sort in ("", "newest") for page in (1, 2)]
    near += [titles(year="2005"), titles(sort="oldest"), titles(q='"lamps"'), titles(q="-lamps")]
    assert wide == near
    assert wide[0][0] == "Lamps"


@pytest.mark.parametrize(
    "typed", ["taxi ranks", "taxi ranks -bus", '"taxi ranks"', "taxi OR ranks"]
)
def test_better_matches_come_first_however_they_are_told_apart(typed, monkeypatch):
    """One by one where they are few, by the index where they are more, or by years."""
    both, apart = "Of taxi ranks.", {"minutes": "Of a taxi.", "background": "Of ranks."}
    kinds = {
        "In the title: taxi ranks": {},
        "In a resolution": {"resolutions": (both,)},
        "In these two: ranks": {"resolutions": ("Of a taxi.",), "minutes": "The taxi ranks."},
        "Some in the title: taxi": {"minutes": "The ranks of taxi ranks."},
        "In one field": {"minutes": both},
        "Apart": apart,
    }
    for year in range(2010, 2014):
        for title, fields in kinds.items():
            make_item(f"{title} {year}", held_on=f"{year}-01-01", **fields)
    make_item("With a bus", resolutions=("Of taxi ranks and a bus.",))
    listed = []
    for few, narrow in ((100, 5000), (0, 5000), (100, -1)):
        monkeypatch.setattr(foremost, "FEW", few)
        monkeypatch.setattr(finding, "NARROW", narrow)
        monkeypatch.setattr(finding, "NARROW_PHRASE", narrow)
        listed.append([titles(q=typed, page=page) for page in (1, 2)])
    assert listed[0] == listed[1] == listed[2]
    assert "in the title" in listed[0][0][0].lower()


@pytest.mark.parametrize("dates", [[None, None], ["9999-12-31", "0001-01-01", None]])
def test_a_broad_search_finds_items_of_any_date_and_of_none(dates, monkeypatch):
    monkeypatch.setattr(finding, "NARROW", -1)
    for n, held_on in enumerate(dates):
        make_item(f"Item {n}", held_on=held_on)
    newest = [f"Item {n}" for n in range(len(dates))]
    assert sorted(titles(q="item", sort="newest")) == newest
    assert sorted(titles(q="item", sort="oldest")) == newest
    if dates[0]:
        assert titles(q="item", sort="newest") == newest


def test_more_matches_than_the_planner_thinks_are_not_all_read(broad, client, monkeypatch):
    """It is wrong where words go together; what the page says must not be."""
    address = {"q": "lamps item"}
    there = titles(**address)
    for narrow in (5, 30, 31):
        monkeypatch.setattr(finding, "NARROW", narrow)
        monkeypatch.setattr(broad_search, "estimate", lambda where: 0)
        monkeypatch.setattr(foremost, "estimate", lambda where: 0)
        found = client.get("/items/", address).context["found"]
        assert titles(**address) == there
        assert (found.total, found.is_estimate) == (30, False)
        assert found.read <= 30


def test_what_is_counted_in_a_sample_is_said_to_be_about_right(broad, client, monkeypatch):
    monkeypatch.setattr(broad_search, "SAMPLED", 15)
    response = client.get("/items/", {"q": "lamps"})
    found = response.context["found"]
    assert found.is_estimate
    assert found.counts_are_estimates
    assert 10 <= found.total <= 70
    page = response.content.decode()
    assert "About " in page
    assert "estimated from a sample" in page


def test_what_few_were_found_is_counted_though_the_words_stand_in_many(broad, client, monkeypatch):
    monkeypatch.setattr(finding, "NARROW", 20)
    monkeypatch.setattr(broad_search, "SAMPLED", 15)
    response = client.get("/items/", {"q": "lamps", "year": "2005"})
    found, page = response.context["found"], response.content.decode()
    assert (found.total, found.is_estimate) == (1, False)
    assert found.counts["committee"] == {str(Committee.objects.get().pk): 1}
    facets = {facet.name: facet.about for facet in response.context["search"].facets}
    assert (facets["year"], facets["committee"]) == ("about ", "")
    assert '<h2 class="count" id="results">1 agenda item found</h2>' in page


def test_what_a_filter_leaves_of_many_is_sampled_for_itself(broad, client, monkeypatch):
    """Of five in thirty a sample of fifteen would hold but two or three."""
    monkeypatch.setattr(broad_search, "SAMPLED", 15)
    found = client.get("/items/", {"q": "lamps", "held_from": "2025"}).context["found"]
    assert (found.total, found.is_estimate) == (5, False)
    assert sorted(found.counts["year"].values()) == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("number", "words"), [(7, 7), (41, 41), (412, 410), (41_299, 41_000), (0, 0)]
)
def test_an_estimate_has_two_figures(number, words):
    assert broad_search.rounded(number, 2) == words
