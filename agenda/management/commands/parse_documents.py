"""Show what the reader finds in source documents; stores nothing."""

import json
from argparse import ArgumentParser
from datetime import date
from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from agenda.follow_through.as_json import with_follow_through
from agenda.parsing.as_json import document_as_json
from agenda.parsing.coverage import unclaimed_lines
from agenda.parsing.document import PageKind, ParsedDocument
from agenda.parsing.files import SourceFile, UnreadableFile, read_source_files
from agenda.parsing.parser import NotMinutes, parse_document


class Command(BaseCommand):
    help = (
        "Read pages of minutes (files, folders or zip archives of them) and print what was found. "
        "Stores nothing and needs no database. Files that cannot be read are named at the end of "
        "their reason on standard error; the others are still printed."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object a line, for other programs"
        )
        parser.add_argument(
            "--unclaimed",
            action="store_true",
            help="print only lines that no record holds; fail where there are any",
        )
        parser.add_argument(
            "--held-on",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the meeting's date, from which promised reports are counted",
        )
        parser.add_argument("--page-kind", choices=[str(kind) for kind in PageKind])

    def handle(self, *, paths: list[Path], **options) -> None:
        kind = PageKind(options["page_kind"]) if options["page_kind"] else None
        show = self._show_unclaimed if options["unclaimed"] else self._show_found
        as_json = partial(_as_json_line, held_on=options["held_on"])
        self.shape = as_json if options["json"] else _as_summary
        self.unclaimed = read = refused = 0
        for file in read_source_files(paths):
            reason = self._read(file, kind, show)
            refused += bool(reason)
            read += not reason
            if reason:
                self.stderr.write(f"{file.name}: {reason}")
        if refused:
            raise CommandError(f"{refused} of {read + refused} documents could not be read.")
        if self.unclaimed:
            raise CommandError(f"Lines held by no record: {self.unclaimed}.")
        if not read:
            raise CommandError(
                "No documents found there. Name .txt or .html files or their folder."
            )

    def _read(self, file: SourceFile | UnreadableFile, kind: PageKind | None, show) -> str | None:
        """Read and show one document; the reason if it could not be read."""
        if isinstance(file, UnreadableFile):
            return file.reason
        try:
            show(file, parse_document(file.text, kind))
        except NotMinutes as refusal:
            return str(refusal)
        return None

    def _show_found(self, file: SourceFile, document: ParsedDocument) -> None:
        self.stdout.write(self.shape(file.name, document))

    def _show_unclaimed(self, file: SourceFile, document: ParsedDocument) -> None:
        lines = file.text.splitlines()
        for number in unclaimed_lines(file.text, document):
            self.stdout.write(f"{file.name}:{number}: {lines[number - 1].strip()}")
            self.unclaimed += 1


def _as_json_line(name: str, document: ParsedDocument, held_on: date | None = None) -> str:
    found = document_as_json(Path(name).name, document)
    found = with_follow_through(found, document, held_on)
    return json.dumps({**found, "path": name}, ensure_ascii=False)


def _as_summary(name: str, document: ParsedDocument) -> str:
    found = document_as_json(Path(name).name, document)
    lines = [f"{name}: {document.page_kind.value}"]
    lines += [
        f"  {key}: {value}"
        for key, value in found.items()
        if isinstance(value, str) and key != "file"
    ]
    lines += [
        f"  {key}: {len(value)}"
        for key, value in found.items()
        if isinstance(value, list) and value
    ]
    lines += [f"  line {warning.line}: {warning.message}" for warning in document.warnings]
    return "\n".join(lines)
