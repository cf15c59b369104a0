"""Word-level differences between a proposal and what was decided, for a page to show."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

# Runs of kept words as short as this between two changes are shown as changed: a sentence that
# changes at every second word cannot be read.
_TOO_SHORT = 2
_LONGEST = 2000
_BARE = re.compile(r"[^\w£%]+")


class Change(StrEnum):
    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """Successive words that were kept, deleted or inserted, joined by single spaces."""

    change: Change
    text: str


def word_differences(proposed: str, decided: str) -> tuple[Run, ...]:
    """What to delete from `proposed` and insert to get `decided`, in reading order.

    Capitals and punctuation make no difference; kept words are shown as decided. Left without
    its insertions the result reads as what was proposed, without its deletions as decided.
    """
    one, other = proposed.split(), decided.split()
    if len(one) + len(other) > _LONGEST:
        return tuple(_runs([(one, other)]))
    return tuple(_runs(_readable(_steps(one, other))))


_Step = tuple[list[str], list[str]]


def _steps(one: list[str], other: list[str]) -> list[_Step]:
    """Pairs of words gone and words come, with kept words in both."""
    bare_one, bare_other = list(map(_bare, one)), list(map(_bare, other))
    return [
        (one[code.src_start : code.src_end], other[code.dest_start : code.dest_end])
        for code in Indel.opcodes(bare_one, bare_other)
    ]


def _bare(word: str) -> str:
    return _BARE.sub("", word).casefold() or word


def _is_kept(step: _Step) -> bool:
    return len(step[0]) == len(step[1]) and list(map(_bare, step[0])) == list(map(_bare, step[1]))


def _readable(steps: list[_Step]) -> list[_Step]:
    """Joins changes that only a word or two part."""
    found: list[_Step] = []
    for place, step in enumerate(steps):
        inside = 0 < place < len(steps) - 1
        short = _is_kept(step) and inside and len(step[0]) <= _TOO_SHORT
        if found and not _is_kept(found[-1]) and (short or not _is_kept(step)):
            found[-1] = (found[-1][0] + step[0], found[-1][1] + step[1])
        else:
            found.append(step)
    return found


def _runs(steps: list[_Step]) -> list[Run]:
    found = []
    for gone, come in steps:
        if _is_kept((gone, come)):
            found.append(Run(Change.KEPT, " ".join(come)))
            continue
        found += [Run(Change.DELETED, " ".join(gone))] if gone else []
        found += [Run(Change.INSERTED, " ".join(come))] if come else []
    return [run for run in found if run.text]
