"""The one address of a page, whatever else was written behind it."""

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
