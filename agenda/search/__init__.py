"""Searching the agenda items. Nothing else knows how it is done.

What needs Django is loaded when it is called: the reading process of an import has none.

words.py           what is a word, and its stem: the same for what is stored, typed and shown
routine.py         the items of every agenda, told by their titles
tables.py          the tables that searching reads
fields.py          an item's words, field by field; lexemes.py what the index knows of them
entries.py         keeps the tables in step with the record; in_step.py tells it when
vocabulary.py      the words of published items; spelling.py suggests one of them
acronyms.py        what acronyms stand for
typed.py           what a reader typed, as a query; query.py makes conditions of it
many.py, filterset.py    what may be asked for in an address
criteria.py        all that was asked for
finding.py         finds it: counting.py exactly, broad.py by a sample; asking.py asks the database
matching_parts.py  which parts of an item match
straight.py        searches that name one thing
results.py, parts.py    the items of a page of results, and their passages
facets.py, ways_out.py, page.py    what else such a page shows
points.py          searching the lists of recommendations and resolutions
warming.py         reads the tables into memory after a restart
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from agenda.search.query import ENTRIES
from agenda.search.typed import read_query
from agenda.search.words import plain, words

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from agenda.models import AgendaItem
    from agenda.prepared import PreparedItems

__all__ = ["matching", "matching_text", "plain", "refresh", "still_says"]


def refresh(items: Iterable["AgendaItem"], prepared: "PreparedItems | None" = None) -> None:
    """Write the search entries of these items anew; call it in the transaction that changed them."""
    from agenda.search import entries

    entries.refresh(items, prepared or {})


def matching(items: "QuerySet", text: str) -> "QuerySet":
    """The items that match what a reader typed; any text is valid, one without words finds none."""
    from django.db.models.expressions import RawSQL

    where = read_query(text).condition()
    found = f"SELECT e.item_id FROM {ENTRIES} e WHERE {where.text}"
    return items.filter(pk__in=RawSQL(found, where.values))  # noqa: S611


def matching_text(points: "QuerySet", text: str) -> "QuerySet":
    """The recommendations or resolutions whose own words, or those of their sub-points, match."""
    from agenda.search import points as lists

    return lists.matching_text(points, text)


def still_says(item: int, text: str) -> bool:
    """Whether these words stand in a field of this item, wherever its paragraphs end."""
    from agenda.models import SearchEntry

    asked = words(text)
    entries = SearchEntry.objects.filter(item=item).values_list("plain", flat=True)
    shown = (" ".join(word for word in entry.split() if word != ".") for entry in entries)
    return bool(asked) and any(f" {asked} " in f" {text} " for text in shown)
