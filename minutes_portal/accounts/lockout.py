"""Who is kept from trying passwords, for how long, and what they are told."""

from ipaddress import IPv6Address, ip_address, ip_network

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def client_address(request: HttpRequest) -> str | None:
    """The address that a sign-in comes from.

    Behind the proxy it is the last entry of X-Forwarded-For, which the proxy itself wrote;
    the entries before it are the visitor's own word.
    """
    stated = request.META.get("REMOTE_ADDR", "")
    if settings.HTTPS:
        stated = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip() or stated
    try:
        address = ip_address(stated.partition("%")[0])
    except ValueError:
        return None
    # One IPv6 subscriber has a whole /64 of addresses.
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False).network_address)
    return str(address)


class Lockout(AxesDatabaseHandler):
    """Locks a user name at an address after a few failures, and the address after many."""

    def is_locked(self, request: HttpRequest, credentials: dict | None = None) -> bool:
        return super().is_locked(request, credentials) or self.tries_many_names(request)

    def tries_many_names(self, request: HttpRequest) -> bool:
        recent = AccessAttempt.objects.filter(
            ip_address=request.axes_ip_address, attempt_time__gte=get_cool_off_threshold(request)
        )
        failures = recent.aggregate(total=Sum("failures_since_start"))["total"] or 0
        return failures >= settings.FAILURES_OF_AN_ADDRESS


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict | None = None
) -> HttpResponse:
    """The page for somebody who is kept out, the same whether the user name exists or not."""
    seconds = int(settings.AXES_COOLOFF_TIME.total_seconds())
    context = admin.site.each_context(request) | {
        "title": "Signing in is paused",
        "minutes": seconds // 60,
    }
    page = render(request, "admin/login_locked.html", context, status=429)
    page.headers["Retry-After"] = str(seconds)
    return page
