"""Pages with one address each; older addresses lead there for good."""

from urllib.parse import unquote

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls.converters import StringConverter
from django.views.generic import DetailView

from committees.slugs import Slugged, SluggedQuerySet
from minutes_portal.public_door.lasting_plans import lasting_plans


class SlugConverter(StringConverter):
    """The last part of an address in any alphabet: letters, digits, hyphens."""

    regex = r"[\w-]+"


def get_by_slug(records: SluggedQuerySet, slug: str) -> Slugged:
    """The record of this slug now, else the one that once had it, else 404."""
    named = records.with_slug(slug).alias(is_now=Q(slug=slug)).order_by("-is_now").first()
    if named is None:
        raise Http404
    return named


def redirect_to_address(request: HttpRequest, record: Slugged) -> HttpResponse | None:
    """A permanent redirect where the record's page was asked for by an older address."""
    address = record.get_absolute_url()
    return None if request.path == unquote(address) else HttpResponsePermanentRedirect(address)


class SaysWithdrawn:
    """A page that, once withdrawn, says since when and why with status 410, and nothing else.

    `withdrawn_items` gives the withdrawn items that put the page before the public, the last
    one withdrawn first.
    """

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            told = self.withdrawn_items().values("withdrawn_at", "withdrawal_reason").first()
            if told is None:
                raise
            return render(request, "410.html", told, status=410)

    def withdrawn_items(self) -> QuerySet:
        raise NotImplementedError


class AddressedDetailView(DetailView):
    """The page of one record."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        with lasting_plans():
            self.object = self.get_object()
            if redirect := redirect_to_address(request, self.object):
                return redirect
            context = self.get_context_data(object=self.object)
            return self.render_to_response(context).render()
