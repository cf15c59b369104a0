"""What a search should count, asked of the records by statements that share nothing with the search.

Words and phrases are looked for in the words stored for each item; what narrows a search, in the
record's own tables.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction

from agenda.bench.searches import Search
from agenda.bench.timetable import BOILERPLATE
from agenda.search.words import stem_of

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a page of results should say.

    `facets` has for each facet how many items there are of each value, among as many items as
    `wholes` has: those that all filters but the facet's own let through.
    """

    total: int
    facets: dict[str, Counts]
    wholes: dict[str, int]


MATCHED = """
CREATE TEMPORARY TABLE matched AS
SELECT i.id, i.overview_and_scrutiny_area AS area, m.held_on, c.slug AS committee, c.kind
FROM agenda_agendaitem i JOIN agenda_searchentry e ON e.item_id = i.id
    JOIN committees_meeting m ON m.id = i.meeting_id
    LEFT JOIN committees_committee c ON c.id = m.committee_id
WHERE i.publication_status = 'published' AND i.title <> ALL (%s)
"""
# The filters that a search may have, each told by the name that it has in the address.
CONDITIONS = {
    "committee": "i.committee = %s",
    "kind": "i.kind = %s",
    "year": "extract(year FROM i.held_on) = %s::int",
    "held_from": "i.held_on >= %s::date",
    "held_to": "i.held_on <= %s::date",
    "outcome": """%s IN (SELECT outcome FROM agenda_resolution r WHERE r.item_id = i.id
        UNION SELECT outcome FROM agenda_recommendation r WHERE r.item_id = i.id)""",
}
ACTIONS = "matched i JOIN agenda_action a ON a.item_id = i.id"
POINTS = """matched i JOIN (SELECT item_id, outcome FROM agenda_resolution
    UNION SELECT item_id, outcome FROM agenda_recommendation) p ON p.item_id = i.id"""
OWNERS = f"{ACTIONS} JOIN agenda_action_owners o ON o.action_id = a.id JOIN agenda_post ON agenda_post.id = o.post_id"
# What each facet counts, and where it is found.
FACETS = {
    "committee": ("i.committee", "matched i"),
    "kind": ("i.kind", "matched i"),
    "year": ("extract(year FROM i.held_on)::int::text", "matched i"),
    "area": ("i.area", "matched i"),
    "outcome": ("p.outcome", POINTS),
    "status": ("a.status", ACTIONS),
    "owner": ("agenda_post.slug", OWNERS),
    "document": ("upper(r.reference)", "matched i JOIN agenda_report r ON r.item_id = i.id"),
}


def expected(search: Search) -> Expected:
    """What the first page of this search should say."""
    with transaction.atomic(), connection.cursor() as cursor:
        where, values = _words_of(search)
        cursor.execute(f"{MATCHED} {where}", [list(BOILERPLATE), *values])
        cursor.execute("ANALYZE matched")
        total = _total(cursor, search.filters)
        facets = {name: _counted(cursor, name, search) for name in FACETS}
        wholes = {name: _total(cursor, _others(name, search)) for name in FACETS}
        cursor.execute("DROP TABLE matched")
        return Expected(total, facets, wholes)


def _words_of(search: Search) -> tuple[str, list[str]]:
    conditions, values = [], []
    for word in [*search.words, *search.phrase.split()]:
        conditions.append("AND e.words @@ %s::tsquery")
        values.append(f"'{stem_of(word)}'")
    if search.phrase:
        conditions.append("AND e.plain LIKE %s")
        values.append(f"% {search.phrase} %")
    return " ".join(conditions), values


def _narrowed(filters: Iterable[tuple[str, str]]) -> tuple[str, list[str]]:
    given = list(filters)
    where = " AND ".join(CONDITIONS[name] for name, _ in given)
    return where or "true", [value for _, value in given]


def _others(facet: str, search: Search) -> list[tuple[str, str]]:
    """All filters but the facet’s own, so that another value can be chosen."""
    return [given for given in search.filters if given[0] != facet]


def _total(cursor, filters: Iterable[tuple[str, str]]) -> int:
    where, values = _narrowed(filters)
    cursor.execute(f"SELECT count(*) FROM matched i WHERE {where}", values)
    return cursor.fetchone()[0]


def _counted(cursor, facet: str, search: Search) -> Counts:
    value, tables = FACETS[facet]
    where, values = _narrowed(_others(facet, search))
    cursor.execute(
        f"SELECT {value}, count(DISTINCT i.id) FROM {tables} WHERE {where} GROUP BY 1", values
    )
    return {value: count for value, count in cursor.fetchall() if value}
