"""Pages on what was considered and decided. Every one of them starts from `.public()`."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.views.generic import TemplateView

from agenda.filtersets import (
    ActionFilterSet,
    AgendaItemFilterSet,
    OwnerActionFilterSet,
    OwnerFilterSet,
    PointFilterSet,
)
from agenda.models import Action, AgendaItem, Post, Recommendation, Resolution, Withdrawal
from committees.models import Committee
from minutes_portal.addresses import (
    AddressedDetailView,
    SaysWithdrawn,
    get_by_slug,
    redirect_to_address,
)
from minutes_portal.listing import FilteredListView

SHOWN_AT_HOME = 5


class HomeView(TemplateView):
    template_name = "agenda/home.html"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        actions = Action.objects.public().outstanding().for_listing()
        return super().get_context_data(
            items=AgendaItem.objects.public().for_listing().newest_first()[:SHOWN_AT_HOME],
            actions=actions.newest_first()[:SHOWN_AT_HOME],
            committees=Committee.objects.public().for_listing(),
            **kwargs,
        )


class AboutView(TemplateView):
    template_name = "agenda/about.html"


class AgendaItemListView(FilteredListView):
    queryset = AgendaItem.objects.public().for_listing()
    filterset_class = AgendaItemFilterSet
    singular, plural = "agenda item", "agenda items"


class AgendaItemDetailView(SaysWithdrawn, AddressedDetailView):
    queryset = AgendaItem.objects.public().for_page()

    def withdrawn_items(self) -> QuerySet:
        return Withdrawal.objects.filter(item=self.kwargs["pk"])


class ResolutionListView(FilteredListView):
    queryset = Resolution.objects.public().for_listing().newest_first()
    filterset_class = PointFilterSet
    singular, plural = "resolution", "resolutions"


class RecommendationListView(FilteredListView):
    queryset = Recommendation.objects.public().for_listing().newest_first()
    filterset_class = PointFilterSet
    singular, plural = "recommendation", "recommendations"


class ActionListView(FilteredListView):
    queryset = Action.objects.public().for_listing().newest_first()
    filterset_class = ActionFilterSet
    singular, plural = "action", "actions"


class OwnerListView(FilteredListView):
    queryset = Post.objects.public().for_listing()
    filterset_class = OwnerFilterSet
    singular, plural = "owner", "owners"
    paginate_by = 50


class OwnerView(FilteredListView):
    """A post and its actions, the open ones first."""

    filterset_class = OwnerActionFilterSet
    template_name = "agenda/owner.html"
    singular, plural = "action", "actions"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.owner = get_by_slug(Post.objects.public(), kwargs["slug"])
        redirect = redirect_to_address(request, self.owner)
        return redirect or super().get(request, *args, **kwargs)

    @property
    def queryset(self) -> QuerySet:
        return self.owner.actions.public().for_listing().open_first()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(owner=self.owner, **kwargs)
