"""What every list page shares. A page declares its QuerySet, its FilterSet and its template."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, QueryDict
from django.views.generic import ListView
from django_filters import FilterSet

from minutes_portal.filters import words_for
from minutes_portal.kept_pages.values import once_a_publication


@dataclass(frozen=True, slots=True)
class AppliedFilter:
    """A filter in use, in words, and the parameters that remain when it is removed."""

    label: str
    words: str
    others: QueryDict


class ListForm(forms.Form):
    """The filters of a list; where a period has both ends, they must be in order."""

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("held_from"), self.cleaned_data.get("held_to")
        if since and until and since > until:
            self.add_error("held_to", "The last day must be the first day or later.")
        return self.cleaned_data


class ListFilterSet(FilterSet):
    """Filters that live in the address and can be taken away one by one."""

    class Meta:
        form = ListForm

    @property
    def kept(self) -> QueryDict:
        """The parameters a link on the page keeps: those that say something, but no page."""
        kept = QueryDict(mutable=True)
        for name, values in self.data.lists():
            said = [value for value in values if value.strip()]
            if said and name != "page":
                kept.setlist(name, said)
        return kept

    @property
    def narrows(self) -> bool:
        """Whether there is anything to choose beside the words to search for."""
        return bool(self.filters.keys() - {"q"})

    @property
    def applied(self) -> list[AppliedFilter]:
        given = self.form.cleaned_data if self.is_valid() else {}
        return [
            AppliedFilter(
                self.form[name].label,
                words_for(self.form.fields[name], value),
                self._without(name, value if isinstance(values, list) else None),
            )
            for name, values in given.items()
            if name != "sort"
            for value in (values if isinstance(values, list) else [values])
            if value not in (None, "")
        ]

    def _without(self, name: str, value: str | None) -> QueryDict:
        """The parameters without a filter, or without one of its several values."""
        others = self.kept
        left = [each for each in others.getlist(name) if value is not None and each != value]
        others.setlist(name, left)
        if not left:
            others.pop(name, None)
        return others


class WholeListPaginator(Paginator):
    """Pages of a list that nothing was asked of: counted once for each state of the record."""

    name = ""

    @cached_property
    def count(self) -> int:
        counted = Paginator(self.object_list, self.per_page)
        return once_a_publication(f"number of {self.name}", lambda: counted.count)


class FilteredListView(ListView):
    """A list of public records that readers narrow by filters and walk through by numbered pages.

    A filter that cannot be read is answered with status 400, a message beside the filter and no
    records. A page that does not exist is answered with the nearest one and a note.
    """

    filterset_class: type[ListFilterSet]
    paginate_by = 25
    singular = plural = ""

    def get_queryset(self) -> QuerySet:
        records = super().get_queryset()
        self.filterset = self.filterset_class(self.request.GET, queryset=records)
        return self.filterset.qs if self.filterset.is_valid() else records.none()

    @property
    def whole_list(self) -> str:
        """Names the list that nothing was asked of; empty where anything was."""
        is_whole = not self.kwargs and not self.filterset.kept
        return self.request.path if is_whole else ""

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple:
        paginator = self.get_paginator(queryset, page_size)
        if self.whole_list:
            paginator = WholeListPaginator(queryset, page_size)
            paginator.name = self.whole_list
        page = nearest_page(paginator, self.request.GET.get(self.page_kwarg, ""))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        return context | {
            "filterset": self.filterset,
            "whole_list": self.whole_list,
            "singular": self.singular,
            "plural": self.plural,
            "asked_page": self._missing_page(page),
            "page_numbers": page.paginator.get_elided_page_range(
                page.number, on_each_side=1, on_ends=1
            ),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs) -> HttpResponse:
        kwargs["status"] = 200 if self.filterset.is_valid() else 400
        return super().render_to_response(context, **kwargs)

    def _missing_page(self, page: Page) -> str:
        """The page that was asked for, where it is not the one that is shown."""
        asked = self.request.GET.get(self.page_kwarg, "").strip()
        return "" if asked in ("", str(page.number)) else asked


def nearest_page(paginator: Paginator, asked: str) -> Page:
    """The page of that number, or the one nearest to it; the first for what is no number."""
    try:
        number = int(asked)
    except ValueError:
        number = 1
    return paginator.page(min(max(number, 1), paginator.num_pages))
