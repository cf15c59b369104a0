"""Searches that match too much to read it all: what comes first in order, and a sample of the rest."""

from agenda.search.asking import estimate, run
from agenda.search.counting import COUNTS, KEPT, Found, in_order, matches_of, tally
from agenda.search.criteria import NEWEST, ORDERS, PUBLISHED, Criteria
from agenda.search.query import ENTRIES, SHARES, Sql, within_shares

SAMPLED, SAMPLED_PHRASE = 4_000, 1_000
# How far a list whose end is not known can be walked through, by date and by best match.
FAR, BEST = 10_000, 200


def find_broadly(criteria: Criteria, offset: int, limit: int, narrow: int) -> Found:
    found, is_sample = sample(criteria)
    where = criteria.everything
    if few := page_of_few(where, in_order(criteria), offset, limit, narrow):
        found.items, found.total = few
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
    expected = expected_matches(criteria)
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


def expected_matches(criteria: Criteria) -> int:
    """About how many entries have these words; where there are several, by counting one share."""
    known = estimate(criteria.words)
    if criteria.query.is_one_word:
        return known
    share = PUBLISHED & within_shares(criteria.query, criteria.scope, 1)
    [(counted,)] = run(f"SELECT count(*) FROM {ENTRIES} e WHERE {share.text}", share.values)
    return max(known, SHARES * counted)


def rounded(number: float, figures: int) -> int:
    """To so many figures, since a sample knows no more."""
    size = 10 ** max(0, len(str(int(number))) - figures)
    return round(number / size) * size


def page_of_few(
    where: Sql, order: Sql, offset: int, limit: int, most: int
) -> tuple[list[int], int] | None:
    """The page and the number of all that meet a condition; None where these are more than `most`."""
    if estimate(where) > most:
        return None
    rows = run(
        f"""WITH m AS MATERIALIZED (SELECT {KEPT} FROM {ENTRIES} e WHERE {where.text} LIMIT %s)
        (SELECT e.item_id, (SELECT count(*) FROM m) FROM m e
        ORDER BY {order.text} LIMIT %s OFFSET %s) UNION ALL SELECT NULL, count(*) FROM m""",
        (*where.values, most + 1, *order.values, limit, offset),
    )
    total = rows[-1][1]
    return None if total > most else ([item for item, _ in rows if item], total)


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
            few = page_of_few(where, Sql(NEWEST), 0, BEST, narrow)
            best |= dict.fromkeys(few[0] if few else walk(where, NEWEST, 0, BEST))
    return list(best)[:BEST]
