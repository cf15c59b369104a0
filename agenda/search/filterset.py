"""What a reader may ask of the list of agenda items, as it stands in the address."""

from functools import cached_property

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.forms import BoundField
from django.http import QueryDict
from django_filters import ChoiceFilter

from agenda.models import Action
from agenda.outcomes import RecommendationOutcome, ResolutionOutcome
from agenda.search.acronyms import meanings_in
from agenda.search.criteria import Criteria
from agenda.search.many import (
    ChoicesField,
    CommitteeField,
    LetterField,
    ManyField,
    ManyFilter,
    OwnerField,
    YearField,
)
from agenda.search.query import ENTRIES, Query, Sql
from agenda.search.typed import read_query
from committees.filtersets import HeldFromFilter, HeldToFilter
from committees.models import Committee
from minutes_portal.filters import LeanSelect, SearchFilter, TickFilter, words_for
from minutes_portal.listing import AppliedFilter, ListFilterSet

SCOPES = [
    ("title", "Titles only"),
    ("resolutions", "Resolutions only"),
    ("recommendations", "Recommendations only"),
    ("actions", "Actions only"),
    ("report", "Reports only"),
    ("discussion", "Discussions only"),
]
SORTS = [
    ("relevance", "Best match first"),
    ("newest", "Newest first"),
    ("oldest", "Oldest first"),
    ("title", "Title, A to Z"),
]
OUTCOMES = dict(ResolutionOutcome.choices) | dict(RecommendationOutcome.choices)
NO_SORT = "“%(value).40s” is no order of the list. Choose one below."
NO_SCOPE = "“%(value).40s” is no part of an item. Choose one of the list."
# How each facet is looked for among the entries, given the keys of what was chosen.
CHOSEN = {
    "committee": "e.committee_id = ANY(%s)",
    "year": "e.year = ANY(%s)",
    "area": "e.area = ANY(%s)",
    "outcome": "e.outcomes && %s::varchar[]",
    "status": "e.statuses && %s::varchar[]",
    "owner": "e.owners && %s::bigint[]",
    "document": "e.documents && %s::varchar[]",
}
TICKED = {
    "with_resolutions": "e.decided",
    "in_camera": "e.in_camera",
    "not_for_publication": "e.not_for_publication",
}
DAYS = {"held_from": "e.held_on >= %s", "held_to": "e.held_on <= %s"}


class AgendaItemFilterSet(ListFilterSet):
    q = SearchFilter(label="Words in the item")
    scope = ChoiceFilter(
        label="Look in",
        choices=SCOPES,
        widget=LeanSelect,
        empty_label="The whole item",
        error_messages={"invalid_choice": NO_SCOPE},
    )
    sort = ChoiceFilter(
        label="Sort by",
        choices=SORTS,
        widget=LeanSelect,
        empty_label=None,
        error_messages={"invalid_choice": NO_SORT},
    )
    committee = ManyFilter(CommitteeField, label="Committee")
    kind = ManyFilter(ChoicesField, label="Kind of committee", choices=Committee.Kind.choices)
    year = ManyFilter(YearField, label="Year")
    held_from = HeldFromFilter("held_on")
    held_to = HeldToFilter("held_on")
    outcome = ManyFilter(ChoicesField, label="What was decided", choices=list(OUTCOMES.items()))
    status = ManyFilter(ChoicesField, label="Action", choices=Action.Status.choices)
    owner = ManyFilter(OwnerField, label="Who acts")
    document = ManyFilter(LetterField, label="Document letter")
    area = ManyFilter(ManyField, label="Overview and scrutiny area")
    with_resolutions = TickFilter(label="With resolutions")
    in_camera = TickFilter(label="In camera")
    not_for_publication = TickFilter(label="Not for publication")
    routine = TickFilter(label="Include routine items")

    @cached_property
    def query(self) -> Query:
        text = self.form.cleaned_data["q"]
        return read_query(text, meanings_in(text))

    @cached_property
    def criteria(self) -> Criteria:
        """What is asked for; only of a form that is valid."""
        given = self.form.cleaned_data
        return Criteria(
            self.query, given["scope"], self._narrowed(), self.order, bool(given["routine"])
        )

    def _narrowed(self) -> dict[str, Sql]:
        given = self.form.cleaned_data
        found = {name: Sql(TICKED[name]) for name in TICKED if given[name]}
        found |= {name: Sql(DAYS[name], (given[name],)) for name in DAYS if given[name]}
        for name, condition in CHOSEN.items():
            if chosen := self.form.fields[name].chosen:
                found[name] = Sql(condition, ([named.key for named in chosen],))
        if given["kind"]:
            found["kind"] = Sql(CHOSEN["committee"], (self._committees_of(given["kind"]),))
        return found

    def _committees_of(self, kinds: list[str]) -> list[int]:
        committees = self.form.fields["committee"].committees
        # No committee has the number 0, and a list must have a type.
        return [0, *(committee.pk for committee in committees if committee.kind in kinds)]

    def filter_queryset(self, items: QuerySet) -> QuerySet:
        """Every item that is asked for, for a download or a feed; newest first."""
        where = self.criteria.everything
        found = RawSQL(f"SELECT e.item_id FROM {ENTRIES} e WHERE {where.text}", where.values)  # noqa: S611
        return items.filter(pk__in=found).newest_first()

    @property
    def order(self) -> str:
        """The chosen order; without a choice the best match first, or else the newest."""
        chosen, text = self.form.cleaned_data["sort"], self.form.cleaned_data["q"]
        if chosen and (text or chosen != "relevance"):
            return chosen
        return "relevance" if text else "newest"

    @property
    def applied(self) -> list[AppliedFilter]:
        """Each value by itself, so that it can be taken away alone."""
        given = self.form.cleaned_data if self.is_valid() else {}
        applied = []
        for name, value in given.items():
            field = self.form.fields[name]
            if isinstance(field, ManyField):
                applied += [
                    AppliedFilter(field.label, named.words, self.without(name, named.value))
                    for named in field.chosen
                ]
            elif name != "sort" and value not in (None, ""):
                applied.append(
                    AppliedFilter(field.label, words_for(field, value), self.without(name))
                )
        return applied

    @property
    def given(self) -> list[tuple[BoundField, list[str]]]:
        """The boxes that were ticked, as they stand in the address, of a form that is not valid."""
        many = (self.form[n] for n, f in self.form.fields.items() if isinstance(f, ManyField))
        given = ((field, [v for v in field.value() if v.strip()]) for field in many)
        return [(field, values) for field, values in given if values]

    def without(self, name: str, value: str = "") -> QueryDict:
        """The parameters that remain when a filter, or one of its values, is taken away."""
        others = self.kept
        named = self.form.fields[name].chosen if value else ()
        values = [each.value for each in named if each.value != value]
        others.setlist(name, values)
        if not values:
            del others[name]
        return others
