"""The pages of the import at the officers' desk: hand in, look, confirm."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from agenda.import_models import DraftDocument, ImportDraft
from agenda.imports import drafts, pages
from agenda.imports.forms import GivenForm, UploadForm
from agenda.imports.reading import read_more, read_now
from agenda.imports.uploads import SizeLimit, receive

IMPORT_PERMISSION = "agenda.import_documents"
UPLOAD, DRAFT, DOCUMENT = "admin:import_upload", "admin:import_draft", "admin:import_document"

View = Callable[..., HttpResponse]


def import_urls(site: AdminSite) -> list[URLPattern]:
    """The addresses of the import, within the admin of source documents."""
    return [
        path("import/", site.admin_view(upload), name="import_upload"),
        path("import/<int:pk>/", site.admin_view(look_at_draft), name="import_draft"),
        path(
            "import/<int:pk>/<int:position>/",
            site.admin_view(look_at_document),
            name="import_document",
        ),
    ]


def importing(view: View) -> View:
    """Only for those who may import."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(IMPORT_PERMISSION):
            raise PermissionDenied
        return require_http_methods(["GET", "POST"])(view)(request, *args, **kwargs)

    return guarded


@csrf_exempt
@importing
def upload(request: HttpRequest) -> HttpResponse:
    """Take a text or files. The token is checked within, since the check reads what is sent."""
    limit = SizeLimit(request)
    if not receive(request, limit):
        return pages.upload_page(request, UploadForm(), too_much=True)
    return _upload(request, limit)


@csrf_protect
def _upload(request: HttpRequest, limit: SizeLimit) -> HttpResponse:
    if request.method != "POST":
        return pages.upload_page(request, UploadForm())
    form = UploadForm(request.POST, request.FILES, refused=limit.refused)
    if not form.is_valid():
        return pages.upload_page(request, form)
    draft = drafts.keep_draft(request.user, form.documents(), form.given)
    alone = draft.documents.count() == 1 and draft.documents.unread().exists()
    return redirect(DOCUMENT, draft.pk, 1) if alone else redirect(DRAFT, draft.pk)


@importing
def look_at_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """All documents of an upload; while some wait to be read or stored, how far that is."""
    draft = get_object_or_404(ImportDraft.objects.of(request.user), pk=pk)
    if request.POST.get("do") == "discard":
        draft.delete()
        messages.success(request, "The upload was thrown away. Nothing of it was stored.")
        return redirect(UPLOAD)
    if request.method == "POST":
        _store(request, draft, request.POST.getlist("document"))
        return redirect(DRAFT, pk)
    if draft.documents.unread().exists():
        read_more(draft)
    elif draft.documents.to_store().exists():
        drafts.store_more(draft)
    return pages.draft_page(request, draft)


@importing
def look_at_document(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """One document of an upload, as it would be stored."""
    draft = get_object_or_404(ImportDraft.objects.of(request.user), pk=pk)
    waiting = draft.documents.filter(stored_at=None).exclude(text="")
    document = get_object_or_404(waiting, position=position)
    if request.POST.get("do") == "store":
        _store(request, draft, [position])
        return redirect(DRAFT, pk)
    form = GivenForm(request.POST or None, instance=document)
    if form.is_valid():
        _give(document, form)
        return redirect(DOCUMENT, pk, position)
    if not document.outcome:
        read_now(document)
    return pages.document_page(request, document, form)


def _give(document: DraftDocument, form: GivenForm) -> None:
    """Take what the officer gave; the document has to be read with it."""
    form.save(commit=False)
    document.outcome, document.reason = "", ""
    document.save()


def _store(request: HttpRequest, draft: ImportDraft, positions: list[str | int]) -> None:
    """Store the confirmed documents, or the first of many; the next page goes on with the rest."""
    publish = request.POST.get("publish") == "on"
    chosen = [int(position) for position in positions if str(position).isdecimal()]
    with transaction.atomic():
        if not drafts.confirm(draft, chosen, publish=publish):
            messages.warning(request, "Nothing was stored: tick the documents to store.")
            return
        drafts.store_more(draft)
