"""What comes first in the order that was asked for, of matches that may be very many."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate, pairwise

from agenda.search.asking import estimate, run
from agenda.search.counting import SORTED_BY, Found
from agenda.search.criteria import NEWEST, ORDERS, PUBLISHED, Criteria
from agenda.search.query import ENTRIES, Sql
from minutes_portal.kept_pages.values import once_a_publication

# So many are looked at one by one for how well they match; of more, the index tells.
FEW = 100
TWICE = 2
# Where there are so many times more than the page shows, years are looked through instead.
MANY_TIMES = 20
# So many years are looked through at once, from the newest back, and then all others.
SPANS = (1, 2, 4, 8, 16, 32)


def strongest(criteria: Criteria, wanted: int, narrow: int, newest: Found) -> list[int]:
    """The best of all that was found, which is no more than `narrow`.

    `newest` lists so many as are shown, or `FEW` of them where that is more.
    """
    if newest.total <= min(FEW, len(newest.items)):
        return [item for item, _ in ranked(criteria, newest.items)][:wanted]
    return best(criteria, wanted, narrow, newest)


def ranked(criteria: Criteria, items: list[int]) -> list[tuple[int, int]]:
    """These items in order, each with the place of its tier; those of none come last."""
    tiers = criteria.tiers
    whens = " ".join(f"WHEN words @@ %s::tsquery THEN {n}" for n in range(len(tiers)))
    # Without OFFSET the database would fetch the words once for each tier.
    return run(
        f"""SELECT item_id, CASE {whens} ELSE {len(tiers)} END AS place FROM (
            SELECT {SORTED_BY}, strip(words) AS words FROM {ENTRIES}
            WHERE item_id = ANY(%s) OFFSET 0) e
        ORDER BY place, {NEWEST}""",
        (*tiers, items),
    )


def best(criteria: Criteria, wanted: int, narrow: int, newest: Found | None = None) -> list[int]:
    """The newest of the best matches, then of the good, then of all."""
    found: dict[int, None] = {}
    listed = first if newest is None else first_of_few
    better, last = split(criteria)
    for lexemes in better:
        if len(found) < wanted:
            found |= dict.fromkeys(listed(criteria, wanted, narrow, lexemes))
    if len(found) < wanted:
        of_all = newest.items if newest else first(criteria, TWICE * wanted, narrow)
        if last:
            found |= dict.fromkeys(of_a_tier(criteria, of_all[: TWICE * wanted]))
        if last and len(found) < wanted:
            found |= dict.fromkeys(listed(criteria, wanted, narrow, last))
        found |= dict.fromkeys(of_all)
    return list(found)[:wanted]


def split(criteria: Criteria) -> tuple[list[str], str]:
    """The tiers that few matches are of, and the one that most are of."""
    tiers = criteria.tiers
    return (tiers, "") if criteria.query.is_single else (tiers[:-1], tiers[-1])


def of_a_tier(criteria: Criteria, newest: list[int]) -> list[int]:
    """Of the newest matches those that are more than scattered words.

    Where that is most of them, these are the newest of the last tier as well, and the index,
    which takes long over it, need not be asked.
    """
    tiers = len(criteria.tiers)
    return [item for item, place in ranked(criteria, newest) if place < tiers]


def first_of_few(criteria: Criteria, wanted: int, narrow: int, lexemes: str) -> list[int]:
    """The same as `first`, where no more than `narrow` meet what is asked for."""
    return of_few(criteria.within(lexemes), NEWEST, wanted, narrow) or []


def first(criteria: Criteria, wanted: int, narrow: int, lexemes: str = "") -> list[int]:
    """What comes first in the order, of that which has these lexemes besides."""
    order, where = ORDERS.get(criteria.order, NEWEST), criteria.within(lexemes)
    few = min(narrow, MANY_TIMES * wanted)
    if estimate(where) <= few and (listed := of_few(where, order, wanted, narrow)) is not None:
        return listed
    if order == ORDERS["title"]:
        return walk(where, order, 0, wanted)
    found: list[int] = []
    for span in spans(criteria, lexemes):
        if len(found) < wanted:
            more = wanted - len(found)
            listed = of_few(span, order, more, narrow)
            found += walk(span, order, 0, more) if listed is None else listed
    return found


def spans(criteria: Criteria, lexemes: str) -> Iterator[Sql]:
    """What is asked for in pieces, in the order of the list; what has no date comes last."""
    latest = once_a_publication("year of the latest meeting", year_of_latest_meeting)
    ends = [max(1, latest + 1 - years) for years in (*accumulate(SPANS, initial=0), latest)]
    pieces = [range(since, until) for until, since in pairwise(ends) if since < until]
    for years in pieces[::-1] if criteria.order == "oldest" else pieces:
        if criteria.may_be_of(years):
            days = date(years[0], 1, 1), date(years[-1], 12, 31)
            dated = Sql("e.held_on BETWEEN %s AND %s", days)
            yield criteria.within(lexemes, years) & dated
    if criteria.may_be_of(None):
        yield criteria.within(lexemes) & Sql("e.held_on IS NULL")


def year_of_latest_meeting() -> int:
    [(latest,)] = run(f"SELECT max(held_on) FROM {ENTRIES} e WHERE {PUBLISHED.text}")
    return (latest or date.min).year


def of_few(where: Sql, order: str, limit: int, most: int) -> list[int] | None:
    """The first that meet a condition; None where all that do are more than `most`."""
    rows = run(
        f"""WITH m AS MATERIALIZED (SELECT {SORTED_BY} FROM {ENTRIES} e WHERE {where.text} LIMIT %s)
        (SELECT item_id, 0 FROM m ORDER BY {order} LIMIT %s)
        UNION ALL SELECT NULL, count(*) FROM m""",
        (*where.values, most + 1, limit),
    )
    total = rows[-1][1]
    return None if total > most else [item for item, _ in rows if item]


def walk(where: Sql, order: str, offset: int, limit: int) -> list[int]:
    """What comes first in an order, found by walking along it: matches are many."""
    rows = run(
        "SET LOCAL enable_bitmapscan = off; "
        f"SELECT e.item_id FROM {ENTRIES} e WHERE {where.text} ORDER BY {order} LIMIT %s OFFSET %s",
        (*where.values, limit, offset),
    )
    return [item for (item,) in rows]
