"""Makes a PDF of HTML: tagged for screen readers (PDF/UA), without fetching anything."""

import threading
from functools import cache
from typing import Any

from django.conf import settings

STYLES = settings.BASE_DIR / "static" / "css" / "paper.css"
PACKAGE = "the Python package WeasyPrint (pip install -r requirements-pdf.txt)"
LIBRARY = (
    "the library Pango (on Debian and Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0)"
)
# Of the threads of one process one makes a PDF; the others go on answering.
MAKING = threading.Lock()


class Busy(Exception):
    """Another PDF is being made by this process."""


@cache
def lacking() -> str:
    """What must be installed before a PDF can be made here; nothing where it can."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return PACKAGE
    except OSError:
        return LIBRARY
    return ""


def pdf_of(page: str, address: str) -> bytes:
    """The page as a PDF; `address` is what its links are relative to. Raises `Busy`."""
    from weasyprint import HTML

    from minutes_portal.paper.fetching import FetchesNothing

    if not MAKING.acquire(blocking=False):
        raise Busy
    try:
        document = HTML(string=page, base_url=address, url_fetcher=FetchesNothing())
        return document.write_pdf(pdf_variant="pdf/ua-1", stylesheets=[styles()])
    finally:
        MAKING.release()


@cache
def styles() -> Any:
    from weasyprint import CSS

    return CSS(string=STYLES.read_text(encoding="utf-8"))
