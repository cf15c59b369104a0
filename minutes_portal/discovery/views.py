"""What search engines ask for first."""

from django.contrib.sitemaps import views
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from minutes_portal.discovery.sitemaps import RecordSitemap, sitemaps

PART = "discovery:sitemap_part"


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The parts that hold anything, page by page."""
    parts = {
        name: sitemap
        for name, sitemap in sitemaps().items()
        if not isinstance(sitemap, RecordSitemap) or sitemap.paginator.ranges
    }
    return views.index(request, parts, sitemap_url_name=PART)


def sitemap_part(request: HttpRequest, section: str) -> HttpResponse:
    parts = sitemaps()
    if section not in parts:
        raise Http404
    return views.sitemap(request, {section: parts[section]}, section=section)


def robots(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("discovery:sitemap"))
    return render(request, "site/robots.txt", {"sitemap": address}, content_type="text/plain")
