"""The home page, and the dashboards of the council and of each committee."""

from typing import Any
from urllib.parse import unquote

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.generic import TemplateView

from agenda.dashboards.decided import decisions, proposals, sentences
from agenda.dashboards.scope import Scope
from agenda.dashboards.tasks import Outstanding, Tasks
from agenda.dashboards.waiting import Waiting
from agenda.models import AgendaItem, Withdrawal
from committees.models import Committee
from minutes_portal.addresses import SaysWithdrawn, get_by_slug

DECIDED_AT_HOME = 5
REPORTS_AT_HOME = 3
OWNERS_AT_HOME = 8


class HomeView(TemplateView):
    """The first page: the newest decisions, what is to come back, and who must act."""

    template_name = "agenda/home.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        scope = Scope()
        return super().get_context_data(
            items=newest_decided(),
            waiting=Waiting(scope, shown=REPORTS_AT_HOME),
            tasks=Outstanding(scope, shown=OWNERS_AT_HOME),
            committees=Committee.objects.public().for_listing(),
            **kwargs,
        )


def newest_decided() -> QuerySet:
    """The newest items with resolutions, each with these; none of those on every agenda."""
    decided = AgendaItem.objects.public().decided().newest_first()
    items = decided.exclude(search_entry__routine=True)
    related = items.select_related("meeting__committee").prefetch_related("resolutions")
    return related.defer("minutes", "background", "spans")[:DECIDED_AT_HOME]


class DashboardView(TemplateView):
    """What the council decided, what is to be done, and what is to come back, in numbers."""

    template_name = "agenda/dashboard.html"
    committee: Committee | None = None

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        scope = Scope(self.committee)
        proposed = proposals(scope)
        return super().get_context_data(
            committee=self.committee,
            decisions=decisions(scope),
            proposals=proposed,
            sentences=sentences(proposed),
            tasks=Tasks(scope),
            waiting=Waiting(scope),
            **kwargs,
        )


class CommitteeDashboardView(SaysWithdrawn, DashboardView):
    """The same of one committee."""

    def withdrawn_items(self) -> QuerySet:
        return Withdrawal.objects.filter(committee_slugs__contains=[self.kwargs["slug"]])

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.committee = get_by_slug(Committee.objects.public(), kwargs["slug"])
        address = reverse("agenda:committee_dashboard", args=[self.committee.slug])
        if unquote(address) != request.path:
            return HttpResponsePermanentRedirect(address)
        return super().get(request, *args, **kwargs)
