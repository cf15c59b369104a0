"""Keeps the search entries in step with the record, in the transaction that changes it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from psycopg2.extras import execute_values

from agenda.models import Action, AgendaItem, Recommendation, Report, Resolution, SearchEntry
from agenda.prepared import NOTHING, PreparedItems
from agenda.search import acronyms, vocabulary
from agenda.search.fields import texts_of_items
from agenda.search.lexemes import lexemes_and_plain
from agenda.search.query import SHARES, date_lexeme, share_lexeme
from agenda.search.routine import is_routine
from agenda.search.tables import EDITION
from agenda.search.words import stem_of, words

BATCH = 500
MANY = 50
COLUMNS = tuple(f.attname for f in SearchEntry._meta.fields)
WRITE = f"""
INSERT INTO agenda_searchentry ({", ".join(COLUMNS)}) VALUES %s
ON CONFLICT (item_id) DO UPDATE SET {", ".join(f"{c} = excluded.{c}" for c in COLUMNS[1:])}
"""
# What an entry repeats of its item, and where that stands.
OWN = {
    "publication_status": "publication_status",
    "meeting_id": "meeting",
    "position": "position",
    "committee_id": "meeting__committee",
    "held_on": "meeting__held_on",
    "area": "overview_and_scrutiny_area",
    "in_camera": "in_camera",
    "not_for_publication": "not_for_publication",
}
# Lists go over as text, so that an empty one needs no type.
CASTS = {
    "words": "array_to_tsvector(string_to_array(%s, ' '))",
    "owners": "%s::bigint[]",
    "held_on": "%s::date",
    **dict.fromkeys(("outcomes", "statuses", "documents"), "%s::varchar[]"),
}
TEMPLATE = f"({', '.join(CASTS.get(column, '%s') for column in COLUMNS)})"


def refresh(items: Iterable[AgendaItem], prepared: PreparedItems = NOTHING) -> None:
    """Write the search entries of these items anew; call it in the transaction that changed them."""
    refresh_numbers([item.pk for item in items], prepared)


def refresh_numbers(numbers: list[int], prepared: PreparedItems = NOTHING) -> None:
    for start in range(0, len(numbers), BATCH):
        batch = sorted(numbers[start : start + BATCH])
        with transaction.atomic(savepoint=False):
            if len(batch) > MANY:
                wait_for_more()
            before = vocabulary.counted_words(batch)
            vocabulary.replace(before, vocabulary.words_in(write(batch, prepared)))


def wait_for_more() -> None:
    """Let as much wait beside the index as PostgreSQL itself would: of many entries together the
    index is the quicker written the more of them there are."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL gin_pending_list_limit = '4MB'")


def catch_up() -> int:
    """Write the entries that are missing or of an earlier edition; how many these were."""
    behind = AgendaItem.objects.filter(Q(search_entry=None) | ~Q(search_entry__edition=EDITION))
    numbers = list(behind.order_by("pk").values_list("pk", flat=True))
    refresh_numbers(numbers)
    return len(numbers)


@transaction.atomic(savepoint=False)
def write(numbers: list[int], prepared: PreparedItems = NOTHING) -> list[str]:
    """Write these entries anew; gives the texts whose words the public may know."""
    entries = list(_entries(numbers, prepared))
    rows = [[entry[column] for column in COLUMNS] for entry in entries]
    with connection.cursor() as cursor:
        execute_values(cursor.cursor, WRITE, rows, template=TEMPLATE)
    acronyms.learn(numbers)
    return [entry["plain"] for entry in entries if entry["counted"]]


def _entries(numbers: list[int], prepared: PreparedItems) -> Iterator[dict[str, Any]]:
    parts, narrowed = texts_of_items(numbers), _narrowed_by(numbers)
    items = AgendaItem.objects.filter(pk__in=numbers).order_by("pk")
    for number, title, *own in items.values_list("pk", "title", *OWN.values()):
        values = _own_values(number, title, dict(zip(OWN, own, strict=True))) | narrowed[number]
        of_item = [share_lexeme(values["share"]), *date_lexemes(values["held_on"])]
        known = prepared.get(number)
        index = known.lexemes_and_plain if known else lexemes_and_plain
        lexemes, plain = index(parts[number])
        yield values | {"words": " ".join(filter(None, [*of_item, lexemes])), "plain": plain}


def _own_values(number: int, title: str, own: dict[str, Any]) -> dict[str, Any]:
    held_on = own["held_on"]
    return own | {
        "item_id": number,
        "edition": EDITION,
        "counted": own["publication_status"] == AgendaItem.PublicationStatus.PUBLISHED,
        "share": share_of(number),
        "year": held_on and held_on.year,
        "routine": is_routine(title),
        "sort_title": words(title)[:100],
    }


def date_lexemes(held_on: date | None) -> list[str]:
    """By which a meeting's year and month are found, which its items need not print."""
    return (
        [date_lexeme(stem_of(word)) for word in held_on.strftime("%B %Y").split()]
        if held_on
        else []
    )


def share_of(number: int) -> int:
    """A number below a hundred that seems drawn by lot, always the same for the same item."""
    return (number * 2654435761 % 2**32) * SHARES >> 32


def _narrowed_by(numbers: list[int]) -> dict[int, dict[str, Any]]:
    """What the parts of each item let it be found by."""
    resolutions = Resolution.objects.filter(item__in=numbers)
    recommendations = Recommendation.objects.filter(item__in=numbers)
    actions = Action.objects.filter(item__in=numbers)
    reports = Report.objects.filter(item__in=numbers)
    outcomes = [*resolutions.values_list("item", "outcome")]
    decided = {item for item, _ in outcomes}
    found = {
        "outcomes": _lists([*outcomes, *recommendations.values_list("item", "outcome")]),
        "statuses": _lists(actions.values_list("item", "status")),
        "owners": _lists(actions.values_list("item", "owners")),
        "documents": _lists((i, r.upper()) for i, r in reports.values_list("item", "reference")),
    }
    return {
        item: {"decided": item in decided} | {name: by[item] for name, by in found.items()}
        for item in numbers
    }


def _lists(rows: Iterable[tuple[int, Any]]) -> dict[int, list]:
    found: dict[int, set] = defaultdict(set)
    for item, value in rows:
        if value:
            found[item].add(value)
    return defaultdict(list, {item: sorted(values) for item, values in found.items()})
