"""The list of all public pages, for search engines.

A record's page is found by its number, so that the last page of the list of a million items is
made as quickly as the first. No date of the last change is given: what the public may read of a
record does not tell it.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.core.paginator import Paginator
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from agenda.matters import Matter
from agenda.models import AgendaItem, Post
from committees.models import Committee, Meeting
from minutes_portal.discovery.routes import page_addresses

NUMBERS_A_PAGE = 2000


class NumberRanges(Paginator):
    """Each page holds the records whose numbers lie in one range; ranges without any are left out."""

    @cached_property
    def ranges(self) -> list[int]:
        found, start = [], 0
        while (number := self._first_from(start)) is not None:
            found.append(number // self.per_page)
            start = (found[-1] + 1) * self.per_page
        return found

    def _first_from(self, start: int) -> int | None:
        later = self.object_list.filter(pk__gte=start).order_by("pk")
        return later.values_list("pk", flat=True).first()

    @property
    def num_pages(self) -> int:
        return max(len(self.ranges), 1)

    def page(self, number: Any) -> Any:
        number = self.validate_number(number)
        if not self.ranges:
            return self._get_page([], number, self)
        start = self.ranges[number - 1] * self.per_page
        within = self.object_list.filter(pk__gte=start, pk__lt=start + self.per_page)
        return self._get_page(list(within.order_by("pk")), number, self)


class RecordSitemap(Sitemap):
    """The pages of all public records of one kind, or another page that each of them has."""

    limit = NUMBERS_A_PAGE

    def __init__(self, model: type[Model], fields: Sequence[str], route: str = "") -> None:
        self.model, self.fields, self.route = model, fields, route

    def items(self) -> QuerySet:
        return self.model.objects.public().only(*self.fields)

    def location(self, item: Model) -> str:
        return reverse(self.route, args=[item.slug]) if self.route else item.get_absolute_url()

    @cached_property
    def paginator(self) -> NumberRanges:
        return NumberRanges(self.items(), self.limit)


class PageSitemap(Sitemap):
    """The pages that every portal has."""

    def items(self) -> list[str]:
        return page_addresses()

    def location(self, item: str) -> str:
        return item


# The columns that make the address of each, and the route where it is not the record's own.
RECORDS: dict[str, tuple] = {
    "items": (AgendaItem, ("pk", "title")),
    "meetings": (Meeting, ("pk",)),
    "committees": (Committee, ("pk", "slug")),
    "dashboards": (Committee, ("pk", "slug"), "agenda:committee_dashboard"),
    "matters": (Matter, ("pk", "slug")),
    "owners": (Post, ("pk", "slug")),
}


def sitemaps() -> dict[str, Sitemap]:
    """By the name of their part of the site; made anew for each request."""
    records = {name: RecordSitemap(*what) for name, what in RECORDS.items()}
    return {"pages": PageSitemap(), **records}
