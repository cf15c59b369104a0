"""What holds for every page of the officers' desk, whichever view makes it."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

SIGNED_IN_AT = "signed_in_at"

Respond = Callable[[HttpRequest], HttpResponse]


def is_at_the_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(settings.DESK_PATH)


def note_sign_in(request: HttpRequest, user: AbstractBaseUser, **_: object) -> None:
    """Remember in the session when it began."""
    request.session[SIGNED_IN_AT] = time.time()


class NeverCached:
    """Neither a browser nor a proxy keeps a page of the desk."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_at_the_desk(request):
            add_never_cache_headers(response)
        return response


class SignInEnds:
    """Signs people out after a day's work, however busy they were."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_at_the_desk(request) and request.user.is_authenticated:
            since = request.session.get(SIGNED_IN_AT, 0)
            if time.time() - since > settings.SIGN_IN_SECONDS:
                logout(request)
        return self.get_response(request)


class TwoFactor:
    """Leads whoever gave only a password to the second step, from every page of the desk."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.TWO_FACTOR and is_at_the_desk(request) and not self.may_pass(request):
            return redirect_to_login(request.get_full_path(), reverse("two_factor:code"))
        return self.get_response(request)

    def may_pass(self, request: HttpRequest) -> bool:
        user = request.user
        steps = (reverse("admin:login"), reverse("admin:logout"), reverse("two_factor:code"))
        return not user.is_authenticated or user.is_verified() or request.path.startswith(steps)
