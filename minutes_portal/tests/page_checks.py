"""What search engines and careful browsers expect of any page, looked up in what was sent.

Each check is a function of a page that says whether it holds; its name says what. They are those
of Lighthouse's "SEO" and "Best Practices" that need no browser.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

# Pages that are left out of indexes on purpose, and the status of those that say what went wrong.
UNLISTED = {"search", "nothing-found", "wrong-filter", "not-found", "withdrawn"}
STATUSES = {"wrong-filter": 400, "not-found": 404, "withdrawn": 410}
# Words of links that say nothing without the words around them.
EMPTY_WORDS = set("click here|here|go|this|start|more|learn more|read more|link|details".split("|"))
OPEN_GRAPH = {"title", "type", "url", "description", "site_name", "locale"}
DATA = "application/ld+json"
NEEDED = {
    "BreadcrumbList": {"itemListElement"},
    "Event": {"name", "startDate", "url"},
    "GovernmentOrganization": {"name", "url"},
    "WebSite": {"name", "url", "potentialAction"},
}


@dataclass(frozen=True)
class Sent:
    """A page as it was sent: the name of its type, its address, status, headers and body."""

    name: str
    address: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @cached_property
    def tree(self) -> Any:
        return html.fromstring(self.body)

    @property
    def is_listed(self) -> bool:
        return self.name not in UNLISTED

    def all(self, path: str) -> list[Any]:
        return self.tree.xpath(path)

    def meta(self, name: str) -> list[str]:
        return self.all(f'//head/meta[@name="{name}" or @property="{name}"]/@content')


Check = Callable[[Sent], bool]


def failures(page: Sent, checks: tuple[Check, ...]) -> list[str]:
    """What does not hold, in words."""
    return [words_of(check) for check in checks if not check(page)]


def words_of(check: Check) -> str:
    return check.__name__.replace("_", " ")


# Search engines


def has_the_status_it_should(page: Sent) -> bool:
    return page.status == STATUSES.get(page.name, 200)


def has_one_title(page: Sent) -> bool:
    return len(titles := page.all("//head/title/text()")) == 1 and bool(titles[0].strip())


def has_one_description(page: Sent) -> bool:
    return len(told := page.meta("description")) == 1 and bool(told[0].strip())


def fits_the_width_of_a_phone(page: Sent) -> bool:
    return any("width=device-width" in each for each in page.meta("viewport"))


def says_its_language(page: Sent) -> bool:
    return page.tree.get("lang") == "en-GB"


def is_left_out_of_indexes_on_purpose_alone(page: Sent) -> bool:
    told = {word.strip() for each in page.meta("robots") for word in each.split(",")}
    return ("noindex" in told or "X-Robots-Tag" in page.headers) is not page.is_listed


def names_its_own_address(page: Sent) -> bool:
    """One canonical address, in full and of this site; an error page has none."""
    named = page.all('//head/link[@rel="canonical"]/@href')
    if page.name in ("not-found", "withdrawn"):
        return named == []
    hosts = {urlsplit(each).netloc for each in named}
    return len(named) == 1 and hosts == {urlsplit(page.address).netloc}


def has_links_that_can_be_followed(page: Sent) -> bool:
    return all(
        urlsplit(urljoin(page.address, href)).scheme in ("http", "https", "mailto", "tel")
        for href in page.all("//a/@href")
    )


def has_no_link_without_address(page: Sent) -> bool:
    return page.all("//a[not(@href)]") == []


def has_links_that_say_where_they_lead(page: Sent) -> bool:
    links = page.all("//a")
    words = {(a.get("aria-label") or " ".join(a.text_content().split())).lower() for a in links}
    return not words & (EMPTY_WORDS | {""})


def has_words_for_its_images(page: Sent) -> bool:
    return page.all("//img[not(@alt)]") == []


def describes_itself_to_whoever_shares_it(page: Sent) -> bool:
    if page.name in ("not-found", "withdrawn"):
        return True
    return all(len(page.meta(f"og:{name}")) == 1 for name in OPEN_GRAPH)


def tells_machines_what_it_is_in_full(page: Sent) -> bool:
    """Each block of structured data is of a known type and has what its type needs."""
    told = [json.loads(block) for block in page.all(f'//script[@type="{DATA}"]/text()')]
    return all(
        block["@context"] == "https://schema.org" and NEEDED[block["@type"]] <= block.keys()
        for block in told
    )


# Good practice


def begins_with_its_doctype(page: Sent) -> bool:
    return page.body[:15].lower() == b"<!doctype html>"


def says_its_encoding_first(page: Sent) -> bool:
    return b'<meta charset="utf-8">' in page.body[:1024]


def forbids_scripts_and_styles_within(page: Sent) -> bool:
    policy = page.headers.get("Content-Security-Policy", "")
    return "default-src 'self'" in policy and "unsafe" not in policy


def has_none_of_them(page: Sent) -> bool:
    scripts = page.all(f'//script[not(@src)][not(@type="{DATA}")]')
    return not scripts and page.all("//style | //*[@style] | //@*[starts-with(name(), 'on')]") == []


def is_not_taken_for_another_type(page: Sent) -> bool:
    return page.headers.get("X-Content-Type-Options") == "nosniff"


def keeps_other_sites_from_framing_it(page: Sent) -> bool:
    return "frame-ancestors 'none'" in page.headers.get("Content-Security-Policy", "")


def runs_no_script_of_others(page: Sent) -> bool:
    """So no library with known holes either."""
    hosts = {urlsplit(urljoin(page.address, src)).netloc for src in page.all("//script/@src")}
    return hosts <= {urlsplit(page.address).netloc}


def asks_for_nothing_unencrypted(page: Sent) -> bool:
    """Images, scripts and styles come by the page's own scheme."""
    sources = page.all('//@src | //link[@rel="stylesheet" or @rel="icon"]/@href')
    own = urlsplit(page.address).scheme
    return {urlsplit(urljoin(page.address, source)).scheme for source in sources} <= {own, "https"}


SEO: tuple[Check, ...] = (
    has_the_status_it_should,
    has_one_title,
    has_one_description,
    fits_the_width_of_a_phone,
    says_its_language,
    is_left_out_of_indexes_on_purpose_alone,
    names_its_own_address,
    has_links_that_can_be_followed,
    has_no_link_without_address,
    has_links_that_say_where_they_lead,
    has_words_for_its_images,
    describes_itself_to_whoever_shares_it,
    tells_machines_what_it_is_in_full,
)
PRACTICE: tuple[Check, ...] = (
    begins_with_its_doctype,
    says_its_encoding_first,
    forbids_scripts_and_styles_within,
    has_none_of_them,
    is_not_taken_for_another_type,
    keeps_other_sites_from_framing_it,
    runs_no_script_of_others,
    asks_for_nothing_unencrypted,
)
