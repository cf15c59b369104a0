"""Nothing unpublished reaches the public, on any address of the site.

The addresses are taken from the URL configuration itself, and the filters from each list's
FilterSet: a new page or filter is covered without anyone remembering it. Drafts are planted,
every page is fetched, the drafts are taken away again, and every page must be the same to the
byte: no word, no count, no option in a filter may have come from a draft. Two guards see to
that, the pages' own filters and the database's policies, and each is tried on its own.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connections, transaction
from django.db.models import QuerySet
from django.db.models.sql.where import WhereNode
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone
from django_filters import ChoiceFilter

from agenda.exempt import Withheld
from agenda.facts import DocumentFacts, MeetingFacts, read_facts
from agenda.filtersets import DocumentFilter, OutcomeFilter
from agenda.ingest import ingest_document
from agenda.models import Action, AgendaItem, ExpectedReport, Matter, MatterItem, Return
from agenda.search.many import ManyFilter
from agenda.tracking.linking import link
from committees.filtersets import CommitteeFilter, HeldFromFilter, HeldToFilter
from committees.models import Meeting
from minutes_portal.filters import DayFilter, PublicChoiceFilter, SearchFilter, TickFilter
from minutes_portal.paper import engine
from minutes_portal.tests.every_page import MISTAKEN, Pages, fetch, filtered_paths, paths, routes

pytestmark = pytest.mark.django_db
for name in ("django.request", "django.security"):
    logging.getLogger(name).setLevel(logging.CRITICAL)

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

(1) That the {PLANTED} {SECRET} be noted by 31 March 1999.

(2) That a further report on the {PLANTED} {SECRET} be presented in 12 months.

ACTION: {SECRET.title()} Director (Resolution 1 referral to {SECRET.title()} Panel)

Supporting documents:
"""
NAMES = [f"{SECRET}-{name}" for name in ("committee", "director", "engineer", "panel")]
TRIED = {
    ManyFilter: {
        "committee": [NAMES[0], NAMES[3]],
        "kind": ["panel"],
        "year": ["1999"],
        "outcome": ["agreed"],
        "status": ["open"],
        "owner": NAMES[1:3],
        "document": ["ZZ"],
        "area": [f"{SECRET} area"],
    },
    PublicChoiceFilter: {
        "area": [f"{SECRET} area"],
        "status": ["open", "overdue"],
        "state": ["waiting", "overdue"],
        "referred_to": [NAMES[3]],
        "owner": NAMES[1:3],
    },
    ChoiceFilter: ["newest", "due"],
    SearchFilter: [PLANTED],
    DocumentFilter: ["ZZ"],
    TickFilter: ["on"],
    OutcomeFilter: ["agreed", "none"],
    HeldFromFilter: ["1999-01-01"],
    HeldToFilter: ["1999-01-01"],
    DayFilter: ["1999-03-31"],
    CommitteeFilter: [NAMES[0], NAMES[3]],
}
# How a page asks for what is published, in the ORM's words or in a statement written by hand.
IS_PUBLISHED = re.compile(r"""(?:"?\w+"?\.)?"?publication_status"? = (%s|'published')""")
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


@pytest.fixture(autouse=True)
def paper(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a PDF the page that it is made of is read, also where none can be made."""
    monkeypatch.setattr("committees.views.lacking", lambda: "")
    monkeypatch.setattr("minutes_portal.paper.answers.pdf_of", lambda page, _: page.encode())


@pytest.fixture
def true_paper(paper: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDFs themselves are read, where they can be made."""
    if not engine.lacking():
        monkeypatch.setattr("minutes_portal.paper.answers.pdf_of", engine.pdf_of)


@pytest.fixture
def published() -> None:
    """The three first documents, and one item of a page whose other item stays a draft."""
    for path in BRADFORD.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        ingest_document(path.name, text, read_facts(BRADFORD).of(path.name), publish=True)
    drains, _draft = ingest_document("meeting.txt", WHOLE_MEETING).items
    drains.publish()
    link(AgendaItem.objects.all())


def plant_drafts() -> None:
    """Drafts in a public meeting, in a meeting of their own, and in an unknown one."""
    public = Meeting.objects.public().exclude(held_on=None).get()
    secret_committee = f"{SECRET.title()} Committee"
    meetings = [(public.committee.name, public.held_on), (secret_committee, date(1999, 1, 1))]
    for number, (committee, held_on) in enumerate(meetings):
        facts = MeetingFacts(committee, "stated", "", held_on, "stated", "")
        known = DocumentFacts(meeting=facts, committees={f"{SECRET.title()} Panel": "panel"})
        ingest_document(f"{number}.txt", f"{DRAFT}\n{number}", known)
    unknown = ingest_document("unknown.txt", DRAFT).items[0]
    drafts = Action.objects.filter(item__in=AgendaItem.objects.search(PLANTED))
    assert set(drafts.values_list("due_phrase", flat=True)) == {"by 31 March 1999", ""}
    drafts.update(progress=f"The {SECRET} is nearly done.", status_since=date(1999, 1, 1))
    plant_links(AgendaItem.objects.search(PLANTED))
    unknown.send_to_review()
    matter = Withheld.objects.create(item=unknown, paragraph=1, reason=f"About {SECRET}.")
    matter.lock_away(f"The {PLANTED} {SECRET}.")


def plant_links(drafts: QuerySet) -> None:
    """Drafts in a public matter and in one of their own, and returns between them and the public."""
    link(AgendaItem.objects.all())
    public = ExpectedReport.objects.public().earliest("pk")
    own = Matter.objects.create(name=f"{PLANTED} {SECRET}", confirmed=True)
    matters = [Matter.objects.public().earliest("pk"), own]
    confirmed = {"standing": "confirmed", "evidence": f"The {SECRET} says so."}
    for draft in drafts:
        for matter in matters:
            MatterItem.objects.create(matter=matter, item=draft, **confirmed)
        Return.objects.create(expected_report=public, item=draft, **confirmed)
    for report in ExpectedReport.objects.filter(item__in=drafts):
        Return.objects.create(expected_report=report, item=public.item, **confirmed)


def withdraw_drafts() -> None:
    for item in AgendaItem.objects.search(PLANTED).exclude(publication_status="published"):
        item.publish()
        item.withdraw("It was published too early.")


@contextmanager
def filters_off() -> Iterator[None]:
    """Pages that leave out nothing, whether they ask for `.public()` or in words of their own."""
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for model in apps.get_models():
            if hasattr(model._default_manager.all(), "public"):
                patch.setattr(type(model._default_manager.all()), "public", QuerySet.all)
        for _name, pattern in routes(get_resolver()):
            view = getattr(pattern.callback, "view_class", None)
            if isinstance(getattr(view, "queryset", None), QuerySet):
                everything = view.queryset.all()
                everything.query.where = WhereNode()
                patch.setattr(view, "queryset", everything)
        for alias in connections:
            stack.enter_context(connections[alias].execute_wrapper(ask_for_everything))
        yield


def ask_for_everything(execute: Callable[..., Any], sql: str, *arguments: Any) -> Any:
    if not sql.startswith(("UPDATE", "INSERT")):
        sql = IS_PUBLISHED.sub(r"(\1::text IS NOT NULL)", sql)
    return execute(sql, *arguments)


@contextmanager
def policies_off() -> Iterator[None]:
    """Public pages that read by the officers' door."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("minutes_portal.public_door.middleware.public_door", nullcontext)
        yield


@contextmanager
def neither() -> Iterator[None]:
    with policies_off(), filters_off():
        yield


# Both guards on, the database's policies alone, the pages' filters alone.
GUARDS = {"both": nullcontext, "policies alone": filters_off, "filters alone": policies_off}


def signed_in() -> Client:
    """As somebody who is in every group, and so may do at the desk what anybody may."""
    user = User.objects.create_user("officer", is_staff=True)
    user.groups.set(Group.objects.all())
    assert user.has_perms(["agenda.view_agendaitem", "agenda.change_agendaitem", "auth.add_user"])
    client = Client()
    client.force_login(user)
    return client


def walk() -> tuple[dict[str, Pages], Pages, Pages]:
    """Every page with drafts, by each guard and reader; with them withdrawn; and without."""
    with transaction.atomic():
        plant_drafts()
        assert AgendaItem.objects.search(PLANTED).count() == 4
        plain = paths()
        addresses = [*plain, *filtered_paths(TRIED), *MISTAKEN]
        seen = {}
        for guards, off in GUARDS.items():
            with off():
                seen[guards] = fetch(addresses)
        seen["signed in"] = fetch(plain, signed_in())
        withdraw_drafts()
        withdrawn = fetch(addresses)
        transaction.set_rollback(True)
    return seen, withdrawn, fetch(addresses)


def test_every_public_page_is_the_same_with_drafts_and_without(published, subtests):
    """Whichever guard is on, and whoever is signed in; with withdrawn items all but their own."""
    today = timezone.localdate()
    seen, withdrawn, without = walk()
    if timezone.localdate() != today:  # Each page prints the day.
        seen, withdrawn, without = walk()
    assert len(without) > 150
    for reader, pages in seen.items():
        with subtests.test(reader):
            assert [a for a, page in pages.items() if page != without[a]] == []
    with subtests.test("withdrawn"):
        changed = {a for a in without if withdrawn[a] != without[a]}
        assert changed
        for address in changed:
            status, body = withdrawn[address]
            assert (status, without[address][0]) == (410, 404), address
            assert PLANTED not in body.lower()
            assert SECRET not in body.lower()


def test_with_neither_policies_nor_filters_drafts_are_seen(published):
    """That the test above would notice."""
    with neither(), transaction.atomic():
        plant_drafts()
        shown = fetch(paths())
        transaction.set_rollback(True)
    assert len([a for a, (_, body) in shown.items() if SECRET in body.lower()]) > 10


def test_exempt_matter_is_named_and_its_text_nowhere(published):
    drains = AgendaItem.objects.get(title="DRAINS")
    matter = Withheld.objects.create(
        item=drains, paragraph=3, reason="It would harm the sale.", public_summary="A sale."
    )
    addresses = paths()
    before = fetch(addresses)
    matter.lock_away(f"The {PLANTED} costs {SECRET}.")
    assert fetch(addresses) == before
    page = before[drains.get_absolute_url()][1]
    for words in ("Part of the minutes", "paragraph 3: ", "It would harm the sale.", "A sale."):
        assert words in page


def test_no_public_page_shows_the_other_items_of_a_source(published, true_paper):
    shown = fetch(paths())
    assert any(status == 200 and "drains" in body for status, body in shown.values())
    papers = [shown[f"{m.get_absolute_url()}minutes.pdf"] for m in Meeting.objects.public()]
    assert {status for status, _ in papers} == {200}
    assert any("drains be cleaned" in body for _, body in papers)
    leaks = [a for a, (_, body) in shown.items() if SECRET in body.lower() and SECRET not in a]
    assert leaks == []


def test_an_item_disappears_everywhere_when_it_is_taken_back(published):
    def visible() -> set[str]:
        return {a for a, (_, body) in fetch(paths()).items() if "Thematic Review 2021" in body}

    item = AgendaItem.objects.get(title__contains="Thematic Review 2021")
    assert visible()
    item.withdraw("It was published too early.")
    assert visible() == set()
