"""Admin pages of what follows from the record: promised reports, their returns, matters."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest

from agenda.expected_reports import ExpectedReport, Return, Standing
from agenda.matters import Matter, MatterItem
from agenda.merging import merge
from committees.record_admin import RecordAdmin


class FollowAdmin(RecordAdmin):
    """Found by comparing, corrected by officers; taken back by rejecting it, not by deleting."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(ExpectedReport)
class ExpectedReportAdmin(FollowAdmin):
    """A promised report: what an officer changes of it is confirmed."""

    list_display = ["phrase", "item", "due_on", "precision", "due_confirmed", "is_promise"]
    list_filter = ["due_confirmed", "is_promise", "precision", "item__meeting__committee"]
    list_select_related = ["item"]
    search_fields = ["phrase", "item__title"]
    readonly_fields = ["item", "resolution", "phrase"]
    fields = [*readonly_fields, "due_on", "precision", "recurs", "due_confirmed", "is_promise"]

    def save_model(
        self, request: HttpRequest, obj: Model, form: forms.ModelForm, change: bool
    ) -> None:
        if {"due_on", "precision", "recurs"} & set(form.changed_data):
            obj.due_confirmed = True
        super().save_model(request, obj, form, change)


@admin.register(Return)
class ReturnAdmin(FollowAdmin):
    """An item that brought a promised report back, or may have."""

    list_display = ["expected_report", "item", "standing", "evidence"]
    list_filter = ["standing", "item__meeting__committee"]
    list_select_related = ["expected_report", "item"]
    search_fields = ["expected_report__phrase", "item__title"]
    readonly_fields = ["expected_report", "item"]
    fields = [*readonly_fields, "standing", "evidence"]


class MatterItemInline(admin.TabularInline):
    """The items of a matter; a number finds the item, and no script is needed."""

    model = MatterItem
    extra = 1
    fields = ["item", "standing", "evidence"]
    raw_id_fields = ["item"]

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **kwargs) -> type:
        """An item that an officer adds is no suggestion."""
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.base_fields["standing"].initial = Standing.CONFIRMED
        return formset


@admin.register(Matter)
class MatterAdmin(RecordAdmin):
    """A subject and its items: named, joined and parted by officers."""

    list_display = ["name", "item_count", "confirmed", "rejected"]
    list_filter = ["confirmed", "rejected"]
    search_fields = ["name"]
    fields = ["name", "slug", "confirmed", "rejected"]
    inlines = [MatterItemInline]
    actions = ["merge"]

    @admin.action(description="Merge the selected matters", permissions=["change"])
    def merge(self, request: HttpRequest, matters: QuerySet) -> None:
        if matters.count() < 2:
            self.message_user(request, "Select two matters or more.", messages.WARNING)
            return
        target = merge(matters)
        note = f"All items now belong to “{target}”. The other matters are rejected."
        self.log_change(request, target, "Merged.")
        self.message_user(request, note, messages.SUCCESS)

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(items_held=Count("memberships"))

    @admin.display(ordering="items_held", description="items")
    def item_count(self, matter: Matter) -> int:
        return matter.items_held

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """A matter that is none is rejected: deleted, it would be suggested again."""
        return False
