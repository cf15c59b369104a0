"""Small records for tests, made in one line each."""

import hashlib
from itertools import count

from agenda import search
from agenda.models import (
    Action,
    AgendaItem,
    Appendix,
    ContactOfficer,
    Matter,
    MatterItem,
    Post,
    Recommendation,
    Report,
    Resolution,
    Return,
    SourceDocument,
)
from agenda.tracking.recording import recompute
from committees.models import Committee, Meeting

NUMBERS = count(1)


def make_source(text: str = "") -> SourceDocument:
    text = text or f"Text number {next(NUMBERS)}"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return SourceDocument.objects.create(
        name="page.txt", text=text, sha256=sha256, page_kind="agenda_item"
    )


def make_meeting(committee: str = "", held_on: str | None = None, **fields) -> Meeting:
    """A meeting; what is given of it counts as stated in the source."""
    return Meeting.objects.create(
        committee=Committee.named(committee) if committee else None,
        committee_basis="stated" if committee else "",
        held_on=held_on,
        held_on_basis="stated" if held_on else "",
        **fields,
    )


def make_item(
    title: str = "Road works",
    *,
    committee: str = "",
    held_on: str | None = None,
    meeting: Meeting | None = None,
    document: str = "",
    recommendations: tuple[str, ...] = (),
    resolutions: tuple[str, ...] = (),
    owners: tuple[str, ...] = (),
    published: bool = True,
    source: SourceDocument | None = None,
    **fields,
) -> AgendaItem:
    """An item, published unless told otherwise, with its parts; `owners` share one action."""
    source = source or make_source()
    item = AgendaItem.objects.create(
        title=title,
        meeting=meeting or make_meeting(committee, held_on),
        source=source,
        position=source.items.count() + 1,
        **fields,
    )
    add_points(item, recommendations, resolutions)
    if document:
        Report.objects.create(item=item, reference=document)
    if owners:
        make_action(item, *owners)
    if published:
        item.publish()
    else:
        search.refresh([item])
    return item


def add_points(item: AgendaItem, recommendations: tuple, resolutions: tuple) -> None:
    for number, text in enumerate(recommendations, start=1):
        Recommendation.objects.create(item=item, number=str(number), text=text)
    for number, text in enumerate(resolutions, start=1):
        Resolution.objects.create(item=item, number=str(number), text=text)


def make_action(item: AgendaItem, *owners: str, referred_to: str = "", **fields) -> Action:
    committee = Committee.named(referred_to) if referred_to else None
    action = Action.objects.create(item=item, referral=referred_to, referred_to=committee, **fields)
    action.owners.set([Post.named(owner) for owner in owners])
    return action


def make_full_item(n: int = 0, **fields) -> AgendaItem:
    """A published item with some of everything, for counting queries."""
    item = make_item(
        f"Full item {n}",
        committee=f"Committee {n}",
        held_on="2016-10-06",
        document="Q",
        recommendations=("The report be noted", "A report be presented"),
        resolutions=("That the report be noted", "That a report be presented"),
        overview_and_scrutiny_area=f"Area {n}",
        background="The Director will submit a report.",
        minutes="A Member asked a question.\n\nThe Director answered it.",
        in_camera=True,
        not_for_publication=True,
        **fields,
    )
    Appendix.objects.create(report=item.reports.get(), reference="C", not_for_publication=True)
    ContactOfficer.objects.create(item=item, name="Ann Example", phone="01632 960001")
    for owner in ("Director of Roads", f"Owner {n}"):
        action = make_action(item, owner, "City Solicitor", referred_to=f"Panel {n}")
        action.resolutions.set(item.resolutions.all())
    add_follow_through(item, n)
    return item


def add_follow_through(item: AgendaItem, n: int) -> None:
    """What follows from the item: comparison, a promised report that came back, a matter."""
    recompute([item])
    for report in item.expected_reports.all():
        Return.objects.create(expected_report=report, item=item, evidence=f"Evidence {n}")
    matter = Matter.objects.create(name=f"Matter {n}", confirmed=True)
    MatterItem.objects.create(matter=matter, item=item, evidence=f"Connection {n}")
