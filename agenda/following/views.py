"""The pages of follow-ups and matters. Every one of them starts from `.public()`."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from agenda.expected_reports import ExpectedReport
from agenda.following.filters import (
    ExpectedReportFilterSet,
    MatterFilterSet,
    MatterItemFilterSet,
)
from agenda.following.summary import MatterSummary
from agenda.matters import Matter
from minutes_portal.addresses import get_by_slug, redirect_to_address
from minutes_portal.listing import FilteredListView


class ExpectedReportListView(FilteredListView):
    filterset_class = ExpectedReportFilterSet
    template_name = "agenda/expectedreport_list.html"
    singular, plural = "follow-up", "follow-ups"

    @property
    def queryset(self) -> QuerySet:
        """Asked for at each request: what is overdue depends on the day."""
        return ExpectedReport.objects.public().with_state().longest_overdue_first()

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple:
        """Finds the page by numbers alone; only what it shows is joined with its meetings."""
        paginator, page, found, is_paginated = super().paginate_queryset(queryset, page_size)
        numbers = list(found.values_list("pk", flat=True))
        shown = ExpectedReport.objects.public().with_state().for_listing().in_bulk(numbers)
        page.object_list = [shown[number] for number in numbers]
        return paginator, page, page.object_list, is_paginated


class MatterListView(FilteredListView):
    queryset = Matter.objects.public().for_listing()
    filterset_class = MatterFilterSet
    singular, plural = "matter", "matters"


class MatterView(FilteredListView):
    """What committees made of one matter, meeting by meeting."""

    filterset_class = MatterItemFilterSet
    template_name = "agenda/matter.html"
    singular, plural = "agenda item", "agenda items"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.matter = get_by_slug(Matter.objects.public().for_listing(), kwargs["slug"])
        redirect = redirect_to_address(request, self.matter)
        return redirect or super().get(request, *args, **kwargs)

    @property
    def queryset(self) -> QuerySet:
        return self.matter.memberships.public().for_timeline()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        summary = MatterSummary(self.matter)
        return super().get_context_data(matter=self.matter, summary=summary, **kwargs)
