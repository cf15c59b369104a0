"""Matches and their facets, counted in one statement."""

from dataclasses import dataclass, field

from agenda.search.criteria import Criteria
from agenda.search.query import ENTRIES, SHARES, Sql

SINGLE, MANY = ("committee", "year", "area"), ("outcome", "status", "owner", "document")
COLUMNS = {
    "committee": "committee_id",
    "year": "year",
    "area": "area",
    "outcome": "outcomes",
    "status": "statuses",
    "owner": "owners",
    "document": "documents",
}
ALL = (1 << len(COLUMNS)) - 1
SORTED_BY = "item_id, held_on, meeting_id, position, sort_title"
KEPT = ", ".join([SORTED_BY, *COLUMNS.values()])
COUNTED = ", ".join(COLUMNS.values())
# In GROUPING(), the first column has the highest bit, set where a group leaves the column out.
LEFT_OUT = {name: ALL ^ (1 << (len(COLUMNS) - 1 - n)) for n, name in enumerate(COLUMNS)}
COUNT_SINGLE = " UNION ALL ".join(
    f"SELECT '{name}', {COLUMNS[name]}::text, failed, n FROM g WHERE left_out = {LEFT_OUT[name]}"
    for name in SINGLE
)
COUNT_MANY = " UNION ALL ".join(
    f"SELECT '{name}', value::text, failed, sum(n)::bigint FROM ("
    f"SELECT unnest({COLUMNS[name]}) AS value, failed, n FROM g WHERE left_out = {LEFT_OUT[name]}"
    ") listed GROUP BY value, failed"
    for name in MANY
)
# What fails in nothing, in an order, beside what is counted.
PAGE = """
SELECT 'item', item_id::text, 0, row_number() OVER () FROM (
    SELECT e.item_id FROM m e WHERE failed = 0 ORDER BY {order} LIMIT %s OFFSET %s) p
UNION ALL"""
# The matches are read once for all facets; of lists, equal ones are counted before their values.
GROUPS = f"""
g AS MATERIALIZED (
    SELECT {COUNTED}, GROUPING({COUNTED}) AS left_out, failed, count(*) AS n
    FROM m GROUP BY failed, GROUPING SETS ({", ".join(f"({c})" for c in COLUMNS.values())}, ()))"""
COUNTS = f"""
SELECT 'read', '', 0, count(*) FROM read
UNION ALL SELECT 'total', '', failed, n FROM g WHERE left_out = {ALL}
UNION ALL {COUNT_SINGLE} UNION ALL {COUNT_MANY}"""


@dataclass(slots=True)
class Found:
    """A page of items by number, how many there are, and what narrowing would leave.

    `read` is how many entries it was counted from.
    """

    items: list[int] = field(default_factory=list)
    read: int = 0
    total: int = 0
    listed: int = 0
    is_estimate: bool = False
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    counts_are_estimates: bool = False
    counted: frozenset[str] = frozenset()
    """The facets that are counted even where the others are estimates."""
    more_without: dict[str, int] = field(default_factory=dict)


def matches_of(
    criteria: Criteria, shares: int = SHARES, each: int = 1, *, most: int | None = None
) -> Sql:
    """The entries that fail in one condition at most; `failed` has the bit of that condition.

    Counting a facet with all filters but its own, and telling what dropping a filter would bring,
    takes exactly these. No more than `most` entries are read.
    """
    conditions = criteria.conditions.values()
    bits = [f"CASE WHEN {c.text} THEN 0 ELSE {1 << n} END" for n, c in enumerate(conditions)]
    words = criteria.words if shares == SHARES else criteria.words_within(shares, each)
    text = f"""
        WITH read AS MATERIALIZED (
            SELECT {KEPT}, {" | ".join(bits) or "0"} AS failed
            FROM {ENTRIES} e WHERE {words.text} LIMIT %s),
        m AS NOT MATERIALIZED (SELECT * FROM read WHERE failed & (failed - 1) = 0), {GROUPS}"""
    return Sql(text, (*(v for c in conditions for v in c.values), *words.values, most))


def tally(rows: list[tuple], names: list[str]) -> Found:
    """Sort the rows of the one statement into page, count and facets."""
    found = Found(counts={name: {} for name in COLUMNS})
    bits = {name: 1 << n for n, name in enumerate(names)}
    by_kind = bits.get("kind", -1)
    found.counts["kind"] = {}
    for what, value, failed, count in rows:
        if what == "item":
            found.items.append(int(value))
        elif what == "read":
            found.read = count
        elif what == "total" and failed == 0:
            found.total = count
        elif what == "total":
            found.more_without[names[failed.bit_length() - 1]] = count
        elif value:
            if failed in (0, bits.get(what, 0)):
                found.counts[what][value] = found.counts[what].get(value, 0) + count
            if what == "committee" and failed in (0, by_kind):
                found.counts["kind"][value] = found.counts["kind"].get(value, 0) + count
    return found
