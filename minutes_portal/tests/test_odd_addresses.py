"""Whatever stands behind the question mark of an address is answered with a page that helps.

The routes are taken from the URL configuration: those that look at the query of the address, with
the names of each list's own filters.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import get_resolver, reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.models import AgendaItem
from agenda.tests.builders import make_full_item
from agenda.tracking.linking import link
from minutes_portal.tests.every_page import filterset_of, parameters, routes

pytestmark = pytest.mark.django_db
OPERATORS = '" “ ” \' - -- OR or AND & | ! ( ) <-> <2> :* : * % %s \\ / ~ ; -" a'.split()
WORDS = {
    "ten thousand characters": "a" * 10_000,
    "a hundred words": "a " * 100,
    "only operators": " ".join(OPERATORS),
    "unbalanced quotation marks": '"taxi “tram \' -"',
    "only what is left out": '-taxi -"tram stop"',
    "NUL": "taxi\0tram",
    "emoji and marks alone": "🚋👩‍👩‍👧 \u0301 \u202e \ufffe",
    "SQL and a tsquery": "'; DROP TABLE x; -- %s %(q)s taxi & !(tram <-> stop) | 'x':*AB",
    "an address that is none": "https://[::1/items/99999999999999999999/",
}
VALUES = {
    "a number beyond all": "9" * 25,
    "a day that does not exist": "30/02/2023",
    "the last year": "9999",
    "NUL": "\0",
    "nothing of the list": "nowhere",
    "white space": " \t\r\n\u2003",
}
PAGES = {"a page beyond all": str(10**9), "no page": "-1", "thousands of digits": "9" * 5_000}
RAW = {
    "broken encodings": "q=%&page=%zz&%=%&year=%C3%28&q=%ff%fe&committee=\xff\xfe&a=%ED%A0%80",
    "odd names": "&&==&=&;q;&q&q[]=1&q%00=1&__proto__=1&page[$ne]=1&\xff=1",
    "repeated": "q=taxi&q=tram&page=1&page=2&sort=newest&sort=oldest" + "&year=2016" * 100,
    "hundreds of parameters": "&".join(f"a{n}=1" for n in range(300)),
}
HELPS = re.compile(r"<main.*<h1\b.*(?:<a |<form )", re.DOTALL)
Route = tuple[str, tuple[str, ...]]


@pytest.fixture
def listed() -> list[Route]:
    """Addresses that look at their query, each with the names of its filters."""
    make_full_item(1)
    make_full_item(2)
    link(AgendaItem.objects.all())
    return list(routes_with_a_query())


def routes_with_a_query() -> Iterator[Route]:
    for name, pattern in routes(get_resolver()):
        kwargs = next(parameters(name, pattern), None)
        path = reverse(name, kwargs=kwargs) if kwargs is not None else ""
        if path and looks_at_its_query(path):
            filterset = filterset_of(pattern)
            yield path, (*(filterset.base_filters if filterset else ()), "page")


def looks_at_its_query(path: str) -> bool:
    looked = []

    def look(request: WSGIRequest) -> QueryDict:
        looked.append(request)
        return QueryDict(request.META["QUERY_STRING"])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIRequest, "GET", property(look))
        Client().get(path)
    return bool(looked)


def fault_of(path: str, query: str) -> str:
    """What is wrong with the answer to an address; an exception of the page is not caught."""
    response = Client().get(path, QUERY_STRING=query)
    if not (response.status_code in (200, 301, 302, 304) or 400 <= response.status_code < 500):
        return f"status {response.status_code}"
    return "" if is_helpful(response) else "no heading or no way on"


def is_helpful(response: HttpResponse) -> bool:
    body = response.getvalue().decode()
    is_page = response.get("Content-Type", "").startswith("text/html")
    return not is_page or response.status_code in (301, 302) or bool(HELPS.search(body))


def hard_queries(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each by its name: words that are searched, what all filters are set to, pages, raw ones."""
    if "q" in names:
        yield from ((name, f"q={quote(words)}") for name, words in WORDS.items())
    filters = [name for name in names if name != "q"]
    for name, value in VALUES.items():
        yield f"filters: {name}", urlencode(dict.fromkeys(filters, value))
    yield from ((name, f"page={page}") for name, page in PAGES.items())
    yield from RAW.items()


def hard_addresses(listed: list[Route]) -> Iterator[tuple[str, str, str]]:
    """All of them for the first of the routes that have the same filters, one for the others."""
    first = {names: path for path, names in reversed(listed)}
    for path, names in listed:
        queries = list(hard_queries(names))
        yield from ((path, *each) for each in (queries if first[names] == path else queries[-1:]))


def test_hard_addresses_are_answered_with_a_page_that_helps(listed: list[Route]) -> None:
    assert len(listed) >= 12
    tried = list(hard_addresses(listed))
    faults = {(path, name): fault_of(path, query) for path, name, query in tried}
    assert {tried: fault for tried, fault in faults.items() if fault} == {}


def queries(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    """The query of an address as nobody would write it."""
    hard = st.sampled_from([*WORDS.values(), *VALUES.values(), *PAGES.values()])
    operators = st.lists(st.sampled_from(OPERATORS)).map(" ".join)
    pairs = st.tuples(st.sampled_from(names) | st.text(), st.text() | operators | hard)
    return st.lists(pairs, max_size=6).map(urlencode) | st.binary().map(
        lambda b: b.decode("latin-1")
    )


@given(data=st.data())
@settings(
    max_examples=2 * settings.default.max_examples,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_address_is_answered_with_a_page_that_helps(listed: list[Route], data) -> None:
    path, names = data.draw(st.sampled_from(listed))
    query = data.draw(queries(names))
    assert fault_of(path, query) == "", path
