"""The desk's page of acronyms."""

from django.contrib import admin
from django.http import HttpRequest

from agenda.search.tables import Acronym
from committees.record_admin import RecordAdmin


@admin.register(Acronym)
class AcronymAdmin(RecordAdmin):
    """What acronyms stand for; one that an officer changes is the officer's from then on."""

    list_display = ["acronym", "expansion", "source", "active"]
    list_filter = ["active", "source"]
    search_fields = ["acronym", "expansion"]
    fields = ["acronym", "expansion", "active", "source"]
    readonly_fields = ["source"]

    def save_model(self, request: HttpRequest, obj: Acronym, form, change: bool) -> None:
        if {"acronym", "expansion"} & set(form.changed_data):
            obj.source = Acronym.Source.OFFICER
        super().save_model(request, obj, form, change)
