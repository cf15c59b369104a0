"""Forms that put one suggestion right. Each takes the record and what was sent."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from agenda.expected_reports import ExpectedReport, Return, Standing
from agenda.matters import Matter, MatterItem
from agenda.models import Action, AgendaItem, Point, Recommendation, Resolution
from agenda.outcomes import Answer
from agenda.passages import label_of

NO_ANSWER = ("", "Does not answer it")


class RecordForm(forms.Form):
    """A form about one record."""

    def __init__(self, record: Model, data: Any = None) -> None:
        self.record = record
        super().__init__(data)


class OutcomesForm(RecordForm):
    """For each of several points what it has to do with the record."""

    def add(self, points: Iterable[Point], current: dict[int, str]) -> None:
        self.points = list(points)
        for point in self.points:
            self.fields[f"point-{point.pk}"] = forms.ChoiceField(
                choices=[NO_ANSWER, *Answer.Outcome.choices],
                required=False,
                initial=current.get(point.pk, ""),
                label=f"{label_of(point)}: {point.text}",
            )

    @property
    def outcomes(self) -> dict[int, str]:
        """What was chosen, by the number of the point."""
        chosen = {p.pk: self.cleaned_data[f"point-{p.pk}"] for p in self.points}
        return {number: outcome for number, outcome in chosen.items() if outcome}


class AnswersForm(OutcomesForm):
    """Which recommendations a resolution answers; none: members added it."""

    introduction = "What does the resolution make of each recommendation?"

    def __init__(self, record: Resolution, data: Any = None) -> None:
        super().__init__(record, data)
        current = {a.recommendation_id: a.outcome for a in record.answers.all()}
        self.add(record.item.recommendations.all(), current)


class AnsweredByForm(OutcomesForm):
    """Which resolutions answer a recommendation; none: it was not taken up."""

    introduction = (
        "What does each resolution make of the recommendation? Saving also confirms what else "
        "the resolutions that you choose answer."
    )

    def __init__(self, record: Recommendation, data: Any = None) -> None:
        super().__init__(record, data)
        answers = Answer.objects.filter(recommendation=record)
        current = dict(answers.values_list("resolution_id", "outcome"))
        self.add(record.item.resolutions.all(), current)


class DueForm(RecordForm):
    introduction = "When do the words say that members get the report?"

    due_on = forms.DateField(
        label="Due on",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="The last day that the words allow. Leave it empty where nothing tells it.",
    )
    precision = forms.ChoiceField(label="How exact", choices=ExpectedReport.Precision.choices)
    recurs = forms.ChoiceField(
        label="Comes back",
        required=False,
        choices=[("", "Once"), *ExpectedReport.Recurrence.choices],
    )

    def __init__(self, record: ExpectedReport, data: Any = None) -> None:
        super().__init__(record, data)
        for name, field in self.fields.items():
            field.initial = getattr(record, name)

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        exact = set(ExpectedReport.Precision.values) - {"unknown", "meeting"}
        if values.get("precision") in exact and values.get("due_on") is None:
            self.add_error("due_on", "Give the day, or say that no time is stated.")
        if values.get("precision") == "unknown" and values.get("due_on"):
            self.add_error("precision", "Say how exact the day is.")
        return values


class ActionDueForm(RecordForm):
    introduction = "By which day must this be done?"

    due_on = forms.DateField(
        label="Due on",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text="Leave it empty where nothing tells the day.",
    )

    def __init__(self, record: Action, data: Any = None) -> None:
        super().__init__(record, data)
        self.fields["due_on"].initial = record.due_on


class OtherItemForm(RecordForm):
    introduction = "Which item brought the report back?"

    item = forms.CharField(
        label="Address or number of the item",
        max_length=500,
        help_text="As /items/12/child-sexual-exploitation/ or 12.",
    )

    def clean_item(self) -> AgendaItem:
        text = self.cleaned_data["item"]
        number = re.search(r"/items/(\d{1,18})(?:/|$)|^\s*(\d{1,18})\s*$", text)
        found = number and AgendaItem.objects.filter(pk=number[1] or number[2]).first()
        if found is None:
            raise ValidationError("There is no item with this address or number.")
        if found.pk == self.record.expected_report.item_id:
            raise ValidationError("This is the item that promises the report.")
        return found


class MatterForm(RecordForm):
    introduction = "What is the matter called, and which items belong to it?"

    name = forms.CharField(label="Name", max_length=Matter._meta.get_field("name").max_length)
    items = forms.TypedMultipleChoiceField(
        label="Items", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, record: Matter, data: Any = None) -> None:
        super().__init__(record, data)
        members = record.memberships.exclude(standing=Standing.REJECTED)
        shown = list(members.select_related("item__meeting__committee"))
        self.fields["items"].choices = [(m.pk, f"{m.item.title} ({m.item.meeting})") for m in shown]
        self.fields["items"].initial = [member.pk for member in shown]
        self.fields["name"].initial = record.name


class OtherMatterForm(RecordForm):
    introduction = "To which matter does the item belong?"

    matter = forms.CharField(
        label="Name of the matter",
        max_length=Matter._meta.get_field("name").max_length,
        help_text="A name that no matter has yet makes a new one.",
    )

    def __init__(self, record: MatterItem | Return, data: Any = None) -> None:
        super().__init__(record, data)
        self.fields["matter"].widget.attrs["list"] = "matters"

    @property
    def known_matters(self) -> Iterable[str]:
        return Matter.objects.filter(rejected=False).values_list("name", flat=True)[:500]
