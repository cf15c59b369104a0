"""What readers might search for, made from the records by a seed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import count, islice
from random import Random
from urllib.parse import urlencode

from django.urls import reverse

from agenda.models import AgendaItem, Resolution
from agenda.search.words import SMALL_WORDS

# The first set may be looked at while the search is improved; figures are those of the second.
TUNING_SEED, MEASURING_SEED = 20, 26
SAMPLE = 400
# Shorter ones may be acronyms by chance, and then find what they stand for too.
WORD = re.compile(r"[a-z]{5,}")
# A word that stands in such a share of the items is common.
COMMON_IN = 0.1
FILTERS = ("committee", "year", "kind", "outcome", "dates")
KINDS = ("rare word", "common word", "several words", "common words", "phrase", *FILTERS)
ATTEMPTS = 40


@dataclass(frozen=True, slots=True)
class Search:
    """One search: plain words, an exact phrase, and filters as the address has them."""

    kind: str
    words: tuple[str, ...] = ()
    phrase: str = ""
    filters: tuple[tuple[str, str], ...] = ()

    @property
    def typed(self) -> str:
        return " ".join([*self.words, f'"{self.phrase}"'] if self.phrase else self.words)

    @property
    def address(self) -> str:
        return f"{reverse('agenda:item_list')}?{urlencode([('q', self.typed), *self.filters])}"


def two_sets(number: int) -> tuple[list[Search], list[Search]]:
    """A set for tuning and another for measuring; no search stands twice or in both."""
    seen: set[Search] = set()
    sets = [
        _distinct(islice(searches(seed), number * ATTEMPTS), seen, number)
        for seed in (TUNING_SEED, MEASURING_SEED)
    ]
    return sets[0], sets[1]


def _distinct(made: Iterable[Search], seen: set[Search], number: int) -> list[Search]:
    fresh: list[Search] = []
    for search in made:
        if len(fresh) == number:
            break
        if search not in seen:
            seen.add(search)
            fresh.append(search)
    return fresh


def searches(seed: int) -> Iterator[Search]:
    """One of each kind in turn, without end."""
    maker = _Maker(Random(seed))  # noqa: S311
    return (maker.made(KINDS[n % len(KINDS)]) for n in count())


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        items = AgendaItem.objects.public()
        numbers = list(items.order_by("pk").values_list("pk", flat=True))
        drawn = random.sample(numbers, min(SAMPLE, len(numbers)))
        chosen = items.filter(pk__in=drawn).select_related("meeting__committee")
        self.items = list(chosen.order_by("pk"))
        self.outcomes = sorted(set(Resolution.objects.values_list("outcome", flat=True)) - {""})

    @cached_property
    def words(self) -> list[list[str]]:
        """The words of each item drawn, each once."""
        found = (sorted(set(WORD.findall(item.minutes))) for item in self.items)
        return [[word for word in words if word not in SMALL_WORDS] for words in found]

    @cached_property
    def by_frequency(self) -> tuple[list[str], list[str]]:
        """Those that stand in one of these items alone, and those that stand in many."""
        counts = Counter(word for words in self.words for word in words)
        many = COMMON_IN * len(self.items)
        rare = sorted(word for word, n in counts.items() if n == 1)
        return rare, sorted(word for word, n in counts.items() if n >= many)

    def made(self, kind: str) -> Search:
        if kind == "phrase":
            return Search(kind, phrase=self.phrase())
        if kind in FILTERS:
            words = self.words_of(self.random.choice(KINDS[:4]))
            return Search(kind, words, filters=self.filter(kind))
        return Search(kind, self.words_of(kind))

    def words_of(self, kind: str) -> tuple[str, ...]:
        rare, common = self.by_frequency
        if kind == "rare word":
            return (self.random.choice(rare),)
        if kind == "common word":
            return (self.random.choice(common),)
        number = self.random.randint(2, 4)
        among = common if kind == "common words" else self.random.choice(self.words)
        return tuple(self.random.sample(among, min(number, len(among))))

    def phrase(self) -> str:
        """Two to four words as they stand together in a title or a sentence."""
        item = self.random.choice(self.items)
        text = self.random.choice([item.title, *item.minutes.split(".")[:-1]])
        words = re.findall(r"[a-z]+", text.casefold())
        length = self.random.randint(2, 4)
        start = self.random.randrange(max(1, len(words) - length))
        return " ".join(words[start : start + length])

    def filter(self, kind: str) -> tuple[tuple[str, str], ...]:
        dated = [item for item in self.items if item.meeting.held_on and item.meeting.committee]
        meeting = self.random.choice(dated).meeting
        values = {
            "committee": (("committee", meeting.committee.slug),),
            "year": (("year", str(meeting.held_on.year)),),
            "kind": (("kind", meeting.committee.kind),),
            "outcome": (("outcome", self.random.choice(self.outcomes)),),
            "dates": (
                ("held_from", f"{meeting.held_on:%Y-%m-%d}"),
                ("held_to", f"{meeting.held_on.year + self.random.randint(1, 4)}-12-31"),
            ),
        }
        return values[kind]
