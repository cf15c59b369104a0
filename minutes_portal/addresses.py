"""Pages with one address each; older addresses lead there for good."""

from urllib.parse import unquote

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls.converters import StringConverter
from django.views.generic import DetailView

from committees.slugs import Slugged, SluggedQuerySet


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


class AddressedDetailView(DetailView):
    """The page of one record."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.object = self.get_object()
        redirect = redirect_to_address(request, self.object)
        return redirect or self.render_to_response(self.get_context_data(object=self.object))
