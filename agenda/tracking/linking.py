"""Keeps topics, matters and returns in step with items and with their publication.

Call it in the transaction that changed them: after an import, a correction, and whenever items
are published or withdrawn.
"""

from collections.abc import Iterable

from django.db import transaction

from agenda.models import AgendaItem
from agenda.prepared import NOTHING, PreparedItems
from agenda.tracking import matters, returns, topics


@transaction.atomic(savepoint=False)
def link(items: Iterable[AgendaItem], prepared: PreparedItems = NOTHING) -> None:
    """Say anew what these stored items speak of, and connect them with others."""
    _link(list(items), prepared, new=False)


@transaction.atomic(savepoint=False)
def link_new(items: Iterable[AgendaItem], prepared: PreparedItems = NOTHING) -> None:
    """The same for items that were stored just now, and that nothing was said of before.

    The result is that of `link`; what it takes does not grow with what is stored already.
    """
    _link(list(items), prepared, new=True)


def _link(items: list[AgendaItem], prepared: PreparedItems, *, new: bool) -> None:
    if items:
        topics.record(items, prepared)
        matters.suggest(items, new=new)
        returns.suggest(items, new=new)
