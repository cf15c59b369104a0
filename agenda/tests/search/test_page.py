"""The page of results: counts, facets, answers, suggestions, and what to do where nothing is found."""

import html
import re

import pytest
from django.db import OperationalError
from django.test import Client
from psycopg2.errors import QueryCanceled

from agenda.models import Acronym
from agenda.search import page as search_page
from agenda.tests.builders import make_action, make_full_item, make_item, make_source

pytestmark = pytest.mark.django_db


def search(**filters):
    return Client().get("/items/", filters).context


def words(**filters) -> str:
    content = Client().get("/items/", filters).content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", content)).split())


def counts(name: str, **filters) -> dict[str, int]:
    facets = {facet.name: facet for facet in search(**filters)["search"].facets}
    facet = facets.get(name)
    return {o.words: o.count for o in facet.options} if facet else {}


@pytest.fixture
def items():
    make_item(
        "Roads",
        committee="Road Panel",
        held_on="2016-10-06",
        document="Q",
        owners=("City Solicitor",),
    )
    make_item("More roads", committee="Road Panel", held_on="2017-01-01", document="R")
    item = make_item("Lamps", committee="Lamp Committee", held_on="2016-01-01", document="Q")
    item.resolutions.create(text="That lamps be lit", outcome="agreed")
    item.resolutions.create(text="That lamps be cleaned", outcome="added")
    make_action(item, "City Solicitor", "Director of Lamps", status="done")
    item.save()


def test_each_facet_counts_with_all_other_filters_applied(items):
    filters = {"committee": "road-panel", "year": "2016"}
    assert counts("committee", **filters) == {"Road Panel": 1, "Lamp Committee": 1}
    assert counts("year", **filters) == {"2016": 1, "2017": 1}
    assert counts("document", **filters) == {"Q": 1}
    assert counts("kind", **filters) == {"Board or panel": 1}
    assert counts("kind", kind="panel", year="2016") == {"Board or panel": 1, "Other": 1}


def test_facets_of_what_an_item_has_several_of(items):
    assert counts("outcome") == {"Agreed as recommended": 1, "Added by members": 1}
    assert counts("owner") == {"City Solicitor": 2, "Director of Lamps": 1}
    assert counts("status") == {"Open": 1, "Done": 1}
    assert counts("document") == {"Q": 2, "R": 1}


def test_several_values_of_a_facet_widen_it(items):
    assert search(committee=["road-panel", "lamp-committee"])["found"].total == 3
    assert search(document=["Q", "R"], owner=["city-solicitor"])["found"].total == 2
    assert counts("year", document="Q", status=["done", "open"]) == {"2016": 2}


def test_each_value_is_named_and_can_be_taken_away_alone(items):
    page = Client().get("/items/", {"year": ["2016", "2017"], "document": "q"}).content.decode()
    applied = page.split('class="applied"')[1].split("</ul>")[0]
    links = [html.unescape(link) for link in re.findall(r'href="([^"]*)"', applied)]
    assert links == [
        "/items/?year=2017&document=q",
        "/items/?year=2016&document=q",
        "/items/?year=2016&year=2017",
    ]


def test_chosen_boxes_are_ticked(items):
    page = Client().get("/items/", {"committee": "road-panel"}).content.decode()
    assert '<input type="checkbox" name="committee" value="road-panel" checked>' in page
    assert '<input type="checkbox" name="committee" value="lamp-committee">' in page


def test_nothing_found_says_which_filter_to_drop_and_what_that_would_find(items):
    page = words(q="lamps", committee="road-panel")
    assert "No agenda items found" in page
    assert "Leave out “Committee: Road Panel” (1 result)" in page
    assert "Leave out all filters (1 result)" in words(q="lamps", committee="road-panel", year=2017)
    page = words(q="lamps zebra")
    assert "Leave out zebra (1 result)" in page
    assert "Leave out lamps" not in page
    assert "Look in the whole item (1 result)" in words(q="lit", scope="title")
    assert "see all agenda items" in words(q="zebra")


def test_nothing_but_routine_items_is_no_dead_end():
    make_item("Apologies for absence", minutes="Lamps.")
    assert "Include routine items (1 result)" in words(q="lamps")


def test_another_spelling_is_offered_and_never_taken_unasked(items):
    page = words(q="lampz")
    assert "Did you mean lamps ? (1 result)" in page
    assert "No agenda items found" in page
    assert search(q="lampz -lamps")["search"].suggestion is None
    assert search(q="lamps")["search"].suggestion is None
    assert search(q="raods")["search"].suggestion.typed == "roads"


def test_acronym_and_what_it_stands_for_find_each_other(client):
    short = make_item("Short", minutes="Of CSE.")
    full = make_item("Full", minutes="On child sexual exploitation.")
    make_item("Apart", minutes="A child. Exploitation of land. Sexual health.")
    titles = [item.title for item in search(q="cse")["object_list"]]
    assert titles == ["Short"]
    full.references.create(
        kind="acronym", text="(CSE)", value="child sexual exploitation", start=0, end=5
    )
    full.save()
    for typed in ("CSE", "child sexual exploitation"):
        found = {item.title for item in search(q=typed)["object_list"]}
        assert {"Short", "Full"} <= found
    assert "Apart" not in {item.title for item in search(q="CSE")["object_list"]}
    assert "Also searched: child sexual exploitation" in words(q="CSE")
    assert [item.title for item in search(q='"CSE"')["object_list"]] == ["Short"]
    Acronym.objects.update(active=False)
    assert [item.pk for item in search(q="CSE")["object_list"]] == [short.pk]
    full.save()
    assert not Acronym.objects.get(acronym="CSE").active


def test_acronym_of_a_draft_means_nothing_until_it_is_published():
    make_item("Full", minutes="The secret service.")
    draft = make_item("Draft", published=False)
    draft.references.create(kind="acronym", text="(SS)", value="secret service", start=0, end=4)
    draft.save()
    assert Acronym.objects.get(acronym="SS").expansion == "secret service"
    assert "secret service" not in words(q="SS").lower()
    draft.publish()
    assert "Also searched: secret service" in words(q="SS")


def test_acronym_that_an_officer_gives_is_used_at_once():
    make_item("Full", minutes="The head of paid service.")
    Acronym.objects.create(acronym="HPS", expansion="Head of Paid Service")
    assert [item.title for item in search(q="hps")["object_list"]] == ["Full"]
    assert "Also searched: HPS" in words(q="head of paid service")


def test_document_letter_leads_to_its_items_and_an_unknown_one_is_said_not_to_exist(items):
    assert "2 agenda items have a Document “Q”" in words(q="Document Q")
    assert 'href="/items/?document=Q&amp;routine=on"' in (
        Client().get("/items/", {"q": "document “q”"}).content.decode()
    )
    assert "No published agenda item has a Document “ZZ”" in words(q="Document ZZ")


def test_committee_is_linked_first(items):
    page = Client().get("/items/", {"q": "lamp committee"}).content.decode()
    answers = page.split('class="answers"')[1].split("</ul>")[0]
    assert '<a href="/committees/lamp-committee/">Lamp Committee</a>' in answers


def test_address_leads_to_its_item():
    source = make_source()
    type(source).objects.filter(pk=source.pk).update(
        address="https://council.example/mgAi.aspx?ID=1"
    )
    item = make_item("Roads", source=source)
    hidden = make_item("Hidden", published=False)
    address = item.get_absolute_url()
    for typed in (address, f"https://portal.example{address}", f"/items/{item.pk}/"):
        assert "The agenda item of this address is Roads" in words(q=typed)
    assert "The agenda item of this address is Roads" in words(
        q="http://council.example/mgAi.aspx?ID=1/"
    )
    for typed in (hidden.get_absolute_url(), "/items/999999999/"):
        assert "No published agenda item has this address" in words(q=typed)
    assert "was read from a page of this address" in words(q="https://elsewhere.example/")
    assert "http://[" in words(q="http://[")


def test_number_of_results_is_a_heading():
    for n in range(30):
        make_item(f"Lamp {n}")
    page = Client().get("/items/", {"q": "lamp", "page": "10" * 9}).content.decode()
    assert '<h2 class="count" id="results">30 agenda items found, page 2 of 2</h2>' in page


def test_page_costs_the_same_whatever_it_shows(django_assert_num_queries):
    for numbers in (range(3), range(3, 9)):
        for n in numbers:
            make_full_item(n)
        with django_assert_num_queries(8):
            Client().get("/items/", {"q": "report"})


def test_search_that_takes_too_long_is_answered_with_a_page(client, monkeypatch):
    def stopped(*_):
        raise OperationalError("canceling statement") from QueryCanceled()

    monkeypatch.setattr(search_page, "find", stopped)
    response = client.get("/items/", {"q": "the"})
    assert response.status_code == 503
    assert "This search took too long" in response.content.decode()


def test_browsers_are_told_how_to_search(client):
    response = client.get("/opensearch.xml")
    assert response["Content-Type"] == "application/opensearchdescription+xml"
    assert 'template="http://testserver/items/?q={searchTerms}"' in response.content.decode()
    assert 'type="application/opensearchdescription+xml"' in client.get("/").content.decode()
