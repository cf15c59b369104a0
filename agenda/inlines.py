"""The parts of an agenda item, on the item's own form."""

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models.fields.related import ManyToManyField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from agenda.forms import RecommendationForm, ResolutionForm
from agenda.models import (
    Action,
    Appendix,
    ContactOfficer,
    Point,
    ReadingWarning,
    Recommendation,
    Report,
    Resolution,
)


class InSourceOrder(admin.StackedInline):
    """The parts of an item, in the order of its source."""

    extra = 0
    ordering = ["position"]
    classes = ["in-source-order"]
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})}}
    show_change_link = True


class ReportInline(InSourceOrder):
    model = Report
    fields = [("reference", "submitted_by"), ("not_for_publication", "reason")]


class PointInline(InSourceOrder):
    """A point, and what became of it."""

    readonly_fields = ["comparison"]
    confirmed_on = ""

    @admin.display(description="what became of it")
    def comparison(self, point: Point) -> str:
        if not point.outcome:
            return "Nothing to compare it with."
        address = reverse("admin:confirm_one", args=[self.confirmed_on, point.pk])
        state = "confirmed" if point.outcome_confirmed else "not confirmed"
        words = point.get_outcome_display()
        return format_html('{}, {} (<a href="{}">put right</a>)', words, state, address)


class RecommendationInline(PointInline):
    model = Recommendation
    form = RecommendationForm
    confirmed_on = "not-taken-up"


class ResolutionInline(PointInline):
    model = Resolution
    form = ResolutionForm
    confirmed_on = "comparison"


class ActionInline(InSourceOrder):
    model = Action
    fields = ["owners", "note", "resolutions", ("referral", "referred_to"), "status"]
    autocomplete_fields = ["owners", "referred_to"]

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs
    ) -> forms.Field:
        """Offer the item's own resolutions only."""
        if db_field.name == "resolutions":
            item = request.resolver_match.kwargs.get("object_id")
            kwargs["queryset"] = Resolution.objects.filter(item=item)
            kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class ContactInline(admin.TabularInline):
    model = ContactOfficer
    extra = 0
    fields = ["name", "phone"]
    show_change_link = True


class AppendixInline(admin.TabularInline):
    model = Appendix
    extra = 0
    fields = ["reference", "not_for_publication", "reason"]
    show_change_link = True


class WarningInline(admin.TabularInline):
    """What the reader was unsure of, to be looked at before publishing."""

    model = ReadingWarning
    extra = 0
    max_num = 0
    fields = ["line", "message", "passage", "cleared"]
    readonly_fields = ["line", "message", "passage"]
    can_delete = False
    verbose_name = "doubt of the reader"
    verbose_name_plural = "doubts of the reader"
