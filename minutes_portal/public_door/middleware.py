"""Puts every address but the officers' desk behind the public door."""

from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from psycopg2.errors import QueryCanceled

from minutes_portal.public_door.doors import public_door

Respond = Callable[[HttpRequest], HttpResponse]


class PublicDoor:
    """Stands last in the list, so that it holds the view, its template and its error page."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_at_the_desk(request):
            return self.get_response(request)
        with public_door():
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = by_public_door(response.streaming_content)
        return response

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """A page that the database stopped because it took too long says so."""
        stopped = isinstance(fault, OperationalError) and isinstance(fault.__cause__, QueryCanceled)
        if not stopped or is_at_the_desk(request):
            return None
        response = render(request, "site/too_slow.html", status=503)
        response["Retry-After"] = "60"
        return response


def is_at_the_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(settings.DESK_PATH)


def by_public_door(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A download is made while it is sent, when the page itself is long done."""
    rest = iter(chunks)
    while True:
        with public_door():
            chunk = next(rest, None)
        if chunk is None:
            return
        yield chunk
