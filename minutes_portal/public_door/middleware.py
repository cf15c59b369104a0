"""Puts every address but the officers' desk behind the public door."""

from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from minutes_portal.public_door.doors import public_door

Respond = Callable[[HttpRequest], HttpResponse]


class PublicDoor:
    """Stands last in the list, so that it holds the view, its template and its error page."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(settings.DESK_PATH):
            return self.get_response(request)
        with public_door():
            response = self.get_response(request)
        if response.streaming:
            response.streaming_content = by_public_door(response.streaming_content)
        return response


def by_public_door(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """A download is made while it is sent, when the page itself is long done."""
    rest = iter(chunks)
    while True:
        with public_door():
            chunk = next(rest, None)
        if chunk is None:
            return
        yield chunk
