"""Suggests matters: published items that share a subject, and keeps the suggestions up.

What officers confirmed or rejected stays; a rejected matter is never suggested again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q

from agenda.expected_reports import Standing
from agenda.matters import Matter, MatterItem
from agenda.models import AgendaItem
from agenda.tracking.groups import (
    Group,
    groups_of,
    readings_as,
    reread_by,
    telling_apart,
    values_near,
)
from committees.slugs import SLUG_LENGTH, slug_of

SUGGESTED = Standing.SUGGESTED


@dataclass(slots=True)
class Writing:
    """What is to be written, all of it together."""

    new: dict[str, Group] = field(default_factory=dict)
    missing: list[MatterItem] = field(default_factory=list)
    altered: list[MatterItem] = field(default_factory=list)
    surplus: list[int] = field(default_factory=list)
    idle: list[int] = field(default_factory=list)


@transaction.atomic(savepoint=False)
def suggest(items: Iterable[AgendaItem], *, new: bool = False) -> None:
    """Bring the matters that these items belong to, did belong to or may join up to date.

    To be called when topics or the publication of the items changed. With `new`, nothing was
    suggested of these items before: most matters then merely take them in, however many items
    they hold.
    """
    numbers = [item.pk for item in items]
    values = values_near(numbers)
    stored = {matter.topic: matter for matter in Matter.objects.filter(topic__in=values)}
    confirmed = [value for value, matter in stored.items() if matter.confirmed]
    meanings = readings_as(values)
    kept = telling_apart(values, meanings, unlimited=confirmed)
    growing = kept & _in_step(stored) - reread_by(numbers) if new else set()
    groups = groups_of(kept - growing, meanings) | groups_of(growing, meanings, numbers)
    members = _members(stored[value] for value in values & stored.keys() - growing)
    writing = Writing()
    for value in sorted(values):
        group = groups.get(value, Group())
        if value in growing:
            writing.missing += _suggested(stored[value], group.evidence)
        elif value in stored:
            _compare(writing, stored[value], group, members[stored[value].pk])
        elif len(group.evidence) > 1:
            writing.new[value] = group
    _write(writing)


def _in_step(stored: Mapping[str, Matter]) -> set[str]:
    """The subjects of matters as they were suggested, which no officer has settled anything of."""
    settled = MatterItem.objects.filter(matter__in=stored.values()).exclude(standing=SUGGESTED)
    touched = set(settled.values_list("matter", flat=True))
    return {
        value
        for value, matter in stored.items()
        if not (matter.confirmed or matter.rejected or matter.pk in touched)
    }


def _members(matters: Iterable[Matter]) -> dict[int, list[MatterItem]]:
    found: dict[int, list[MatterItem]] = defaultdict(list)
    for member in MatterItem.objects.filter(matter__in=list(matters)):
        found[member.matter_id].append(member)
    return found


def _compare(writing: Writing, matter: Matter, group: Group, stored: list[MatterItem]) -> None:
    if matter.rejected:
        return
    settled = [member for member in stored if member.standing != SUGGESTED]
    if not matter.confirmed and not settled and len(group.evidence) < 2:
        writing.surplus += [member.pk for member in stored]
        writing.idle.append(matter.pk)
        return
    _rename(matter, group)
    for member in stored:
        if member.standing != SUGGESTED:
            continue
        evidence = group.evidence.get(member.item_id)
        if evidence is None:
            writing.surplus.append(member.pk)
        elif evidence != member.evidence:
            member.evidence = evidence
            writing.altered.append(member)
    present = {member.item_id for member in stored}
    missing = {n: words for n, words in group.evidence.items() if n not in present}
    writing.missing += _suggested(matter, missing)


def _rename(matter: Matter, group: Group) -> None:
    """A matter that nobody confirmed keeps a name only while a published item prints it.

    Its address goes with the name: an older one could hold the words of a withdrawn item.
    """
    printed = {name[:200].casefold() for name in group.names}
    if matter.confirmed or not printed or matter.name.casefold() in printed:
        return
    slug = free_slugs([group.name])[0]
    Matter.objects.filter(pk=matter.pk).update(name=group.name, slug=slug, former_slugs=[])


def _suggested(matter: Matter, evidence: dict[int, str]) -> list[MatterItem]:
    return [
        MatterItem(matter=matter, item_id=number, evidence=words)
        for number, words in evidence.items()
    ]


def _write(writing: Writing) -> None:
    _withdraw(MatterItem, writing.surplus)
    _withdraw(Matter, writing.idle)
    MatterItem.objects.bulk_update(writing.altered, ["evidence"], batch_size=1000)
    names = [group.name for group in writing.new.values()]
    matters = [
        Matter(name=name, slug=slug, topic=topic)
        for topic, name, slug in zip(writing.new, names, free_slugs(names), strict=True)
    ]
    # Another officer's step may have suggested the same matter at the same moment.
    Matter.objects.bulk_create(matters, ignore_conflicts=True)
    for matter in Matter.objects.filter(topic__in=writing.new):
        writing.missing += _suggested(matter, writing.new[matter.topic].evidence)
    MatterItem.objects.bulk_create(writing.missing, ignore_conflicts=True, batch_size=1000)


def _withdraw(model: type[Matter | MatterItem], numbers: Sequence[int]) -> None:
    """Take suggestions back.

    One that was never changed leaves no history, as making it did not; the others keep theirs.
    """
    told = set(model.history.filter(id__in=numbers).values_list("id", flat=True))
    model.objects.filter(pk__in=told).delete()
    untold = model.objects.filter(pk__in=set(numbers) - told)
    untold._raw_delete(untold.db)


def free_slugs(names: Sequence[str]) -> list[str]:
    """An address for each name that no matter has, or had."""
    if not names:
        return []
    bases = [slug_of(name)[: SLUG_LENGTH - 8].strip("-") for name in names]
    wanted = {slug for base in bases for slug in _candidates(base)}
    taken = {slug for matter in _with_slugs(wanted) for slug in matter.slugs}
    slugs: list[str] = []
    for base in bases:
        slug = next(s for s in [*_candidates(base), f"{base}-{len(taken) + 1}"] if s not in taken)
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _with_slugs(slugs: set[str]) -> Iterable[Matter]:
    """Those of these addresses, and the few that were ever renamed."""
    return Matter.objects.filter(Q(slug__in=slugs) | ~Q(former_slugs=[]))


def _candidates(base: str) -> list[str]:
    return [base, *(f"{base}-{number}" for number in range(2, 10))]
