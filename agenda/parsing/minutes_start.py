"""Finds where an item's minutes start when the word "Minutes:" was lost.

They start behind the contact line or the recommendations, where the report sentence is told
again in the past tense, or at a bracketed stage direction.
"""

import re

from .lines import Line, LineKind
from .tense import is_past

_STAGE = re.compile(
    r"\b(?:Councillors?|Cllrs?|Chair|Chairman|Members?|Mayor)\b.*\b(?:in\s+the\s+Chair|left|declared|attended|disclosed|withdrew"
    r"|joined|arrived|spoke|took|presiding|was|were|abstained)\b",
    re.IGNORECASE,
)
# What may stand below the contact line and still be the agenda's.
_AGENDA_TAIL = re.compile(
    r"(?:Appendi(?:x|ces)|Report|Document|Please|To\s[a-z]|Copies|A\s+copy|\*)"
)
_DECIDED = (LineKind.RESOLVED, LineKind.ACTION)
_TAIL = (LineKind.RECOMMENDED, LineKind.CONTACT, LineKind.AREA)


class MinutesStart:
    """Tells of an item's lines, from `index` on, whether the minutes start with them.

    `tail_seen` says that the end of the agenda's text, such as the contact line, was passed.
    """

    def __init__(self, lines: list[Line], index: int) -> None:
        self.is_headed = any(line.kind is LineKind.MINUTES for line in lines[index:])
        self.tail_seen = False
        self.tail_at = -1 if self.is_headed else _find_tail(lines, index)
        self.retold_at = -1 if self.is_headed else _find_retold(lines, index)

    @property
    def is_marked(self) -> bool:
        """Whether more than a verb tells where the minutes start."""
        return self.tail_seen or self.retold_at >= 0

    def is_at(self, index: int, line: Line) -> bool:
        """Whether a line of text starts the minutes."""
        if self.tail_seen:
            return is_past(line.text) is True or not _AGENDA_TAIL.match(line.raw)
        if self.retold_at >= 0:
            return index >= self.retold_at
        return index >= self.tail_at and is_past(line.text) is True

    def is_staged_at(self, index: int, line: Line) -> bool:
        """Whether a stage direction starts the minutes: "(Councillor Marr in the Chair)"."""
        staged = line.kind is LineKind.STAGE or _STAGE.search(line.raw[:300]) is not None
        return staged and (self.tail_seen or self.retold_at < index)


def _find_tail(lines: list[Line], index: int) -> int:
    """Where the recommendations or the contact stand above anything decided; -1 without."""
    for k in range(index, len(lines)):
        if lines[k].kind in _DECIDED:
            return -1
        if lines[k].kind in _TAIL:
            return k
    return -1


def _find_retold(lines: list[Line], index: int) -> int:
    """Where the first words of the item are told again with another verb; -1 without."""
    prose = (k for k in range(index, len(lines)) if lines[k].kind is LineKind.PROSE)
    first = next(prose, -1)
    if first < 0:
        return -1
    said = lines[first].text
    words = said.split(None, 5)[:4]
    if len(words) < 4:
        return -1
    opening = " ".join(words)
    for k in range(first + 1, len(lines)):
        if lines[k].kind in _DECIDED:
            return -1
        text = lines[k].text
        if lines[k].kind is LineKind.PROSE and text.startswith(opening) and text != said:
            is_whole_word = text[len(opening) : len(opening) + 1] in ("", " ")
            if is_whole_word and is_past(text) is not False:
                return k
    return -1
