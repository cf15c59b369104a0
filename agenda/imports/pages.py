"""What the pages of the import show."""

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

from agenda.import_models import KEPT_FOR, DraftDocument, ImportDraft
from agenda.imports import uploads
from agenda.imports.drafts import PUBLISH_PERMISSION
from agenda.imports.forms import GivenForm, UploadForm
from agenda.imports.preview import preview_of
from agenda.models import SourceDocument
from agenda.parsing.parser import NotMinutes
from committees.models import Committee

LIMITS = {
    "documents": uploads.MOST_DOCUMENTS,
    "file": uploads.LARGEST_UPLOAD // uploads.MEGABYTE,
    "request": uploads.LARGEST_REQUEST // uploads.MEGABYTE,
}


def upload_page(
    request: HttpRequest, form: UploadForm, *, too_much: bool = False
) -> TemplateResponse:
    """The form to hand in, and what was handed in and waits."""
    context = {
        "title": "Import documents",
        "form": form,
        "too_much": too_much,
        "drafts": ImportDraft.objects.of(request.user).with_counts(),
        "limits": LIMITS,
        "kept_days": KEPT_FOR.days,
        "committees": Committee.objects.values_list("name", flat=True),
    }
    return _page(request, "upload", context, status=413 if too_much else 200)


def draft_page(request: HttpRequest, draft: ImportDraft) -> TemplateResponse:
    """How far the reading or the storing is, or else all documents by what becomes of them."""
    documents = draft.documents.defer("text")
    reading, storing = documents.unread().count(), documents.to_store().count()
    context = {"title": str(draft), "draft": draft}
    if reading or storing:
        stored = documents.stored().count()
        total = documents.count() if reading else storing + stored
        done = total - (reading or storing)
        context |= {"reading": reading, "total": total, "done": done}
        return _page(request, "progress", context)
    context |= {
        "waiting": documents.storable(),
        "superseded": documents.filter(outcome=DraftDocument.Outcome.SUPERSEDED),
        "refused": draft.documents.refused(),
        "stored": documents.stored().select_related("source").prefetch_related("source__items"),
    }
    return _page(request, "draft", context)


def document_page(
    request: HttpRequest, document: DraftDocument, form: GivenForm
) -> TemplateResponse:
    """What is read of one document and what it would change, or why it cannot be imported."""
    try:
        preview = None if document.reason else preview_of(document)
    except NotMinutes as error:
        preview, document.reason = None, str(error)
    context = {
        "title": f"Import: {document.name}",
        "draft": document.draft,
        "document": document,
        "preview": preview,
        "form": form,
        "alone": document.draft.documents.count() == 1,
        "committees": Committee.objects.values_list("name", flat=True),
    }
    return _page(request, "document", context)


def _page(
    request: HttpRequest, name: str, context: dict[str, object], status: int = 200
) -> TemplateResponse:
    shared = {
        **admin.site.each_context(request),
        "opts": SourceDocument._meta,
        "may_publish": request.user.has_perm(PUBLISH_PERMISSION),
    }
    return TemplateResponse(request, f"admin/import/{name}.html", shared | context, status=status)
