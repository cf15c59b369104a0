"""The addresses of the public site, taken from the URL configuration."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse


def public_routes(
    resolver: URLResolver | None = None, namespace: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every address but those of the officers' desk, by its name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield f"{namespace}:{entry.name}".lstrip(":"), entry
        elif not f"/{entry.pattern}".startswith(settings.DESK_PATH):
            yield from public_routes(entry, ":".join(filter(None, [namespace, entry.namespace])))


def page_addresses() -> list[str]:
    """The pages that need no parameter. What ends in no slash is a file, such as robots.txt."""
    routes = public_routes()
    addresses = [reverse(name) for name, entry in routes if not entry.pattern.converters]
    return [address for address in addresses if address.endswith("/")]
