"""The one address of a page, whatever else was written behind it; and which are for indexes.

A list is found in every index by its plain address and its numbered pages. What somebody searched
for or narrowed down is not: there is no end of such pages, and each record on them has one of its
own. Their links are followed all the same. They keep their own canonical address: to name another
one and to be left out contradict each other.
"""

from django.core.paginator import Page
from django.http import HttpRequest, QueryDict

from minutes_portal.listing import ListFilterSet


def canonical_address(
    request: HttpRequest, filterset: ListFilterSet | None = None, page: Page | None = None
) -> str:
    """The address with those parameters alone that change what the page shows."""
    kept = kept_parameters(filterset) if filterset is not None else QueryDict(mutable=True)
    if page is not None and page.number > 1:
        kept["page"] = str(page.number)
    query = kept.urlencode()
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")


def kept_parameters(filterset: ListFilterSet) -> QueryDict:
    """In the order of the filters, so that one choice has one address."""
    given, kept = filterset.kept, QueryDict(mutable=True)
    for name in filterset.filters:
        if name in given:
            kept.setlist(name, given.getlist(name))
    return kept


def is_narrowed(filterset: ListFilterSet | None) -> bool:
    """Whether the page shows what somebody searched for, narrowed down or sorted."""
    return filterset is not None and bool(kept_parameters(filterset))
