"""Searches that match too much to read it all: what comes first in order, and a sample of the rest."""

from agenda.search.asking import estimate, run
from agenda.search.counting import COUNTS, GROUPS, KEPT, PAGE, Found, matches_of, tally
from agenda.search.criteria import NEWEST, ORDERS, PUBLISHED, Criteria
from agenda.search.foremost import FEW, best, first, strongest
from agenda.search.query import ENTRIES, SHARES, within_shares

SAMPLED, SAMPLED_PHRASE = 3_000, 1_000
# How far a list whose end is not known can be walked through, by date and by best match.
FAR, BEST = 10_000, 300
# A sample that finds so many times more is not mistaken.
SURELY_MORE = 1.3
# How many times more entries may have all of several words than the planner thinks.
KNOWN_TO_EACH_OTHER = 20


def find_broadly(criteria: Criteria, expected: int, offset: int, limit: int, narrow: int) -> Found:
    """The page, where about as many entries as `expected` have the words."""
    found, is_sample = sample(criteria, expected)
    wanted = offset + limit
    # A sample tells how many of the words are left by the filters; the planner can but guess.
    may_be_few = found.total <= narrow * SURELY_MORE
    if may_be_few and (few := counted(criteria, wanted, narrow)):
        found.items, found.total = few.items[:wanted], few.total
        found.listed, found.is_estimate = found.total, False
        # A facet whose own filter is in use counts more than what was found.
        found.counted = frozenset(few.counts.keys() - criteria.narrowed.keys())
        found.counts |= {name: few.counts[name] for name in found.counted}
        if criteria.by_strength:
            found.items = strongest(criteria, wanted, narrow, few)
    else:
        found.is_estimate = is_sample
        found.listed = min(found.total, BEST if criteria.by_strength else FAR)
        listed = best if criteria.by_strength else first
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
        (*where.values, narrow + 1, max(wanted, FEW), 0),
    )
    found = tally(rows, [])
    return found if found.read <= narrow else None


def sample(criteria: Criteria, expected: int) -> tuple[Found, bool]:
    """Counts from so many entries drawn by lot, scaled up; whether they are a sample at all."""
    sampled = SAMPLED_PHRASE if criteria.has_phrase else SAMPLED
    shares = max(1, min(SHARES, SHARES * sampled // max(1, expected)))
    # Where even one share has more, each so many of it will do.
    each = max(1, expected // (SHARES * sampled))
    matched = matches_of(criteria, shares, each)
    found = tally(run(f"{matched.text} {COUNTS}", matched.values), list(criteria.conditions))
    if shares == SHARES:
        return found, False
    times = SHARES * each / shares
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
