"""How pages are found: descriptions, canonical addresses, structured data, the sitemap."""

import json
from collections.abc import Iterator
from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from lxml import etree, html

from agenda.models import AgendaItem
from agenda.tests.builders import make_full_item, make_item, make_meeting
from committees.models import Committee
from minutes_portal.council.reading import DEFAULT, read_council
from minutes_portal.discovery.sitemaps import NUMBERS_A_FILE, RecordSitemap
from minutes_portal.tests.page_checks import PRACTICE, SEO, Sent, failures
from minutes_portal.tests.page_types import locations, page_types

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> Any:
    return html.fromstring(client.get(address).content)


def data(client: Client, address: str) -> dict[str, dict[str, Any]]:
    """What a page tells machines, by its type."""
    blocks = page(client, address).xpath('//script[@type="application/ld+json"]/text()')
    told = [json.loads(block) for block in blocks]
    assert all(block["@context"] == "https://schema.org" for block in told)
    return {block["@type"]: block for block in told}


def canonical(client: Client, address: str) -> str:
    return page(client, address).xpath('string(//link[@rel="canonical"]/@href)')


def listed(client: Client, address: str = "/sitemap.xml") -> Iterator[str]:
    for part in locations(client.get(address).content):
        yield from locations(client.get(part).content)


# What each page tells machines besides the way to it.
TOLD = {
    "agenda:home": {"WebSite"},
    "committees:meeting": {"Event"},
    "committees:committee": {"GovernmentOrganization"},
}
WAYLESS = {"agenda:home", "not-found"}


def test_every_type_of_page_can_be_found_and_keeps_to_good_practice(client: Client) -> None:
    make_full_item()
    titles = set()
    for name, address in page_types(lambda path: client.get(path).content).items():
        answer = client.get(address)
        sent = Sent(
            name,
            f"http://testserver{address}",
            answer.status_code,
            dict(answer.headers),
            answer.content,
        )
        assert failures(sent, SEO + PRACTICE) == [], name
        blocks = sent.all('//script[@type="application/ld+json"]/text()')
        way = {"BreadcrumbList"} - ({"BreadcrumbList"} if name in WAYLESS else set())
        assert {json.loads(block)["@type"] for block in blocks} == TOLD.get(name, set()) | way
        titles |= {*sent.all("//head/title/text()")}
    assert len(titles) > 15


GOOD = b"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="A page.">
<link rel="canonical" href="http://testserver/about/"><meta property="og:title" content="A page">
<meta property="og:type" content="website"><meta property="og:url" content="http://testserver/">
<meta property="og:description" content="A page."><meta property="og:site_name" content="Portal">
<meta property="og:locale" content="en_GB"><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []}</script>
</head><body><a href="/items/">Agenda items</a><img src="/a.png" alt="A"></body></html>"""
POLICY = {
    "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}


@pytest.mark.parametrize(
    ("good", "bad", "found"),
    [
        (b"<title>A page</title>", b"", "has one title"),
        (b'"description" content="A page."', b'"description" content=" "', "has one description"),
        (b'name="viewport"', b'name="view"', "fits the width of a phone"),
        (b'lang="en-GB"', b"", "says its language"),
        (
            b"<title>",
            b'<meta name="robots" content="noindex"><title>',
            "is left out of indexes on purpose alone",
        ),
        (b"http://testserver/about/", b"/about/", "names its own address"),
        (b'"/items/"', b'"javascript:go()"', "has links that can be followed"),
        (b' href="/items/"', b"", "has no link without address"),
        (b"Agenda items", b"Read more", "has links that say where they lead"),
        (b' alt="A"', b"", "has words for its images"),
        (b"og:locale", b"og:place", "describes itself to whoever shares it"),
        (b'"itemListElement": []', b'"item": []', "tells machines what it is in full"),
        (b"<!doctype html>", b"", "begins with its doctype"),
        (b'<meta charset="utf-8">', b"", "says its encoding first"),
        (b"<body>", b'<body onload="go()">', "has none of them"),
        (b"<body>", b'<body><p style="color: red"></p>', "has none of them"),
        (b"<body>", b'<body><script src="//cdn.test/a.js"></script>', "runs no script of others"),
    ],
)
def test_checks_find_what_is_wrong(good: bytes, bad: bytes, found: str) -> None:
    def failed(body: bytes) -> list[str]:
        page = Sent("agenda:about", "http://testserver/about/", 200, POLICY, body)
        return failures(page, SEO + PRACTICE)

    assert good in GOOD
    assert failed(GOOD) == []
    assert failed(GOOD.replace(good, bad)) == [found]


@pytest.mark.parametrize(
    ("address", "left_out"),
    [
        ("/items/", False),
        ("/items/?page=2", False),
        ("/items/?utm_source=post", False),
        ("/items/?q=roads", True),
        ("/items/?q=roads&page=2", True),
        ("/items/?q=+", False),
        ("/items/?document=Q", True),
        ("/items/?sort=newest", True),
        ("/meetings/?held_from=2016-01-01", True),
        ("/meetings/?held_from=tomorrow", True),
        ("/actions/?overdue=on", True),
        ("/actions/print/?overdue=on", True),
        ("/owners/city-solicitor/", False),
    ],
)
def test_indexes_leave_out_what_was_searched_for_or_narrowed_down(
    client: Client, address: str, left_out: bool
) -> None:
    make_item("Road works", document="Q", owners=("City Solicitor",))
    told = page(client, address).xpath('//meta[@name="robots"]/@content')
    assert told == (["noindex, follow"] if left_out else [])
    assert canonical(client, address)


def test_item_describes_itself_in_words_that_need_no_markup(client: Client) -> None:
    item = make_item('Roads & "lanes" <b>', committee="Road Panel", held_on="2020-01-02")
    head = page(client, item.get_absolute_url()).find("head")
    assert head.xpath('string(meta[@property="og:title"]/@content)') == item.title
    described = head.xpath('string(meta[@name="description"]/@content)')
    assert described == f"Road Panel, 2 January 2020: {item.title}"


CANONICAL = {
    "/items/": "/items/",
    "/items/?utm_source=post&q=roads": "/items/?q=roads",
    "/items/?q=+&document=Q": "/items/?document=Q",
    "/items/?document=Q&q=works": "/items/?q=works&document=Q",
    "/items/?page=1": "/items/",
    "/items/?page=2&x=1": "/items/?page=2",
    "/items/?page=99": "/items/?page=2",
    "/about/?x=1": "/about/",
}


def test_canonical_address_keeps_what_changes_the_page(client: Client, subtests: Any) -> None:
    for number in range(26):
        make_item(f"Road works {number}", document="Q")
    for address, kept in CANONICAL.items():
        with subtests.test(address):
            assert canonical(client, address) == f"http://testserver{kept}"


@pytest.mark.parametrize("address", ["/nowhere/", "/items/99/"])
def test_error_page_has_no_canonical_address(client: Client, address: str) -> None:
    assert canonical(client, address) == ""


def test_home_tells_how_the_site_is_searched(client: Client) -> None:
    site = data(client, "/")["WebSite"]
    assert site["url"] == "http://testserver/"
    assert site["potentialAction"] == {
        "@type": "SearchAction",
        "target": "http://testserver/items/?q={words}",
        "query-input": "required name=words",
    }


def test_meeting_is_an_event_of_its_committee(client: Client) -> None:
    meeting = make_meeting(
        "Road Panel", "2016-07-06", start_time=time(17, 30), venue="City Hall", status="cancelled"
    )
    make_item(meeting=meeting)
    assert data(client, meeting.get_absolute_url())["Event"] == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Meeting of the Road Panel",
        "url": f"http://testserver/meetings/{meeting.pk}/",
        "startDate": "2016-07-06T17:30:00+01:00",
        "organizer": {
            "@type": "GovernmentOrganization",
            "name": "Road Panel",
            "url": "http://testserver/committees/road-panel/",
        },
        "location": {"@type": "Place", "name": "City Hall"},
        "eventStatus": "https://schema.org/EventCancelled",
    }


@pytest.mark.parametrize("basis", ["inferred", ""])
def test_meeting_whose_date_is_not_stated_is_told_as_no_event(client: Client, basis: str) -> None:
    meeting = make_meeting("Road Panel", "2016-07-06" if basis else None)
    if basis:
        meeting.held_on_basis, meeting.held_on_evidence = basis, "A line of the report."
        meeting.save()
    make_item(meeting=meeting)
    assert set(data(client, meeting.get_absolute_url())) == {"BreadcrumbList"}


def test_inferred_committee_is_not_told_as_the_organizer(client: Client) -> None:
    meeting = make_meeting("Road Panel", "2016-07-06")
    meeting.committee_basis, meeting.committee_evidence = "inferred", "A line of the report."
    meeting.save()
    make_item(meeting=meeting)
    event = data(client, meeting.get_absolute_url())["Event"]
    assert event["name"] == "Committee meeting"
    assert "organizer" not in event


def test_committee_is_a_body_of_its_council(client: Client, settings: Any) -> None:
    settings.COUNCIL = read_council(DEFAULT.parent / "examples" / "exampleshire.toml")
    make_item(committee="Road Panel")
    body = data(client, "/committees/road-panel/")["GovernmentOrganization"]
    assert body["name"] == "Road Panel"
    assert body["parentOrganization"]["name"] == "Exampleshire County Council"


def test_trail_of_a_page_is_told_as_it_is_shown(client: Client) -> None:
    item = make_item(committee="Road Panel", held_on="2016-07-06")
    address = item.get_absolute_url()
    shown = [
        (link.text, f"http://testserver{link.get('href')}")
        for link in page(client, address).xpath('//nav[@class="breadcrumbs"]//a')
    ]
    steps = data(client, address)["BreadcrumbList"]["itemListElement"]
    assert [(step["name"], step["item"]) for step in steps] == shown
    assert [step["position"] for step in steps] == [1, 2, 3, 4]


def test_no_word_of_the_data_can_end_its_element(client: Client) -> None:
    name = "Panel </script><script>alert(1)</script> & <!-- co"
    make_item(committee=name, held_on="2016-07-06")
    committee = Committee.objects.get()
    assert data(client, committee.get_absolute_url())["GovernmentOrganization"]["name"] == name
    assert len(page(client, committee.get_absolute_url()).xpath("//script")) == 2


def test_sitemap_lists_every_public_page_and_no_other(client: Client) -> None:
    item = make_full_item()
    draft = make_item(
        "Draft works", committee="Draft Panel", owners=("Draftsman",), published=False
    )
    withdrawn = make_item("Withdrawn works", committee="Lost Panel")
    withdrawn.withdraw("It was published too early.")
    addresses = list(listed(client))
    assert {item.get_absolute_url(), item.meeting.get_absolute_url()} <= set(addresses)
    assert {"/", "/items/", "/glossary/", "/owners/city-solicitor/"} <= set(addresses)
    assert len(addresses) == len(set(addresses))
    for hidden in (draft, withdrawn, draft.meeting, withdrawn.meeting):
        assert hidden.get_absolute_url() not in addresses
    assert not [a for a in addresses if any(w in a for w in ("draft", "lost", "admin"))]
    assert {client.get(address).status_code for address in addresses} == {200}


def test_sitemaps_are_valid_in_the_eyes_of_a_parser(client: Client) -> None:
    make_item()
    index = etree.fromstring(client.get("/sitemap.xml").content)
    assert etree.QName(index).localname == "sitemapindex"
    for part in locations(client.get("/sitemap.xml").content):
        answer = client.get(part)
        urls = etree.fromstring(answer.content)
        assert answer["Content-Type"] == "application/xml"
        assert {etree.QName(url).localname for url in urls} == {"url"}


def test_empty_portal_lists_its_own_pages_alone(client: Client) -> None:
    parts = list(locations(client.get("/sitemap.xml").content))
    assert parts == ["/sitemap-pages.xml"]
    assert client.get("/sitemap-items.xml").status_code == 200
    assert client.get("/sitemap-nothing.xml").status_code == 404
    assert client.get("/sitemap-items.xml?p=2").status_code == 404


def test_sitemap_goes_by_ranges_of_numbers_and_leaves_out_empty_ones(client: Client) -> None:
    far = 7 * NUMBERS_A_FILE
    for number in (1, 2, far, far + 1):
        make_item(f"Item {number}", pk=number)
    make_item("Draft", pk=3 * NUMBERS_A_FILE, published=False)
    pages = [p for p in locations(client.get("/sitemap.xml").content) if "items" in p]
    assert pages == ["/sitemap-items.xml", "/sitemap-items.xml?p=8"]
    second = [path.split("/")[2] for path in locations(client.get(pages[1]).content)]
    assert second == [str(far), str(far + 1)]
    for empty in ("2", "4", "9", "0", "-1", "x", "9" * 40):
        assert client.get(f"/sitemap-items.xml?p={empty}").status_code == 404


def test_sitemap_reads_what_it_lists_in_one_query(django_assert_num_queries: Any) -> None:
    for number in (1, 5 * NUMBERS_A_FILE):
        make_item(f"Item {number}", pk=number)
    ranges = RecordSitemap(AgendaItem, ("pk", "title")).paginator
    with django_assert_num_queries(1):
        assert ranges.filled() == [1, 6]
    with django_assert_num_queries(1) as queries:
        assert [item.pk for item in ranges.page(6)] == [5 * NUMBERS_A_FILE]
    assert "OFFSET" not in queries[0]["sql"]


def test_robots_are_told_where_the_sitemap_is(client: Client) -> None:
    answer = client.get(reverse("discovery:robots"))
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.decode().splitlines()[-1] == "Sitemap: http://testserver/sitemap.xml"
    assert "Disallow: /admin/" in answer.content.decode()
