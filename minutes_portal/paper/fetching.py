"""What a PDF may fetch. Imported by who has WeasyPrint alone."""

from typing import Any, NoReturn

from weasyprint.urls import URLFetcher


class FetchesNothing(URLFetcher):
    """Minutes may hold any words; none of them makes this server ask for an address or a file."""

    def fetch(self, url: str, headers: Any = None) -> NoReturn:
        raise ValueError("A PDF is made of what stands in its page, and fetches nothing.")
