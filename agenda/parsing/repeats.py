"""Drops what a page prints twice.

Bradford and Devon print a resolution under "Decision:" and again under "Minutes:"; two sites
that are decided one after the other in the same part stay two, even in the same words.
"""

import re
from itertools import islice

from .blocks import PointDraft
from .document import ParsedAction
from .draft import DecidedBlock

_WORD = re.compile(r"\w+")
_ALIKE = 0.8
# Points without numbers are compared with so many earlier ones.
_COMPARED = 30


def without_repeats(
    source: str, decided: list[DecidedBlock]
) -> tuple[list[PointDraft], list[PointDraft]]:
    """The points once each, and those that were left out."""
    kept: list[PointDraft] = []
    repeated: list[PointDraft] = []
    earlier = _Printed(source)
    for position, decision in enumerate(decided):
        if position and _may_repeat(decided[position - 1], decision):
            earlier.add(kept)
        for point in decision.block.points:
            (repeated if earlier.takes(point) else kept).append(point)
    return kept, repeated


def _may_repeat(before: DecidedBlock, decision: DecidedBlock) -> bool:
    """Whether a block starts another section, or follows one that no discussion stood before."""
    return before.section != decision.section or (decision.discussed and not before.discussed)


class _Printed:
    """Points printed before, each of which one later point may repeat."""

    def __init__(self, source: str) -> None:
        self.source, self.added = source, 0
        self.by_number: dict[str | None, list[frozenset[str]]] = {}

    def add(self, points: list[PointDraft]) -> None:
        for point in points[self.added :]:
            self.by_number.setdefault(point.number, []).append(self._words(point))
        self.added = len(points)

    def takes(self, point: PointDraft) -> bool:
        """Whether a point repeats an earlier one, which then is used up."""
        candidates = self.by_number.get(point.number)
        if not candidates:
            return False
        words = self._words(point)
        for place, before in enumerate(islice(candidates, _COMPARED)):
            if _are_alike(before, words):
                del candidates[place]
                return True
        return False

    def _words(self, point: PointDraft) -> frozenset[str]:
        return frozenset(_WORD.findall(self.source[point.text_start : point.end].lower()))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts share nearly all their words."""
    shared = len(one & other)
    return shared >= _ALIKE * (len(one) + len(other) - shared)


def without_repeated_actions(found: list[tuple[int, ParsedAction]]) -> tuple[ParsedAction, ...]:
    """The actions, each with its section, without those that an earlier section printed."""
    first: dict[_Names, int] = {}
    return tuple(
        action for section, action in found if first.setdefault(_names(action), section) == section
    )


_Names = tuple[tuple[str, ...], str | None]


def _names(action: ParsedAction) -> _Names:
    return tuple(owner.text for owner in action.owners), action.note.text if action.note else None
