"""What the import of one document would store: stored, looked at, and taken back."""

from dataclasses import dataclass
from operator import attrgetter

from django.db import transaction
from django.db.models import Max, Model

from agenda.import_models import DraftDocument
from agenda.imports.differences import RecordDifference, differences_of
from agenda.imports.item_fields import Field, fields_of
from agenda.imports.reading import amends, counts_in_words, read
from agenda.ingest import IngestResult, ReadDocument, ingest_batch
from agenda.models import AgendaItem, Post
from agenda.parsing.document import ParseWarning
from agenda.passages import Segment, marks_of, segments_of
from agenda.rows import item_values
from agenda.whole_items import any_item
from committees.models import Committee, Meeting


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader was unsure of, with the words it is about."""

    line: int
    message: str
    passage: str


@dataclass(frozen=True, slots=True)
class Kept:
    """A part that an officer corrected, which the import leaves as it is."""

    place: str
    label: str
    stored: str = ""
    read: str = ""


@dataclass(frozen=True, slots=True)
class ItemPreview:
    """An item as it would stand, beside the passages it was read from."""

    item: AgendaItem
    fields: list[Field]
    segments: list[Segment]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything an officer should see before confirming."""

    outcome: str
    page_kind: str
    counts: str
    doubts: list[Doubt]
    meetings: list[Meeting]
    items: list[ItemPreview]
    differences: list[RecordDifference]
    kept: list[Kept]
    new_names: dict[str, list[str]]
    unused: list[str]


def preview_of(document: DraftDocument) -> Preview:
    """The preview of one document; raises `NotMinutes`. The record stays as it is."""
    source = read(document)
    with transaction.atomic():
        newest = {model: _newest(model) for model in (Committee, Post)}
        [result] = ingest_batch([source])
        preview = _preview(document, source, result, newest)
        transaction.set_rollback(True)
    return preview


def _preview(
    document: DraftDocument,
    source: ReadDocument,
    result: IngestResult,
    newest: dict[type[Model], int],
) -> Preview:
    items = list(_items(result))
    amending = amends(result)
    meetings = list(dict.fromkeys(shown.item.meeting for shown in items))
    return Preview(
        outcome="changed" if amending else result.outcome,
        page_kind=DraftDocument.PageKind(result.page_kind.value).label,
        counts=counts_in_words(result.counts),
        doubts=[_doubt(source.text, warning) for warning in result.warnings],
        meetings=meetings,
        items=items,
        differences=differences_of(result.changes, amends=amending),
        kept=_kept(source, result),
        new_names={
            str(model._meta.verbose_name): [str(r) for r in model.objects.filter(pk__gt=last)]
            for model, last in newest.items()
        },
        unused=_unused(document, meetings),
    )


def _newest(model: type[Model]) -> int:
    return model.objects.aggregate(last=Max("pk"))["last"] or 0


def _items(result: IngestResult) -> list[ItemPreview]:
    stored = [any_item(item.pk) for item in sorted(result.items, key=attrgetter("position"))]
    return [ItemPreview(item, list(fields_of(item)), _segments(item)) for item in stored]


def _segments(item: AgendaItem) -> list[Segment]:
    if item.start is None:
        return []
    return segments_of(item.source.text, marks_of(item), item.start, item.end)


def _doubt(text: str, warning: ParseWarning) -> Doubt:
    passage = " ".join(text[warning.span.start : warning.span.end].split())
    return Doubt(warning.line, warning.message, passage)


def _kept(source: ReadDocument, result: IngestResult) -> list[Kept]:
    """The corrected parts of items and meetings, with what the text has in their place."""
    kept = []
    for item, sitting in zip(result.items, source.sittings, strict=False):
        words = item_values(sitting.item)
        for part in item.corrected:
            label = str(AgendaItem._meta.get_field(part).verbose_name) if part in words else part
            stored, read = str(getattr(item, part, "")), str(words.get(part, ""))
            differs = part in words and stored != read
            kept.append(
                Kept(str(item), label.replace("_", " "), *((stored, read) if differs else ()))
            )
    for meeting in {item.meeting for item in result.items}:
        kept += [Kept(str(meeting), part.replace("_", " ")) for part in meeting.corrected]
    return kept


def _unused(document: DraftDocument, meetings: list[Meeting]) -> list[str]:
    """The facts an officer gave that no meeting took, since the text itself says otherwise."""
    unused = []
    if document.committee and not any(m.committee_basis == "supplied" for m in meetings):
        unused.append("committee")
    if document.held_on and not any(m.held_on == document.held_on for m in meetings):
        unused.append("date")
    return unused
