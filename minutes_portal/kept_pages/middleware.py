"""Sends a kept page, or none at all to a browser that has it, as long as nothing has changed."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from minutes_portal.kept_pages.publication import current_publication
from minutes_portal.kept_pages.release import release
from minutes_portal.kept_pages.values import publication

CACHE = "pages"
# What is longer is a download.
LARGEST = 300_000
LONGEST_ADDRESS = 1_000


class KeptPages:
    """Stands first in the list: whatever the others add to a page is kept with it.

    A page is known by the number of the publication it was made from, read before anything
    else of it, so that none is ever sent after the record has changed. "Overdue" depends on
    the day, which is a part of the name as well. Browsers may keep a page too, but must ask.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = self.publication_for(request)
        if number is None:
            return self.get_response(request)
        tag = self.tag_of(request, number)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            return marked(HttpResponseNotModified(), tag)
        kept = caches[CACHE].get(tag)
        if kept is None:
            with publication(number):
                return self.made(request, tag)
        content, headers = kept
        return HttpResponse(content, headers=headers)

    def publication_for(self, request: HttpRequest) -> int | None:
        """The number of the record's present state; None for pages that are not kept."""
        if request.path_info.startswith((settings.DESK_PATH, settings.STATIC_URL)):
            return None
        try:
            request.get_host()
            number = current_publication()
        except (DisallowedHost, Error):
            return None  # The page itself finds the same, and says it.
        is_kept = request.method in ("GET", "HEAD")
        return number if is_kept and len(request.get_full_path()) <= LONGEST_ADDRESS else None

    def tag_of(self, request: HttpRequest, number: int) -> str:
        """The name of the page in this state of the record."""
        address = request.scheme, request.get_host(), request.get_full_path()
        compressed = "gzip" in request.headers.get("Accept-Encoding", "")
        parts = (number, release(), timezone.localdate(), *address, compressed)
        return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'

    def made(self, request: HttpRequest, tag: str) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 200 or response.streaming or response.cookies:
            return response
        # What says itself how long it may be kept, such as a council's colours.
        if response.has_header("Cache-Control"):
            return response
        marked(response, tag)
        if request.method == "GET" and len(response.content) <= LARGEST:
            caches[CACHE].set(tag, (response.content, dict(response.headers)))
        return response


def marked(response: HttpResponse, tag: str) -> HttpResponse:
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
