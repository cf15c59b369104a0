"""The PDF as it is sent, or the page that says why there is none."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from minutes_portal.paper.engine import Busy, lacking, pdf_of

NO_PDF = "site/no_pdf.html"
SECONDS = 10


def as_pdf(
    request: HttpRequest, template: str, context: dict[str, Any], *, name: str, page: str
) -> HttpResponse:
    """A template as a file of this name; `page` is the address of the page it is made of."""
    address = request.build_absolute_uri(page)
    words = render_to_string(template, context | {"address": address}, request)
    try:
        content = pdf_of(words, address)
    except Busy:
        answer = no_pdf(request, page, status=503, busy=True)
        answer["Retry-After"] = str(SECONDS)
        return answer
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Link": f'<{address}>; rel="canonical"',
        },
    )


def no_pdf(request: HttpRequest, page: str, *, status: int = 404, **why: bool) -> HttpResponse:
    """Says how to get the page on paper all the same.

    404 and not 501: no such file is here, and that is no fault of the server that whoever watches
    over it should be called for.
    """
    told = {"page": page, "lacking": lacking(), **why}
    return render(request, NO_PDF, told, status=status)
