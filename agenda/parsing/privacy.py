"""Finds the words that say a meeting went on without the public."""

import re

from .document import ParsedParagraph, Passage
from .lines import passage

_IN_CAMERA = re.compile(
    r"\b(?:went|moved|go|goes|gone|going|move|moves|retired|continued|met|considered|discussed|heard|held|taken|resumed|sat|dealt\s+with)\b[^.;]{0,40}?"
    r"\b(?:in[\s-]{1,40}camera|in(?:to)?\s+(?:private|closed)(?:\s+session)?|in\s+private)\b(?:,?\s*\(closed\s+session\))?"
    r"|\b(?:press\s+and\s+(?:the\s+)?)?public\s+(?:and\s+(?:the\s+)?press\s+)?(?:were|was|be|having\s+been)\s+(?:then\s+)?excluded\b"
    r"|\b(?:press|public)\s+(?:left|withdrew|were\s+asked\s+to\s+leave)\b"
    r"|^[\s(]{0,10}IN\s+CAMERA\b|\b(?:closed|private|in[\s-]camera)\s+session\s+(?:began|commenced|followed)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|should|might|may|could|would|unless|without|not|never|n’t|need|wish(?:ed)?|asked|suggested|proposed|option|can|cannot"
    r"|refused|declined|against|instead\s+of|rather\s+than|before|previously|had|will)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_TELLING = ("camera", "private", "closed", "public", "press")


def find_in_camera(source: str, told: list[Passage]) -> Passage | None:
    """The words in what was minuted or resolved that say the public left."""
    for words in told:
        folded = words.text.lower()
        if not any(word in folded for word in _TELLING):
            continue
        for match in _IN_CAMERA.finditer(source, words.span.start, words.span.end):
            if not _SUPPOSED.search(
                source, max(words.span.start, match.start() - 80), match.start()
            ):
                return passage(source, *match.span())
    return None


def told_passages(paragraphs: tuple[ParsedParagraph, ...], *others: list[Passage]) -> list[Passage]:
    """What was minuted and resolved, in one list."""
    return [paragraph.text for paragraph in paragraphs] + [
        words for other in others for words in other
    ]
