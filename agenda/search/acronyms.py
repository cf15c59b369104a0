"""Acronyms and what they stand for, learned from the texts' own "child sexual exploitation (CSE)"."""

from collections import defaultdict
from itertools import chain

from django.db.models import Q

from agenda.models import Reference
from agenda.search.tables import Acronym
from agenda.search.typed import NO_MEANINGS, Meanings, keys_in, pieces
from agenda.search.words import key_of
from minutes_portal.kept_pages.values import once_a_publication


def learn(numbers: list[int]) -> None:
    """Take in what these items explain; what is there already stays as officers left it.

    The public sees what is learned while a published item explains it (`Acronym.objects.public`).
    """
    explained = Reference.objects.filter(kind=Reference.Kind.ACRONYM, item__in=numbers)
    rows = explained.order_by("pk").values_list("text", "value")
    new = {(letters_of(text), value): None for text, value in rows if letters_of(text)}
    Acronym.objects.bulk_create(
        [_learned(letters, expansion) for letters, expansion in new], ignore_conflicts=True
    )


def _learned(letters: str, expansion: str) -> Acronym:
    return Acronym(
        acronym=letters,
        expansion=expansion,
        source=Acronym.Source.LEARNED,
        letters=key_of(letters),
        key=key_of(expansion),
    )


def letters_of(printed: str) -> str:
    """The acronym without the brackets and quotation marks it is printed in."""
    return printed.strip("()“”\"' ")[:20]


def known_keys() -> set[str]:
    """What acronyms and expansions are looked up by: few queries hold any of it."""
    rows = Acronym.objects.filter(active=True).order_by().values_list("letters", "key")
    return set(chain.from_iterable(rows)) - {""}


def meanings_in(typed: str) -> Meanings:
    """What the acronyms and phrases in a query mean to the public."""
    known = once_a_publication("acronyms", known_keys)
    letters = known & {piece.stem for piece in pieces(typed)}
    keys = known & set(keys_in(typed))
    if not letters | keys:
        return NO_MEANINGS
    found = Acronym.objects.public().filter(Q(letters__in=letters) | Q(key__in=keys))
    of_letters, of_key = defaultdict(list), defaultdict(list)
    for acronym in found:
        of_letters[acronym.letters].append(acronym.expansion)
        of_key[acronym.key].append(acronym.acronym)
    return Meanings(dict(of_letters), dict(of_key))
