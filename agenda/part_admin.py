"""Pages of single parts of an agenda item: their history, and what the item's form leaves out."""

from collections.abc import Callable, Iterable

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from agenda import search
from agenda.desk_filters import LateFilter
from agenda.forms import WatchedRecommendationForm, WatchedResolutionForm
from agenda.inlines import AppendixInline
from agenda.models import (
    Action,
    Appendix,
    ContactOfficer,
    Recommendation,
    Report,
    Resolution,
)
from agenda.register import export
from agenda.register.entry import DueReckoning
from agenda.tracking.recording import recompute
from committees.record_admin import RecordAdmin


class PartAdmin(RecordAdmin):
    """A part of an item: what is corrected here is a correction of the item."""

    readonly_fields = ["item"]
    # Fields that no import sets, so that changing them is no correction.
    officers_own: frozenset[str] = frozenset()

    def relation_of(self, part: Model) -> str:
        return part._meta.get_field("item").remote_field.related_name

    def mark_corrected(self, part: Model) -> None:
        part.item.mark_corrected(self.relation_of(part))
        recompute([part.item])
        search.refresh([part.item])

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        below = any(formset.has_changed() for formset in formsets)
        if below or set(form.changed_data) - self.officers_own:
            self.mark_corrected(form.instance)

    def after_revert(self, record: Model, names: Iterable[str]) -> None:
        super().after_revert(record, names)
        self.mark_corrected(record)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Parts are removed on the item's form, which keeps that as a correction."""
        return False


class HiddenPartAdmin(PartAdmin):
    """A part that has no list of its own; its page is reached from the item."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Recommendation)
class RecommendationAdmin(HiddenPartAdmin):
    form = WatchedRecommendationForm
    fields = ["item", "number", "text", "sub_points"]


@admin.register(Resolution)
class ResolutionAdmin(HiddenPartAdmin):
    form = WatchedResolutionForm
    fields = ["item", "number", "text", "sub_points"]


@admin.register(ContactOfficer)
class ContactOfficerAdmin(HiddenPartAdmin):
    fields = ["item", "name", "phone"]


@admin.register(Appendix)
class AppendixAdmin(HiddenPartAdmin):
    readonly_fields = ["report"]
    fields = ["report", "reference", "not_for_publication", "reason"]

    def relation_of(self, part: Appendix) -> str:
        """An import leaves the appendices alone where the reports were corrected."""
        return "reports"


@admin.register(Report)
class ReportAdmin(PartAdmin):
    """A paper and its appendices; reached from its item."""

    list_display = ["__str__", "item", "submitted_by", "not_for_publication"]
    list_filter = ["not_for_publication"]
    search_fields = ["reference", "submitted_by", "item__title"]
    list_select_related = ["item"]
    fields = ["item", "reference", "submitted_by", "not_for_publication", "reason"]
    inlines = [AppendixInline]


def set_status(status: Action.Status) -> Callable:
    """The command of the list of actions that gives the selected ones this status."""

    @admin.action(description=f"Mark as “{status.label}”", permissions=["change"])
    @transaction.atomic
    def command(model_admin: admin.ModelAdmin, request: HttpRequest, chosen: QuerySet) -> None:
        numbers = list(chosen.values_list("pk", flat=True))
        changed = Action.objects.filter(pk__in=numbers).exclude(status=status).select_for_update()
        for action in changed:
            action.status = status
            action.save(update_fields=["status"])
            model_admin.log_change(request, action, f"Marked as “{status.label}”.")
        count = len(changed)
        note = f"Marked as “{status.label}”: {count} of {len(numbers)}."
        model_admin.message_user(request, note, messages.SUCCESS if count else messages.WARNING)

    command.__name__ = f"mark_{status.value}"
    return command


@admin.register(Action)
class ActionAdmin(PartAdmin):
    """The register of actions, for keeping status, progress and due dates up to date."""

    officers_own = frozenset(
        {"status", "status_since", "progress", "due_on", "due_phrase", "due_confirmed"}
    )
    list_display = ["item", "owner_names", "note", "referred_to", "due_on", "status"]
    list_display_links = ["item"]
    list_filter = ["status", LateFilter, "owners", "referred_to", "item__meeting__committee"]
    search_fields = ["note", "owners__name", "item__title", "referral"]
    list_select_related = ["item", "referred_to"]
    autocomplete_fields = ["owners", "referred_to"]
    readonly_fields = ["item", "asked", "due_known"]
    fields = [
        *("item", "owners", "note", "asked", "referral", "referred_to"),
        *(("status", "status_since"), "progress"),
        *(("due_on", "due_confirmed"), "due_phrase", "due_known"),
    ]
    actions = [set_status(status) for status in Action.Status]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("owners")

    @admin.display(description="owners")
    def owner_names(self, action: Action) -> str:
        return " / ".join(post.name for post in action.owners.all()) or "none stated"

    @admin.display(description="resolution")
    def asked(self, action: Action) -> str:
        return export.resolutions(action)

    @admin.display(description="how the date is known")
    def due_known(self, action: Action) -> str:
        return export.how_due_is_known(action)

    def save_model(
        self, request: HttpRequest, obj: Action, form: forms.ModelForm, change: bool
    ) -> None:
        """A date or words that an officer gives are confirmed by that."""
        if {"due_on", "due_phrase"} & set(form.changed_data):
            obj.due_confirmed = True
        if "due_on" in form.changed_data:
            obj.due_reckoning = DueReckoning.SUPPLIED if obj.due_on else ""
        if "due_phrase" in form.changed_data:
            obj.due_place = ""
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if "due_confirmed" in form.changed_data and not form.instance.due_confirmed:
            recompute([form.instance.item])
