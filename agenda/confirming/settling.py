"""Confirms and rejects: each record whole or not at all, and only as it was seen."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from agenda import search
from agenda.confirming.kind import Kind
from agenda.models import AgendaItem
from agenda.tracking.recording import recompute

CONFIRM, REJECT = "confirm", "reject"


@dataclass
class Settled:
    """How many records were settled; `left` are those that had changed, or cannot be."""

    done: int = 0
    left: list[Any] = field(default_factory=list)


@transaction.atomic
def settle(kind: Kind, verb: str, seen: Mapping[int, str]) -> Settled:
    """Confirm or reject the records with these numbers, as far as they are as they were seen."""
    settled, touched = Settled(), []
    for record in locked(kind, seen):
        is_same = kind.seen(record) == seen[record.pk]
        if not is_same or (verb == CONFIRM and not kind.can_confirm(record)):
            settled.left.append(record)
            continue
        (kind.confirm if verb == CONFIRM else kind.reject)(record)
        touched += kind.items_of(record)
        settled.done += 1
    follow_up(touched)
    return settled


@transaction.atomic
def correct(kind: Kind, number: int, seen: str, change: Callable[[Any], None]) -> bool:
    """Put one record right; False where it is no longer as it was seen, and nothing is changed."""
    record = next(iter(locked(kind, [number])), None)
    if record is None or kind.seen(record) != seen:
        return False
    items = list(kind.items_of(record))
    change(record)
    follow_up(items)
    return True


def locked(kind: Kind, numbers: Iterable[int]) -> Iterable[Any]:
    """The records, their items held until this transaction ends."""
    chosen = kind.model.objects.filter(pk__in=list(numbers))
    items = chosen.order_by().values(f"{kind.item}")
    list(AgendaItem.objects.filter(pk__in=items).order_by("pk").select_for_update().values("pk"))
    list(chosen.order_by("pk").select_for_update(of=("self",)).values("pk"))
    return kind.with_words(chosen.order_by("pk"))


def follow_up(items: Iterable[AgendaItem]) -> None:
    """Bring in step what follows from the items."""
    unique = list({item.pk: item for item in items}.values())
    if unique:
        recompute(unique)
        search.refresh(unique)
