"""The public pages: what they show, what they keep back, and what they cost."""

import html
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from agenda.models import Action, AgendaItem, Post, Report
from agenda.tests.builders import make_action, make_full_item, make_item, make_source
from committees.models import Committee
from committees.slugs import slug_of

SEEDS = Path(__file__).parent / "documents" / "seeds"
DOCUMENTS = Path(__file__).parent.parent / "documents" / "bradford"
LISTS = ["item_list", "resolution_list", "recommendation_list", "action_list", "owner_list"]

pytestmark = pytest.mark.django_db


def words_of(page: str) -> str:
    """What a page says, without its tags, white space collapsed."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def get(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def part(page: str, anchor: str) -> str:
    """The words of the element with this id, up to the next element that has one."""
    return words_of("<" + re.split(r'<[^>]*\bid="', page.split(f'id="{anchor}"', 1)[1])[0])


@pytest.fixture(params=sorted(SEEDS.glob("*.json")), ids=lambda path: path.stem[:3])
def seed(request) -> tuple[dict, AgendaItem]:
    """One of the first documents: what is to be read of it, and its item."""
    path = request.param
    text = DOCUMENTS / path.with_suffix(".txt").name
    call_command("ingest_documents", str(text), publish=True, verbosity=0)
    return json.loads(path.read_text())["expected"], AgendaItem.objects.get()


def test_item_page_shows_every_part_letter_for_letter(client, seed):
    expected, item = seed
    page = get(client, item.get_absolute_url())
    shown = words_of(page.split('id="source"')[0])
    for kind in ("recommendation", "resolution"):
        for position, point in enumerate(expected[f"{kind}s"], start=1):
            words = [f"({point['number']})", point["text"], *point.get("sub_points", [])]
            assert " ".join(words) in part(page, f"{kind}-{position}")
    for action in expected["actions"]:
        assert all(words in shown for words in [*action["owners"], action["note"] or ""])
    for contact in expected["contacts"]:
        assert f"{contact['name']}, {contact['phone']}" in shown
    assert (expected["title"] or "The source prints no title") in shown
    assert all(f"Document “{letter}”" in shown for letter in expected["document_refs"])


def test_source_text_is_shown_to_the_letter(client, seed):
    _, item = seed
    page = get(client, item.get_absolute_url())
    source = page.split('class="source-text">')[1].split("</div>")[0]
    unmarked = re.sub(r"(<mark[^>]*>)<(a|span)[^>]*>[^<]*</\2> ", r"\1", source)
    text = html.unescape(re.sub(r"<[^>]*>", "", unmarked))
    assert text == item.source.text[item.start : item.end]


def test_every_mark_in_the_source_leads_to_a_part_of_the_page(client, seed):
    _, item = seed
    page = get(client, item.get_absolute_url())
    marks = re.findall(r'<mark[^>]*><a href="#([^"]+)"', page)
    assert len(marks) > 10
    assert [anchor for anchor in marks if f'id="{anchor}"' not in page] == []


def test_every_paragraph_and_point_leads_to_its_passage_in_the_source(client, seed):
    expected, item = seed
    page = get(client, item.get_absolute_url())
    sources = re.findall(r'class="read-from" href="#([^"]+)"', page)
    points = len(expected["recommendations"]) + len(expected["resolutions"])
    assert len(sources) == points + len(item.paragraphs)
    assert [source for source in sources if page.count(f'id="{source}"') != 1] == []


def test_questions_members_asked_lead_to_their_paragraphs(client, seed):
    _, item = seed
    page = get(client, item.get_absolute_url())
    assert len(item.questions) >= 3
    for number, _question in item.questions:
        assert f'<a href="#paragraph-{number}">' in page


def test_an_item_links_the_committees_it_names_and_no_others(client):
    panel = make_item(committee="Licensing Panel").meeting.committee
    draft = make_item(committee="Secret Board", published=False).meeting.committee
    item = make_item("Taxis", committee="Executive")
    for n, name in enumerate(["Licensing Panel", "Secret Board", "Licensing Committee"]):
        item.references.create(kind="committee", text=name, value=slug_of(name), start=n, end=n + 1)
    page = get(client, item.get_absolute_url())
    assert f'<a href="{panel.get_absolute_url()}">Licensing Panel</a>' in page
    assert draft.name not in page
    assert "Licensing Committee" not in page


def test_telephone_numbers_can_be_rung(client, seed):
    expected, item = seed
    page = get(client, item.get_absolute_url())
    for contact in expected["contacts"]:
        assert f'href="tel:{contact["phone"].replace(" ", "")}"' in page


def test_item_says_what_the_source_does_not_state(client):
    page = get(client, make_item(title_inferred=True).get_absolute_url())
    assert "The source prints no title" in page
    assert "Committee not stated, date not stated" in words_of(page)
    assert "Overview and scrutiny area Not stated in the source" in words_of(page)


def test_each_paragraph_of_the_minutes_has_a_permalink(client):
    page = get(client, make_item(minutes="First.\n\nSecond.").get_absolute_url())
    assert "Second." in part(page, "paragraph-2")
    assert 'href="#paragraph-2"' in page


def test_withheld_report_is_named_with_its_reason(client):
    item = make_item(not_for_publication=True)
    Report.objects.create(item=item, reference="B", not_for_publication=True, reason="Paragraph 3")
    Report.objects.create(item=item, reference="C", not_for_publication=True)
    withheld = part(get(client, item.get_absolute_url()), "not-for-publication")
    assert "Document “B” is withheld (Paragraph 3)" in withheld
    assert "Document “C” is withheld (reason not stated in the source)" in withheld


def test_withheld_paper_without_a_name_is_still_mentioned(client):
    item = make_item(not_for_publication=True, document="B")
    assert "withheld" in part(get(client, item.get_absolute_url()), "not-for-publication")


def test_item_is_shown_at_one_address_only(client):
    item = make_item("Road works")
    for old in (f"/items/{item.pk}/", f"/items/{item.pk}/old-title/?q=1"):
        response = client.get(old)
        assert response.status_code == 301
        assert response["Location"] == f"/items/{item.pk}/road-works/"


def test_draft_is_not_found_at_any_address(client):
    draft = make_item(published=False)
    for address in (f"/items/{draft.pk}/", draft.get_absolute_url()):
        assert client.get(address).status_code == 404


def test_number_beyond_the_database_is_not_found(client):
    assert client.get(f"/items/{'9' * 40}/").status_code == 404


def test_other_items_of_the_meeting_are_listed_and_drafts_are_not(client):
    item = make_item("Road works")
    make_item("Street lamps", meeting=item.meeting)
    make_item("Secret plans", meeting=item.meeting, published=False)
    page = get(client, item.get_absolute_url())
    assert "Street lamps" in page
    assert "Secret plans" not in page


def test_source_of_a_draft_on_the_same_page_is_not_shown(client):
    source = make_source("Public words. Secret words.")
    item = make_item("Road works", source=source, start=0, end=13)
    make_item("Secret plans", source=source, start=14, end=27, published=False)
    page = get(client, item.get_absolute_url())
    assert "Public words." in page
    assert "Secret words." not in page


def test_markup_in_a_source_is_shown_and_not_obeyed(client):
    source = make_source("<script>alert(1)</script>")
    item = make_item("<b>Title</b>", source=source, start=0, end=25, spans={"title": [[0, 8]]})
    page = get(client, item.get_absolute_url())
    assert "<script>" not in page
    assert "<b>" not in page


def test_drafts_leave_no_trace_on_any_list(client):
    make_item("Street lamps", committee="Open Panel", owners=("City Solicitor",))
    secret = make_item(
        "Secret plans",
        committee="Secret Panel",
        document="X",
        recommendations=("The secret be kept",),
        resolutions=("That the secret be kept",),
        owners=("Secret Keeper",),
        overview_and_scrutiny_area="Secrets",
        published=False,
    )
    make_action(secret, "City Solicitor", referred_to="Secret Referral Panel")
    lists = [reverse(f"agenda:{name}") for name in [*LISTS, "home"]]
    lists += ["/committees/", "/committees/open-panel/", "/meetings/", "/owners/city-solicitor/"]
    for address in lists:
        assert "secret" not in get(client, address).casefold(), address


def test_owner_of_drafts_alone_is_not_found(client):
    make_item(owners=("Secret Keeper",), published=False)
    assert client.get("/owners/secret-keeper/").status_code == 404


def test_owners_are_listed_with_their_actions_counted(client):
    item = make_item(owners=("City Solicitor",))
    make_action(item, "City Solicitor", status=Action.Status.DONE)
    page = get(client, "/owners/")
    assert "City Solicitor 1 0 2" in words_of(page)
    assert '<a href="/owners/city-solicitor/">City Solicitor</a>' in page


def test_owner_page_shows_open_actions_first(client):
    item = make_item("Road works")
    make_action(item, "City Solicitor", note="Newer but done", status=Action.Status.DONE)
    make_action(item, "City Solicitor", note="Still to do")
    page = get(client, "/owners/city-solicitor/")
    assert "2 actions" in page
    assert page.index("Still to do") < page.index("Newer but done")


def test_former_address_of_an_owner_leads_to_the_new_one(client):
    make_item(owners=("City Solicitor",))
    post = Post.objects.get()
    post.slug = "director-of-law"
    post.save()
    response = client.get("/owners/city-solicitor/")
    assert (response.status_code, response["Location"]) == (301, "/owners/director-of-law/")


def test_home_shows_newest_decisions_open_actions_and_committees(client):
    decided = {"resolutions": ("That it be noted.",)}
    make_item("Old works", held_on="2015-01-01", committee="Road Panel", **decided)
    make_item("New works", held_on="2016-10-06", owners=("City Solicitor",), **decided)
    make_item("Newest works", held_on="2017-10-06")
    page = get(client, "/")
    assert page.index("New works") < page.index("Old works")
    assert "Newest works" not in page
    assert "City Solicitor" in page
    assert "Road Panel" in page


@pytest.mark.parametrize("name", LISTS)
def test_empty_list_says_so(client, name):
    assert "are published yet" in get(client, reverse(f"agenda:{name}"))


def test_home_and_about_pages_need_no_records(client):
    assert "No decisions are published yet" in get(client, "/")
    assert "democratic services" in get(client, "/about/")


def test_pages_cost_the_same_for_many_rows(client, django_assert_max_num_queries, subtests):
    for n in range(8):
        make_full_item(n)
    most = {reverse(f"agenda:{name}"): 10 if name == "action_list" else 6 for name in LISTS}
    for address, queries in (most | {"/": 10, "/owners/city-solicitor/": 10}).items():
        with subtests.test(address), django_assert_max_num_queries(queries):
            get(client, address)


def test_item_list_with_search_and_all_filters_costs_eleven_queries(
    client, django_assert_max_num_queries
):
    for n in range(8):
        make_full_item(n)
    filters = {
        "q": "report",
        "committee": "committee-1",
        "held_from": "2016-01-01",
        "held_to": "2016-12-31",
        "document": "Q",
        "area": "Area 1",
        "with_resolutions": "on",
        "in_camera": "on",
        "not_for_publication": "on",
        "sort": "title",
    }
    with django_assert_max_num_queries(11):
        response = client.get("/items/", filters)
    assert "1 agenda item found" in response.content.decode()


def test_item_page_costs_fifteen_queries(client, django_assert_max_num_queries):
    items = [make_full_item(n) for n in range(3)]
    for n in range(10):
        make_action(items[0], f"Another {n}", referred_to=f"Referral {n}")
        make_item(f"Neighbour {n}", meeting=items[0].meeting)
    with django_assert_max_num_queries(15):
        client.get(items[0].get_absolute_url())


def test_page_that_does_not_exist_looks_like_the_site(client):
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_error_page_needs_no_request_and_no_database(name, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = render_to_string(f"{name}.html")
    assert "<h1>" in page
    assert "site-header" in page


def test_fault_is_answered_in_the_look_of_the_site(client, monkeypatch):
    monkeypatch.setattr("agenda.views.AboutView.get", lambda *args, **kwargs: 1 / 0)
    client.raise_request_exception = False
    response = client.get("/about/")
    assert response.status_code == 500
    assert "Something went wrong" in response.content.decode()


def test_too_many_parameters_are_refused_politely(client):
    response = client.get("/items/?" + "&".join(f"a{n}=1" for n in range(6000)))
    assert response.status_code == 400
    assert "The address cannot be read" in response.content.decode()


def test_every_page_has_one_heading_and_a_language(client):
    item = make_full_item()
    addresses = ["/", "/about/", item.get_absolute_url(), item.meeting.get_absolute_url()]
    addresses += [reverse(f"agenda:{name}") for name in LISTS]
    addresses += [Committee.objects.first().get_absolute_url(), "/committees/", "/meetings/"]
    for address in addresses:
        page = get(client, address)
        assert page.count("<h1") == 1, address
        assert '<html lang="en-GB">' in page
