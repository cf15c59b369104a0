"""How readers narrow the lists of items, recommendations, resolutions, actions and owners."""

from django.db.models import F, QuerySet
from django.db.models.functions import Lower
from django_filters import CharFilter, ChoiceFilter

from agenda.models import Action, AgendaItem, Post, Report
from agenda.querysets import BY_MEETING
from committees.filtersets import CommitteeFilter, HeldFromFilter, HeldToFilter
from minutes_portal.filters import Choices, PublicChoiceFilter, SearchFilter, TickFilter
from minutes_portal.listing import ListFilterSet

SORTS = [
    ("relevance", "Best match, or newest first"),
    ("newest", "Newest first"),
    ("oldest", "Oldest first"),
    ("title", "Title, A to Z"),
]
ORDERS = {
    "relevance": ("-rank", *BY_MEETING),
    "newest": BY_MEETING,
    "oldest": (F("meeting__held_on").asc(nulls_last=True), "meeting_id", "position", "pk"),
    "title": (Lower("title"), *BY_MEETING),
}


def area_options() -> Choices:
    stated = AgendaItem.objects.public().exclude(overview_and_scrutiny_area="")
    areas = stated.order_by("overview_and_scrutiny_area").distinct()
    return ((a, a) for a in areas.values_list("overview_and_scrutiny_area", flat=True))


def owner_options() -> Choices:
    return Post.objects.public().values_list("slug", "name")


class DocumentFilter(CharFilter):
    """The letter of a report; `Document “Q”` is read as Q."""

    def __init__(self, item: str) -> None:
        self.item = item
        hint = "The letter alone, such as Q."
        messages = {"null_characters_not_allowed": "Give the document’s letter, such as Q."}
        super().__init__(
            label="Document letter", help_text=hint, max_length=40, error_messages=messages
        )

    def filter(self, records: QuerySet, value: str) -> QuerySet:
        letter = value.casefold().replace("document", "").strip(" “”\"'‘’")
        if not letter:
            return records
        reports = Report.objects.public().filter(reference__iexact=letter)
        return records.filter(**{f"{self.item}__in": reports.values("item")})


class AgendaItemFilterSet(ListFilterSet):
    q = SearchFilter(method="search", label="Words in the item")
    committee = CommitteeFilter("meeting__committee__slug")
    held_from = HeldFromFilter("meeting__held_on")
    held_to = HeldToFilter("meeting__held_on")
    document = DocumentFilter("pk")
    area = PublicChoiceFilter(
        "overview_and_scrutiny_area", options=area_options, label="Overview and scrutiny area"
    )
    with_resolutions = TickFilter(method="decided", label="With resolutions")
    in_camera = TickFilter("in_camera", label="In camera")
    not_for_publication = TickFilter("not_for_publication", label="Not for publication")
    sort = ChoiceFilter(
        method="leave",
        label="Sort by",
        choices=SORTS,
        empty_label=None,
        error_messages={
            "invalid_choice": "“%(value).40s” is no order of the list. Choose one below."
        },
    )

    def search(self, items: QuerySet, name: str, text: str) -> QuerySet:
        return items.search(text)

    def decided(self, items: QuerySet, name: str, ticked: bool) -> QuerySet:
        return items.decided()

    def leave(self, items: QuerySet, name: str, order: str) -> QuerySet:
        return items

    def filter_queryset(self, items: QuerySet) -> QuerySet:
        return super().filter_queryset(items).order_by(*ORDERS[self.order])

    @property
    def order(self) -> str:
        """The chosen order; without a choice the best match first, or else the newest."""
        chosen, text = self.form.cleaned_data["sort"], self.form.cleaned_data["q"]
        if chosen and (text or chosen != "relevance"):
            return chosen
        return "relevance" if text else "newest"


class PointFilterSet(ListFilterSet):
    """Filters on recommendations and on resolutions."""

    q = SearchFilter(method="search", label="Words in the text")
    committee = CommitteeFilter("item__meeting__committee__slug")
    held_from = HeldFromFilter("item__meeting__held_on")
    held_to = HeldToFilter("item__meeting__held_on")
    document = DocumentFilter("item")

    def search(self, points: QuerySet, name: str, text: str) -> QuerySet:
        return points.search(text)


class OwnerActionFilterSet(ListFilterSet):
    """Filters on the actions of one owner."""

    committee = CommitteeFilter("item__meeting__committee__slug")
    held_from = HeldFromFilter("item__meeting__held_on")
    held_to = HeldToFilter("item__meeting__held_on")
    status = PublicChoiceFilter("status", options=lambda: Action.Status.choices, label="Status")
    referral = TickFilter(method="referrals", label="Referred to a committee")

    def referrals(self, actions: QuerySet, name: str, ticked: bool) -> QuerySet:
        return actions.referrals()


class ActionFilterSet(OwnerActionFilterSet):
    q = SearchFilter(method="search", label="Words in the item")
    owner = PublicChoiceFilter("owners__slug", options=owner_options, label="Owner")

    def search(self, actions: QuerySet, name: str, text: str) -> QuerySet:
        return actions.filter(item__in=AgendaItem.objects.public().search(text))


class OwnerFilterSet(ListFilterSet):
    q = SearchFilter(field_name="name", lookup_expr="icontains", label="Part of the name")
