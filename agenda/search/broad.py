"""Searches that match too much to read it all: what comes first in order, and a sample of the rest."""

from agenda.search.asking import estimate, run
from agenda.search.counting import COUNTS, GROUPS, KEPT, PAGE, Found, matches_of, tally
from agenda.search.criteria import NEWEST, ORDERS, PUBLISHED, Criteria
from agenda.search.foremost import FEW, best, first, strongest
from agenda.search.query import ENTRIES, SHARES, Sql, within_shares

SAMPLED, SAMPLED_PHRASE = 3_000, 1_000
# How far a list whose end is not known can be walked through, by date and by best match.
FAR, BEST = 10_000, 300
# Where a sample finds so many times more, counting would not come to an end.
SURELY_MORE = 1.05
# Where filters leave less than one in so many, what they leave is sampled for itself.
PART = 2
# The filters that an index knows; of any other, all that has the words would be read.
INDEXED = {"year", "held_from", "held_to", "outcome", "status", "owner", "document"}
# How many times more entries may have all of several words than the planner thinks.
KNOWN_TO_EACH_OTHER = 20


def find_broadly(criteria: Criteria, expected: int, offset: int, limit: int, narrow: int) -> Found:
    """The page, where about as many entries as `expected` have the words."""
    found = sample(criteria, expected)
    wanted = offset + limit
    # A sample tells how many of the words are left by the filters; the planner can but guess.
    may_be_few = found.total <= narrow * SURELY_MORE
    if may_be_few and (few := counted(criteria, wanted, narrow)):
        take_over(found, few, criteria)
        found.items, found.listed = few.items[:wanted], few.total
        if criteria.by_strength:
            found.items = strongest(criteria, wanted, narrow, few)
    else:
        if found.is_estimate and found.total * PART < expected and is_quickly_drawn(criteria):
            take_over(found, sample_of_left(criteria, found.total), criteria)
        found.listed = min(found.total, BEST if criteria.by_strength else FAR)
        listed = best if criteria.by_strength else first
        found.items = listed(criteria, wanted, narrow)
        found.total = max(found.total, len(found.items))
    found.items = found.items[offset:]
    return found


def take_over(found: Found, left: Found, criteria: Criteria) -> None:
    """Take what is known better of that which all filters leave. A facet whose own filter is in
    use counts more than that."""
    found.total, found.is_estimate = left.total, left.is_estimate
    others = left.counts.keys() - criteria.narrowed.keys()
    found.counts |= {name: left.counts[name] for name in others}
    found.counted = frozenset() if left.is_estimate else frozenset(others)


def counted(criteria: Criteria, wanted: int, narrow: int) -> Found | None:
    """The first of what is asked for, counted whole; None where it is more than `narrow`."""
    where = criteria.within()
    if estimate(where) > narrow:
        return None
    found = left_by(where, criteria, narrow + 1, max(wanted, FEW))
    return found if found.read <= narrow else None


def sample_of_left(criteria: Criteria, expected: int) -> Found:
    """The same from so many of about as many as `expected`, scaled up."""
    shares = max(1, min(SHARES, SHARES * sampled_of(criteria) // max(1, expected)))
    where = criteria.within()
    drawn = where if shares == SHARES else where & Sql("e.share < %s", (shares,))
    found = left_by(drawn, criteria, None, 0)
    return found if shares == SHARES else scaled(found, SHARES / shares)


def left_by(where: Sql, criteria: Criteria, most: int | None, listed: int) -> Found:
    """What meets a condition, no more than `most`: the first of it, and its facets."""
    order = ORDERS.get(criteria.order, NEWEST)
    rows = run(
        f"""WITH read AS MATERIALIZED (
            SELECT {KEPT}, 0 AS failed FROM {ENTRIES} e WHERE {where.text} LIMIT %s),
        m AS NOT MATERIALIZED (SELECT * FROM read), {GROUPS} {PAGE.format(order=order)} {COUNTS}""",
        (*where.values, most, listed, 0),
    )
    return tally(rows, [])


def sample(criteria: Criteria, expected: int) -> Found:
    """Counts from so many of the entries that have the words, drawn by lot, scaled up."""
    sampled = sampled_of(criteria)
    shares = max(1, min(SHARES, SHARES * sampled // max(1, expected)))
    # Where even one share has more, each so many of it will do.
    each = max(1, expected // (SHARES * sampled))
    matched = matches_of(criteria, shares, each)
    found = tally(run(f"{matched.text} {COUNTS}", matched.values), list(criteria.conditions))
    if shares == SHARES:
        return found
    drawn = found.total + sum(found.more_without.values())
    is_known = drawn and criteria.is_well_known
    return scaled(found, expected / drawn if is_known else SHARES * each / shares)


def is_quickly_drawn(criteria: Criteria) -> bool:
    """Whether what the filters leave is found without reading much that they do not."""
    return bool(INDEXED & criteria.narrowed.keys()) and not criteria.has_phrase


def sampled_of(criteria: Criteria) -> int:
    return SAMPLED_PHRASE if criteria.has_phrase else SAMPLED


def scaled(found: Found, times: float) -> Found:
    """The counts of a sample, as those of all that it was drawn from."""
    for counts in (found.more_without, *found.counts.values()):
        counts.update((value, rounded(n * times, 2)) for value, n in counts.items())
    found.total = rounded(found.total * times, 3)
    found.is_estimate = found.counts_are_estimates = True
    return found


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
