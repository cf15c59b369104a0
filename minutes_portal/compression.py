"""Sends public pages compressed."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware


class CompressPublicPages(GZipMiddleware):
    """Not the desk's: whoever can watch the size of a page that repeats what it was asked may
    guess a secret on it. No public page holds one."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.path_info.startswith(settings.DESK_PATH):
            return response
        return super().process_response(request, response)
