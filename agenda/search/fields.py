"""The words of an agenda item, field by field."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain

from agenda.models import (
    Action,
    AgendaItem,
    ContactOfficer,
    Recommendation,
    Report,
    Resolution,
)
from agenda.search.query import FIELDS, pair_lexeme
from agenda.search.words import pairs, words, words_and_stems

# PostgreSQL takes no more than a megabyte of words in one vector.
MOST_CHARACTERS = 900_000
# Stands between two parts of a field; no word is one, so no phrase reaches over it.
BREAK = " . "

Parts = dict[str, list[str]]


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


def lexemes_and_plain(parts: Parts) -> tuple[list[str], str]:
    """What the index knows of an item, and its words as exact phrases are looked for in them.

    The index knows every stem, every stem behind the letter of its field, and the marks of pairs
    of words. The words of each field stand on a line of its own.
    """
    anywhere: set[str] = set()
    lettered, marks, plain = [], set(), []
    for name, texts in parts.items():
        read = [words_and_stems(text) for text in texts]
        found = set().union(*(stems for _, stems in read))
        anywhere |= found
        lettered += [f"{FIELDS[name]}:{stem}" for stem in found]
        marks.update(*(pairs(words) for words, _ in read))
        plain.append(f" {BREAK.join(words for words, _ in read if words)} ")
    lexemes = [*sorted(anywhere), *lettered, *map(pair_lexeme, sorted(marks))]
    return bounded(lexemes), "\n".join(plain)


def bounded(lexemes: list[str]) -> list[str]:
    """As many of them as PostgreSQL takes."""
    if 4 * sum(map(len, lexemes)) <= MOST_CHARACTERS:
        return lexemes
    ends = accumulate(len(lexeme.encode()) for lexeme in lexemes)
    return lexemes[: bisect_right(list(ends), MOST_CHARACTERS)]
