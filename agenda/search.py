"""PostgreSQL text search: language, weights, query, snippets. Nothing else knows how it is done."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.contrib.postgres.search import (
    SearchHeadline,
    SearchQuery,
    SearchRank,
    SearchVector,
)
from django.db import connection
from django.db.models import F, QuerySet
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
_CURLY = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def plain(text: str) -> str:
    """The text as it is searched: straight quotes, no accents, no control characters."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_CURLY))
    kept = (c for c in decomposed if not unicodedata.combining(c))
    return "".join(c if c.isprintable() or c in "\n\t" else " " for c in kept)


def query_for(text: str) -> SearchQuery:
    """What a reader typed ("exact words", -without, or) as a query; any text is valid."""
    return SearchQuery(plain(text), config=CONFIG, search_type="websearch")


def matching(items: QuerySet, text: str) -> QuerySet:
    """The items that match, annotated with `rank` (more is better)."""
    query = query_for(text)
    rank = SearchRank(F("search_entry__vector"), query)
    return items.filter(search_entry__vector=query).annotate(rank=rank)


def matching_text(points: QuerySet, text: str) -> QuerySet:
    """The recommendations or resolutions whose own words match."""
    words = SearchVector("text", config=CONFIG)
    return points.annotate(words=words).filter(words=query_for(text))


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
    from agenda.models import AgendaItem

    stored = AgendaItem.objects.filter(pk__in=[item.pk for item in items])
    texts = stored.only("title", "background", "minutes").prefetch_related(
        "reports", "recommendations", "resolutions", "actions__owners"
    )
    entries = [(item.pk, _words_of(item)) for item in texts]
    with connection.cursor() as cursor:
        execute_values(
            cursor.cursor,
            WRITE_ENTRIES,
            [(pk, "\n\n".join(filter(None, words)), *words) for pk, words in entries],
            template=f"(%s, %s, {WEIGHTED})",
        )


def _words_of(item: "AgendaItem") -> list[str]:
    """The item's words, by weight from A to D."""
    reports = " ".join(str(report) for report in item.reports.all())
    resolutions = "\n".join(_point_words(item.resolutions.all()))
    recommendations = "\n".join(_point_words(item.recommendations.all()))
    actions = "\n".join(_action_words(item))
    by_weight = (
        f"{item.title} {reports}",
        resolutions,
        f"{recommendations}\n{actions}",
        f"{item.background}\n\n{item.minutes}",
    )
    return [plain(words).strip()[:LONGEST_INDEXED] for words in by_weight]


def _point_words(points: Iterable) -> Iterable[str]:
    return (" ".join([point.text, *point.sub_points]) for point in points)


def _action_words(item: "AgendaItem") -> Iterable[str]:
    for action in item.actions.all():
        owners = " / ".join(post.name for post in action.owners.all())
        yield f"{owners} {action.note}".strip()
