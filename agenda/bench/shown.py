"""The numbers that a page of search results shows."""

import re
from dataclasses import dataclass, field

from lxml import html

NUMBER = re.compile(r"[\d,]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """How many items a page says were found, and how many each choice would leave."""

    total: int
    is_estimate: bool
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    estimated: frozenset[str] = frozenset()
    """The facets that say "about"."""


def shown_on(page: str) -> Shown:
    """Read as a reader sees it, in the heading and behind each box to tick."""
    document = html.fromstring(page)
    (heading,) = document.xpath("//*[@id='results']")
    summary = heading.text_content()
    facets: dict[str, dict[str, int]] = {}
    estimated: set[str] = set()
    numbers = document.xpath("//label[input[@type='checkbox']]/*[@class='number']")
    for number in numbers:
        (box,) = number.getparent().xpath("input")
        facets.setdefault(box.get("name"), {})[box.get("value")] = _number(number.text_content())
        if "about" in number.text_content():
            estimated.add(box.get("name"))
    return Shown(
        total=_number(summary),
        is_estimate="about" in summary.casefold(),
        facets=facets,
        estimated=frozenset(estimated),
    )


def _number(words: str) -> int:
    found = NUMBER.search(words)
    return int(found[0].replace(",", "")) if found else 0
