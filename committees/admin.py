"""Committees and their meetings, as officers complete them."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Model, QuerySet
from django.db.models.fields.related import ForeignKey
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import ngettext

from committees.compliance import approval_in_words, keeping_in_words, notice_in_words
from committees.conflicts import WatchedForm
from committees.models import Basis, Committee, Meeting
from committees.record_admin import RecordAdmin

AgendaItem = Meeting._meta.get_field("items").related_model


@admin.register(Committee)
class CommitteeAdmin(RecordAdmin):
    """A committee; its page is the list of its meetings."""

    list_display = ["name", "kind", "meeting_count"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fields = ["name", "kind", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(meetings_held=Count("meetings"))

    @admin.display(ordering="meetings_held", description="meetings")
    def meeting_count(self, committee: Committee) -> int:
        return committee.meetings_held

    def has_delete_permission(self, request: HttpRequest, obj: Committee | None = None) -> bool:
        """Only a committee that never met, and to which nothing was referred, may go."""
        unused = obj and not obj.meetings.exists() and not obj.referred_actions.exists()
        return bool(unused) and super().has_delete_permission(request, obj)


class MeetingForm(WatchedForm):
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

    model = AgendaItem
    extra = 0
    max_num = 0
    ordering = ["source", "position"]
    fields = ["number", "title", "publication_status"]
    readonly_fields = fields
    can_delete = False
    show_change_link = True
    verbose_name_plural = "agenda items"


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    """One meeting, with how its committee and its date are known."""

    form = MeetingForm
    list_display = ["__str__", "committee", "held_on", "status", "minutes_status", "item_count"]
    list_filter = [
        ("held_on", admin.EmptyFieldListFilter),
        "committee",
        "status",
        "minutes_status",
        "committee_basis",
        "held_on_basis",
    ]
    list_select_related = ["committee"]
    search_fields = ["committee__name", "venue", "items__title"]
    date_hierarchy = "held_on"
    actions = ["publish_items"]
    autocomplete_fields = ["committee"]
    readonly_fields = ["compliance"]
    inlines = [ItemInline]
    fieldsets = [
        ("Committee", {"fields": ["committee", "committee_basis", "committee_evidence"]}),
        ("Date", {"fields": ["held_on", "held_on_basis", "held_on_evidence"]}),
        ("The meeting", {"fields": [("start_time", "venue"), "status", "agenda_published_on"]}),
        ("The minutes", {"fields": ["minutes_status", "approved_at_meeting", "approved_on"]}),
        ("What the law asks", {"fields": ["compliance"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).annotate(items_here=Count("items"))

    @admin.display(ordering="items_here", description="items")
    def item_count(self, meeting: Meeting) -> int:
        return meeting.items_here

    @admin.display(description="in short")
    def compliance(self, meeting: Meeting) -> str:
        """The compliance line, from the dates that are stored."""
        approving = meeting.approved_at_meeting
        approved_on = meeting.approved_on or (approving.held_on if approving else None)
        approved = meeting.minutes_status == Meeting.MinutesStatus.APPROVED
        lines = (
            notice_in_words(meeting.agenda_published_on, meeting.held_on),
            keeping_in_words(meeting.held_on, timezone.localdate()),
            approval_in_words(approved, approved_on),
        )
        return format_html_join("", "<p>{}</p>", ((line,) for line in lines))

    def formfield_for_foreignkey(
        self, db_field: ForeignKey, request: HttpRequest, **kwargs
    ) -> forms.Field:
        """Minutes are approved at a later meeting of the same committee."""
        if db_field.name == "approved_at_meeting":
            number = request.resolver_match.kwargs.get("object_id", "")
            kwargs["queryset"] = Meeting.objects.that_may_approve(number)
            kwargs["empty_label"] = "(not known)"
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """The record is kept."""
        return False

    def has_publish_permission(self, request: HttpRequest) -> bool:
        opts = AgendaItem._meta
        return request.user.has_perm(f"{opts.app_label}.publish_{opts.model_name}")

    @admin.action(description="Publish all items of the selected meetings", permissions=["publish"])
    def publish_items(self, request: HttpRequest, meetings: QuerySet) -> None:
        numbers = list(meetings.values_list("pk", flat=True))
        published = AgendaItem.objects.filter(meeting__in=numbers).publish(request.user)
        for item in published:
            self.log_change(request, item, "Published with its meeting.")
        count = len(published)
        note = ngettext("%d item was published.", "%d items were published.", count) % count
        self.message_user(request, note, messages.SUCCESS if count else messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args, **kwargs
    ) -> HttpResponse:
        context["may_publish"] = self.has_publish_permission(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_change(self, request: HttpRequest, obj: Meeting) -> HttpResponse:
        """After saving, publish the items where that button was pressed."""
        if "_publish_items" not in request.POST or not self.has_publish_permission(request):
            return super().response_change(request, obj)
        self.publish_items(request, Meeting.objects.filter(pk=obj.pk))
        return HttpResponseRedirect(request.path)
