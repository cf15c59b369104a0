"""What happens to an upload: it is kept as a draft, confirmed, stored step by step, or thrown away."""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from agenda.import_models import DraftDocument, ImportDraft
from agenda.imports.reading import READ_FIELDS, describe, ingest_each, next_step, read_each
from agenda.models import SourceDocument
from agenda.parsing.files import Found, UnreadableFile

WRITTEN_AT_ONCE = 100
PUBLISH_PERMISSION = "agenda.publish_agendaitem"
Given = dict[str, object]


def keep_draft(owner: AbstractUser, documents: Iterable[Found], given: Given) -> ImportDraft:
    """Keep an upload apart from the record, all of it or nothing; clears away expired ones."""
    ImportDraft.objects.expired().delete()
    with transaction.atomic():
        draft = ImportDraft.objects.create(owner=owner)
        rows = _rows(draft, documents, given)
        while batch := list(islice(rows, WRITTEN_AT_ONCE)):
            DraftDocument.objects.bulk_create(batch)
    return draft


def _rows(draft: ImportDraft, documents: Iterable[Found], given: Given) -> Iterator[DraftDocument]:
    longest = DraftDocument._meta.get_field("name").max_length
    for position, found in enumerate(documents, start=1):
        row = DraftDocument(draft=draft, position=position, name=found.name[-longest:], **given)
        if isinstance(found, UnreadableFile):
            row.outcome, row.reason = DraftDocument.Outcome.REFUSED, found.reason
        else:
            row.text = found.text
        yield row


def confirm(draft: ImportDraft, positions: Iterable[int], *, publish: bool) -> int:
    """Mark documents to be stored, and tell how many."""
    draft.publish = publish
    draft.save()
    chosen = draft.documents.storable().filter(position__in=list(positions))
    return chosen.update(confirmed=True)


@transaction.atomic
def store_more(draft: ImportDraft) -> None:
    """Store the next confirmed documents: together with the note that they are, or nothing."""
    draft = ImportDraft.objects.select_for_update().select_related("owner").get(pk=draft.pk)
    documents = next_step(draft.documents.to_store())
    publish = draft.publish and draft.owner.has_perm(PUBLISH_PERMISSION)
    pairs = read_each(documents)
    stored = []
    for document, result in ingest_each(pairs, publish=publish):
        describe(document, result)
        if document.outcome != DraftDocument.Outcome.SUPERSEDED:
            stored.append(document)
    hashes = {document.pk: read.sha256 for document, read in pairs}
    _note_stored(draft, stored, hashes)
    DraftDocument.objects.bulk_update(documents, [*READ_FIELDS, "stored_at", "source"])
    draft.save(update_fields=["touched_at"])


def _note_stored(draft: ImportDraft, stored: list[DraftDocument], hashes: dict[int, str]) -> None:
    wanted = [hashes[document.pk] for document in stored]
    sources = {s.sha256: s for s in SourceDocument.objects.filter(sha256__in=wanted)}
    for document in stored:
        document.stored_at = timezone.now()
        document.source = sources[hashes[document.pk]]
    written = [d.source for d in stored if d.outcome != DraftDocument.Outcome.UNCHANGED]
    if written:
        LogEntry.objects.log_actions(draft.owner_id, written, CHANGE, "Imported.")
