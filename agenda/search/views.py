"""The pages of searching."""

from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.generic import View
from psycopg2.errors import QueryCanceled

from agenda.models import AgendaItem
from agenda.search.filterset import AgendaItemFilterSet
from agenda.search.page import FoundPaginator, SearchPage
from minutes_portal.kept_pages.values import once_a_publication

SINGULAR, PLURAL = "agenda item", "agenda items"


class AgendaItemListView(View):
    """The agenda items, searched and narrowed; the address is the search."""

    queryset = AgendaItem.objects.public()
    filterset_class = AgendaItemFilterSet
    template_name = "agenda/agendaitem_list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        filterset = self.filterset()
        asked = request.GET.get("page", "").strip()
        if not filterset.is_valid():
            page = FoundPaginator(0).page(1)
            context = {"filterset": filterset, "page_obj": page, "paginator": page.paginator}
            return self.show(context, status=400)
        try:
            search = SearchPage(filterset, number_of(asked))
            return self.show(context_of(search, asked))
        except OperationalError as error:
            if not isinstance(error.__cause__, QueryCanceled):
                raise
            return self.show({"filterset": filterset}, "agenda/search/too_slow.html", 503)

    def filterset(self) -> AgendaItemFilterSet:
        """What is asked for; of the whole list the same on every page of it."""

        def asked_in(parameters: QueryDict) -> AgendaItemFilterSet:
            return self.filterset_class(parameters, queryset=self.queryset)

        if self.request.GET.keys() - {"page"}:
            return asked_in(self.request.GET)
        return once_a_publication("filters of the whole list", lambda: asked_in(QueryDict()))

    def show(
        self, context: dict[str, Any], template: str = template_name, status: int = 200
    ) -> HttpResponse:
        named = {"singular": SINGULAR, "plural": PLURAL}
        return render(self.request, template, named | context, status=status)


def number_of(asked: str) -> int:
    """The number of a page; the first for what is no number."""
    try:
        return int(asked)
    except ValueError:
        return 1


def context_of(search: SearchPage, asked: str) -> dict[str, Any]:
    page = search.page
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "filterset": search.filterset,
        "search": search,
        "found": search.found,
        "page_obj": page,
        "paginator": page.paginator,
        "object_list": page.object_list,
        "page_numbers": numbers,
        "asked_page": "" if asked in ("", str(page.number)) else asked,
    }


def open_search(request: HttpRequest) -> HttpResponse:
    """Lets a browser offer the portal among its search engines."""
    address = request.build_absolute_uri(reverse("agenda:item_list"))
    context = {"address": address, "name": settings.COUNCIL.site_name}
    content_type = "application/opensearchdescription+xml"
    return render(request, "agenda/search/opensearch.xml", context, content_type=content_type)
