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


def groups_of(values: set[str], unlimited: Iterable[str] = ()) -> dict[str, Group]:
    """The items on each of these subjects; none on what nearly everything speaks of."""
    readings = _readings_as(values)
    acronyms = [acronym for acronym, reading in readings.items() if reading.value in values]
    told = _published().filter(telling=True, value__in=values)
    used = _published().filter(acronym__in=acronyms, value="")
    counts = Counter(dict(told.values_list("value").annotate(n=Count("pk"))))
    for acronym, number in used.values_list("acronym").annotate(n=Count("pk")):
        counts[readings[acronym].value] += number
    limit, free = most_items(), set(unlimited)
    kept = {v for v, n in counts.items() if v in free or 1 < n <= limit}
    read = {a: readings[a] for a in acronyms if readings[a].value in kept}
    return _gathered(told.filter(value__in=kept), used.filter(acronym__in=read), read)


def readings(acronyms: Iterable[str]) -> dict[str, Reading]:
    """What acronyms stand for, where published items agree on a subject."""
    said = _published().filter(acronym__in=set(acronyms)).exclude(value="")
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


def _readings_as(values: set[str]) -> dict[str, Reading]:
    """The acronyms that some published item reads as one of these, and what all make of them."""
    said = _published().filter(value__in=values).exclude(acronym="")
    return readings(said.values_list("acronym", flat=True))


def _agreed(read: list[tuple[int, Reading]]) -> Reading | None:
    """The reading of nearly all who say it."""
    number, reading = max(read, key=lambda each: (each[0], each[1].value))
    others = sum(each[0] for each in read) - number
    return reading if number >= AGREED * others else None


def _gathered(
    told: QuerySet[Topic], used: QuerySet[Topic], read: dict[str, Reading]
) -> dict[str, Group]:
    groups: dict[str, Group] = defaultdict(Group)
    for value, item, evidence, name in [*_told(told), *_used(used, read)]:
        groups[value].evidence.setdefault(item, evidence)
        groups[value].names.append(name)
    return groups


def _told(topics: QuerySet[Topic]) -> Iterator[tuple[str, int, str, str]]:
    """What items say in full; the oldest record's words come first."""
    columns = ("value", "item", "evidence", "text", "acronym")
    for value, item, evidence, text, acronym in topics.order_by("item", "pk").values_list(*columns):
        yield value, item, evidence, f"{text} ({acronym})" if acronym else text


def _used(topics: QuerySet[Topic], read: dict[str, Reading]) -> Iterator[tuple[str, int, str, str]]:
    columns = ("acronym", "item", "evidence")
    for acronym, item, evidence in topics.order_by("item", "pk").values_list(*columns):
        reading = read[acronym]
        meaning = f"Other minutes read it as “{reading.words}”."
        yield reading.value, item, f"{evidence} {meaning}", f"{reading.words} ({acronym})"
