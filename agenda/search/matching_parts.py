"""Which parts of an item match a search, each with a snippet and its place on the item's page."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from html import escape

from django.utils.safestring import SafeString, mark_safe

from agenda.search.parts import Part
from agenda.search.query import Query
from agenda.search.results import MatchingPart
from agenda.search.words import (
    COMPOUND,
    TOKEN,
    UNIT,
    joined,
    places,
    plain,
    root_of,
    stem_of,
    straightened,
    word_of,
)

MOST_PARTS = 3
# An apostrophe in the midst of a word, as in O'Brien; "children's" begins as "children" does.
_PARTED = re.compile(r"\w'\w[\w']")
_WITHIN_WORDS = re.compile(r"[-'ʼ_\u2010\u2011\xad,]")
WORDS_BEFORE, WORDS_SHOWN = 8, 32

Span = tuple[int, int]


class Marker:
    """Finds the words of a query in texts, and marks them."""

    def __init__(self, query: Query, scope: str = "") -> None:
        self.scope = scope
        self.terms = list(dict.fromkeys(query.terms))
        self.stems = {stem for term in self.terms if not term.phrase for stem in term.stems}
        self.phrases = [tuple(term.phrase.split()) for term in self.terms if term.phrase]
        self.starts = tuple(root_of(stem) for stem in self.stems)
        starts = [*self.starts, *(phrase[0] for phrase in self.phrases)]
        roots = "|".join(map(re.escape, starts)) or r"(?!)"
        self.roots, self.beginnings = re.compile(roots), re.compile(rf"(?<![a-z0-9_])(?:{roots})")
        self.is_plain = not self.phrases and all(
            stem.isascii() and stem.isalpha() for stem in self.stems
        )

    def title(self, text: str) -> SafeString:
        """The whole title, with what matches marked."""
        found = self.spans(text) if self.scope in ("", "title") else []
        return marked(text, found, 0, len(text))

    def matching_parts(self, parts: Iterable[Part], address: str) -> list[MatchingPart]:
        """The parts that answer most of the query, in their order on the page at `address`."""
        found: list[tuple[int, int, Part, list[Span]]] = []
        answering_all = 0
        for part in parts:
            if self.scope in ("", part.field) and (spans := self.spans(part.text)):
                missing = self.missing(part.text, spans)
                found.append((missing, len(found), part, spans))
                answering_all += not missing
                if answering_all == MOST_PARTS:
                    break
        best = sorted(found, key=lambda each: each[:2])[:MOST_PARTS]
        return [
            MatchingPart(part.label, f"{address}#{part.anchor}", snippet(part.text, spans))
            for _, _, part, spans in sorted(best, key=lambda each: each[1])
        ]

    def missing(self, text: str, spans: list[Span]) -> int:
        """How many of the words and phrases of the query do not stand here."""
        stand = len({stem_of(text[start:end]) for start, end in spans})
        return max(0, len(self.stems) + len(self.phrases) - stand)

    def spans(self, text: str) -> list[Span]:
        """Where the words and the exact phrases stand, in order and without overlaps."""
        straight = straightened(text)
        if self.is_plain and straight.isascii() and not has_parted_words(straight):
            return self.spans_of_plain(text, straight.lower())
        return self.spans_of_any(text)

    def spans_of_plain(self, text: str, lower: str) -> list[Span]:
        """The same for plain words: each that begins as one of the query's is looked at."""
        found = []
        if any(start in lower for start in self.starts):
            tokens = (TOKEN.match(text, m.start()) for m in self.beginnings.finditer(lower))
            found = [m.span() for m in tokens if m and self.is_asked_for(m[0])]
        if "-" in lower:
            found += self.compounds(text)
        return merged(sorted(found))

    def spans_of_any(self, text: str) -> list[Span]:
        if not self.roots.search(bare(text)):
            return []
        found = [m.span() for m in TOKEN.finditer(text) if self.is_asked_for(m[0])]
        found += self.compounds(text)
        found += [m.span() for m in UNIT.finditer(text) if self.stems.issuperset(m.groups())]
        if self.phrases:
            found += self.phrase_spans(text)
        return merged(sorted(found))

    def compounds(self, text: str) -> list[Span]:
        return [m.span() for m in COMPOUND.finditer(text) if stem_of(joined(m[0])) in self.stems]

    def is_asked_for(self, printed: str) -> bool:
        """Whether its stem is one of the query's; making a stem takes longest, so that comes last."""
        return word_of(printed).startswith(self.starts) and stem_of(printed) in self.stems

    def phrase_spans(self, text: str) -> Iterator[Span]:
        at = [match.span() for match in places(text)]
        read = tuple(word_of(text[start:end]) for start, end in at)
        for phrase in self.phrases:
            for n in range(len(read) - len(phrase) + 1):
                if read[n : n + len(phrase)] == phrase:
                    yield at[n][0], at[n + len(phrase) - 1][1]


def has_parted_words(straight: str) -> bool:
    """Whether something stands within a word that the word is compared without."""
    return "_" in straight or ("'" in straight and bool(_PARTED.search(straight)))


def bare(text: str) -> str:
    """The text as the beginnings of words are looked for, many times faster than its words."""
    return _WITHIN_WORDS.sub("", plain(text)).casefold()


def merged(spans: list[Span]) -> list[Span]:
    apart: list[Span] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def snippet(text: str, spans: list[Span]) -> SafeString:
    """Some thirty words around where the matches are densest."""
    words = [match.span() for match in places(text)]
    hits = words_in(spans, words)
    last_seen = (bisect_left(hits, hit + WORDS_SHOWN) for hit in hits)
    seen = [last - n for n, last in enumerate(last_seen)]
    begin = max(0, hits[seen.index(max(seen))] - WORDS_BEFORE)
    last = min(len(words), begin + WORDS_SHOWN) - 1
    start = words[begin][0] if begin else 0
    end = words[last][1] if last < len(words) - 1 else len(text)
    html = marked(text, spans, start, end)
    return mark_safe(f"{'… ' * bool(begin)}{html}{' …' * (end < len(text))}")  # noqa: S308


def words_in(spans: list[Span], words: list[Span]) -> list[int]:
    """Which of the words, by number, stand in one of the spans; both are in order."""
    starts, ends = [start for start, _ in words], [end for _, end in words]
    hits: dict[int, None] = {}
    for since, to in spans:
        hits |= dict.fromkeys(range(bisect_right(ends, since), bisect_left(starts, to)))
    return list(hits)


def marked(text: str, spans: list[Span], start: int, end: int) -> SafeString:
    """This piece of a text as HTML: matches in <mark>, all else escaped, white space collapsed."""
    html, at = [], start
    for since, to in spans:
        if start <= since and to <= end:
            html += [escape(text[at:since]), f"<mark>{escape(text[since:to])}</mark>"]
            at = to
    html.append(escape(text[at:end]))
    return mark_safe(re.sub(r"\s+", " ", "".join(html)))  # noqa: S308
