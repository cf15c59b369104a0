"""What a council gives of its own to every page: its colours and its logo."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

FOR_EVER = "public, max-age=31536000, immutable"


def colours(request: HttpRequest) -> HttpResponse:
    council = settings.COUNCIL
    response = HttpResponse(council.stylesheet, content_type="text/css; charset=utf-8")
    return kept(response, request, council.stylesheet_version)


def logo(request: HttpRequest) -> HttpResponse:
    picture = settings.COUNCIL.logo
    if picture is None:
        raise Http404
    response = HttpResponse(picture.content, content_type=picture.content_type)
    return kept(response, request, picture.version)


def kept(response: HttpResponse, request: HttpRequest, version: str) -> HttpResponse:
    """Kept by browsers for as long as the address names this very content."""
    named = request.GET.get("v") == version
    response.headers["Cache-Control"] = FOR_EVER if named else "no-cache"
    return response
