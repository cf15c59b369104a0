"""The words of committees, explained for who has never sat on one."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.html import format_html
from django.utils.text import slugify


@dataclass(frozen=True)
class Term:
    """A word of the committees. `forms` are the other ways in which pages write it."""

    name: str
    meaning: str
    forms: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    # Words too common to be linked wherever they stand.
    linked: bool = True

    @property
    def slug(self) -> str:
        return slugify(self.name)


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms of a file, in the order of the alphabet."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["terms"]
    terms = (
        Term(**{k: tuple(v) if isinstance(v, list) else v for k, v in e.items()}) for e in entries
    )
    return tuple(sorted(terms, key=lambda term: term.name.casefold()))


GLOSSARY = read_glossary(Path(__file__).parent / "glossary.toml")
BY_FORM = {
    form.casefold(): term for term in GLOSSARY if term.linked for form in (term.name, *term.forms)
}
LONGEST_FIRST = sorted(BY_FORM, key=len, reverse=True)
FORMS = re.compile(rf"\b(?:{'|'.join(map(re.escape, LONGEST_FIRST))})\b", re.IGNORECASE)
# What stands in links, headings and buttons is left alone.
PIECES = re.compile(r"(<(a|h[1-6]|button|summary|label|dt)\b.*?</\2>|<[^>]*>)", re.DOTALL)


def with_terms(html: str, address: str, seen: set[str]) -> str:
    """The portal's own words, with the first mention of each term linked to its meaning.

    `seen` holds the terms that the page explained already, and is added to.
    """
    parts, place = [], 0
    for tag in PIECES.finditer(html):
        parts += [linked(html[place : tag.start()], address, seen), tag[0]]
        place = tag.end()
    return "".join([*parts, linked(html[place:], address, seen)])


def linked(words: str, address: str, seen: set[str]) -> str:
    return FORMS.sub(link_to(address, seen), words)


def link_to(address: str, seen: set[str]) -> Callable[[re.Match[str]], str]:
    def link(found: re.Match[str]) -> str:
        term = BY_FORM[found[0].casefold()]
        if term.slug in seen:
            return found[0]
        seen.add(term.slug)
        return format_html('<a class="term" href="{}#{}">{}</a>', address, term.slug, found[0])

    return link
