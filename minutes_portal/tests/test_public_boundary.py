"""Nothing unpublished reaches the public, on any address of the site.

The addresses are taken from the URL configuration itself, and the filters from each list's
FilterSet: a new page or filter is covered without anyone remembering it. Drafts are planted,
every page is fetched, the drafts are taken away again, and every page must be the same to the
byte: no word, no count, no option in a filter may have come from a draft.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from agenda.facts import DocumentFacts, MeetingFacts, read_facts
from agenda.ingest import ingest_document
from agenda.models import AgendaItem, Post
from committees.models import Committee, Meeting

pytestmark = pytest.mark.django_db
logging.getLogger("django.request").setLevel(logging.CRITICAL)

BRADFORD = Path(__file__).parents[2] / "agenda" / "documents" / "bradford"
PLANTED = "quagga"
SECRET = "zyzzyva"
DRAFT = f"""Local democracy

Agenda item

{PLANTED} {SECRET} REPORT

The {SECRET} Director will submit a report (Document “ZZ” which contains Not For Publication
Appendix X) regarding the {PLANTED} {SECRET}.

Recommended –

(1) That the {PLANTED} {SECRET} be noted.

Overview and Scrutiny Area: {SECRET} area

({SECRET.title()} Person – 01632 960999)

Minutes:

The {SECRET} Director submitted a report (Document “ZZ”) about the {PLANTED} {SECRET}.

The meeting then went in camera.

Resolved –

(1) That the {PLANTED} {SECRET} be noted.

ACTION: {SECRET.title()} Director (Resolution 1 referral to {SECRET.title()} Panel)

Supporting documents:
"""
# Two items on one page, of which one stays a draft.
WHOLE_MEETING = f"""Local democracy

Agenda, decisions and minutes

Venue: City Hall

Items

No. Item

1.

DRAINS

Minutes:

Resolved –

That the drains be cleaned.

ACTION: City Engineer

2.

{PLANTED.upper()} {SECRET.upper()}

Minutes:

The {PLANTED} was about {SECRET}.

Resolved –

That the {PLANTED} {SECRET} be noted.

ACTION: {SECRET.title()} Engineer
"""


@pytest.fixture
def published() -> None:
    """The three first documents, and one item of a page whose other item stays a draft."""
    for path in BRADFORD.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        ingest_document(path.name, text, read_facts(BRADFORD).of(path.name), publish=True)
    drains, _draft = ingest_document("meeting.txt", WHOLE_MEETING).items
    drains.publish()


def plant_drafts() -> None:
    """Drafts in a public meeting, in a meeting of their own, and in an unknown one."""
    public = Meeting.objects.public().exclude(held_on=None).get()
    secret_committee = f"{SECRET.title()} Committee"
    meetings = [(public.committee.name, public.held_on), (secret_committee, date(1999, 1, 1))]
    for number, (committee, held_on) in enumerate(meetings):
        facts = MeetingFacts(committee, "stated", "", held_on, "stated", "")
        known = DocumentFacts(meeting=facts, committees={f"{SECRET.title()} Panel": "panel"})
        ingest_document(f"{number}.txt", f"{DRAFT}\n{number}", known)
    ingest_document("unknown.txt", DRAFT)


def routes(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address but the officers' desk."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, [namespace, entry.namespace]))
            if inner != "admin":
                yield from routes(entry, inner)
        elif entry.name:
            yield f"{namespace}:{entry.name}".lstrip(":"), entry


def values_of() -> dict[str, list[object]]:
    """Everything that can stand in an address: of published records and of drafts."""
    models = (AgendaItem, Meeting, Committee, Post)
    numbers = {record.pk for model in models for record in model.objects.all()}
    slugs = {
        record.slug for model in (AgendaItem, Committee, Post) for record in model.objects.all()
    }
    return {"pk": sorted(numbers), "slug": sorted(slugs)}


def paths() -> list[str]:
    """Every address, with each parameter set to everything it can be."""
    return [
        reverse(name, kwargs=kwargs)
        for name, pattern in routes(get_resolver())
        for kwargs in parameters(name, pattern)
    ]


def filtered_paths() -> Iterator[str]:
    """Each list, narrowed by each of its filters; of several lists at a route a public one."""
    for name, pattern in routes(get_resolver()):
        for kwargs in parameters(name, pattern):
            path = reverse(name, kwargs=kwargs)
            if Client().get(path).status_code == 200:
                yield from queries(pattern, path)
                break


def parameters(name: str, pattern: URLPattern) -> Iterator[dict[str, object]]:
    """What can stand in an address, one parameter varied at a time."""
    values = values_of()
    for parameter in pattern.pattern.converters:
        assert parameter in values, f"teach this test what {parameter} of {name} can be"
    first = {parameter: values[parameter][0] for parameter in pattern.pattern.converters}
    for parameter in first or [None]:
        for value in values[parameter] if parameter else [None]:
            kwargs = {**first, parameter: value} if parameter else {}
            with suppress(NoReverseMatch):
                reverse(name, kwargs=kwargs)
                yield kwargs


def queries(pattern: URLPattern, path: str) -> Iterator[str]:
    """A list's address with each filter set to what is planted."""
    view = getattr(pattern.callback, "view_class", None)
    filterset = getattr(view, "filterset_class", None)
    tried = [PLANTED, "ZZ", "on", "1999-01-01", "title", f"{SECRET} area", "open", "1", "9"]
    tried += [f"{SECRET}-committee", f"{SECRET}-director", f"{SECRET}-engineer", f"{SECRET}-panel"]
    for field in [*filterset.base_filters, "page"] if filterset else []:
        yield from (f"{path}?{urlencode({field: value})}" for value in tried)


def fetch(addresses: list[str]) -> dict[str, tuple[int, str]]:
    client = Client()
    fetched = {}
    for address in addresses:
        response = client.get(address)
        body = response.headers.get("Location", "") + response.content.decode()
        fetched[address] = (response.status_code, re.sub(r'value="[^"]{64}"', "", body))
    return fetched


def test_every_public_page_is_the_same_with_drafts_and_without(published):
    with transaction.atomic():
        plant_drafts()
        assert AgendaItem.objects.search(PLANTED).count() == 4
        addresses = [*paths(), *filtered_paths()]
        with_drafts = fetch(addresses)
        transaction.set_rollback(True)
    without = fetch(addresses)
    assert len(addresses) > 200
    assert [a for a in addresses if with_drafts[a] != without[a]] == []


def test_no_public_page_shows_the_other_items_of_a_source(published):
    shown = fetch(paths())
    assert any(status == 200 and "drains" in body for status, body in shown.values())
    leaks = [a for a, (_, body) in shown.items() if SECRET in body.lower() and SECRET not in a]
    assert leaks == []


def test_an_item_disappears_everywhere_when_it_is_taken_back(published):
    def visible() -> set[str]:
        return {a for a, (_, body) in fetch(paths()).items() if "Thematic Review 2021" in body}

    item = AgendaItem.objects.get(title__contains="Thematic Review 2021")
    assert visible()
    item.unpublish()
    assert visible() == set()
