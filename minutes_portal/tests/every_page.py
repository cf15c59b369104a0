"""Every address of the public site, taken from the URL configuration and the lists' filters."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from io import BytesIO
from itertools import chain
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from pypdf import PdfReader

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
# For each kind of filter what to set it to, for some by the filter's name; a kind or a name that
# is not here is set to all of it.
Values = Mapping[type, Iterable[str] | Mapping[str, Iterable[str]]]
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
    """Each list, narrowed by each of its filters; of several lists at a route a public one.

    Of lists that find the same records the same way the first is enough: without filters all
    are tried.
    """
    tried: set[object] = set()
    for name, pattern in routes(get_resolver()):
        kind = kind_of_list(pattern)
        for kwargs in parameters(name, pattern) if kind not in tried else ():
            path = reverse(name, kwargs=kwargs)
            if Client().get(path).status_code == 200:
                yield from queries(pattern, path, values)
                tried |= {kind} - {None}
                break


def kind_of_list(pattern: URLPattern) -> tuple[type, type, object] | None:
    """The filters, the records and the way they are asked for; None for what is no list."""
    view = getattr(pattern.callback, "view_class", None)
    if not isinstance(getattr(view, "queryset", None), QuerySet):
        return None
    asked = getattr(view, "get_queryset", view)
    return filterset_of(pattern), view.queryset.model, asked


def filterset_of(pattern: URLPattern) -> type | None:
    """The filters of the list at a route; None where they are not declared."""
    return getattr(getattr(pattern.callback, "view_class", None), "filterset_class", None)


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
    filterset = filterset_of(pattern)
    fields = filterset.base_filters if filterset else {"q": SearchFilter()}
    for name, field in fields.items():
        for value in tried_of(name, field, values):
            yield f"{path}?{urlencode({name: value})}"


def tried_of(name: str, field: object, values: Values) -> Iterable[str]:
    """What to set a filter to: by its kind and, where kinds differ by it, by its name."""
    kind = next((kind for kind in type(field).__mro__ if kind in values), None)
    tried = values[kind] if kind else {"": chain(*map(flat, values.values()))}
    return tried[name] if isinstance(tried, Mapping) and name in tried else flat(tried)


def flat(tried: Iterable[str] | Mapping[str, Iterable[str]]) -> Iterable[str]:
    return chain(*tried.values()) if isinstance(tried, Mapping) else tried


def fetch(addresses: Iterable[str], client: Client | None = None) -> Pages:
    """Status and content of each address, without what differs from one answer to the next."""
    client = client or Client()
    fetched = {}
    for address in addresses:
        response = client.get(address)
        words = words_of(response.getvalue())
        body = response.headers.get("Location", "") + words
        fetched[address] = (response.status_code, re.sub(r'value="[^"]{64}"', "", body))
    return fetched


@cache
def words_of(content: bytes) -> str:
    """What a page or a PDF says; of a PDF also what stands beside its text."""
    if not content.startswith(b"%PDF"):
        return content.decode(errors="replace")
    document = PdfReader(BytesIO(content))
    words = [page.extract_text() for page in document.pages]
    return "\n".join([*words, *map(str, (document.metadata or {}).values())])
