"""Admin pages of the record: no change is overwritten unseen, and each can be taken back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from committees.conflicts import WatchedForm, digest, field_names, state_of, without_removed
from committees.corrections import Correctable
from committees.differences import conflict_of
from committees.reverting import bring_back, revert
from committees.versions import Version, alterations, versions_of

UNWATCHED = {"seen", "overwrite", "id", "DELETE"}


class RecordAdmin(SimpleHistoryAdmin):
    """A record whose form tells of conflicts, and whose history can be compared and reverted."""

    form = WatchedForm
    change_form_template = "admin/record_change_form.html"

    class Media:
        css = {"all": ["css/desk.css"]}

    def changeform_view(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        request.POST = with_plain_lines(request.POST)
        return super().changeform_view(request, *args, **kwargs)

    # Conflicts

    def get_form(self, request: HttpRequest, obj: Model | None = None, **kwargs) -> type:
        form = super().get_form(request, obj, **kwargs)
        form.parts = self.parts_in_form(request, obj) if obj else {}
        return form

    def parts_in_form(self, request: HttpRequest, record: Model) -> dict[str, list[str]]:
        """The relations edited on this page, each with the fields that can be changed."""
        formsets = [formset for formset, _ in self.get_formsets_with_inlines(request, record)]
        return {
            formset.fk.remote_field.related_name: own_fields(formset.form)
            for formset in formsets
            if own_fields(formset.form)
        }

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model | None:
        """The record; while it is being saved, nobody else saves it or the item it belongs to."""
        if request.method == "POST" and connection.in_atomic_block:
            lock(super().get_object(request, object_id, from_field))
        return super().get_object(request, object_id, from_field)

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Model, inline: Any, prefix: str
    ) -> dict:
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        if "data" in kwargs and obj.pk:
            stored = inline.get_queryset(request).filter(**{inline_key(inline, obj): obj})
            present = {str(pk) for pk in stored.values_list("pk", flat=True)}
            renew = inline.max_num != 0
            kwargs["data"] = without_removed(kwargs["data"], prefix, present, renew=renew)
        return kwargs

    def render_change_form(
        self, request: HttpRequest, context: dict, *args, **kwargs
    ) -> HttpResponse:
        form = context["adminform"].form
        if getattr(form, "meanwhile", None):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            context["conflict"] = conflict_of(form, formsets)
        return super().render_change_form(request, context, *args, **kwargs)

    # Saving

    def save_model(
        self, request: HttpRequest, obj: Model, form: forms.ModelForm, change: bool
    ) -> None:
        if isinstance(obj, Correctable):
            obj.corrected = sorted({*obj.corrected, *form.changed_data})
        super().save_model(request, obj, form, change)

    def after_revert(self, record: Model, names: Iterable[str]) -> None:
        """What must follow when these fields were taken back; subclasses add to it."""
        if isinstance(record, Correctable):
            record.mark_corrected(*names)

    # History

    def parts_with_history(self) -> list[str]:
        """The relations whose changes belong to this record's history."""
        keys = [inline_key(inline, self.model) for inline in self.inlines]
        fields = [i.model._meta.get_field(k) for i, k in zip(self.inlines, keys, strict=True)]
        return [f.remote_field.related_name for f in fields if hasattr(f.model, "history")]

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        number = unquote(object_id)
        record = self.get_object(request, number) or self._removed(number)
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        versions = versions_of(record, self.parts_with_history())
        context = {"record": record, "versions": versions, "title": f"History: {record}"}
        return self._render(request, "admin/record_history.html", record, context)

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context=None
    ) -> HttpResponse:
        number = unquote(object_id)
        row = get_object_or_404(self.model.history, id=number, pk=version_id)
        with transaction.atomic():
            record = self.get_object(request, number)
            if not self.has_view_or_change_permission(request, record):
                raise PermissionDenied
            if request.method == "POST":
                if not self.has_change_permission(request, record):
                    raise PermissionDenied
                return self._take_back(request, record, row)
            return self._show_version(request, record, row)

    def _show_version(self, request: HttpRequest, record: Model | None, row: Model) -> HttpResponse:
        names = self._revertible(request, record)
        context = {
            "record": record,
            "version": Version(row, "", []),
            "changes": alterations(record, row, names) if record else [],
            "lost": [] if record else alterations(row.instance_type(), row),
            "seen": digest(state_of(record, names, {})) if record else "",
            "may_revert": self.has_change_permission(request, record),
            "title": f"{record or row.instance}: an earlier version",
        }
        return self._render(request, "admin/record_version.html", record or row.instance, context)

    def _take_back(self, request: HttpRequest, record: Model | None, row: Model) -> HttpResponse:
        names = self._revertible(request, record)
        if record and request.POST.get("seen") != digest(state_of(record, names, {})):
            note = "Nothing was taken back: the record has changed since you opened this page."
            self.message_user(request, f"{note} Compare again.", messages.WARNING)
            return HttpResponseRedirect(request.path)
        try:
            with transaction.atomic():
                changed = revert(record, row, names) if record else []
                record = record or bring_back(row)
                self.after_revert(record, changed)
        except ValidationError as error:
            words = " ".join(error.messages)
            self.message_user(request, f"Nothing was taken back. {words}", messages.ERROR)
            return HttpResponseRedirect(request.path)
        self.log_change(request, record, f"Went back to version {row.pk}.")
        self.message_user(request, "The record is as it was then.", messages.SUCCESS)
        opts = self.opts
        address = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])
        return HttpResponseRedirect(address)

    def _revertible(self, request: HttpRequest, record: Model | None) -> list[str]:
        fields = own_fields(self.get_form(request, record, change=True))
        return [name for name in fields if name in field_names(self.model)]

    def _removed(self, number: str) -> Model:
        row = self.model.history.filter(id=number).first()
        if row is None:
            raise Http404
        return row.instance

    def _render(
        self, request: HttpRequest, template: str, record: Model, context: dict
    ) -> HttpResponse:
        shared = self.admin_site.each_context(request)
        own = {"opts": self.opts, "original": record, "media": self.media}
        return render(request, template, shared | own | context)


def with_plain_lines(data: QueryDict) -> QueryDict:
    """Lines end as they are stored; a browser sends each end of line as two characters."""
    plain = data.copy()
    for name, values in data.lists():
        plain.setlist(name, [value.replace("\r\n", "\n") for value in values])
    return plain


def own_fields(form: type[forms.ModelForm]) -> list[str]:
    """The fields of the record that a form edits."""
    return [name for name in form.base_fields if name not in UNWATCHED]


def inline_key(inline: Any, owner: Model | type[Model]) -> str:
    """The name of the foreign key by which an inline's records belong to their owner."""
    model = owner if isinstance(owner, type) else type(owner)
    keys = [f for f in inline.model._meta.fields if f.related_model is model]
    return inline.fk_name or keys[0].name


def lock(record: Model | None) -> None:
    """Hold the record, or the item it is a part of, until this transaction ends."""
    owner = getattr(record, "item", None) or record
    if owner is not None:
        type(owner)._base_manager.select_for_update().filter(pk=owner.pk).first()
