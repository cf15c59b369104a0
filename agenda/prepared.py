"""What follows from an item's words, worked out before it is stored. Knows nothing of Django.

What is stored may differ from what was read: the meeting may have another day, or an officer may
have written other words. So each result is kept with what it was worked out from, and given for
that alone; for anything else it is worked out anew.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from agenda.facts import MeetingFacts
from agenda.follow_through.comparison import Comparison, compare
from agenda.follow_through.deadlines import Deadline, deadline
from agenda.follow_through.promises import ExpectedReport, expected_reports
from agenda.follow_through.topics import Expansion, ItemWords, Topic, expansion_of, find_topics
from agenda.parsing.document import (
    ParsedAgendaItem,
    ParsedPoint,
    ParsedResolution,
    Passage,
    ReferenceKind,
)
from agenda.search.lexemes import Parts, lexemes_and_plain
from agenda.sittings import Sitting
from agenda.titles import title_of, title_passage


@dataclass(frozen=True, slots=True)
class Prepared:
    """The results for one item; `comparison` sets its decisions beside its recommendations."""

    comparison: Comparison
    held_on: date | None
    resolutions: tuple[ParsedResolution, ...]
    promised: tuple[ExpectedReport, ...]
    deadlines: dict[str, Deadline | None]
    topic_words: ItemWords
    topics: tuple[Topic, ...]
    parts: Parts
    indexed: tuple[str, str]

    def expected_reports(
        self, resolutions: Sequence[ParsedResolution], held_on: date | None
    ) -> tuple[ExpectedReport, ...]:
        if held_on == self.held_on and tuple(resolutions) == self.resolutions:
            return self.promised
        return expected_reports(resolutions, held_on)

    def deadline(self, text: str, held_on: date | None) -> Deadline | None:
        if held_on == self.held_on and text in self.deadlines:
            return self.deadlines[text]
        return deadline(text, held_on)

    def find_topics(self, words: ItemWords) -> tuple[Topic, ...]:
        return self.topics if words == self.topic_words else find_topics(words)

    def lexemes_and_plain(self, parts: Parts) -> tuple[str, str]:
        return self.indexed if parts == self.parts else lexemes_and_plain(parts)


PreparedItems = Mapping[int, Prepared]
NOTHING: PreparedItems = {}


def prepare(sitting: Sitting, source: str) -> Prepared:
    """Work out what follows from an item of this source text."""
    item, held_on = sitting.item, sitting.facts.held_on
    topic_words, parts = topic_words_of(item, sitting.facts, source), parts_of(item)
    return Prepared(
        comparison=compare(item.recommendations, item.resolutions),
        held_on=held_on,
        resolutions=item.resolutions,
        promised=expected_reports(item.resolutions, held_on),
        deadlines={text: deadline(text, held_on) for text in set(_dating_texts(item))},
        topic_words=topic_words,
        topics=find_topics(topic_words),
        parts=parts,
        indexed=lexemes_and_plain(parts),
    )


def topic_words_of(item: ParsedAgendaItem, facts: MeetingFacts, source: str) -> ItemWords:
    """What of an item speaks of its topics."""
    place = title_passage(item) or item
    return ItemWords(
        text=source[item.span.start : item.span.end],
        title=Passage(title_of(item), place.span),
        opening=_joined(item.background) or _joined([p.text for p in item.minutes]),
        expansions=_expansions(item),
        committee=facts.committee,
        title_inferred=item.title is None,
        offset=item.span.start,
    )


def _expansions(item: ParsedAgendaItem) -> list[Expansion]:
    acronyms = [r for r in item.references if r.kind is ReferenceKind.ACRONYM]
    acronyms.sort(key=lambda reference: reference.text.span.start)
    return [expansion_of(r.text.text, r.value, r.text.span) for r in acronyms]


def parts_of(item: ParsedAgendaItem) -> Parts:
    """The texts of an item, field by field, as searching reads them."""
    letters = [report.reference.text for report in item.reports if report.reference]
    minutes = [paragraph.text.text for paragraph in item.minutes]
    return {
        "title": [title_of(item), *(f"Document {letter}" for letter in letters)],
        "resolutions": [_in_words(point) for point in item.resolutions],
        "recommendations": [_in_words(point) for point in item.recommendations],
        "actions": [" ".join(texts) for texts in _actions(item)],
        "report": [*([p.text for p in item.background] or [""]), *_contacts(item)],
        "discussion": minutes or [""],
    }


def _in_words(point: ParsedPoint) -> str:
    return " ".join([point.text.text, *(sub_point.text for sub_point in point.sub_points)])


def _actions(item: ParsedAgendaItem) -> Iterator[list[str]]:
    for action in item.actions:
        rest = (action.note, action.referred_to)
        yield [*(o.text for o in action.owners), *(p.text if p else "" for p in rest)]


def _contacts(item: ParsedAgendaItem) -> list[str]:
    return [contact.name.text for contact in item.contacts]


def _joined(paragraphs: Sequence[Passage]) -> str:
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def _dating_texts(item: ParsedAgendaItem) -> Iterator[str]:
    """What may say when the item's actions are due: their notes, and what they follow from."""
    numbers = {number for action in item.actions for number in action.resolution_numbers}
    for action in item.actions:
        yield action.note.text if action.note else ""
    for resolution in item.resolutions if item.actions else ():
        if resolution.number in numbers or len(item.resolutions) == 1:
            yield from (resolution.text.text, *(point.text for point in resolution.sub_points))
