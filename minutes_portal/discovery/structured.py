"""What pages tell machines in the words of schema.org, from what they show readers.

What is inferred is left out: schema.org has no way to say so.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from committees.models import Basis, Committee, Meeting

Described = dict[str, Any]
LONDON = ZoneInfo(settings.TIME_ZONE)
STATUSES = {
    Meeting.Status.SCHEDULED: "https://schema.org/EventScheduled",
    Meeting.Status.POSTPONED: "https://schema.org/EventPostponed",
    Meeting.Status.CANCELLED: "https://schema.org/EventCancelled",
}


def described(record: Model, request: HttpRequest) -> Described | None:
    """A record in schema.org's words, or None where it has none that fit."""
    if isinstance(record, Meeting):
        return as_event(record, request)
    if isinstance(record, Committee):
        return as_organization(record, request)
    return None


def as_event(meeting: Meeting, request: HttpRequest) -> Described | None:
    """None where no date is stated: an event is when it is."""
    if meeting.held_on is None or meeting.held_on_basis == Basis.INFERRED:
        return None
    event = typed("Event", name=name_of(meeting), url=address_of(meeting, request))
    event["startDate"] = start_of(meeting)
    if is_known(meeting):
        event["organizer"] = as_organization(meeting.committee, request)
    if meeting.venue:
        event["location"] = typed("Place", name=meeting.venue)
    if meeting.status in STATUSES:
        event["eventStatus"] = STATUSES[meeting.status]
    return event


def name_of(meeting: Meeting) -> str:
    return f"Meeting of the {meeting.committee}" if is_known(meeting) else "Committee meeting"


def is_known(meeting: Meeting) -> bool:
    return meeting.committee is not None and meeting.committee_basis != Basis.INFERRED


def start_of(meeting: Meeting) -> str:
    if meeting.start_time is None:
        return meeting.held_on.isoformat()
    return datetime.combine(meeting.held_on, meeting.start_time, LONDON).isoformat()


def as_organization(committee: Committee, request: HttpRequest) -> Described:
    body = typed("GovernmentOrganization", name=committee.name, url=address_of(committee, request))
    if settings.COUNCIL.name:
        body["parentOrganization"] = typed("GovernmentOrganization", name=settings.COUNCIL.name)
    return body


def as_site(request: HttpRequest) -> Described:
    """The portal itself, and how it is searched."""
    search = request.build_absolute_uri(reverse("agenda:item_list"))
    action = typed("SearchAction", target=f"{search}?q={{words}}")
    action["query-input"] = "required name=words"
    home = request.build_absolute_uri(reverse("agenda:home"))
    return typed("WebSite", name=settings.COUNCIL.site_name, url=home, potentialAction=action)


def as_trail(crumbs: list[tuple[str, str]], request: HttpRequest) -> Described:
    """The way to a page, as its words and addresses."""
    steps = [
        typed("ListItem", position=n, name=words, item=request.build_absolute_uri(address))
        for n, (words, address) in enumerate(crumbs, start=1)
    ]
    return typed("BreadcrumbList", itemListElement=steps)


def typed(kind: str, **properties: Any) -> Described:
    return {"@type": kind, **properties}


def address_of(record: Committee | Meeting, request: HttpRequest) -> str:
    return request.build_absolute_uri(record.get_absolute_url())
