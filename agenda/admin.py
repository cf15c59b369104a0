"""The officers' desk: correcting, completing and publishing what was read."""

from collections.abc import Iterator

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.db.models import Count, Model, Q, QuerySet
from django.db.models.fields.related import ManyToManyField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import ngettext

from agenda import search
from agenda.forms import RecommendationForm, ResolutionForm
from agenda.models import (
    Action,
    AgendaItem,
    Appendix,
    ContactOfficer,
    Post,
    ReadingWarning,
    Recommendation,
    Report,
    Resolution,
    SourceDocument,
)

admin.site.site_header = "Minutes Portal: the officers’ desk"
admin.site.site_title = "Minutes Portal"
admin.site.index_title = "The record"


class ClearedFilter(admin.SimpleListFilter):
    """Shows the doubts to look at, unless all are asked for."""

    title = "review"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [(None, "To look at"), ("cleared", "Cleared"), ("all", "All")]

    def choices(self, changelist: ChangeList) -> Iterator[dict]:
        for value, title in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": self.value() == value, "query_string": query, "display": title}

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "all":
            return queryset
        return queryset.filter(cleared=self.value() == "cleared")


class InSourceOrder(admin.StackedInline):
    """The parts of an item, in the order of its source."""

    extra = 0
    ordering = ["position"]
    classes = ["in-source-order"]


class ReportInline(InSourceOrder):
    model = Report
    fields = [("reference", "submitted_by"), ("not_for_publication", "reason")]
    show_change_link = True


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


@admin.register(AgendaItem)
class AgendaItemAdmin(admin.ModelAdmin):
    """One item, its parts below it, and the source text they were read from beside them."""

    list_display = ["title", "committee", "held_on", "documents", "publication_status", "doubts"]
    list_filter = [
        "publication_status",
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
    actions = ["publish", "unpublish"]
    autocomplete_fields = ["meeting"]
    readonly_fields = ["source", "corrected_parts", "published_at"]
    inlines = [
        WarningInline,
        ReportInline,
        RecommendationInline,
        ResolutionInline,
        ActionInline,
        ContactInline,
    ]
    fieldsets = [
        (None, {"fields": ["title", "title_inferred", ("meeting", "number")]}),
        ("Publication", {"fields": [("publication_status", "published_at")]}),
        ("Closed matter", {"fields": [("in_camera", "not_for_publication")]}),
        ("Text", {"fields": ["overview_and_scrutiny_area", "background", "minutes"]}),
        ("Where it was read", {"fields": ["source", "corrected_parts"]}),
    ]

    class Media:
        css = {"all": ["css/desk.css"]}

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

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Items come from source documents, so that each fact has its place in a text."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The record is kept; an item is taken from the public by unpublishing it."""
        return False

    def save_model(
        self, request: HttpRequest, obj: AgendaItem, form: forms.ModelForm, change: bool
    ) -> None:
        obj.corrected = sorted({*obj.corrected, *form.changed_data})
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        relations = {f.fk.remote_field.related_name for f in formsets if f.has_changed()}
        if corrected := relations - {"warnings"}:
            form.instance.mark_corrected(*corrected)
        search.refresh([form.instance])

    @admin.action(description="Publish the selected items", permissions=["change"])
    def publish(self, request: HttpRequest, items: QuerySet) -> None:
        drafts = [item for item in items if not item.is_public]
        for item in drafts:
            item.publish()
            self.log_change(request, item, "Published.")
        self._tell(request, len(drafts), "published")

    @admin.action(description="Make the selected items drafts again", permissions=["change"])
    def unpublish(self, request: HttpRequest, items: QuerySet) -> None:
        public = [item for item in items if item.is_public]
        for item in public:
            item.unpublish()
            self.log_change(request, item, "Made a draft again.")
        self._tell(request, len(public), "made drafts")

    def _tell(self, request: HttpRequest, count: int, what: str) -> None:
        items = ngettext("%d item was %s.", "%d items were %s.", count) % (count, what)
        self.message_user(request, items, messages.SUCCESS if count else messages.WARNING)


class AppendixInline(admin.TabularInline):
    model = Appendix
    extra = 0
    fields = ["reference", "not_for_publication", "reason"]


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """A paper and its appendices; reached from its item."""

    list_display = ["__str__", "item", "submitted_by", "not_for_publication"]
    list_filter = ["not_for_publication"]
    search_fields = ["reference", "submitted_by", "item__title"]
    list_select_related = ["item"]
    readonly_fields = ["item"]
    fields = ["item", "reference", "submitted_by", "not_for_publication", "reason"]
    inlines = [AppendixInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            form.instance.item.mark_corrected("reports")
            search.refresh([form.instance.item])


@admin.register(Action)
class ActionAdmin(admin.ModelAdmin):
    """The actions of all items, for keeping their status up to date."""

    list_display = ["item", "owner_names", "note", "referred_to", "status"]
    list_display_links = ["item"]
    list_editable = ["status"]
    list_filter = ["status", "owners", "referred_to", "item__meeting__committee"]
    search_fields = ["note", "owners__name", "item__title", "referral"]
    list_select_related = ["item", "referred_to"]
    autocomplete_fields = ["owners", "referred_to"]
    readonly_fields = ["item"]
    fields = ["item", "owners", "note", "referral", "referred_to", "status"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).prefetch_related("owners")

    @admin.display(description="owners")
    def owner_names(self, action: Action) -> str:
        return " / ".join(post.name for post in action.owners.all()) or "none stated"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_related(
        self, request: HttpRequest, form: forms.ModelForm, formsets: list, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if set(form.changed_data) - {"status"}:
            form.instance.item.mark_corrected("actions")
            search.refresh([form.instance.item])


@admin.register(Post)
class PostAdmin(admin.ModelAdmin):
    list_display = ["name", "action_count"]
    search_fields = ["name"]
    fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(actions_owned=Count("actions"))

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

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
