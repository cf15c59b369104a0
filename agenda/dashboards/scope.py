"""Whose records are counted, and the addresses of the lists that hold just these."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Model, QuerySet
from django.urls import reverse

from committees.models import Committee


@dataclass(frozen=True, slots=True)
class Scope:
    """The whole council, or one of its committees."""

    committee: Committee | None = None

    def of(self, model: type[Model]) -> QuerySet:
        """The public records of a model that are parts of agenda items."""
        parts = model.objects.public().order_by()
        if self.committee is None:
            return parts
        return parts.filter(item__meeting__committee=self.committee)

    def address(self, name: str, **filters: object) -> str:
        """The list of this name, narrowed down to the scope and by these filters."""
        committee = {"committee": self.committee.slug} if self.committee else {}
        query = urlencode({**committee, **filters}, doseq=True)
        path = reverse(name)
        return f"{path}?{query}" if query else path


def in_year(year: int | None) -> dict[str, str]:
    """The filters that leave what was decided in a year, or what has no date."""
    if year is None:
        return {"undated": "on"}
    return {"held_from": f"{year}-01-01", "held_to": f"{year}-12-31"}
