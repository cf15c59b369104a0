"""Read source documents into the portal."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from tqdm import tqdm

from agenda.facts import BadFacts, DocumentFacts, FolderFacts, read_facts
from agenda.imports.reading import counts_in_words
from agenda.ingest import IngestResult, ingest_batch
from agenda.parsing.document import PageKind
from agenda.parsing.files import SourceFile, UnreadableFile, read_source_files
from agenda.read_documents import ReadDocument, Unread, read_or_refuse
from agenda.reading_ahead import read_ahead

# After so long a bar shows how far the import is.
SECONDS = 2
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
        self.found = self.refused = 0
        # The bar shows only to somebody who looks on, and where the import takes a while.
        quiet = True if options["verbosity"] < 1 else None
        with tqdm(unit=" documents", delay=SECONDS, disable=quiet) as bar:
            for batch in self._read(read_source_files(paths)):
                self._store(batch)
                bar.update(len(batch))
        if not self.found:
            raise CommandError("No documents there. Name .txt or .html files, or their folder.")
        if self.refused:
            raise CommandError(f"{self.refused} of {self.found} documents were not imported.")

    def _read(self, files: Iterable[SourceFile | UnreadableFile]) -> Iterator[list[ReadDocument]]:
        """Read the files, batch by batch; those that cannot be read are named and left out."""
        for batch in read_ahead(read_or_refuse, self._unread(files)):
            for document in batch:
                if isinstance(document, UnreadableFile):
                    self._refuse(document.name, document.reason)
            yield [document for document in batch if isinstance(document, ReadDocument)]

    def _unread(self, files: Iterable[SourceFile | UnreadableFile]) -> Iterator[Unread]:
        kind = self.options["page_kind"]
        for file in files:
            self.found += 1
            if isinstance(file, UnreadableFile):
                self._refuse(file.name, file.reason)
                continue
            try:
                facts = self._facts(Path(file.name))
            except BadFacts as error:
                self._refuse(file.name, str(error))
                continue
            yield Unread(file.name, file.text, facts, PageKind(kind) if kind else None)

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
