"""Pages on what was considered and decided. Every one of them starts from `.public()`."""

from django.db.models import QuerySet
from django.http import Http404
from django.views.generic import TemplateView

from agenda.filtersets import RecommendationFilterSet, ResolutionFilterSet
from agenda.models import AgendaItem, Recommendation, Resolution, Withdrawal
from agenda.whole_items import published_item
from minutes_portal.addresses import AddressedDetailView, SaysWithdrawn
from minutes_portal.listing import FilteredListView


class AboutView(TemplateView):
    template_name = "agenda/about.html"


class AgendaItemDetailView(SaysWithdrawn, AddressedDetailView):
    model = AgendaItem

    def get_object(self) -> AgendaItem:
        try:
            return published_item(self.kwargs["pk"])
        except AgendaItem.DoesNotExist:
            raise Http404 from None

    def withdrawn_items(self) -> QuerySet:
        return Withdrawal.objects.filter(item=self.kwargs["pk"])


class ResolutionListView(FilteredListView):
    queryset = Resolution.objects.public().for_listing().newest_first()
    filterset_class = ResolutionFilterSet
    singular, plural = "resolution", "resolutions"


class RecommendationListView(FilteredListView):
    queryset = Recommendation.objects.public().for_listing().newest_first()
    filterset_class = RecommendationFilterSet
    singular, plural = "recommendation", "recommendations"
