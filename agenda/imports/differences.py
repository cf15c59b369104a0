"""What an import would change in the record, field by field, in words an officer reads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from django.db.models import Model

from agenda.changes import Change
from agenda.models import AgendaItem, OfItem, ReadingWarning, Reference, SourceDocument
from agenda.passages import label_of

# Where a record stands in its source is no news to an officer, nor what is kept for machines.
UNTOLD_FIELDS = {"spans", "start", "end", "position", "source", "published_at"}
UNTOLD_RECORDS = (SourceDocument, ReadingWarning, Reference)
# Comparing longer texts word by word takes too long.
MOST_WORDS = 4000
# So many unchanged words are shown on each side of a change.
CONTEXT = 15


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stay, or that only the text before, or only the one after, holds."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class FieldDifference:
    label: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class RecordDifference:
    """A record that is added, altered or removed; `place` names the item it is part of."""

    kind: str
    label: str
    place: str = ""
    words: str = ""
    fields: list[FieldDifference] = field(default_factory=list)


def differences_of(changes: Iterable[Change], *, amends: bool) -> list[RecordDifference]:
    """What is altered, removed, and added to items that were there before.

    What belongs to a new item is new with it and is not told again.
    """
    told = [c for c in changes if not isinstance(c.record, UNTOLD_RECORDS)]
    new = {id(c.record) for c in told if c.kind == "added"}
    return list(_differences(told, new, amends))


def _differences(changes: list[Change], new: set[int], amends: bool) -> Iterator[RecordDifference]:
    for change in changes:
        record = change.record
        place = str(_owner_of(record) or "")
        if change.kind == "altered":
            fields = [*_fields(change)]
            if fields:
                yield RecordDifference("altered", _label(record), place, fields=fields)
        elif change.kind == "removed" or amends and id(_owner_of(record)) not in new:
            yield RecordDifference(change.kind, _label(record), place, str(record))


def _owner_of(record: Model) -> Model | None:
    """What a part belongs to: the item of a resolution, the report of an appendix."""
    return getattr(record, "item", None) or getattr(record, "report", None)


def _label(record: Model) -> str:
    if isinstance(record, OfItem):
        return label_of(record)
    name = str(record._meta.verbose_name).capitalize()
    return f"{name}: {record}" if isinstance(record, AgendaItem) else name


def _fields(change: Change) -> Iterator[FieldDifference]:
    for name, (before, after) in change.values.items():
        if name in UNTOLD_FIELDS or before == after:
            continue
        label = str(change.record._meta.get_field(name).verbose_name).capitalize()
        pieces = compare(_words(change.record, name, before), _words(change.record, name, after))
        yield FieldDifference(label, shortened(pieces))


def _words(record: Model, name: str, value: object) -> str:
    """A value as a reader sees it."""
    choices = dict(record._meta.get_field(name).flatchoices)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "\n".join(map(str, value))
    if hasattr(value, "strftime"):
        return f"{value:%-d %B %Y}" if hasattr(value, "year") else f"{value:%H:%M}"
    return str(choices.get(value, "" if value is None else value))


def shortened(pieces: list[Piece]) -> list[Piece]:
    """The pieces, of what stays only the words next to a change."""
    last = len(pieces) - 1
    return [
        Piece("same", _ends(piece.words, first=n == 0, last=n == last))
        if piece.kind == "same"
        else piece
        for n, piece in enumerate(pieces)
    ]


def _ends(text: str, *, first: bool, last: bool) -> str:
    words = re.findall(r"\s*\S+", text)
    if len(words) <= 2 * CONTEXT:
        return text
    head = "" if first else "".join(words[:CONTEXT])
    tail = "" if last else "".join(words[-CONTEXT:])
    return f"{head} … {tail.strip()}"


def compare(before: str, after: str) -> list[Piece]:
    """Both texts in one, as pieces that are "same", "out" or "in"."""
    old, new = re.findall(r"\s*\S+", before), re.findall(r"\s*\S+", after)
    if len(old) + len(new) > MOST_WORDS:
        return _pieces([("out", before), ("in", after)])
    found: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(new[c:d])))
        else:
            found += [("out", "".join(old[a:b])), ("in", "".join(new[c:d]))]
    return _pieces(found)


def _pieces(found: list[tuple[str, str]]) -> list[Piece]:
    return [Piece(kind, words) for kind, words in found if words]
