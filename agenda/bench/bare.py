"""The least that Django can do: one address, one line of text. It is what pages are held against."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello", headers={"Content-Type": "text/plain", "Content-Length": "5"})


urlpatterns = [path("", hello)]


def application():
    """For a process of its own, which has no other settings."""
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], SECRET_KEY="bare")
    return get_wsgi_application()
