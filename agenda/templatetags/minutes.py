"""What pages on committees, meetings and items show of the minutes."""

import re
from datetime import date
from functools import lru_cache

from django import template
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from agenda import search
from agenda.models import Action, AgendaItem, Appendix, Report
from agenda.passages import Segment, marks_of, segments_of
from committees.models import Committee

register = template.Library()


@register.filter
@lru_cache(maxsize=10_000)
def day(value: date) -> SafeString:
    """A day in words, which programs read too: "6 October 2016"."""
    words = date_format(value, "j F Y")
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag
def open_actions_of(committee: Committee) -> QuerySet:
    """What is still to be done after the meetings of a committee."""
    actions = Action.objects.public().of_committee(committee).outstanding()
    return actions.for_listing().newest_first()


@register.simple_tag
def referrals_to(committee: Committee) -> QuerySet:
    """The actions by which other committees gave this one something to look into."""
    return committee.referred_actions.public().for_listing().open_first()


@register.simple_tag
def source_segments(item: AgendaItem) -> list[Segment]:
    """The item's own slice of its source, which may hold other items that are no one's to see yet."""
    if item.start is None:
        return []
    return segments_of(item.source.text, marks_of(item), item.start, item.end)


@register.simple_tag
def withheld_papers(item: AgendaItem) -> list[Report | Appendix]:
    """The reports and appendices not for publication that no officer has said more of."""
    reports = item.reports.all()
    papers = [*reports, *(appendix for r in reports for appendix in r.appendices.all())]
    explained = {bare(matter.name) for matter in item.withheld.all()}
    return [p for p in papers if p.not_for_publication and bare(full_name(p)) not in explained]


def full_name(paper: Report | Appendix) -> str:
    return f"{paper} of {paper.report}" if isinstance(paper, Appendix) else str(paper)


def bare(name: str) -> str:
    """The name of a paper as it is compared: no quotation marks, no capitals."""
    return search.plain(name).replace('"', "").casefold()


@register.filter
def tel(phone: str) -> str:
    """The first telephone number in a printed one, for a link; empty where there is none."""
    number = re.search(r"\+?\d[\d ()-]{3,}", phone)
    return re.sub(r"[^\d+]", "", number[0]) if number else ""
