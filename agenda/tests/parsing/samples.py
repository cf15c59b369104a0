"""The sample documents with their expected results, and what every reading must keep."""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from agenda.parsing.coverage import unclaimed_lines
from agenda.parsing.document import ParsedDocument, Passage

_TESTS = Path(__file__).parent.parent
_FOLDERS = (
    # (texts, expected results)
    (_TESTS.parent / "documents" / "bradford", _TESTS / "documents" / "seeds"),
    (_TESTS / "documents" / "layouts", _TESTS / "documents" / "layouts"),
    (_TESTS / "documents" / "heldout", _TESTS / "documents" / "heldout"),
    (_TESTS / "documents" / "heldout2", _TESTS / "documents" / "heldout2"),
    (_TESTS / "documents" / "heldout3", _TESTS / "documents" / "heldout3"),
)


@dataclasses.dataclass(frozen=True)
class Sample:
    name: str
    text: str
    page_kind: str
    expected: dict[str, Any]


def _read(texts: Path, results: Path) -> Iterator[Sample]:
    for path in sorted(results.glob("*.json")):
        label = json.loads(path.read_text(encoding="utf-8"))
        text = (texts / path.name).with_suffix(".txt").read_bytes().decode("utf-8")
        name = f"{results.name}/{path.stem}"
        yield Sample(name, text, label["page_kind"], label["expected"])


SAMPLES = [sample for folders in _FOLDERS for sample in _read(*folders)]


def passages(record: object) -> Iterator[Passage]:
    """Every passage anywhere within a record."""
    if isinstance(record, Passage):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from passages(each)
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from passages(getattr(record, field.name))


def assert_promises_hold(text: str, document: ParsedDocument) -> None:
    """Passages are the source's own words, no line is lost, warnings point at their line."""
    for words in passages(document.page):
        assert " ".join(text[words.span.start : words.span.end].split()) == words.text
    assert unclaimed_lines(text, document) == []
    lines = text.splitlines()
    for warning in document.warnings:
        assert 1 <= warning.line <= len(lines)
        assert text[warning.span.start : warning.span.end] in lines[warning.line - 1]
