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
    changed = list(items)
    if changed:
        topics.record(changed, prepared)
        matters.suggest(changed)
        returns.suggest(changed)
