"""Every address of the public site, taken from the URL configuration and the lists' filters."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from urllib.parse import urlencode

from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from agenda.models import AgendaItem, Matter, Post
from committees.models import Committee, Meeting
from minutes_portal.discovery.routes import public_routes
from minutes_portal.discovery.sitemaps import sitemaps
from minutes_portal.filters import SearchFilter

# Addresses that are answered with an error, or nearly.
MISTAKEN = (
    "/nowhere/",
    "/items/x/",
    f"/items/{'9' * 40}/",
    "/items/?page=999",
    "/items/?held_from=tomorrow",
    "/items/?q=%00",
    "/items/?" + "&".join(f"a{n}=1" for n in range(6000)),
)
MODELS = (AgendaItem, Meeting, Committee, Post, Matter)
# For each kind of filter what to set it to; a kind that is not here is set to all of it.
Values = Mapping[type, Iterable[str]]
Pages = dict[str, tuple[int, str]]


def routes(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address but the officers' desk; each has a name, so that none is passed over."""
    for name, entry in public_routes(resolver, namespace):
        assert entry.name, f"give the address {entry.pattern} a name"
        yield name, entry


def values_of() -> dict[str, list[object]]:
    """Everything that can stand in an address: of published records and of drafts."""
    records = [record for model in MODELS for record in model.objects.all()]
    slugs = {record.slug for record in records if hasattr(record, "slug")}
    return {
        "pk": sorted({record.pk for record in records}),
        "slug": sorted(slugs),
        "section": sorted(sitemaps()),
    }


def paths() -> list[str]:
    """Every address, with each parameter set to everything it can be, and that of each record."""
    addresses = [
        reverse(name, kwargs=kwargs)
        for name, pattern in routes(get_resolver())
        for kwargs in parameters(name, pattern)
    ]
    records = [record for model in MODELS for record in model.objects.all()]
    return list(dict.fromkeys([*addresses, *(record.get_absolute_url() for record in records)]))


def filtered_paths(values: Values) -> Iterator[str]:
    """Each list, narrowed by each of its filters; of several lists at a route a public one."""
    for name, pattern in routes(get_resolver()):
        for kwargs in parameters(name, pattern):
            path = reverse(name, kwargs=kwargs)
            if Client().get(path).status_code == 200:
                yield from queries(pattern, path, values)
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


def queries(pattern: URLPattern, path: str, values: Values) -> Iterator[str]:
    """A list's address with each filter set to what it may take; any other's with words."""
    view = getattr(pattern.callback, "view_class", None)
    filterset = getattr(view, "filterset_class", None)
    fields = filterset.base_filters if filterset else {"q": SearchFilter()}
    for name, field in fields.items():
        for value in values[type(field)] if type(field) in values else chain(*values.values()):
            yield f"{path}?{urlencode({name: value})}"


def fetch(addresses: Iterable[str], client: Client | None = None) -> Pages:
    """Status and content of each address, without what differs from one answer to the next."""
    client = client or Client()
    fetched = {}
    for address in addresses:
        response = client.get(address)
        words = response.getvalue().decode(errors="replace")
        body = response.headers.get("Location", "") + words
        fetched[address] = (response.status_code, re.sub(r'value="[^"]{64}"', "", body))
    return fetched
