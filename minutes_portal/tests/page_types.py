"""One address for each type of page, found as a search engine finds it: by the sitemap."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from lxml import etree

# Types that no sitemap names.
BESIDE = {
    "search": "/items/?q=report",
    "nothing-found": "/items/?q=xylophone",
    "wrong-filter": "/meetings/?held_from=tomorrow",
    "not-found": "/nowhere/",
}
Fetch = Callable[[str], bytes]


def page_types(fetch: Fetch) -> dict[str, str]:
    """The first address of each type, by the name of its route; `fetch` gives a file's content."""
    found: dict[str, str] = {}
    for part in locations(fetch("/sitemap.xml")):
        for path in locations(fetch(part)):
            found.setdefault(route_of(path), path)
    return found | BESIDE


def locations(sitemap: bytes) -> Iterator[str]:
    """The paths that a sitemap lists."""
    for location in etree.fromstring(sitemap).iter("{*}loc"):
        address = urlsplit(location.text)
        yield address.path + (f"?{address.query}" if address.query else "")


def route_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404 as error:
        raise AssertionError(f"The sitemap names {path}, which is no page.") from error
