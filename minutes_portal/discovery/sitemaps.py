"""The list of all public pages, for search engines.

A record's address stands in the file of the range that its number lies in, so that the last file of
a million items is made as quickly as the first, and a file's address means the same ever after. No date of the last change is given: what the public may read of a
record does not tell it.
"""

from collections.abc import Sequence

from django.contrib.sitemaps import Sitemap
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property

from agenda.matters import Matter
from agenda.models import AgendaItem, Post
from committees.models import Committee, Meeting
from minutes_portal.discovery.ranges import NumberRanges
from minutes_portal.discovery.routes import page_addresses

NUMBERS_A_FILE = 2000


class RecordSitemap(Sitemap):
    """The pages of all public records of one kind, or another page that each of them has.

    `files` are the numbers of those that hold any.
    """

    limit = NUMBERS_A_FILE

    def __init__(self, model: type[Model], fields: Sequence[str], route: str = "") -> None:
        self.model, self.fields, self.route = model, fields, route

    def items(self) -> QuerySet:
        return self.model.objects.public().only(*self.fields)

    def location(self, item: Model) -> str:
        return reverse(self.route, args=[item.slug]) if self.route else item.get_absolute_url()

    @cached_property
    def paginator(self) -> NumberRanges:
        return NumberRanges(self.items(), self.limit)

    def files(self) -> list[int]:
        return self.paginator.filled()


class PageSitemap(Sitemap):
    """The pages that every portal has."""

    def files(self) -> list[int]:
        return [1]

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


def sitemaps() -> dict[str, RecordSitemap | PageSitemap]:
    """By the name of their part of the site; made anew for each request."""
    records = {name: RecordSitemap(*what) for name, what in RECORDS.items()}
    return {"pages": PageSitemap(), **records}
