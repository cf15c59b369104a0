"""Texts that were read, before anything of them is stored. Knows nothing of Django."""

import hashlib
from dataclasses import dataclass

from agenda.facts import DocumentFacts
from agenda.parsing.document import PageKind, ParsedDocument
from agenda.parsing.files import UnreadableFile
from agenda.parsing.parser import NotMinutes, parse_document
from agenda.prepared import Prepared, prepare
from agenda.sittings import Sitting, sittings_of

NO_FACTS = DocumentFacts()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A text that was read, and what is known beside it; nothing of it is stored yet.

    `prepared` says of each sitting's item what follows from its words.
    """

    name: str
    text: str
    facts: DocumentFacts
    parsed: ParsedDocument
    sittings: tuple[Sitting, ...]
    prepared: tuple[Prepared, ...]
    sha256: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A text to be read, and what is known beside it."""

    name: str
    text: str
    facts: DocumentFacts = NO_FACTS
    page_kind: PageKind | None = None


def read_or_refuse(document: Unread) -> ReadDocument | UnreadableFile:
    """The text, read; or why it cannot be, where it is no page of minutes."""
    try:
        return read_document(document.name, document.text, document.facts, document.page_kind)
    except NotMinutes as error:
        return UnreadableFile(document.name, str(error))


def read_document(
    name: str, text: str, facts: DocumentFacts = NO_FACTS, page_kind: PageKind | None = None
) -> ReadDocument:
    """Read a text; raises `NotMinutes` when it is no page of minutes."""
    parsed = parse_document(text, page_kind)
    sittings = tuple(sittings_of(parsed, facts.meeting))
    prepared = tuple(prepare(sitting, text) for sitting in sittings)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return ReadDocument(name, text, facts, parsed, sittings, prepared, sha256)
