"""What each kind of suggestion can be asked."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.db import models
from django.db.models import Model, QuerySet

from agenda.models import AgendaItem
from committees.conflicts import digest

WITHDRAWN = AgendaItem.PublicationStatus.WITHDRAWN


class Kind:
    """Suggestions of one kind; `record` is one of them."""

    name: ClassVar[str]
    words: ClassVar[str]
    model: ClassVar[type[Model]]
    # How the record reaches its item and, through it, the committee.
    item: ClassVar[str] = "item"
    form_class: ClassVar[type[forms.Form]]
    # What the buttons say.
    confirm_words: ClassVar[str] = "Confirm"
    reject_words: ClassVar[str] = ""

    def waiting(self) -> QuerySet:
        """Those that nobody has settled, the least sure first; not of withdrawn items."""
        current = self.unsettled().exclude(**{f"{self.item}__publication_status": WITHDRAWN})
        return self.in_order(current)

    def unsettled(self) -> QuerySet:
        raise NotImplementedError

    def in_order(self, records: QuerySet) -> QuerySet:
        raise NotImplementedError

    def with_words(self, records: QuerySet) -> QuerySet:
        """With everything that a row of the list shows."""
        return records.select_related(f"{self.item}__meeting__committee")

    def shown(self, record: Any) -> object:
        """What an officer goes by when settling it."""
        raise NotImplementedError

    def seen(self, record: Any) -> str:
        """Stands for what is shown of the record; another when any of it has changed."""
        return digest(self.shown(record))

    def can_confirm(self, record: Any) -> bool:
        return True

    def confirm(self, record: Any) -> None:
        raise NotImplementedError

    def reject(self, record: Any) -> None:
        raise NotImplementedError

    def correct(self, record: Any, form: forms.Form) -> None:
        """Put the record right with what an officer gave in a valid form."""
        raise NotImplementedError

    def items_of(self, record: Any) -> Iterable[AgendaItem]:
        """The items of which something follows anew once the record is settled."""
        return [record.item]

    @property
    def template(self) -> str:
        return f"admin/confirming/_{self.name}.html"


def save(record: Model, reason: str, **values: object) -> None:
    """Set fields of a record and keep in its history why."""
    for name, value in values.items():
        setattr(record, name, value)
    record._change_reason = reason
    record.save()


def lowest_first(records: QuerySet, score: object) -> QuerySet:
    """The least sure first, those without a score last, newer items before older."""
    ordered = records.annotate(sureness=score)
    return ordered.order_by(models.F("sureness").asc(nulls_last=True), "-pk")
