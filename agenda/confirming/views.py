"""The list of what waits to be confirmed, and the page that puts one suggestion right."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from agenda.confirming.kind import Kind
from agenda.confirming.kinds import KINDS
from agenda.confirming.settling import CONFIRM, REJECT, Settled, correct, settle
from agenda.models import AgendaItem
from committees.models import Committee
from minutes_portal.listing import nearest_page

PERMISSION = "agenda.change_agendaitem"
ON_A_PAGE = 25
CHANGED = "Nothing was saved: this has changed since you opened it. Look at it again."


def confirming_urls(site: AdminSite) -> list[URLPattern]:
    """The addresses of the list, within the admin of agenda items."""
    return [
        path("confirm/", site.admin_view(first_list), name="confirm"),
        path("confirm/<slug:kind>/", site.admin_view(list_of_kind), name="confirm_list"),
        path("confirm/<slug:kind>/<int:pk>/", site.admin_view(put_right), name="confirm_one"),
    ]


def for_officers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for those who may change items."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        if "kind" in kwargs:
            if kwargs["kind"] not in KINDS:
                raise Http404
            kwargs["kind"] = KINDS[kwargs["kind"]]
        return require_http_methods(["GET", "POST"])(view)(request, **kwargs)

    return guarded


@for_officers
def first_list(request: HttpRequest) -> HttpResponse:
    """The first kind of which something waits."""
    waiting = (name for name, kind in KINDS.items() if kind.waiting().exists())
    return redirect("admin:confirm_list", next(waiting, next(iter(KINDS))))


@for_officers
def list_of_kind(request: HttpRequest, kind: Kind) -> HttpResponse:
    committee = request.GET.get("committee", "")
    if request.method == "POST":
        _settle(request, kind)
        return redirect(request.get_full_path())
    numbers = of_committee(kind, kind.waiting(), committee).values_list("pk", flat=True)
    page = nearest_page(Paginator(numbers, ON_A_PAGE), request.GET.get("page", ""))
    shown = kind.with_words(kind.model.objects.filter(pk__in=list(page))).in_bulk()
    records = [shown[number] for number in page if number in shown]
    context = {
        "title": f"To confirm: {kind.words.lower()}",
        "kind": kind,
        "rows": [(record, kind.seen(record), kind.can_confirm(record)) for record in records],
        "page_obj": page,
        "kinds": [(each, each.waiting().count()) for each in KINDS.values()],
        "committees": Committee.objects.order_by("name"),
        "committee": committee,
        "kept": urlencode({"committee": committee}) if committee else "",
    }
    return _page(request, "list", context)


def of_committee(kind: Kind, records: QuerySet, slug: str) -> QuerySet:
    if not slug:
        return records
    path_to = f"{kind.item}__meeting__committee__slug"
    return records.filter(pk__in=kind.model.objects.filter(**{path_to: slug}).values("pk"))


def _settle(request: HttpRequest, kind: Kind) -> None:
    """Take the button that was pressed: beside one row, or for all that are ticked."""
    for verb in (CONFIRM, REJECT):
        if verb in request.POST and (verb == CONFIRM or kind.reject_words):
            pressed = request.POST[verb]
            chosen = request.POST.getlist("ticked") if pressed == "ticked" else [pressed]
            numbers = [int(each) for each in chosen if each.isdecimal() and len(each) < 19]
            seen = {number: request.POST.get(f"seen-{number}", "") for number in numbers}
            _tell(request, settle(kind, verb, seen), verb)


def _tell(request: HttpRequest, settled: Settled, verb: str) -> None:
    if settled.done:
        done = "Confirmed" if verb == CONFIRM else "Rejected"
        messages.success(request, f"{done}: {settled.done}.")
    if settled.left:
        names = "; ".join(str(record)[:80] for record in settled.left)
        messages.warning(
            request, f"Left as they are, since they have changed or need a correction: {names}"
        )
    if not settled.done and not settled.left:
        messages.warning(request, "Nothing was ticked.")


@for_officers
def put_right(request: HttpRequest, kind: Kind, pk: int) -> HttpResponse:
    """The small form of one suggestion; it saves only over what the officer has seen."""
    record = kind.with_words(kind.model.objects.filter(pk=pk)).first()
    if record is None:
        raise Http404
    form = kind.form_class(record, request.POST or None)
    if request.method == "POST" and form.is_valid():
        seen = request.POST.get("seen", "")
        if correct(kind, pk, seen, lambda current: kind.correct(current, form)):
            messages.success(request, "Put right and confirmed.")
            return redirect("admin:confirm_list", kind.name)
        messages.error(request, CHANGED)
        return redirect(request.path)
    context = {
        "title": f"Put right: {kind.words.lower()}",
        "kind": kind,
        "record": record,
        "seen": kind.seen(record),
        "form": form,
        "back": reverse("admin:confirm_list", args=[kind.name]),
    }
    return _page(request, "correct", context)


def _page(request: HttpRequest, name: str, context: dict[str, Any]) -> TemplateResponse:
    shared = admin.site.each_context(request) | {"opts": AgendaItem._meta}
    return TemplateResponse(request, f"admin/confirming/{name}.html", shared | context)
