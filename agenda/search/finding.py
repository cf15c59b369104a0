"""Finds a page of items: exactly where that is quick, and by a sample where a search is broad.

Narrow searches take one statement: the matches are kept, and page, count and facets are taken
from them. A broad one lists what comes first in its order and estimates the rest. Where nothing
is asked for, all that is counted is the same until something is published.
"""

from dataclasses import replace

from agenda.search.asking import run
from agenda.search.broad import expected_matches, find_broadly
from agenda.search.counting import COUNTS, PAGE, Found, matches_of, tally
from agenda.search.criteria import NEWEST, ORDERS, Criteria
from agenda.search.foremost import FEW, strongest, walk
from minutes_portal.kept_pages.values import once_a_publication

# More matches than this are sampled; reading them all would take longer than a reader waits.
NARROW, NARROW_PHRASE = 5_000, 1_000


def find(criteria: Criteria, offset: int, limit: int) -> Found:
    """The page of results at this offset, with counts and facets."""
    found = find_in_all if criteria.is_open else find_what_is_asked
    return found(criteria, offset, limit)


def find_in_all(criteria: Criteria, offset: int, limit: int) -> Found:
    routine = "with" if criteria.with_routine else "without"
    name = f"all items, {routine} routine"
    counted = once_a_publication(name, lambda: find_what_is_asked(criteria, 0, 0))
    found = walk(criteria.everything, ORDERS[criteria.order], offset, limit)
    return replace(counted, items=found)


def find_what_is_asked(criteria: Criteria, offset: int, limit: int) -> Found:
    narrow = NARROW_PHRASE if criteria.has_phrase else NARROW
    expected = expected_matches(criteria, narrow)
    if expected <= narrow:
        found = find_exactly(criteria, offset, limit, narrow)
        if found.read <= narrow:
            return found
    return find_broadly(criteria, max(expected, narrow), offset, limit, narrow)


def find_exactly(criteria: Criteria, offset: int, limit: int, most: int) -> Found:
    """The page, from no more than `most` matches; where there are more, one more was read."""
    matched, order = matches_of(criteria, most=most + 1), ORDERS.get(criteria.order, NEWEST)
    wanted = offset + limit
    shown = (max(wanted, FEW), 0) if criteria.by_strength else (limit, offset)
    rows = run(
        f"{matched.text} {PAGE.format(order=order)} {COUNTS}",
        (*matched.values, *shown),
    )
    found = tally(rows, list(criteria.conditions))
    found.listed = found.total
    if criteria.by_strength and found.read <= most:
        found.items = strongest(criteria, wanted, most, found)[offset:]
    return found
