"""The officers' desk: correcting, completing and publishing what was read."""

from collections.abc import Iterable

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Model, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from agenda import search, workflow
from agenda.confirming.views import confirming_urls
from agenda.desk_filters import ClearedFilter, WaitingFilter
from agenda.exempt_admin import WithheldInline
from agenda.follow_admin import ExpectedReportAdmin, MatterAdmin, ReturnAdmin
from agenda.forms import WithdrawalForm
from agenda.imports.views import import_urls
from agenda.inlines import (
    ActionInline,
    ContactInline,
    RecommendationInline,
    ReportInline,
    ResolutionInline,
    WarningInline,
)
from agenda.models import AgendaItem, Post, ReadingWarning, SourceDocument
from agenda.part_admin import ActionAdmin, ReportAdmin
from agenda.search.desk import AcronymAdmin
from agenda.tracking.recording import recompute
from agenda.whole_items import any_item
from agenda.workflow import Step
from committees.record_admin import RecordAdmin

__all__ = [
    "AcronymAdmin",
    "ActionAdmin",
    "AgendaItemAdmin",
    "ExpectedReportAdmin",
    "MatterAdmin",
    "PostAdmin",
    "ReportAdmin",
    "ReturnAdmin",
]

admin.site.site_header = "Minutes Portal: the officers’ desk"
admin.site.site_title = "Minutes Portal"
admin.site.index_title = "The record"


@admin.register(ReadingWarning)
class ReadingWarningAdmin(admin.ModelAdmin):
    """The review list: doubts that nobody has cleared, each beside its passage."""

    list_display = ["message", "passage", "agenda_item", "status"]
    list_display_links = None
    list_filter = [ClearedFilter, "code", "item__publication_status"]
    list_select_related = ["item__source"]
    search_fields = ["message", "item__title"]
    ordering = ["item", "line"]
    actions = ["clear"]

    @admin.display(ordering="item__title")
    def agenda_item(self, warning: ReadingWarning) -> str:
        address = reverse("admin:agenda_agendaitem_change", args=[warning.item_id])
        return format_html('<a href="{}">{}</a>', address, warning.item.title)

    @admin.display(ordering="item__publication_status")
    def status(self, warning: ReadingWarning) -> str:
        return warning.item.get_publication_status_display()

    @admin.action(description="Clear: the record is right", permissions=["change"])
    def clear(self, request: HttpRequest, warnings: QuerySet) -> None:
        count = warnings.update(cleared=True)
        self.message_user(request, f"Cleared: {count}.", messages.SUCCESS)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


WITHDRAWAL = ("Withdrawal", {"fields": ["withdrawn_at", "withdrawal_reason"]})


@admin.register(AgendaItem)
class AgendaItemAdmin(RecordAdmin):
    """One item, its parts below it, and the source text they were read from beside them."""

    change_form_template = "admin/agenda/agendaitem/change_form.html"

    list_display = ["title", "committee", "held_on", "documents", "publication_status", "doubts"]
    list_filter = [
        "publication_status",
        WaitingFilter,
        "meeting__committee",
        "title_inferred",
        "in_camera",
        "not_for_publication",
        "overview_and_scrutiny_area",
        ("warnings", admin.EmptyFieldListFilter),
    ]
    search_fields = ["title", "minutes", "resolutions__text", "reports__reference"]
    date_hierarchy = "meeting__held_on"
    ordering = ["-meeting__held_on", "-pk"]
    list_per_page = 50
    actions = ["send_to_review", "return_to_draft", "publish", "publish_again", "withdraw"]
    autocomplete_fields = ["meeting"]
    readonly_fields = [
        "source",
        "corrected_parts",
        "publication_status",
        "published_at",
        "withdrawn_at",
        "withdrawal_reason",
    ]
    inlines = [
        WarningInline,
        ReportInline,
        RecommendationInline,
        ResolutionInline,
        ActionInline,
        ContactInline,
        WithheldInline,
    ]
    fieldsets = [
        (None, {"fields": ["title", "title_inferred", ("meeting", "number")]}),
        ("Publication", {"fields": [("publication_status", "published_at")]}),
        WITHDRAWAL,
        ("Closed matter", {"fields": [("in_camera", "not_for_publication")]}),
        ("Text", {"fields": ["overview_and_scrutiny_area", "background", "minutes"]}),
        ("Where it was read", {"fields": ["source", "corrected_parts"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        items = super().get_queryset(request).select_related("meeting__committee", "source")
        open_doubts = Count("warnings", filter=Q(warnings__cleared=False), distinct=True)
        counted = items.annotate(doubt_count=open_doubts)
        return counted.prefetch_related("reports")

    def get_form(self, request: HttpRequest, obj: Model | None = None, **kwargs) -> type:
        kwargs["widgets"] = {"title": forms.Textarea(attrs={"rows": 2})}
        return super().get_form(request, obj, **kwargs)

    @admin.display(ordering="meeting__committee__name")
    def committee(self, item: AgendaItem) -> str:
        return str(item.meeting.committee or "not stated")

    @admin.display(ordering="meeting__held_on", description="date")
    def held_on(self, item: AgendaItem) -> str:
        return item.meeting.date_in_words

    @admin.display
    def documents(self, item: AgendaItem) -> str:
        return ", ".join(report.reference for report in item.reports.all() if report.reference)

    @admin.display(ordering="doubt_count")
    def doubts(self, item: AgendaItem) -> int:
        return item.doubt_count

    @admin.display(description="corrected by officers")
    def corrected_parts(self, item: AgendaItem) -> str:
        parts = ", ".join(part.replace("_", " ") for part in item.corrected)
        return f"{parts}. An import leaves these alone." if parts else "Nothing yet."

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        own = path("<int:number>/preview/", preview, name="agenda_agendaitem_preview")
        return [own, *confirming_urls(self.admin_site), *super().get_urls()]

    def preview(self, request: HttpRequest, number: int) -> HttpResponse:
        """The item as the public would see it, whatever its status."""
        try:
            item = any_item(number)
        except AgendaItem.DoesNotExist:
            raise Http404 from None
        if not self.has_view_permission(request, item):
            raise PermissionDenied
        context = {"agendaitem": item, "object": item, "preview": True}
        return render(request, "agenda/agendaitem_detail.html", context)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Items come from source documents, so that each fact has its place in a text."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The record is kept; an item is taken from the public by withdrawing it."""
        return False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("agenda.publish_agendaitem")

    def get_fieldsets(self, request: HttpRequest, obj: Model | None = None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        withdrawn = obj and obj.publication_status == workflow.WITHDRAWN
        return [f for f in fieldsets if f is not WITHDRAWAL or withdrawn]

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        relations = {f.fk.remote_field.related_name for f in formsets if f.has_changed()}
        if corrected := relations - {"warnings"}:
            form.instance.mark_corrected(*corrected)
        recompute([form.instance])
        search.refresh([form.instance])

    def after_revert(self, record: Model, names: Iterable[str]) -> None:
        super().after_revert(record, names)
        recompute([record])
        search.refresh([record])

    @admin.action(description="Send the selected items to review", permissions=["change"])
    def send_to_review(self, request: HttpRequest, items: QuerySet) -> None:
        self.take(request, workflow.SEND_TO_REVIEW, items)

    @admin.action(description="Return the selected items to draft", permissions=["change"])
    def return_to_draft(self, request: HttpRequest, items: QuerySet) -> None:
        self.take(request, workflow.RETURN_TO_DRAFT, items)

    @admin.action(description="Publish the selected items", permissions=["publish"])
    def publish(self, request: HttpRequest, items: QuerySet) -> None:
        self.take(request, workflow.PUBLISH, items)

    @admin.action(description="Publish withdrawn items again", permissions=["publish"])
    def publish_again(self, request: HttpRequest, items: QuerySet) -> None:
        self.take(request, workflow.PUBLISH_AGAIN, items)

    @admin.action(description="Withdraw the selected items …", permissions=["publish"])
    def withdraw(self, request: HttpRequest, items: QuerySet) -> HttpResponse:
        form = WithdrawalForm(request.POST if "reason" in request.POST else None)
        if not form.is_valid():
            return self._ask_why(request, items, form)
        self.take(request, workflow.WITHDRAW, items, form.cleaned_data["reason"])
        return HttpResponseRedirect(reverse("admin:agenda_agendaitem_changelist"))

    def take(self, request: HttpRequest, step: Step, items: QuerySet, reason: str = "") -> None:
        """Take a step of the workflow, and say with how many items it was taken."""
        taken = workflow.take(step, items, request.user, reason)
        for item in taken:
            self.log_change(request, item, f"{step.done.capitalize()}. {reason}".strip())
        count = len(taken)
        note = ngettext("%d item was %s.", "%d items were %s.", count) % (count, step.done)
        self.message_user(request, note, messages.SUCCESS if count else messages.WARNING)

    def _ask_why(self, request: HttpRequest, items: QuerySet, form: forms.Form) -> HttpResponse:
        shown = workflow.ready_for(workflow.WITHDRAW, items).select_related("meeting__committee")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Withdraw from the public",
            "items": shown,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/agenda/agendaitem/withdraw.html", context)

    def steps_for(self, request: HttpRequest, item: AgendaItem) -> list[Step]:
        """The steps that this officer may take with this item."""
        allowed = {"change": self.has_change_permission, "publish": self.has_publish_permission}
        steps = workflow.steps_from(item.publication_status)
        return [step for step in steps if allowed[step.permission](request)]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context=None
    ) -> HttpResponse:
        item = AgendaItem.objects.filter(pk=object_id).first() if object_id.isdecimal() else None
        steps = self.steps_for(request, item) if item else []
        return super().change_view(
            request, object_id, form_url, {"steps": steps, **(extra_context or {})}
        )

    def response_change(self, request: HttpRequest, obj: AgendaItem) -> HttpResponse:
        """After saving, take the step whose button was pressed."""
        pressed = request.POST.get("_step", "")
        step = next((s for s in self.steps_for(request, obj) if s.name == pressed), None)
        if step is None:
            return super().response_change(request, obj)
        items = AgendaItem.objects.filter(pk=obj.pk)
        if step == workflow.WITHDRAW:
            return self._ask_why(request, items, WithdrawalForm())
        self.take(request, step, items)
        return HttpResponseRedirect(request.path)


@admin.register(Post)
class PostAdmin(RecordAdmin):
    """An office that actions are given to."""

    list_display = ["name", "action_count"]
    search_fields = ["name"]
    fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(actions_owned=Count("actions"))

    def has_delete_permission(self, request: HttpRequest, obj: Post | None = None) -> bool:
        """Only a post that owns nothing may go."""
        unused = obj is not None and not obj.actions.exists()
        return unused and super().has_delete_permission(request, obj)

    @admin.display(ordering="actions_owned", description="actions")
    def action_count(self, post: Post) -> int:
        return post.actions_owned


@admin.register(SourceDocument)
class SourceDocumentAdmin(admin.ModelAdmin):
    """The texts as they came, to read only."""

    list_display = ["name", "page_kind", "address", "ingested_at"]
    list_filter = ["page_kind"]
    search_fields = ["name", "address", "text"]
    date_hierarchy = "ingested_at"

    def get_urls(self) -> list[URLPattern]:
        return [*import_urls(self.admin_site), *super().get_urls()]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
