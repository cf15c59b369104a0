"""Committees and their meetings, as officers complete them."""

from django import forms
from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest

from committees.models import Basis, Committee, Meeting


@admin.register(Committee)
class CommitteeAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "meeting_count"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fields = ["name", "kind", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(meetings_held=Count("meetings"))

    @admin.display(ordering="meetings_held", description="meetings")
    def meeting_count(self, committee: Committee) -> int:
        return committee.meetings_held


class MeetingForm(forms.ModelForm):
    """A meeting; what an officer fills in without saying how it is known is their own word."""

    class Meta:
        widgets = {
            "committee_evidence": forms.Textarea(attrs={"rows": 2}),
            "held_on_evidence": forms.Textarea(attrs={"rows": 2}),
        }

    def clean(self) -> dict:
        facts = super().clean()
        for fact in ("committee", "held_on"):
            basis = facts.get(f"{fact}_basis") or Basis.SUPPLIED
            facts[f"{fact}_basis"] = basis if facts.get(fact) else ""
        return facts


class ItemInline(admin.TabularInline):
    """The items of the meeting, in the order of their source."""

    model = Meeting._meta.get_field("items").related_model
    extra = 0
    max_num = 0
    ordering = ["source", "position"]
    fields = ["number", "title", "publication_status"]
    readonly_fields = fields
    can_delete = False
    show_change_link = True
    verbose_name_plural = "agenda items"


@admin.register(Meeting)
class MeetingAdmin(admin.ModelAdmin):
    """One meeting, with how its committee and its date are known."""

    form = MeetingForm
    list_display = ["__str__", "committee", "held_on", "status", "minutes_status", "item_count"]
    list_filter = ["committee", "status", "minutes_status", "committee_basis", "held_on_basis"]
    list_select_related = ["committee"]
    search_fields = ["committee__name", "venue", "items__title"]
    date_hierarchy = "held_on"
    autocomplete_fields = ["committee"]
    inlines = [ItemInline]
    fieldsets = [
        ("Committee", {"fields": ["committee", "committee_basis", "committee_evidence"]}),
        ("Date", {"fields": ["held_on", "held_on_basis", "held_on_evidence"]}),
        ("The meeting", {"fields": [("start_time", "venue"), ("status", "minutes_status")]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(items_here=Count("items"))

    @admin.display(ordering="items_here", description="items")
    def item_count(self, meeting: Meeting) -> int:
        return meeting.items_here

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The record is kept."""
        return False

    def save_model(
        self, request: HttpRequest, obj: Meeting, form: forms.ModelForm, change: bool
    ) -> None:
        obj.corrected = sorted({*obj.corrected, *form.changed_data})
        super().save_model(request, obj, form, change)
