"""What an officer knows beyond the text: a readable `facts.toml` beside the documents.

    [committees."Corporate Parenting Panel"]
    kind = "panel"
    evidence = "…"

    [documents."003_….txt"]
    address = "https://…"
    committee = "…"
    committee_basis = "inferred"
    committee_evidence = "…"

Everything is optional; a fact that is left out stays not stated.
"""

import tomllib
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from pathlib import Path
from typing import Any, Self

FILE_NAME = "facts.toml"
KINDS = ("council", "executive", "scrutiny", "area", "regulatory", "panel", "other")


class BadFacts(ValueError):
    """A facts file that cannot be used; the message names the file, the key and the remedy."""


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The meeting a page belongs to, as far as it is known, each fact with its evidence."""

    committee: str = ""
    committee_basis: str = ""
    committee_evidence: str = ""
    held_on: date | None = None
    held_on_basis: str = ""
    held_on_evidence: str = ""
    start_time: time | None = None
    venue: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of one source document; `committees` gives the kind of each known name."""

    address: str = ""
    meeting: MeetingFacts = MeetingFacts()
    committees: dict[str, str] = field(default_factory=dict)

    def supplied(self, committee: str | None, held_on: date | None) -> Self:
        """The same with what an officer gave at the import in place of what was known."""
        meeting = self.meeting
        if committee:
            meeting = replace(
                meeting,
                committee=committee,
                committee_basis="supplied",
                committee_evidence="Given when the document was imported.",
            )
        if held_on:
            meeting = replace(
                meeting,
                held_on=held_on,
                held_on_basis="supplied",
                held_on_evidence="Given when the document was imported.",
            )
        return replace(self, meeting=meeting)


@dataclass(frozen=True, slots=True)
class FolderFacts:
    """What is known of the documents in one folder, and of the committees they name."""

    documents: dict[str, DocumentFacts]
    committees: dict[str, str]

    def of(self, file_name: str) -> DocumentFacts:
        known = self.documents.get(file_name, DocumentFacts())
        return replace(known, committees=self.committees)


NO_FACTS = FolderFacts({}, {})


def read_facts(folder: Path) -> FolderFacts:
    """The facts beside the documents of a folder; raises `BadFacts`."""
    path = folder / FILE_NAME
    if not path.is_file():
        return NO_FACTS
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFacts(f"{path}: not readable as TOML ({error}). Mend that line.") from error
    _check_keys(path, "the file", table, {"documents", "committees"})
    for section in ("documents", "committees"):
        _check_table(path, section, table.setdefault(section, {}))
    return FolderFacts(
        {name: _document(path, name, row) for name, row in table["documents"].items()},
        {name: _kind(path, name, row) for name, row in table["committees"].items()},
    )


def _document(path: Path, name: str, row: dict[str, Any]) -> DocumentFacts:
    known = {field.name for field in fields(MeetingFacts)}
    _check_keys(path, f"document “{name}”", row, known | {"address"})
    meeting = MeetingFacts(**{key: value for key, value in row.items() if key != "address"})
    if meeting.held_on and type(meeting.held_on) is not date:
        raise BadFacts(f"{path}: held_on of “{name}” must be a date such as 2016-10-06.")
    for fact in ("committee", "held_on"):
        _check_basis(path, name, meeting, fact)
    return DocumentFacts(row.get("address", ""), meeting)


def _check_basis(path: Path, name: str, meeting: MeetingFacts, fact: str) -> None:
    value, basis = getattr(meeting, fact), getattr(meeting, f"{fact}_basis")
    if value and basis not in ("stated", "inferred", "supplied"):
        raise BadFacts(
            f"{path}: {fact} of “{name}” needs {fact}_basis: stated, inferred or supplied."
        )
    if basis == "inferred" and not getattr(meeting, f"{fact}_evidence"):
        raise BadFacts(f"{path}: the inferred {fact} of “{name}” needs {fact}_evidence.")


def _kind(path: Path, name: str, row: dict[str, Any]) -> str:
    _check_keys(path, f"committee “{name}”", row, {"kind", "evidence"})
    kind = row.get("kind", "")
    if kind and kind not in KINDS:
        raise BadFacts(f"{path}: kind of committee “{name}” must be one of {', '.join(KINDS)}.")
    return kind


def _check_keys(path: Path, where: str, row: Any, known: set[str]) -> None:
    _check_table(path, where, row)
    if unknown := sorted(set(row) - known):
        raise BadFacts(
            f"{path}: {where} has the unknown key {unknown[0]}; known are {', '.join(sorted(known))}."
        )


def _check_table(path: Path, where: str, row: Any) -> None:
    if not isinstance(row, dict):
        raise BadFacts(f"{path}: {where} must be a table of facts.")
