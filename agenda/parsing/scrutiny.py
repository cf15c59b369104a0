"""Reads the line that names the scrutiny area an item falls in."""

import re

from .document import Passage
from .lines import Line, passage
from .patterns import AREA_ENDING, SCRUTINY

_AREA_LABEL = re.compile(
    rf"(?:Relevant\s+)?(?:{SCRUTINY}|Scrutiny\s+Area)(?:\s+(?:Area|Committee|Panel|Commission|Board)){{0,2}}(?:\s*[:–—-]+\s*|(?<=Area)\s+(?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_AREA_SUFFIX = re.compile(
    rf"\s+(?:{SCRUTINY}(?:\s+(?:Committee|Area|Panel))?|\(.*)$", re.IGNORECASE
)


def is_area_line(raw: str) -> bool:
    """Whether a line is nothing but "X Overview and Scrutiny Committee"."""
    if "crutiny" not in raw and "CRUTINY" not in raw and "&" not in raw:
        return False
    match = AREA_ENDING.match(raw)
    return match is not None and all(
        word[0].isupper() or word in ("and", "&", "of", "the", "for")
        for word in match["area"].split()
    )


def read_area(source: str, line: Line) -> Passage | None:
    """The scrutiny area a line names: "Regeneration & Environment"."""
    inner = line.raw.strip("(). \xa0")
    shift = line.raw.find(inner)
    match = AREA_ENDING.match(inner)
    if match and _AREA_LABEL.match(inner) is None:
        if match["area"].lower() == "all":
            return None
        return passage(
            source, line.start + shift + match.start("area"), line.start + shift + match.end("area")
        )
    label = _AREA_LABEL.match(inner)
    if label is None:
        return None
    ending = _AREA_SUFFIX.search(inner, label.end())
    return passage(
        source,
        line.start + shift + label.end(),
        line.start + shift + (ending.start() if ending else len(inner)),
    )
