"""How many bytes a browser that was never here fetches for a page of search results."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urljoin, urlsplit

from lxml import html

from agenda.bench.client import Answer, Client
from agenda.bench.figures import Figure
from agenda.bench.run import Run
from agenda.bench.servers import portal

PAGES = 50
# What a browser fetches by itself when it shows a page.
FETCHED = (
    "//link[@rel='stylesheet' or @rel='icon' or @rel='preload' or @rel='manifest']/@href",
    "//script/@src | //img/@src | //source/@src | //use/@href",
)
IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')]+)""")


def measure(run: Run) -> list[Figure]:
    """Of the largest of some pages."""
    paths = [search.address for search in run.measuring[:PAGES]]
    with portal() as server:
        sizes = bytes_of_largest(Client(server.port), paths)
    run.details["bytes"] = sizes
    name = f"first visit to a search page, the largest of {len(paths)}, with {len(sizes) - 1} files"
    return [Figure(name, sum(sizes.values()) / 1000, "kB", at_most=40)]


def bytes_of_largest(client: Client, paths: Sequence[str]) -> dict[str, int]:
    """The bytes of the largest page as it is sent, and of each file it needs."""
    answers = {path: client.get(path) for path in paths}
    path = max(answers, key=lambda each: len(answers[each].body))
    fetched = {path: answers[path]}
    waiting = assets_of(path, answers[path], FETCHED)
    while waiting:
        address = waiting.pop()
        if address not in fetched:
            fetched[address] = client.get(address)
            waiting |= styles_of(address, fetched[address])
    return {address: len(answer.body) for address, answer in fetched.items()}


def assets_of(path: str, page: Answer, wanted: Iterable[str]) -> set[str]:
    document = html.fromstring(page.text)
    return {a for each in wanted for href in document.xpath(each) for a in own(path, href)}


def styles_of(path: str, answer: Answer) -> set[str]:
    """What a style sheet needs in turn."""
    if not urlsplit(path).path.endswith(".css"):
        return set()
    return {a for href in IN_STYLES.findall(answer.text) for a in own(path, href)}


def own(path: str, href: str) -> list[str]:
    """The address of a file of the portal's own; what stands in the page itself is none."""
    if href.startswith(("data:", "#", "http:", "https:")):
        return []
    return [urljoin(path, href).partition("#")[0]]
