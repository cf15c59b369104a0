"""PostgreSQL text search: language, weights, query, snippets. Nothing else knows how it is done."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
)
from django.db import connection
from django.db.models import F, Model, QuerySet
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from psycopg2.extras import execute_values

if TYPE_CHECKING:
    from agenda.models import AgendaItem

CONFIG = "english"
# Characters that no text can contain (sources with control characters are cleaned of them
# before they are indexed), so that a source can never forge a highlight.
START_MARK, END_MARK = "\x02", "\x03"
# PostgreSQL refuses a text search vector of more than a megabyte.
LONGEST_INDEXED = 300_000
WEIGHTED = " || ".join(f"setweight(to_tsvector('{CONFIG}', %s), '{w}')" for w in "ABCD")
WRITE_ENTRIES = """
INSERT INTO agenda_searchentry (item_id, text, vector) VALUES %s
ON CONFLICT (item_id) DO UPDATE SET text = excluded.text, vector = excluded.vector
"""
_QUOTES = {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "}
_CONTROLS = {chr(code): " " for code in (*range(9), *range(11, 32), *range(127, 160))}
_PLAIN = str.maketrans(_QUOTES | _CONTROLS)


def plain(text: str) -> str:
    """The text as it is searched: straight quotes, no accents, no control characters."""
    straight = text.translate(_PLAIN)
    if straight.isascii():
        return straight
    decomposed = unicodedata.normalize("NFKD", straight)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def query_for(text: str) -> SearchQuery:
    """What a reader typed ("exact words", -without, or) as a query; any text is valid."""
    return SearchQuery(plain(text), config=CONFIG, search_type="websearch")


def matching(items: QuerySet, text: str) -> QuerySet:
    """The items that match, annotated with `rank` (more is better)."""
    query = query_for(text)
    rank = SearchRank(F("search_entry__vector"), query)
    return items.filter(search_entry__vector=query).annotate(rank=rank)


def matching_text(points: QuerySet, text: str) -> QuerySet:
    """The recommendations or resolutions whose own words, or those of their sub-points, match."""
    return points.filter(words=query_for(text))


def with_snippets(items: QuerySet, text: str) -> QuerySet:
    """Annotate `snippet_marked`: the best passages, matches between control characters."""
    headline = SearchHeadline(
        "search_entry__text",
        query_for(text),
        config=CONFIG,
        start_sel=START_MARK,
        stop_sel=END_MARK,
        max_fragments=2,
        max_words=28,
        min_words=12,
        fragment_delimiter=" … ",
    )
    return items.annotate(snippet_marked=headline)


def highlighted(marked: str) -> SafeString:
    """A snippet as HTML, its matches in <mark>, everything else escaped."""
    html = escape(re.sub(r"\s+", " ", marked))
    return mark_safe(html.replace(START_MARK, "<mark>").replace(END_MARK, "</mark>"))  # noqa: S308


def refresh(items: Iterable["AgendaItem"]) -> None:
    """Write the search entries of these items anew; call it in the transaction that changed them."""
    entries = _words_of([item.pk for item in items])
    with connection.cursor() as cursor:
        execute_values(
            cursor.cursor,
            WRITE_ENTRIES,
            [(pk, "\n\n".join(filter(None, words)), *words) for pk, words in entries],
            template=f"(%s, %s, {WEIGHTED})",
        )


def _words_of(items: list[int]) -> Iterator[tuple[int, list[str]]]:
    """Each item's number, and its words by weight from A to D."""
    from agenda import models

    def lines(model: type[Model], *fields: str) -> dict[int, str]:
        return _lines(model.objects.filter(item__in=items).values_list("item", *fields))

    reports = lines(models.Report, "reference")
    resolutions = lines(models.Resolution, "text", "sub_points")
    recommendations = lines(models.Recommendation, "text", "sub_points")
    actions = lines(models.Action, "owner_names", "note")
    stored = models.AgendaItem.objects.filter(pk__in=items)
    for pk, title, background, minutes in stored.values_list(
        "pk", "title", "background", "minutes"
    ):
        documents = " ".join(f"Document {letter}" for letter in reports[pk].split())
        by_weight = (
            f"{title}\n{documents}",
            resolutions[pk],
            f"{recommendations[pk]}\n{actions[pk]}",
            f"{background}\n\n{minutes}",
        )
        yield pk, [plain(words).strip()[:LONGEST_INDEXED] for words in by_weight]


def _lines(rows: Iterable[tuple]) -> dict[int, str]:
    """For each item its parts one a line: the texts of a row, lists of texts spelt out."""
    found: dict[int, list[str]] = defaultdict(list)
    for item, *values in rows:
        texts = (" ".join(v) if isinstance(v, list) else v for v in values)
        found[item].append(" ".join(texts))
    return defaultdict(str, {item: "\n".join(lines) for item, lines in found.items()})
