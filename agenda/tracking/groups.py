"""Which published items speak of the same subject, and in which words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Count, Min, QuerySet

from agenda.follow_through.topics import is_subject
from agenda.matters import MatterItem, Topic
from agenda.models import AgendaItem

# What more items than this speak of tells none of them apart; in a small portal, what more than
# its fiftieth part does.
MOST_ITEMS, SHARE, FEWEST = 200, 50, 20
# How much more often than all else an acronym must be read in one way.
AGREED = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """What published items say that an acronym stands for."""

    value: str
    words: str


@dataclass(slots=True)
class Group:
    """The published items on one subject: what shows it of each, and the words they print."""

    evidence: dict[int, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The first of the printed words that are not all capitals."""
        chosen = next((name for name in self.names if not name.isupper()), self.names[0])
        return (chosen[:1].upper() + chosen[1:])[:200]


def values_near(numbers: Iterable[int]) -> set[str]:
    """The subjects that these items can join or leave, or decide what others mean."""
    own = Topic.objects.filter(item__in=numbers)
    telling = own.filter(telling=True).values_list("value", flat=True)
    acronyms = own.exclude(acronym="").values_list("acronym", flat=True)
    meant = _published().filter(acronym__in=set(acronyms)).exclude(value="")
    left = MatterItem.objects.filter(item__in=numbers).values_list("matter__topic", flat=True)
    return {*telling, *meant.values_list("value", flat=True), *left} - {None, ""}


def readings_as(values: set[str]) -> dict[str, Reading]:
    """What is made of the acronyms that some published item reads as one of these subjects."""
    said = _published().filter(value__in=values).exclude(acronym="")
    return readings(said.values_list("acronym", flat=True))


def reread_by(numbers: Iterable[int]) -> set[str]:
    """The subjects that acronyms have, or had, which these items make read in another way."""
    said = _published().filter(item__in=numbers).exclude(value="").exclude(acronym="")
    acronyms = set(said.values_list("acronym", flat=True))
    now, before = readings(acronyms), readings(acronyms, without=numbers)
    changed = [acronym for acronym in acronyms if now.get(acronym) != before.get(acronym)]
    return {each[a].value for a in changed for each in (now, before) if a in each}


def telling_apart(
    values: set[str], meanings: dict[str, Reading], unlimited: Iterable[str] = ()
) -> set[str]:
    """Those of these subjects that several items speak of, and not nearly everything."""
    told = _told_of(values).values_list("value").annotate(n=Count("pk"))
    used = _used_of(values, meanings).values_list("acronym").annotate(n=Count("pk"))
    counts = Counter(dict(told))
    for acronym, number in used:
        counts[meanings[acronym].value] += number
    limit, free = most_items(), set(unlimited)
    return {value for value, n in counts.items() if value in free or 1 < n <= limit}


def groups_of(
    values: set[str], meanings: dict[str, Reading], items: Iterable[int] | None = None
) -> dict[str, Group]:
    """The items on each of these subjects; where some are named, those of them alone."""
    told, used = _told_of(values), _used_of(values, meanings)
    if items is not None:
        told, used = told.filter(item__in=items), used.filter(item__in=items)
    groups: dict[str, Group] = defaultdict(Group)
    for value, item, evidence, name in [*_told(told), *_used(used, meanings)]:
        groups[value].evidence.setdefault(item, evidence)
        groups[value].names.append(name)
    return groups


def readings(acronyms: Iterable[str], without: Iterable[int] = ()) -> dict[str, Reading]:
    """What acronyms stand for, where published items, but for some of them, agree on a subject."""
    said = _published().filter(acronym__in=set(acronyms)).exclude(value="")
    said = said.exclude(item__in=without)
    counted: dict[str, list[tuple[int, Reading]]] = defaultdict(list)
    columns = said.values_list("acronym", "value").annotate(n=Count("pk"), words=Min("text"))
    for acronym, value, number, words in columns:
        counted[acronym].append((number, Reading(value, words)))
    chosen = {acronym: _agreed(each) for acronym, each in counted.items()}
    return {a: reading for a, reading in chosen.items() if reading and is_subject(reading.words, a)}


def most_items() -> int:
    """How many items a subject may have, going by the database's own estimate of all items."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [AgendaItem._meta.db_table]
        )
        (number,) = cursor.fetchone()
    return min(MOST_ITEMS, max(FEWEST, int(number) // SHARE))


def _published() -> QuerySet[Topic]:
    return Topic.objects.filter(item__publication_status="published").order_by()


def _told_of(values: set[str]) -> QuerySet[Topic]:
    return _published().filter(telling=True, value__in=values)


def _used_of(values: set[str], meanings: dict[str, Reading]) -> QuerySet[Topic]:
    acronyms = [acronym for acronym, reading in meanings.items() if reading.value in values]
    return _published().filter(acronym__in=acronyms, value="")


def _agreed(read: list[tuple[int, Reading]]) -> Reading | None:
    """The reading of nearly all who say it."""
    number, reading = max(read, key=lambda each: (each[0], each[1].value))
    others = sum(each[0] for each in read) - number
    return reading if number >= AGREED * others else None


def _told(topics: QuerySet[Topic]) -> Iterator[tuple[str, int, str, str]]:
    """What items say in full; the oldest record's words come first."""
    columns = ("value", "item", "evidence", "text", "acronym")
    for value, item, evidence, text, acronym in topics.order_by("item", "pk").values_list(*columns):
        yield value, item, evidence, f"{text} ({acronym})" if acronym else text


def _used(
    topics: QuerySet[Topic], meanings: dict[str, Reading]
) -> Iterator[tuple[str, int, str, str]]:
    columns = ("acronym", "item", "evidence")
    for acronym, item, evidence in topics.order_by("item", "pk").values_list(*columns):
        reading = meanings[acronym]
        meaning = f"Other minutes read it as “{reading.words}”."
        yield reading.value, item, f"{evidence} {meaning}", f"{reading.words} ({acronym})"
