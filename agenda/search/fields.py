"""The words of an agenda item, field by field."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from agenda.models import (
    Action,
    AgendaItem,
    ContactOfficer,
    Recommendation,
    Report,
    Resolution,
)
from agenda.search.lexemes import Parts
from agenda.search.query import FIELDS
from agenda.search.words import words


def texts_of_items(numbers: list[int]) -> dict[int, Parts]:
    """For each item the texts of each field: paragraphs, points, one action."""
    found: dict[int, Parts] = {}
    items = AgendaItem.objects.filter(pk__in=numbers)
    for pk, title, background, minutes in items.values_list("pk", "title", "background", "minutes"):
        found[pk] = {name: [] for name in FIELDS}
        found[pk]["title"].append(title)
        found[pk]["report"] += background.split("\n\n")
        found[pk]["discussion"] += minutes.split("\n\n")
    for name, rows in _lists(numbers):
        for item, *texts in rows:
            if item in found:
                found[item][name].append(" ".join(_flat(texts)))
    return found


def _lists(numbers: list[int]) -> Iterator[tuple[str, Iterable[tuple]]]:
    """What the other tables say of these items, as rows that begin with the item."""
    reports = Report.objects.filter(item__in=numbers).exclude(reference="")
    letters = reports.values_list("item", "reference")
    yield "title", ((item, f"Document {letter}") for item, letter in letters)
    contacts = ContactOfficer.objects.filter(item__in=numbers).order_by("item", "position")
    yield "report", contacts.values_list("item", "name")
    for name, model in (("recommendations", Recommendation), ("resolutions", Resolution)):
        points = model.objects.filter(item__in=numbers).order_by("item", "position")
        yield name, points.values_list("item", "text", "sub_points")
    yield "actions", actions_in_words(numbers)


def actions_in_words(numbers: list[int]) -> Iterator[tuple]:
    """Each action's item, owners as printed and as posts, note and referral."""
    actions = Action.objects.filter(item__in=numbers).order_by("item", "position")
    posts: dict[int, list[str]] = defaultdict(list)
    for pk, name in actions.exclude(owners=None).values_list("pk", "owners__name"):
        posts[pk].append(name)
    columns = ("pk", "item", "owner_names", "note", "referral")
    for pk, item, printed, note, referral in actions.values_list(*columns):
        added = [name for name in posts[pk] if words(name) not in map(words, printed)]
        yield item, printed, added, note, referral


def _flat(texts: Iterable[str | list[str]]) -> Iterator[str]:
    return chain.from_iterable([text] if isinstance(text, str) else text for text in texts)
