"""The words that stand in published items, kept for suggesting a spelling."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Q

from agenda.models import KnownWord, SearchEntry

SHORTEST = 3
# A word in so many items is common; its exact number is found by `count` alone, so that two
# officers who publish at once do not wait for each other over "the".
COMMON = 50
ADD = (
    "INSERT INTO agenda_knownword (word, items) SELECT unnest(%s::text[]), 0 ON CONFLICT DO NOTHING"
)
CHANGE = f"""
WITH rare AS (
    SELECT word FROM agenda_knownword
    WHERE word = ANY(%(words)s) AND items < {COMMON} ORDER BY word FOR UPDATE)
UPDATE agenda_knownword known SET items = greatest(known.items + change.more, 0)
FROM rare JOIN unnest(%(words)s::text[], %(changes)s::int[]) AS change(word, more) USING (word)
WHERE known.word = rare.word
"""
# Whoever publishes waits until the words are counted; whoever searches does not.
ALONE = "LOCK TABLE agenda_knownword IN SHARE ROW EXCLUSIVE MODE"
COUNTED = """
INSERT INTO agenda_knownword (word, items) SELECT unnest(%s::text[]), unnest(%s::int[])
ON CONFLICT (word) DO UPDATE SET items = excluded.items
"""


def counted_words(numbers: list[int]) -> Counter[str]:
    """The words of those of these items that are counted, and in how many they stand."""
    entries = SearchEntry.objects.filter(item__in=numbers, counted=True)
    return words_in(entries.values_list("plain", flat=True))


def words_in(texts: Iterable[str]) -> Counter[str]:
    """In how many of these texts each word stands."""
    return Counter(word for text in texts for word in set(text.split()) if is_word(word))


def is_word(word: str) -> bool:
    return len(word) >= SHORTEST and (word.isalpha() or not any(map(str.isdigit, word)))


def replace(before: Counter[str], after: Counter[str]) -> None:
    """Take in the words that are new to the public, and hide those that have left it."""
    changed = {word: after[word] - before[word] for word in before | after}
    words = sorted(word for word, change in changed.items() if change)
    if not words:
        return
    with connection.cursor() as cursor:
        cursor.execute(ADD, [[word for word in words if changed[word] > 0]])
        changes = [changed[word] for word in words]
        cursor.execute(CHANGE, {"words": words, "changes": changes})


def count() -> None:
    """Count anew in how many published items each word stands."""
    published = Q(publication_status="published")
    SearchEntry.objects.filter(published, counted=False).update(counted=True)
    SearchEntry.objects.filter(~published, counted=True).update(counted=False)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ALONE)
        entries = SearchEntry.objects.filter(counted=True).values_list("plain", flat=True)
        found = words_in(entries.iterator(chunk_size=500))
        KnownWord.objects.update(items=0)
        cursor.execute(COUNTED, [list(found), list(found.values())])
