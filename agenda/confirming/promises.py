"""When promised reports and actions are due."""

from collections.abc import Iterable

from django.db.models import F, QuerySet

from agenda.confirming.forms import ActionDueForm, DueForm
from agenda.confirming.kind import Kind, save
from agenda.expected_reports import ExpectedReport
from agenda.models import Action, AgendaItem
from agenda.register.entry import DueReckoning


class DueDates(Kind):
    name, words, model = "due", "Promised reports and due dates", ExpectedReport
    form_class = DueForm
    reject_words = "Promises nothing"

    def unsettled(self) -> QuerySet:
        return ExpectedReport.objects.filter(due_confirmed=False, is_promise=True)

    def in_order(self, records: QuerySet) -> QuerySet:
        """What no date could be told of first, then the longest overdue."""
        return records.order_by(F("due_on").asc(nulls_first=True), "-pk")

    def with_words(self, records: QuerySet) -> QuerySet:
        return super().with_words(records).select_related("resolution")

    def shown(self, record: ExpectedReport) -> object:
        resolution = record.resolution
        return [
            [record.phrase, record.due_on, record.precision, record.recurs],
            [record.due_confirmed, record.is_promise],
            [resolution.text, resolution.sub_points, record.item.meeting.held_on],
        ]

    def confirm(self, record: ExpectedReport) -> None:
        save(record, "Due date confirmed.", due_confirmed=True)

    def reject(self, record: ExpectedReport) -> None:
        save(record, "No promise.", is_promise=False, due_confirmed=True)

    def correct(self, record: ExpectedReport, form: DueForm) -> None:
        save(record, "Due date put right.", due_confirmed=True, **form.cleaned_data)


class ActionDates(Kind):
    name, words, model = "action-due", "Due dates of actions", Action
    form_class = ActionDueForm

    def unsettled(self) -> QuerySet:
        return Action.objects.filter(due_confirmed=False).exclude(due_phrase="")

    def in_order(self, records: QuerySet) -> QuerySet:
        return records.order_by(F("due_on").asc(nulls_first=True), "-pk")

    def with_words(self, records: QuerySet) -> QuerySet:
        return super().with_words(records).prefetch_related("owners", "resolutions")

    def shown(self, record: Action) -> object:
        asked = [[point.text, point.sub_points] for point in record.resolutions.all()]
        due = [record.due_on, record.due_phrase, record.due_reckoning, record.due_confirmed]
        return [record.note, asked, due, record.item.meeting.held_on]

    def confirm(self, record: Action) -> None:
        save(record, "Due date confirmed.", due_confirmed=True)

    def correct(self, record: Action, form: ActionDueForm) -> None:
        day = form.cleaned_data["due_on"]
        if day != record.due_on:
            record.due_reckoning = DueReckoning.SUPPLIED if day else ""
        save(record, "Due date put right.", due_on=day, due_confirmed=True)

    def items_of(self, record: Action) -> Iterable[AgendaItem]:
        return []
