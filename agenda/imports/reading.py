"""Tries out the documents of an upload: what importing them would do. The record stays as it is."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet

from agenda.facts import DocumentFacts
from agenda.import_models import DraftDocument, ImportDraft
from agenda.ingest import IngestResult, ReadDocument, ingest_batch, read_document
from agenda.models import AgendaItem
from agenda.parsing.document import PageKind
from agenda.parsing.parser import NotMinutes

# One step takes about a second: so many documents, or so many characters.
STEP_DOCUMENTS = 40
STEP_CHARACTERS = 1_000_000
READ_FIELDS = ["outcome", "reason", "about", "summary", "doubts"]

logger = logging.getLogger(__name__)

Pair = tuple[DraftDocument, ReadDocument]


def read_more(draft: ImportDraft) -> None:
    """Try out the next documents of an upload."""
    read_now(*next_step(draft.documents.unread()))
    draft.save(update_fields=["touched_at"])


def read_now(*documents: DraftDocument) -> None:
    """Try out these documents, and note what importing them would do."""
    for document, result in ingest_each(read_each(documents), dry_run=True):
        describe(document, result)
    DraftDocument.objects.bulk_update(documents, READ_FIELDS)


def next_step(waiting: QuerySet[DraftDocument]) -> list[DraftDocument]:
    """The first documents that wait, as many as one step takes."""
    documents, characters = [], 0
    for document in waiting[:STEP_DOCUMENTS]:
        characters += len(document.text)
        if documents and characters > STEP_CHARACTERS:
            break
        documents.append(document)
    return documents


def read_each(documents: Iterable[DraftDocument]) -> list[Pair]:
    """Those that can be read, with what was read; the others are refused with the reason."""
    pairs = []
    for document in documents:
        try:
            pairs.append((document, read(document)))
        except NotMinutes as error:
            refuse(document, str(error))
        except Exception:
            # A fault in the reader must not hold up the other documents.
            logger.exception("%s could not be read.", document.name)
            refuse(document, "The portal failed to read this text. The fault was recorded.")
    return pairs


def read(document: DraftDocument) -> ReadDocument:
    """Read one document with what the officer gave beside it; raises `NotMinutes`."""
    kind = PageKind(document.page_kind) if document.page_kind else None
    return read_document(document.name, document.text, facts_of(document), kind)


def facts_of(document: DraftDocument) -> DocumentFacts:
    supplied = DocumentFacts().supplied(document.committee, document.held_on)
    return replace(supplied, address=document.address)


def ingest_each(pairs: list[Pair], **options: bool) -> Iterator[tuple[DraftDocument, IngestResult]]:
    """Import these in one transaction; if the database refuses one of them, the others alone."""
    if not pairs:
        return
    try:
        with transaction.atomic():
            results = ingest_batch([read for _, read in pairs], **options)
    except DatabaseError as error:
        if not connection.is_usable():
            raise
        if len(pairs) == 1:
            refuse(pairs[0][0], f"The database refused it: {error}".strip())
            return
        for pair in pairs:
            yield from ingest_each([pair], **options)
    else:
        yield from zip((document for document, _ in pairs), results, strict=True)


def describe(document: DraftDocument, result: IngestResult) -> None:
    """Note on the document what its import does; saves nothing."""
    document.outcome = "changed" if amends(result) else result.outcome
    document.reason = ""
    document.about = _about(result.items)
    document.summary = counts_in_words(result.counts)
    document.doubts = len(result.warnings)


def refuse(document: DraftDocument, reason: str) -> None:
    document.outcome, document.reason = DraftDocument.Outcome.REFUSED, reason


def amends(result: IngestResult) -> bool:
    """Whether items that are stored change: a newer text of a page counts as new itself."""
    items = (c for c in result.changes if isinstance(c.record, AgendaItem))
    return result.outcome == "changed" or any(change.kind == "altered" for change in items)


def counts_in_words(counts: dict[str, int]) -> str:
    """ "1 item, 2 recommendations, no actions" """
    return ", ".join(
        f"{count or 'no'} {part if count != 1 else part.removesuffix('s')}"
        for part, count in counts.items()
    )


def _about(items: list[AgendaItem]) -> str:
    """The title of a single item, or how many meetings there are, and the first of them."""
    meetings = list(dict.fromkeys(str(item.meeting) for item in items))
    others = f" and {len(meetings) - 1} more" if len(meetings) > 1 else ""
    where = f"{meetings[0]}{others}" if meetings else ""
    return f"{items[0].title} · {where}" if len(items) == 1 else where
