"""The words that stand in published items, kept for suggesting a spelling."""

from collections import Counter
from collections.abc import Iterable

from django.db import connection

from agenda.models import SearchEntry

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
COUNT = """
WITH counted AS (
    SELECT word, count(*) AS items FROM agenda_searchentry, LATERAL (
        SELECT DISTINCT word FROM string_to_table(translate(plain, E'.\\n', '  '), ' ') word
        WHERE length(word) >= %(shortest)s AND word !~ '[0-9]') words
    WHERE publication_status = 'published' GROUP BY word),
gone AS (
    UPDATE agenda_knownword SET items = 0
    WHERE items > 0 AND word NOT IN (SELECT word FROM counted))
INSERT INTO agenda_knownword (word, items) SELECT word, items FROM counted
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
    published = SearchEntry.objects.filter(publication_status="published")
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"shortest": SHORTEST})
    published.filter(counted=False).update(counted=True)
    SearchEntry.objects.exclude(publication_status="published").update(counted=False)
