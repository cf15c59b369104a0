"""Records to rows: each document whole or not at all, the same result when run twice.

What an officer corrected is never overwritten: a corrected field keeps its value, and a
corrected list (such as the resolutions) is left as it is.
"""

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.db import connection, transaction

from agenda import rows, search
from agenda.changes import Change, Changes
from agenda.facts import DocumentFacts
from agenda.meetings import MeetingWriter
from agenda.models import Action, AgendaItem, Post, Resolution, SourceDocument
from agenda.parsing.document import (
    PageKind,
    ParsedAction,
    ParsedAgendaItem,
    ParseWarning,
)
from agenda.parsing.garbage import no_collecting
from agenda.prepared import Prepared
from agenda.read_documents import NO_FACTS, ReadDocument, read_document
from agenda.tracking import due_dates
from agenda.tracking.linking import link_new
from agenda.tracking.recording import follow, recompute
from committees.models import Meeting
from committees.slugs import slug_of


@dataclass(slots=True)
class IngestResult:
    """What an import did with one document.

    `outcome` is "new", "changed", "unchanged", or "superseded" where a newer text of the same
    page is stored already; `counts` says how many of each part were read; `kept` names what
    officers corrected and the import left alone; `changes` says what was written.
    """

    outcome: str
    page_kind: PageKind
    items: list[AgendaItem] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    warnings: tuple[ParseWarning, ...] = ()
    changes: list[Change] = field(default_factory=list)


def ingest_document(
    name: str,
    text: str,
    facts: DocumentFacts = NO_FACTS,
    *,
    page_kind: PageKind | None = None,
    publish: bool = False,
    dry_run: bool = False,
) -> IngestResult:
    """Read a text and store it with all its records, or nothing at all.

    Raises `NotMinutes` when the text is no page of minutes. With `dry_run` everything is done
    and rolled back.
    """
    document = read_document(name, text, facts, page_kind)
    return ingest_batch([document], publish=publish, dry_run=dry_run)[0]


def ingest_batch(
    documents: Sequence[ReadDocument], *, publish: bool = False, dry_run: bool = False
) -> list[IngestResult]:
    """Store several documents in one transaction: all of them or, on an error, none."""
    gc.collect(1)  # What a batch before this one left.
    with transaction.atomic(), no_collecting():
        _wait_for_other_imports()
        batch = _Batch(documents, publish)
        results = [batch.store(document) for document in documents]
        batch.finish()
        transaction.set_rollback(dry_run)
    return results


def _wait_for_other_imports() -> None:
    """Hold back until this transaction is the only import: two must not make one committee twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('minutes portal: import'))")


class _Batch:
    """The documents of one transaction, written together."""

    def __init__(self, documents: Sequence[ReadDocument], publish: bool) -> None:
        self.publish = publish
        self.changes = Changes()
        self.touched: list[AgendaItem] = []
        self.altered: list[AgendaItem] = []
        self.prepared: list[tuple[AgendaItem, Prepared]] = []
        sittings = [sitting for document in documents for sitting in document.sittings]
        actions = [action for sitting in sittings for action in sitting.item.actions]
        named = {name for document in documents for name in document.facts.committees}
        named |= {action.referred_to.text for action in actions if action.referred_to}
        self.meetings = MeetingWriter(self.changes, sittings, named)
        owners = {slug_of(owner.text) for action in actions for owner in action.owners}
        self.posts = Post.objects.by_slug(owners)
        sources = SourceDocument.objects.order_by("pk")
        hashes = [document.sha256 for document in documents]
        self.stored = {source.sha256: source for source in sources.filter(sha256__in=hashes)}
        addresses = {document.facts.address for document in documents} - {""}
        self.newest = {source.address: source for source in sources.filter(address__in=addresses)}

    def store(self, document: ReadDocument) -> IngestResult:
        """Take one document; what is new of it is written by `finish`."""
        result = IngestResult("new", document.parsed.page_kind, warnings=document.parsed.warnings)
        stored = self.stored.get(document.sha256)
        newest = self.newest.get(document.facts.address)
        if stored and newest and stored != newest:
            result.outcome = "superseded"
            return result
        before, kept_before = len(self.changes.log), len(self.changes.kept)
        earlier = self._items_of(newest or stored)
        self._store_items(document, stored or self._add_source(document), earlier, result)
        result.kept = self.changes.kept[kept_before:]
        result.changes = self.changes.log[before:]
        self.touched += result.items if result.changes else []
        self.altered += earlier if result.changes else []
        if stored:
            result.outcome = "changed" if result.changes else "unchanged"
        return result

    def finish(self) -> None:
        """Write what is new, and make what changed searchable."""
        self.changes.write_new()
        if self.altered:
            recompute(self.altered)
        touched = {item.pk: item for item in self.touched}
        stored_before = {item.pk for item in self.altered}
        new = [item for number, item in touched.items() if number not in stored_before]
        prepared = {item.pk: prepared for item, prepared in self.prepared}
        link_new(new, prepared)
        search.refresh(touched.values(), prepared)

    def _add_source(self, document: ReadDocument) -> SourceDocument:
        source = SourceDocument(
            sha256=document.sha256,
            name=Path(document.name).name,
            address=document.facts.address,
            text=document.text,
            page_kind=document.parsed.page_kind.value,
        )
        self.changes.add(source)
        self.stored[source.sha256] = source
        if source.address:
            self.newest[source.address] = source
        return source

    def _items_of(self, page: SourceDocument | None) -> list[AgendaItem]:
        """What was read from this page before, here or in an older text of it."""
        if page is None:
            return []
        self.changes.write_new()  # The page may stand earlier in this batch.
        items = page.items.select_related("meeting__committee", "source")
        # An officer who saves one of them meanwhile waits, and then sees what was imported.
        return list(items.select_for_update(of=("self", "meeting")))

    def _store_items(
        self,
        document: ReadDocument,
        source: SourceDocument,
        earlier: list[AgendaItem],
        result: IngestResult,
    ) -> None:
        for committee, kind in document.facts.committees.items():
            self.meetings.committee(committee, kind)
        meetings: dict[int, Meeting] = {}
        read = zip(document.sittings, document.prepared, strict=True)
        for position, (sitting, prepared) in enumerate(read, start=1):
            item = _same_item(earlier, sitting.item, position) or AgendaItem()
            current = meetings.get(sitting.group) or (item.meeting if item.pk else None)
            meeting = meetings[sitting.group] = self.meetings.write(sitting, current)
            place = {"source": source, "position": position, "meeting": meeting}
            self.changes.set(item, place | rows.item_values(sitting.item))
            self._store_lists(item, sitting.item, prepared)
            self._publish(item)
            self.prepared.append((item, prepared))
            result.items.append(item)
        result.counts = _counts([sitting.item for sitting in document.sittings])
        self._store_warnings(result)

    def _store_lists(self, item: AgendaItem, parsed: ParsedAgendaItem, prepared: Prepared) -> None:
        """Store the parts of an item; lists that an officer corrected are left as they are."""
        points, set_list = rows.point_values, self.changes.set_list
        proposed = set_list(item, "recommendations", [points(p) for p in parsed.recommendations])
        decided = set_list(item, "resolutions", [points(point) for point in parsed.resolutions])
        if item.pk is None:
            self.changes.derive(follow(item, proposed, decided, prepared))
        set_list(item, "contacts", [rows.contact_values(contact) for contact in parsed.contacts])
        reports = set_list(item, "reports", [rows.report_values(r) for r in parsed.reports])
        for report, read in zip(reports, parsed.reports, strict=False):
            self.changes.align(report, "appendices", rows.appendix_rows(read))
        actions = set_list(item, "actions", [rows.action_values(a) for a in parsed.actions])
        for action, read in zip(actions, parsed.actions, strict=False):
            self._link(action, read, decided, prepared)
        references = sorted(parsed.references, key=lambda reference: reference.text.span.start)
        self.changes.align(item, "references", [rows.reference_values(r) for r in references])

    def _link(
        self,
        action: Action,
        read: ParsedAction,
        decided: list[Resolution],
        prepared: Prepared,
    ) -> None:
        """Link an action to its owners, the resolutions its note names, and a known committee."""
        owners = [self._post(owner.text) for owner in read.owners]
        self.changes.relate(action, "owners", owners)
        named = [r for r in decided if r.number and r.number in read.resolution_numbers]
        self.changes.relate(action, "resolutions", named)
        if action.pk is None:
            held_on = action.item.meeting.held_on
            due_dates.set_for(action, named, decided, held_on, prepared.deadline)
        known = self.meetings.known_committee(action.referral)
        if known and action.referred_to != known:
            self.changes.assign(action, referred_to=known)

    def _post(self, name: str) -> Post:
        slug = slug_of(name)
        if slug not in self.posts:
            self.posts[slug] = Post.add(name)
        return self.posts[slug]

    def _publish(self, item: AgendaItem) -> None:
        """Publish a draft if that was asked for and no officer took it back."""
        if self.publish and not item.is_public and "publication_status" not in item.corrected:
            item.set_public()
            self.changes.assign(item, publication_status=item.publication_status)

    def _store_warnings(self, result: IngestResult) -> None:
        """Keep each warning with the item it stands in, those above the first with the first."""
        of_item: list[list[rows.Values]] = [[] for _ in result.items]
        for warning in result.warnings if result.items else ():
            before = [n for n, i in enumerate(result.items) if i.start <= warning.span.start]
            of_item[before[-1] if before else 0].append(rows.warning_values(warning))
        for item, warnings in zip(result.items, of_item, strict=True):
            self.changes.align_by_content(item, "warnings", warnings)


def _same_item(
    earlier: list[AgendaItem], parsed: ParsedAgendaItem, position: int
) -> AgendaItem | None:
    """The stored item with the same number on the agenda, otherwise at the same place."""
    number = parsed.number.text if parsed.number else ""
    same_number = (item for item in earlier if number and item.number == number)
    same_place = (item for item in earlier if item.position == position)
    return next(same_number, None) or next(same_place, None)


def _counts(read: list[ParsedAgendaItem]) -> dict[str, int]:
    parts = ("recommendations", "resolutions", "actions")
    return {"items": len(read)} | {part: sum(len(getattr(i, part)) for i in read) for part in parts}
