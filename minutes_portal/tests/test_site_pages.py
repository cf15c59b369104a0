"""The glossary, the accessibility statement, the words on privacy."""

import html
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client

from agenda.models import AgendaItem, Matter, Post
from agenda.tests.builders import make_full_item
from committees.models import Committee
from minutes_portal.council.reading import read_council
from minutes_portal.site.glossary import GLOSSARY, with_terms

WANTED = ["In camera", "Resolved", "Call-in", "Overview and scrutiny", "Exempt", "Minutes"]
WANTED += ["Not for publication", "Recommendation", "Resolution", "Referral"]


def words(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def told(**facts: Any) -> Any:
    council = read_council()
    return replace(council, accessibility=replace(council.accessibility, **facts))


def test_glossary_explains_the_words_of_committees() -> None:
    names = [term.name for term in GLOSSARY]
    assert set(WANTED) <= set(names)
    assert len({term.slug for term in GLOSSARY}) == len(names)


def test_every_term_that_another_points_to_is_there() -> None:
    names = {term.name for term in GLOSSARY}
    assert {name for term in GLOSSARY for name in term.see} <= names


def test_glossary_page_has_a_place_for_every_term(client: Client) -> None:
    page = client.get("/glossary/").content.decode()
    places = re.findall(r'<div id="([^"]+)">', page)
    assert places == [term.slug for term in GLOSSARY]
    assert all(f'id="{link}"' in page for link in re.findall(r'<a href="#([^"]+)"', page))


def test_first_mention_of_a_term_leads_to_its_meaning() -> None:
    shown = with_terms("<p>Held in camera. In camera again.</p>", "/glossary/", set())
    link = '<a class="term" href="/glossary/#in-camera">in camera</a>'
    assert shown == f"<p>Held {link}. In camera again.</p>"


def test_longer_term_wins_over_the_shorter_inside_it() -> None:
    shown = with_terms("exempt information", "/g/", set())
    assert shown == '<a class="term" href="/g/#exempt">exempt information</a>'


@pytest.mark.parametrize(
    "markup", ['<a href="/x/">in camera</a>', "<h2>In camera</h2>", '<p title="in camera">x</p>']
)
def test_links_headings_and_attributes_are_left_alone(markup: str) -> None:
    assert with_terms(markup, "/g/", set()) == markup


def test_term_is_explained_once_on_a_page() -> None:
    block = "{% load glossary %}{% explained %}<p>A motion.</p>{% endexplained %}"
    shown = Template(block + block).render(Context())
    assert shown.count('href="/glossary/#motion"') == 1


def test_label_is_explained_once_in_all_the_templates_of_a_page() -> None:
    badge = Template('{% load glossary %}<strong>{% term "In camera" %}</strong>')
    page = Template("{% include badge %}{% include badge with other=1 %}")
    shown = page.render(Context({"badge": badge}))
    link = '<a class="term" href="/glossary/#in-camera">In camera</a>'
    assert shown == f"<strong>{link}</strong><strong>In camera</strong>"


def test_label_without_a_term_stays_as_it_is() -> None:
    label = Template("{% load glossary %}{% term words %}")
    assert label.render(Context({"words": "A & B"})) == "A &amp; B"


@pytest.mark.django_db
def test_pages_explain_their_labels_once_and_leave_the_source_alone(client: Client) -> None:
    item = make_full_item()
    Committee.objects.update(kind="scrutiny")
    AgendaItem.objects.update(overview_and_scrutiny_area="Exempt in camera")
    item_page = client.get(item.get_absolute_url()).content.decode()
    terms = ["in-camera", "not-for-publication", "overview-and-scrutiny", "resolved"]
    assert {slug: item_page.count(f"/glossary/#{slug}") for slug in terms} == dict.fromkeys(
        terms, 1
    )
    assert '<dd id="area">Exempt in camera</dd>' in item_page
    for address, slug in {
        item.meeting.get_absolute_url(): "in-camera",
        item.meeting.committee.get_absolute_url(): "overview-and-scrutiny",
        "/committees/": "overview-and-scrutiny",
        "/items/": "overview-and-scrutiny",
    }.items():
        assert client.get(address).content.decode().count(f"/glossary/#{slug}") == 1, address


@pytest.mark.django_db
def test_menu_shows_the_part_of_the_site_that_a_page_belongs_to(client: Client) -> None:
    item = make_full_item()
    meeting, matter = item.meeting, Matter.objects.get()
    for address, words in {
        item.get_absolute_url(): "Agenda items",
        meeting.get_absolute_url(): "Meetings",
        meeting.committee.get_absolute_url(): "Committees",
        f"{meeting.committee.get_absolute_url()}dashboard/": "Dashboard",
        matter.get_absolute_url(): "Matters",
        Post.objects.first().get_absolute_url(): "Owners",
        "/actions/print/": "Actions",
    }.items():
        here = re.findall(r'aria-current="true">([^<]*)<', client.get(address).content.decode())
        assert here == [words], address
    assert "aria-current" not in client.get("/nowhere/").content.decode()


def test_words_that_an_officer_wrote_stay_escaped() -> None:
    block = "{% load glossary %}{% explained %}{{ words }}{% endexplained %}"
    shown = Template(block).render(Context({"words": "<b>exempt</b>"}))
    assert shown.startswith('&lt;b&gt;<a class="term"')


@pytest.mark.django_db
def test_about_page_explains_its_terms(client: Client) -> None:
    assert 'href="/glossary/#in-camera"' in client.get("/about/").content.decode()


def test_statement_says_what_the_council_does_not_state(client: Client, settings: Any) -> None:
    settings.COUNCIL = read_council()
    page = words(client, "/accessibility-statement/")
    assert "A contact for this is not stated by this council." in page
    assert "is not stated by this council. The tests described below" in page
    assert "This statement was prepared on 23 November 2026." in page
    assert "When it was last reviewed is not stated by this council." in page


def test_statement_says_what_the_council_states(client: Client, settings: Any) -> None:
    settings.COUNCIL = told(
        email="help@council.example",
        answers_within_days=5,
        compliance="partially compliant",
        known_problems=("Old minutes have no headings.",),
        reviewed_on=date(2026, 12, 1),
        enforcement="Ask the ombudsman.",
    )
    page = words(client, "/accessibility-statement/")
    for sentence in (
        "email help@council.example",
        "You get an answer within 5 working days.",
        "This website is partially compliant with",
        "Old minutes have no headings.",
        "It was last reviewed on 1 December 2026.",
        "Ask the ombudsman.",
    ):
        assert sentence in page


@pytest.mark.parametrize(
    "heading",
    [
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website’s accessibility",
        "Compliance status",
        "Non-accessible content",
        "Preparation of this accessibility statement",
    ],
)
def test_statement_has_the_parts_of_the_model(client: Client, heading: str) -> None:
    page = client.get("/accessibility-statement/").content.decode()
    assert re.search(rf"<h[23][^>]*>{heading}</h[23]>", page)


def test_footer_leads_to_the_pages_on_the_site(client: Client) -> None:
    footer = client.get("/glossary/").content.decode().split("<footer")[1]
    for address in ("/about/", "/glossary/", "/accessibility-statement/", "/privacy/"):
        assert f'href="{address}"' in footer


@pytest.mark.parametrize("address", ["/", "/items/?q=report", "/privacy/", "/nowhere/"])
@pytest.mark.django_db
def test_readers_get_no_cookie(client: Client, address: str) -> None:
    assert not client.get(address).cookies
