"""Finds a decision that is told in a sentence where no "Resolved" heads it.

"The Committee unanimously resolved to approve the plan." decides; so does "It was agreed that the
report be noted." at the end of the discussion, while within it people agree to many things.
"""

import re

from .blocks import Block
from .lines import Line, cut_line
from .patterns import QUOTING
from .points import PointReader

_DECIDED = re.compile(
    r"\b(?:it\s+was|seconded\s+by\s+[^.]{3,80}?\s+and|(?:the|this)\s+(?:sub-)?(?:committee|cabinet|council|panel|board|executive|meeting)|members)\s+"
    r"(?:\w+ly\s+|then\s+){0,2}(?P<how>resolved|agreed)(?:\s+unanimously)?,?\s+"
    r"(?P<words>that\b(?=[^.]{0,400}\bbe\b)|to\s+(?:note|approve|endorse|recommend|support|grant|refuse|defer|adopt|appoint)\b)",
    re.IGNORECASE,
)
_LONGEST = 5_000


def _may_tell(raw: str) -> bool:
    return len(raw) < _LONGEST and ("agreed" in raw.lower() or "resolved" in raw.lower())


def find_told_decision(told: list[Line]) -> Block | None:
    """What the discussion's sentences say was resolved; None where they say nothing."""
    reader = PointReader()
    for position, line in enumerate(told):
        match = _DECIDED.search(line.raw) if _may_tell(line.raw) else None
        if match is None or QUOTING.search(line.raw, 0, match.end()):
            continue
        if match["how"].lower() == "resolved" or position == len(told) - 1:
            words = cut_line(line, match.start("words"), len(line.raw))
            reader.takes([words], 0)
    return reader.block if reader.block.points else None
