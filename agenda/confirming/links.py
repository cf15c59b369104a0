"""Items that brought a report back, and matters with their items."""

from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, QuerySet

from agenda.confirming.forms import MatterForm, OtherItemForm, OtherMatterForm
from agenda.confirming.kind import WITHDRAWN, Kind, lowest_first, save
from agenda.expected_reports import Return, Standing
from agenda.matters import Matter, MatterItem
from agenda.models import AgendaItem

CONFIRMED, REJECTED = "Confirmed.", "Rejected."
CHOSEN = "Chosen by an officer."


class Returns(Kind):
    name, words, model = "return", "Reports that may have come back", Return
    item = "expected_report__item"
    form_class = OtherItemForm
    confirm_words, reject_words = "It came back", "Reject"

    def unsettled(self) -> QuerySet:
        suggested = Return.objects.suggested().filter(expected_report__is_promise=True)
        return suggested.exclude(item__publication_status=WITHDRAWN)

    def in_order(self, records: QuerySet) -> QuerySet:
        return lowest_first(records, F("score"))

    def with_words(self, records: QuerySet) -> QuerySet:
        both = super().with_words(records).select_related("item__meeting__committee")
        return both.select_related("expected_report__resolution")

    def shown(self, record: Return) -> object:
        promise = record.expected_report
        return [
            [promise.phrase, promise.due_on, promise.item.title],
            [record.item_id, record.item.title, record.evidence, record.standing],
        ]

    def confirm(self, record: Return) -> None:
        save(record, CONFIRMED, standing=Standing.CONFIRMED)

    def reject(self, record: Return) -> None:
        save(record, REJECTED, standing=Standing.REJECTED)

    def correct(self, record: Return, form: OtherItemForm) -> None:
        """Another item brought the report back, and this one did not."""
        promise, item = record.expected_report, form.cleaned_data["item"]
        other = promise.returns.filter(item=item).first()
        other = other or Return(expected_report=promise, item=item, evidence=CHOSEN)
        save(other, CONFIRMED, standing=Standing.CONFIRMED)
        if other.pk != record.pk:
            self.reject(record)

    def items_of(self, record: Return) -> Iterable[AgendaItem]:
        return [record.item, record.expected_report.item]


class Matters(Kind):
    """A suggested matter is confirmed with the items it shows."""

    name, words, model = "matter", "Suggested matters", Matter
    item = "items"
    form_class = MatterForm
    confirm_words, reject_words = "Confirm with these items", "Reject"

    def waiting(self) -> QuerySet:
        return self.in_order(self.unsettled())

    def unsettled(self) -> QuerySet:
        members = MatterItem.objects.filter(matter=OuterRef("pk")).exclude(standing="rejected")
        return Matter.objects.filter(Exists(members), confirmed=False, rejected=False)

    def in_order(self, records: QuerySet) -> QuerySet:
        """The smallest first: the fewer items, the less shows what connects them."""
        return records.annotate(size=Count("memberships")).order_by("size", "name", "pk")

    def with_words(self, records: QuerySet) -> QuerySet:
        return records.prefetch_related("memberships__item__meeting__committee")

    def shown(self, record: Matter) -> object:
        members = [(m.item_id, m.evidence, m.standing) for m in record.memberships.all()]
        return [record.name, record.confirmed, record.rejected, sorted(members)]

    def confirm(self, record: Matter) -> None:
        save(record, CONFIRMED, confirmed=True)
        for member in record.memberships.all():
            if member.standing == Standing.SUGGESTED:
                save(member, CONFIRMED, standing=Standing.CONFIRMED)

    def reject(self, record: Matter) -> None:
        save(record, REJECTED, rejected=True)

    def correct(self, record: Matter, form: MatterForm) -> None:
        """Give it a name, and leave out the items that do not belong to it."""
        kept = form.cleaned_data["items"]
        record.name = form.cleaned_data["name"]
        for member in record.memberships.all():
            if member.pk not in kept:
                member.standing = Standing.REJECTED
                save(member, REJECTED)
        self.confirm(record)

    def items_of(self, record: Matter) -> Iterable[AgendaItem]:
        return []


class MatterItems(Kind):
    """Items that joined a matter after it was confirmed."""

    name, words, model = "matter-item", "Items that may belong to a matter", MatterItem
    form_class = OtherMatterForm
    confirm_words, reject_words = "It belongs here", "Reject"

    def unsettled(self) -> QuerySet:
        return MatterItem.objects.suggested().filter(matter__confirmed=True)

    def in_order(self, records: QuerySet) -> QuerySet:
        return records.order_by("-pk")

    def with_words(self, records: QuerySet) -> QuerySet:
        return super().with_words(records).select_related("matter")

    def shown(self, record: MatterItem) -> object:
        return [record.matter.name, record.item.title, record.evidence, record.standing]

    def confirm(self, record: MatterItem) -> None:
        save(record, CONFIRMED, standing=Standing.CONFIRMED)

    def reject(self, record: MatterItem) -> None:
        save(record, REJECTED, standing=Standing.REJECTED)

    def correct(self, record: MatterItem, form: OtherMatterForm) -> None:
        """The item belongs to another matter, which is made where there is none of this name."""
        matter = Matter.objects.named(form.cleaned_data["matter"])
        if matter is None:
            matter = Matter(name=form.cleaned_data["matter"], confirmed=True)
            matter.save()
        other = matter.memberships.filter(item=record.item).first()
        other = other or MatterItem(matter=matter, item=record.item, evidence=CHOSEN)
        save(other, CONFIRMED, standing=Standing.CONFIRMED)
        if other.pk != record.pk:
            self.reject(record)

    def items_of(self, record: MatterItem) -> Iterable[AgendaItem]:
        return []
