"""Pages on who meets, and when. Only what is published is shown."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.views.generic import DetailView, ListView

from committees.filtersets import MeetingFilterSet
from committees.models import Committee, Meeting
from minutes_portal.addresses import AddressedDetailView, SaysWithdrawn, get_by_slug
from minutes_portal.listing import FilteredListView
from minutes_portal.paper.answers import as_pdf, no_pdf
from minutes_portal.paper.engine import lacking
from minutes_portal.paper.size import is_too_long


def withdrawn_items() -> QuerySet:
    return Meeting._meta.get_field("withdrawals").related_model.objects.all()


class CommitteeListView(ListView):
    queryset = Committee.objects.public().for_listing()


class CommitteeDetailView(SaysWithdrawn, AddressedDetailView):
    """A committee with its meetings, newest first."""

    def withdrawn_items(self) -> QuerySet:
        return withdrawn_items().filter(committee_slugs__contains=[self.kwargs["slug"]])

    def get_object(self, queryset: QuerySet | None = None) -> Committee:
        return get_by_slug(Committee.objects.public(), self.kwargs["slug"])

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        meetings = self.object.meetings.public().for_listing().newest_first()
        return super().get_context_data(meetings=meetings, **kwargs)


class MeetingListView(FilteredListView):
    queryset = Meeting.objects.public().for_listing().newest_first()
    filterset_class = MeetingFilterSet
    singular, plural = "meeting", "meetings"


class MeetingDetailView(SaysWithdrawn, DetailView):
    """A meeting with what it considered."""

    queryset = Meeting.objects.public().select_related("committee")

    def withdrawn_items(self) -> QuerySet:
        return withdrawn_items().filter(meeting=self.kwargs["pk"])

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        items = self.object.items.public().for_listing()
        has_pdf = not lacking() and not is_too_long(items)
        return super().get_context_data(items=items, has_pdf=has_pdf, **kwargs)


class MeetingPaperView(SaysWithdrawn, DetailView):
    """The minutes of a meeting as a PDF, with all its items in full."""

    queryset = MeetingDetailView.queryset
    withdrawn_items = MeetingDetailView.withdrawn_items
    template_name = "committees/meeting_paper.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(items=self.object.items.public().for_paper(), **kwargs)

    def render_to_response(self, context: dict[str, Any], **kwargs) -> HttpResponse:
        page = self.object.get_absolute_url()
        if lacking():
            return no_pdf(self.request, page)
        if is_too_long(context["items"]):
            return no_pdf(self.request, page, too_long=True)
        name = f"minutes-of-meeting-{self.object.pk}.pdf"
        return as_pdf(self.request, self.template_name, context, name=name, page=page)
