"""Keeps the topics of stored items in step with their words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from hashlib import sha256

from django.db.models import prefetch_related_objects

from agenda.exempt import ExemptText
from agenda.follow_through.topics import Expansion, ItemWords, expansion_of, find_topics
from agenda.matters import Topic
from agenda.models import AgendaItem, Reference
from agenda.parsing.document import PageKind, Passage, Span
from agenda.prepared import NOTHING, PreparedItems

FIELDS = ("value", "text", "evidence", "telling", "start", "end", "acronym")
Spans = list[list[int]]


def record(items: Sequence[AgendaItem], prepared: PreparedItems = NOTHING) -> None:
    """Make the stored topics of these items equal to what their words say."""
    numbers = [item.pk for item in items]
    stored: dict[int, list[Topic]] = defaultdict(list)
    for topic in Topic.objects.filter(item__in=numbers).order_by("pk"):
        stored[topic.item_id].append(topic)
    missing: list[Topic] = []
    surplus: list[int] = []
    for item, found in topics_of(items, prepared):
        if [_values(topic) for topic in stored[item.pk]] != [_values(topic) for topic in found]:
            surplus += [topic.pk for topic in stored[item.pk]]
            missing += found
    Topic.objects.filter(pk__in=surplus).delete()
    Topic.objects.bulk_create(missing, batch_size=1000)


def topics_of(
    items: Sequence[AgendaItem], prepared: PreparedItems = NOTHING
) -> Iterable[tuple[AgendaItem, list[Topic]]]:
    """The topics of stored items, none of them saved."""
    prefetch_related_objects(items, "source", "meeting__committee")
    expansions, exempt = _expansions(items), _exempt(items)
    for item in items:
        words = _words(item, expansions[item.pk], exempt[item.pk])
        known = prepared.get(item.pk)
        topics = known.find_topics(words) if known else find_topics(words)
        found = [Topic(item=item, **_row(topic, item)) for topic in topics]
        yield item, [*_of_issue(item), *found]


def _values(topic: Topic) -> tuple:
    return tuple(getattr(topic, name) for name in FIELDS)


def _row(topic: object, item: AgendaItem) -> dict[str, object]:
    return {name: getattr(topic, name) for name in FIELDS}


def _expansions(items: Sequence[AgendaItem]) -> dict[int, list[Expansion]]:
    """What each item's own words say of its acronyms, in the order of the text."""
    found: dict[int, list[Expansion]] = defaultdict(list)
    read = Reference.objects.filter(item__in=items, kind=Reference.Kind.ACRONYM)
    columns = ("item", "text", "value", "start", "end")
    for item, text, words, *place in read.order_by("start", "pk").values_list(*columns):
        found[item].append(expansion_of(text, words, Span(*place)))
    return found


def _exempt(items: Sequence[AgendaItem]) -> dict[int, Spans]:
    """The passages of the sources that nobody but officers may read."""
    found: dict[int, Spans] = defaultdict(list)
    locked = ExemptText.objects.filter(withheld__item__in=items)
    for number, spans in locked.values_list("withheld__item", "spans"):
        found[number] += spans
    return found


def _words(item: AgendaItem, expansions: list[Expansion], exempt: Spans) -> ItemWords:
    """What of an item speaks of its topics; exempt passages say nothing."""
    offset = item.start or 0
    hidden = [span for each in exempt for span in [Span(*each)]]
    text = _blanked(item.source.text, hidden)[offset : item.end or 0]
    title = item.spans.get("title") or [[offset, item.end or 0]]
    return ItemWords(
        text=text or "\n\n".join([item.title, item.background, item.minutes]),
        title=Passage(item.title, Span(*title[0])),
        opening=item.background or item.minutes,
        expansions=[each for each in expansions if not _is_within(each, hidden)],
        committee=item.meeting.committee.name if item.meeting.committee else "",
        title_inferred=item.title_inferred,
        offset=offset,
    )


def _blanked(text: str, hidden: Iterable[Span]) -> str:
    for span in hidden:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _is_within(each: Expansion, hidden: Iterable[Span]) -> bool:
    return any(span.start < each.end and each.start < span.end for span in hidden)


def _of_issue(item: AgendaItem) -> list[Topic]:
    """All items of one page on an issue are one matter: the council itself says so."""
    source = item.source
    if source.page_kind != PageKind.ISSUE:
        return []
    page = sha256((source.address or source.name).encode()).hexdigest()[:16]
    evidence = "The council’s own page on this issue lists it."
    place = {"start": item.start or 0, "end": item.end or 0}
    return [Topic(item=item, value=f"issue-{page}", text=item.title, evidence=evidence, **place)]
