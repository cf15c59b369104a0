"""An agenda item with everything that its own page shows of it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet
from django.db.models.functions import Coalesce, JSONObject
from django.utils import timezone

from agenda.exempt import Withheld
from agenda.expected_reports import ExpectedReport
from agenda.matters import Matter, MatterItem
from agenda.models import (
    Action,
    AgendaItem,
    Appendix,
    ContactOfficer,
    Recommendation,
    Reference,
    Report,
    Resolution,
)
from committees.models import Committee
from minutes_portal.lasting_queries import LastingQuery


def published_item(number: int) -> AgendaItem:
    """With all its parts. Raises `AgendaItem.DoesNotExist` where the public has no such item.

    Of its meeting the items that the public sees are there, too, with number and title alone.
    """
    return _whole(_PUBLISHED(number))


def any_item(number: int) -> AgendaItem:
    """The same, whatever its status."""
    return _whole(_ANY(number))


def _whole(found: list[AgendaItem]) -> AgendaItem:
    if not found:
        raise AgendaItem.DoesNotExist
    item = found[0]
    for name, parts in _PARTS.items():
        _keep(item, name, parts(item.pk), "item")
    _keep(item.meeting, "items", _NEIGHBOURS(item.meeting_id))
    _keep(item, "expected_reports", _EXPECTED(item.pk, timezone.localdate()), "item")
    if reports := item.reports.all():
        for report, appendices in _grouped(reports, _APPENDICES(item.pk), "report_id"):
            _keep(report, "appendices", appendices, "report")
    if actions := item.actions.all():
        for name, other, links in _LINKS:
            for action, linked in _grouped(actions, links(item.pk), "action_id"):
                _keep(action, name, [getattr(link, other) for link in linked])
    return item


def _keep(whole: Model, name: str, parts: list[Model], back: str = "") -> None:
    """Keep parts as Django keeps what it prefetched, each with the way back."""
    whole.__dict__.setdefault("_prefetched_objects_cache", {})[name] = parts
    for part in parts if back else ():
        setattr(part, back, whole)


def _grouped(
    wholes: Iterable[Model], parts: Iterable[Model], key: str
) -> Iterable[tuple[Model, list[Model]]]:
    of_whole = defaultdict(list)
    for part in parts:
        of_whole[getattr(part, key)].append(part)
    return ((whole, of_whole[whole.pk]) for whole in wholes)


def _items(items: QuerySet) -> Callable[[int], QuerySet]:
    related = items.select_related("meeting__committee", "source")
    return lambda number: related.annotate(committees_named=_committees_named()).filter(pk=number)


def _committees_named() -> ArraySubquery:
    """Name and slug of the public committees that an item's text names in full."""
    references = Reference.objects.filter(item=OuterRef(OuterRef("pk")), kind="committee")
    own = Coalesce(OuterRef("meeting__committee"), 0)
    others = Committee.objects.public().filter(slug__in=references.values("value")).exclude(pk=own)
    return ArraySubquery(others.order_by("name").values(pair=JSONObject(name="name", slug="slug")))


def _expected(number: int, today: date) -> QuerySet:
    promised = ExpectedReport.objects.filter(item=number, is_promise=True).with_state(today)
    return promised.select_related("resolution").defer("resolution__words", "resolution__spans")


def _of_item(parts: QuerySet, item: str = "item") -> LastingQuery:
    return LastingQuery(lambda number: parts.filter(**{item: number}), int)


def _linked_with_actions(name: str, other: str, order: str) -> tuple[str, str, LastingQuery]:
    links = getattr(Action, name).through.objects.select_related(other).order_by(order)
    return name, other, _of_item(links, "action__item")


_PUBLISHED = LastingQuery(_items(AgendaItem.objects.public()), int)
_ANY = LastingQuery(_items(AgendaItem.objects.all()), int)
_PARTS = {
    "reports": _of_item(Report.objects.order_by("position")),
    "withheld": _of_item(Withheld.objects.order_by("pk")),
    "recommendations": _of_item(Recommendation.objects.defer("words").order_by("position")),
    "resolutions": _of_item(Resolution.objects.with_answers().defer("words").order_by("position")),
    "actions": _of_item(Action.objects.select_related("referred_to").order_by("position")),
    "contacts": _of_item(ContactOfficer.objects.order_by("position")),
    "memberships": _of_item(
        MatterItem.objects.public()
        .filter(matter__in=Matter.objects.public())
        .select_related("matter")
        .order_by("matter__name")
    ),
}
_NEIGHBOURS = _of_item(
    AgendaItem.objects.public()
    .order_by("-source__ingested_at", "-source_id", "position")
    .only("number", "title", "meeting"),
    "meeting",
)
_EXPECTED = LastingQuery(_expected, int, date)
_APPENDICES = _of_item(Appendix.objects.order_by("pk"), "report__item")
_LINKS = (
    _linked_with_actions("owners", "post", "post__name"),
    _linked_with_actions("resolutions", "resolution", "resolution__position"),
)
