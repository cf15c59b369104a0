"""Several matters made one, without losing an address or suggesting the others again."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Count

from agenda.expected_reports import Standing
from agenda.matters import Matter, MatterItem

MERGED = "Merged."


@transaction.atomic
def merge(matters: Iterable[Matter]) -> Matter:
    """Move all items to the confirmed matter, or else the largest; gives it, now confirmed.

    The others stay as rejected, so that they are not suggested again, and their addresses
    lead to the one that is left.
    """
    numbers = [matter.pk for matter in matters]
    list(Matter.objects.filter(pk__in=numbers).order_by("pk").select_for_update().values("pk"))
    counted = Matter.objects.filter(pk__in=numbers).annotate(size=Count("memberships"))
    target, *others = counted.order_by("-confirmed", "-size", "pk")
    for other in others:
        for member in other.memberships.exclude(standing=Standing.REJECTED):
            _move(member, target)
        target.former_slugs = [*target.former_slugs, *other.slugs]
        _save(other, confirmed=False, rejected=True)
    _save(target, confirmed=True, rejected=False)
    return target


def _move(member: MatterItem, target: Matter) -> None:
    there = MatterItem.objects.filter(matter=target, item=member.item_id).first()
    there = there or MatterItem(matter=target, item_id=member.item_id, evidence=member.evidence)
    _save(there, standing=Standing.CONFIRMED)
    _save(member, standing=Standing.REJECTED)


def _save(record: Matter | MatterItem, **values: object) -> None:
    for name, value in values.items():
        setattr(record, name, value)
    record._change_reason = MERGED
    record.save()
