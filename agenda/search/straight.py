"""Searches that name one thing: a document, an address, a committee. They are told so first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.urls import reverse

from agenda.models import AgendaItem, SearchEntry
from agenda.search.words import SMALL_WORDS, words
from committees.models import Committee
from minutes_portal.kept_pages.values import once_a_publication

_ITEM = re.compile(r"/items/(\d{1,9})(?:/[^/\s]*)?/?")
_DOCUMENT = re.compile(r"(?:document|doc|report) ([a-z]{1,3})")
MOST = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence, with the link it ends in; without one it says that there is no such thing."""

    words: str
    link: str = ""
    link_words: str = ""


def answers_to(typed: str) -> list[Answer]:
    """What a search names, most exact first; nothing where it is only words."""
    if "/" in typed and " " not in typed.strip():
        return list(by_address(typed.strip()))
    document = _DOCUMENT.fullmatch(words(typed))
    found = [by_letter(document[1].upper())] if document else []
    return found + list(by_committee(typed))


def by_address(address: str) -> Iterator[Answer]:
    """The item of an address of this portal, or those read from a page of the council's."""
    parts = urlsplit_safely(address)
    own = _ITEM.fullmatch(parts) if parts else None
    items = AgendaItem.objects.public()
    if own:
        yield from to_items(items.filter(pk=own[1]), "No published agenda item has this address.")
    elif re.match(r"https?://", address, re.IGNORECASE):
        none = "No published agenda item was read from a page of this address."
        yield from to_items(items.filter(source__address__in=spellings(address)), none)


def urlsplit_safely(address: str) -> str:
    """The path of an address; empty where it is none."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def spellings(address: str) -> list[str]:
    """An address with and without a secure connection, and with and without a slash at its end."""
    bare = re.sub(r"^https?://", "", address, flags=re.IGNORECASE).rstrip("/")
    return [f"{scheme}://{bare}{end}" for scheme in ("http", "https") for end in ("", "/")]


def to_items(items: QuerySet, none: str) -> Iterator[Answer]:
    found = list(items.order_by("pk")[:MOST])
    for item in found:
        yield Answer("The agenda item of this address is", item.get_absolute_url(), item.title)
    if not found:
        yield Answer(none)


def by_letter(letter: str) -> Answer:
    """Each meeting has its own Document “A”; the link leads to those of all meetings."""
    entries = SearchEntry.objects.filter(
        publication_status="published", documents__contains=[letter]
    )
    count = entries.count()
    if not count:
        return Answer(f"No published agenda item has a Document “{letter}”.")
    which = "item has" if count == 1 else "items have"
    address = f"{reverse('agenda:item_list')}?document={letter}&routine=on"
    return Answer(
        "A report in the papers:", address, f"{count:,} agenda {which} a Document “{letter}”"
    )


def public_committees() -> dict[Committee, list[str]]:
    """Each with the words of its name."""
    committees = Committee.objects.public().only("pk", "slug", "name")
    return {committee: words(committee.name).split() for committee in committees}


def by_committee(typed: str) -> Iterator[Answer]:
    """The committees whose name holds all the words, an exact name first."""
    asked = words(typed).split()
    if not set(asked) - SMALL_WORDS:
        return
    names = once_a_publication("public committees", public_committees)
    fitting = [c for c, name in names.items() if set(asked) <= set(name)]
    for committee in sorted(fitting, key=lambda c: (names[c] != asked, len(names[c])))[:MOST]:
        yield Answer("Committee:", committee.get_absolute_url(), committee.name)
