"""Searches that match too much to read it all: what comes first in order, and a sample of the rest."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate, pairwise

from agenda.search.asking import estimate, run
from agenda.search.counting import COUNTS, GROUPS, KEPT, PAGE, Found, matches_of, tally
from agenda.search.criteria import NEWEST, ORDERS, PUBLISHED, Criteria
from agenda.search.query import ENTRIES, SHARES, Sql, within_shares
from minutes_portal.kept_pages.values import once_a_publication

SAMPLED, SAMPLED_PHRASE = 4_000, 1_000
# How far a list whose end is not known can be walked through, by date and by best match.
FAR, BEST = 10_000, 300
# How many times more entries may have all of several words than the planner thinks.
KNOWN_TO_EACH_OTHER = 20
# Where there are so many times more than the page shows, years are looked through instead.
MANY_TIMES = 20
# So many years are looked through at once, from the newest back, and then all others.
SPANS = (1, 2, 4, 8, 16, 32)


def find_broadly(criteria: Criteria, expected: int, offset: int, limit: int, narrow: int) -> Found:
    """The page, where about as many entries as `expected` have the words."""
    found, is_sample = sample(criteria, expected)
    by_strength = bool(criteria.order == "relevance" and criteria.tiers)
    wanted = offset + limit
    if few := counted(criteria, wanted, narrow):
        found.items, found.total = few.items, few.total
        found.listed, found.is_estimate = found.total, False
        # A facet whose own filter is in use counts more than what was found.
        found.counted = frozenset(few.counts.keys() - criteria.narrowed.keys())
        found.counts |= {name: few.counts[name] for name in found.counted}
        if by_strength:
            found.items = best(criteria, wanted, narrow, found.items)
    else:
        found.is_estimate = is_sample
        found.listed = min(found.total, BEST if by_strength else FAR)
        listed = best if by_strength else first
        found.items = listed(criteria, wanted, narrow)
        found.total = max(found.total, len(found.items))
    found.items = found.items[offset:]
    return found


def counted(criteria: Criteria, wanted: int, narrow: int) -> Found | None:
    """The first of what is asked for, counted whole; None where it is more than `narrow`."""
    where = criteria.within()
    if estimate(where) > narrow:
        return None
    order = ORDERS.get(criteria.order, NEWEST)
    rows = run(
        f"""WITH read AS MATERIALIZED (
            SELECT {KEPT}, 0 AS failed FROM {ENTRIES} e WHERE {where.text} LIMIT %s),
        m AS MATERIALIZED (SELECT * FROM read), {GROUPS} {PAGE.format(order=order)} {COUNTS}""",
        (*where.values, narrow + 1, wanted, 0),
    )
    found = tally(rows, [])
    return found if found.read <= narrow else None


def sample(criteria: Criteria, expected: int) -> tuple[Found, bool]:
    """Counts from so many entries drawn by lot, scaled up; whether they are a sample at all."""
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


def expected_matches(criteria: Criteria, narrow: int) -> int:
    """About how many entries have these words.

    The planner takes words for strangers to each other, and some are not: where there are several,
    and more entries than it thinks would be many, those of one share are counted.
    """
    known = estimate(criteria.words)
    if criteria.query.is_one_word or known * KNOWN_TO_EACH_OTHER <= narrow:
        return known
    share = PUBLISHED & within_shares(criteria.query, criteria.scope, 1)
    [(counted,)] = run(f"SELECT count(*) FROM {ENTRIES} e WHERE {share.text}", share.values)
    return max(known, SHARES * counted)


def rounded(number: float, figures: int) -> int:
    """To so many figures, since a sample knows no more."""
    size = 10 ** max(0, len(str(int(number))) - figures)
    return round(number / size) * size


def best(
    criteria: Criteria, wanted: int, narrow: int, newest: list[int] | None = None
) -> list[int]:
    """The newest of the best matches, then of the good, then of all."""
    found: dict[int, None] = {}
    for lexemes in criteria.tiers:
        if len(found) < wanted:
            found |= dict.fromkeys(first(criteria, wanted, narrow, lexemes))
    if len(found) < wanted:
        found |= dict.fromkeys(newest or first(criteria, wanted, narrow))
    return list(found)[:wanted]


def first(criteria: Criteria, wanted: int, narrow: int, lexemes: str = "") -> list[int]:
    """What comes first in the order, of that which has these lexemes besides."""
    order, where = ORDERS.get(criteria.order, NEWEST), criteria.within(lexemes)
    few = min(narrow, MANY_TIMES * wanted)
    if estimate(where) <= few and (listed := of_few(where, order, wanted, few)) is not None:
        return listed
    if order == ORDERS["title"]:
        return walk(where, order, 0, wanted)
    found: list[int] = []
    for span in spans(criteria, lexemes):
        if len(found) < wanted:
            more = wanted - len(found)
            few = of_few(span, order, more, narrow)
            found += walk(span, order, 0, more) if few is None else few
    return found


def spans(criteria: Criteria, lexemes: str) -> Iterator[Sql]:
    """What is asked for in pieces, in the order of the list; what has no date comes last."""
    latest = once_a_publication("year of the latest meeting", year_of_latest_meeting)
    ends = [max(1, latest + 1 - years) for years in (*accumulate(SPANS, initial=0), latest)]
    pieces = [range(since, until) for until, since in pairwise(ends) if since < until]
    for years in pieces[::-1] if criteria.order == "oldest" else pieces:
        days = date(years[0], 1, 1), date(years[-1], 12, 31)
        yield criteria.within(lexemes, years) & Sql("e.held_on BETWEEN %s AND %s", days)
    yield criteria.within(lexemes) & Sql("e.held_on IS NULL")


def year_of_latest_meeting() -> int:
    [(latest,)] = run(f"SELECT max(held_on) FROM {ENTRIES} e WHERE {PUBLISHED.text}")
    return (latest or date.min).year


def of_few(where: Sql, order: str, limit: int, most: int) -> list[int] | None:
    """The first that meet a condition; None where all that do are more than `most`."""
    rows = run(
        f"""WITH m AS MATERIALIZED (SELECT {KEPT} FROM {ENTRIES} e WHERE {where.text} LIMIT %s)
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
