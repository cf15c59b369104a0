"""Searches that match too much to read it all: what comes first in order, and a sample of the rest."""

from agenda.search.asking import estimate, run
from agenda.search.counting import COUNTS, KEPT, Found, in_order, matches_of, tally
from agenda.search.criteria import NEWEST, ORDERS, Criteria
from agenda.search.query import ENTRIES, SHARES, Sql

SAMPLED, SAMPLED_PHRASE = 4_000, 2_000
# How far a list whose end is not known can be walked through, by date and by best match.
FAR, BEST = 10_000, 300


def find_broadly(criteria: Criteria, offset: int, limit: int, narrow: int) -> Found:
    found, is_sample = sample(criteria)
    where = criteria.everything
    if estimate(where) <= narrow:
        found.items, found.total = page_of(where, in_order(criteria), offset, limit)
        found.listed, found.is_estimate = found.total, False
        return found
    found.is_estimate = is_sample
    if criteria.order == "relevance" and criteria.strength:
        best = best_matches(criteria, narrow)
        found.items, found.listed = best[offset : offset + limit], len(best)
    else:
        found.items = walk(where, ORDERS.get(criteria.order, NEWEST), offset, limit)
        found.listed = min(found.total, FAR)
    found.total = max(found.total, offset + len(found.items))
    return found


def sample(criteria: Criteria) -> tuple[Found, bool]:
    """Counts from so many entries drawn by lot, scaled up; whether they are a sample at all."""
    expected = estimate(criteria.words)
    sampled = SAMPLED_PHRASE if criteria.has_phrase else SAMPLED
    shares = max(1, min(SHARES, SHARES * sampled // max(1, expected)))
    matched = matches_of(criteria, shares)
    found = tally(run(f"{matched.text} {COUNTS}", matched.values), list(criteria.conditions))
    if shares == SHARES:
        return found, False
    times = SHARES / shares
    drawn = found.total + sum(found.more_without.values())
    if drawn and criteria.is_well_known:
        times = expected / drawn
    for counts in (found.more_without, *found.counts.values()):
        counts.update((value, rounded(n * times, 2)) for value, n in counts.items())
    found.total = rounded(found.total * times, 3)
    found.counts_are_estimates = True
    return found, True


def rounded(number: float, figures: int) -> int:
    """To so many figures, since a sample knows no more."""
    size = 10 ** max(0, len(str(int(number))) - figures)
    return round(number / size) * size


def page_of(where: Sql, order: Sql, offset: int, limit: int) -> tuple[list[int], int]:
    rows = run(
        f"""WITH m AS MATERIALIZED (SELECT {KEPT} FROM {ENTRIES} e WHERE {where.text})
        (SELECT e.item_id, (SELECT count(*) FROM m) FROM m e
        ORDER BY {order.text} LIMIT %s OFFSET %s) UNION ALL SELECT NULL, count(*) FROM m""",
        (*where.values, *order.values, limit, offset),
    )
    return [item for item, _ in rows if item], rows[-1][1]


def walk(where: Sql, order: str, offset: int, limit: int) -> list[int]:
    """What comes first in an order, found by walking along it: matches are many."""
    rows = run(
        "SET LOCAL enable_bitmapscan = off; "
        f"SELECT e.item_id FROM {ENTRIES} e WHERE {where.text} ORDER BY {order} LIMIT %s OFFSET %s",
        (*where.values, limit, offset),
    )
    return [item for (item,) in rows]


def best_matches(criteria: Criteria, narrow: int) -> list[int]:
    """The newest of the best matches, then of the good, then of all."""
    best: dict[int, None] = {}
    for strength in [*criteria.strength, Sql("true")]:
        where = criteria.everything & strength
        if len(best) < BEST:
            few = estimate(where) <= narrow
            found = page_of(where, Sql(NEWEST), 0, BEST)[0] if few else walk(where, NEWEST, 0, BEST)
            best |= dict.fromkeys(found)
    return list(best)[:BEST]
