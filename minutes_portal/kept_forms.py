"""When the database goes away, the officers' desk says so and gives back what was typed."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_protect
from django.views.defaults import server_error as ordinary_server_error

# What is never sent back to a browser, and what a page gets anew.
UNSAID = ("password", "token")
SHORT = 60


@dataclass(frozen=True, slots=True)
class Typed:
    """A field of the form as it was sent."""

    name: str
    words: str

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").replace("-", " ").capitalize()

    @property
    def is_long(self) -> bool:
        """Whether somebody wrote more into it than is quickly written again."""
        return len(self.words) > SHORT or "\n" in self.words


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a fault: at the desk, one that loses nothing where the database is away."""
    fault = sys.exc_info()[1]
    at_the_desk = request.path_info.startswith(settings.DESK_PATH)
    if at_the_desk and isinstance(fault, OperationalError | InterfaceError):
        return _kept_form(request)
    return ordinary_server_error(request)


@csrf_protect
def _kept_form(request: HttpRequest) -> HttpResponse:
    context = {
        "title": "The database cannot be reached",
        "typed": list(_typed(request)),
        "files": [file.name for name in request.FILES for file in request.FILES.getlist(name)],
        "has_permission": False,
    }
    return render(request, "admin/kept_form.html", context, status=503)


def _typed(request: HttpRequest) -> Iterator[Typed]:
    for name in request.POST:
        if not any(word in name.lower() for word in UNSAID):
            yield from (Typed(name, words) for words in request.POST.getlist(name))
