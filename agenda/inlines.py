"""The parts of an agenda item, on the item's own form."""

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models.fields.related import ManyToManyField
from django.http import HttpRequest

from agenda.forms import RecommendationForm, ResolutionForm
from agenda.models import (
    Action,
    Appendix,
    ContactOfficer,
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


class RecommendationInline(InSourceOrder):
    model = Recommendation
    form = RecommendationForm


class ResolutionInline(InSourceOrder):
    model = Resolution
    form = ResolutionForm


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
