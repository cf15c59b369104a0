"""What search engines ask for first."""

from django.contrib.sitemaps import views
from django.contrib.sitemaps.views import SitemapIndexItem
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from minutes_portal.discovery.sitemaps import sitemaps

PART = "discovery:sitemap_part"


@views.x_robots_tag
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The files that hold anything. Django's own index counts them all."""
    files = [
        SitemapIndexItem(request.build_absolute_uri(address_of_file(section, number)))
        for section, sitemap in sitemaps().items()
        for number in sitemap.files()
    ]
    told = {"sitemaps": files}
    return render(request, "sitemap_index.xml", told, content_type="application/xml")


def address_of_file(section: str, number: int) -> str:
    address = reverse(PART, args=[section])
    return address if number == 1 else f"{address}?p={number}"


def sitemap_part(request: HttpRequest, section: str) -> HttpResponse:
    parts = sitemaps()
    if section not in parts:
        raise Http404
    return views.sitemap(request, {section: parts[section]}, section=section)


def robots(request: HttpRequest) -> HttpResponse:
    address = request.build_absolute_uri(reverse("discovery:sitemap"))
    return render(request, "site/robots.txt", {"sitemap": address}, content_type="text/plain")
