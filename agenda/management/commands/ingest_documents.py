"""Read source documents into the portal."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from agenda.facts import BadFacts, DocumentFacts, FolderFacts, read_facts
from agenda.imports.reading import counts_in_words
from agenda.ingest import IngestResult, ReadDocument, ingest_batch, read_document
from agenda.parsing.document import PageKind
from agenda.parsing.files import SourceFile, UnreadableFile, read_source_files
from agenda.parsing.parser import NotMinutes

# From so many documents on, a bar shows how far the import is.
MANY = 20
BATCH = 100
OUTCOMES = {"superseded": "left out, since a newer text of the same page is stored"}


class Command(BaseCommand):
    help = (
        "Read agenda-item pages (files, or folders of them) into committees, meetings, items, "
        "resolutions and actions. Each document goes in whole or not at all; a second run changes "
        "nothing, and what officers corrected is kept."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--committee", help="the committee that met, where the text names none")
        parser.add_argument("--held-on", type=_day, metavar="YYYY-MM-DD", help="the meeting’s date")
        parser.add_argument("--page-kind", choices=[str(kind) for kind in PageKind])
        parser.add_argument("--publish", action="store_true", help="show the items to the public")
        parser.add_argument("--dry-run", action="store_true", help="read and report, store nothing")

    def handle(self, *, paths: list[Path], **options) -> None:
        self.options = options
        self.folders: dict[Path, FolderFacts] = {}
        self.refused = 0
        files = list(read_source_files(paths))
        if not files:
            raise CommandError("No documents there. Name .txt or .html files, or their folder.")
        quiet = len(files) < MANY or options["verbosity"] < 1
        for batch in _batches(self._read(tqdm(files, unit=" documents", disable=quiet))):
            self._store(batch)
        if self.refused:
            raise CommandError(f"{self.refused} of {len(files)} documents were not imported.")

    def _read(self, files: Iterable[SourceFile | UnreadableFile]) -> Iterator[ReadDocument]:
        """Read one file after another; those that cannot be read are named and left out."""
        kind = self.options["page_kind"]
        for file in files:
            if isinstance(file, UnreadableFile):
                self._refuse(file.name, file.reason)
                continue
            try:
                facts = self._facts(Path(file.name))
                yield read_document(file.name, file.text, facts, PageKind(kind) if kind else None)
            except (BadFacts, NotMinutes) as error:
                self._refuse(file.name, str(error))

    def _facts(self, path: Path) -> DocumentFacts:
        folder = path.parent
        if folder not in self.folders:
            self.folders[folder] = read_facts(folder)
        known = self.folders[folder].of(path.name)
        return known.supplied(self.options["committee"], self.options["held_on"])

    def _store(self, documents: list[ReadDocument]) -> None:
        """Store a batch; if the database refuses one of it, store the others one by one."""
        try:
            results = self._ingest(documents)
        except DatabaseError as error:
            if len(documents) == 1:
                self._refuse(documents[0].name, f"The database refused it: {error}".strip())
                return
            for document in documents:
                self._store([document])
            return
        for document, result in zip(documents, results, strict=True):
            self._say(f"{document.name}: {self._summary(result)}")

    def _ingest(self, documents: list[ReadDocument]) -> list[IngestResult]:
        publish, dry_run = self.options["publish"], self.options["dry_run"]
        return ingest_batch(documents, publish=publish, dry_run=dry_run)

    def _refuse(self, name: str, reason: str) -> None:
        self.refused += 1
        with tqdm.external_write_mode():
            self.stderr.write(f"{name}: not imported. {reason}")

    def _say(self, line: str) -> None:
        if self.options["verbosity"] > 0:
            with tqdm.external_write_mode():
                self.stdout.write(line)

    def _summary(self, result: IngestResult) -> str:
        """One line on what was read, what was doubtful, and what was left alone."""
        outcome = OUTCOMES.get(result.outcome, result.outcome)
        parts = [f"would be {outcome}" if self.options["dry_run"] else outcome]
        if result.counts:
            parts.append(counts_in_words(result.counts))
        if result.warnings:
            doubts = "; ".join(f"line {w.line}: {w.message}" for w in result.warnings)
            parts.append(f"doubtful: {doubts}")
        if result.kept:
            parts.append(f"kept as officers corrected: {', '.join(sorted(set(result.kept)))}")
        return ". ".join(part.rstrip(".") for part in parts) + "."


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ArgumentTypeError(f"“{words}” is no date; write it as 2016-10-06.") from error


def _batches(documents: Iterator[ReadDocument]) -> Iterator[list[ReadDocument]]:
    while batch := list(islice(documents, BATCH)):
        yield batch
