"""Suggests which later items brought back the reports that were promised.

What officers confirmed or rejected stays, and is not suggested again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from agenda.expected_reports import Return, Standing
from agenda.follow_through.returning import Likeness, Promise, likeness
from agenda.models import AgendaItem
from agenda.tracking import next_meetings
from agenda.tracking.candidates import (
    Pair,
    items_of,
    pairs_of,
    pairs_with,
    promises,
    reports_near,
)

SUGGESTED, CONFIRMED = Standing.SUGGESTED, Standing.CONFIRMED


@dataclass(frozen=True, slots=True)
class Found:
    """A likely return."""

    item: int
    likeness: Likeness
    is_public: bool


@transaction.atomic(savepoint=False)
def suggest(items: Iterable[AgendaItem], *, new: bool = False) -> None:
    """Bring up to date which items may have brought back what, for what these items touch.

    To be called when topics, dates or the publication of the items changed. With `new`, nothing
    was suggested of these items before: what was suggested until now is compared with them, and
    not again with everything that it was chosen from.
    """
    numbers = [item.pk for item in items]
    dated = next_meetings.set_dates(numbers)
    if new:
        pairs = pairs_with(numbers) | pairs_of(dated)
        reports = dated | {report for report, _ in pairs}
    else:
        reports = dated | reports_near(numbers)
        pairs = pairs_of(reports)
    stored = _stored(reports)
    suggested = {
        (each.expected_report_id, each.item_id): each
        for returns in stored.values()
        for each in returns
        if each.standing == SUGGESTED
    }
    likely = _likely(pairs | suggested.keys() if new else pairs, stored)
    wanted = {(n, found.item): found.likeness for n, each in likely.items() for found in each}
    _write(suggested, wanted)


def _stored(reports: Iterable[int]) -> dict[int, list[Return]]:
    found: dict[int, list[Return]] = defaultdict(list)
    returns = Return.objects.filter(expected_report__in=reports).select_related("item")
    for each in returns.defer("item__background", "item__minutes", "item__spans"):
        found[each.expected_report_id].append(each)
    return found


def _likely(pairs: Iterable[Pair], stored: dict[int, list[Return]]) -> dict[int, list[Found]]:
    """The likeliest return of each report, of a recurring one that of each turn."""
    settled = {
        (number, each.item_id)
        for number, returns in stored.items()
        for each in returns
        if each.standing != SUGGESTED
    }
    pairs = set(pairs) - settled
    promised = promises({report for report, _ in pairs})
    items = items_of(item for _, item in pairs)
    public = set(AgendaItem.objects.public().filter(pk__in=items).values_list("pk", flat=True))
    found: dict[int, list[Found]] = defaultdict(list)
    for report, item in sorted(pairs):
        alike = likeness(promised[report], items[item])
        if alike:
            found[report].append(Found(item, alike, item in public))
    return {n: _chosen(promised[n], each, stored.get(n, [])) for n, each in found.items()}


def _chosen(promise: Promise, found: list[Found], stored: list[Return]) -> list[Found]:
    """One for each turn; where that is no public item, the likeliest public one besides.

    What the public is shown must not depend on what it may not see.
    """
    answered = {each.item.is_public for each in stored if each.standing == CONFIRMED}
    if answered and not promise.recurs:
        found = [each for each in found if True not in answered and each.is_public]
    best: dict[tuple[int, bool], Found] = {}
    for each in sorted(found, key=lambda each: (-each.likeness.score, each.item)):
        best.setdefault((each.likeness.turn, False), each)
        if each.is_public:
            best.setdefault((each.likeness.turn, True), each)
    return list({each.item: each for each in best.values()}.values())


def _write(stored: dict[tuple[int, int], Return], wanted: dict[tuple[int, int], Likeness]) -> None:
    surplus = [each.pk for pair, each in stored.items() if pair not in wanted]
    Return.objects.filter(pk__in=surplus, standing=SUGGESTED).delete()
    changed = [
        each for pair, each in stored.items() if pair in wanted and _brought(each, wanted[pair])
    ]
    Return.objects.bulk_update(changed, ["score", "evidence"], batch_size=1000)
    Return.objects.bulk_create(
        (
            Return(expected_report_id=r, item_id=i, score=like.score, evidence=like.evidence)
            for (r, i), like in wanted.items()
            if (r, i) not in stored
        ),
        ignore_conflicts=True,
        batch_size=1000,
    )


def _brought(each: Return, like: Likeness) -> bool:
    """Bring a stored suggestion in line; whether that changed it."""
    before = each.score, each.evidence
    each.score, each.evidence = like.score, like.evidence
    return before != (each.score, each.evidence)
