"""Finds the words that keep a report or an appendix from the public, and why it is kept."""

import re
from itertools import islice

from .document import Passage
from .lines import passage

_PRIVATE = re.compile(
    r"\bnot[\s-]{1,40}for[\s-]{1,40}publication\b|\bexempt\s+(?:under|by\s+virtue|information|from\s+(?:publication|disclosure))\b|\b(?:confidential|exempt)\s+(?:appendix|report|document|item|annex)\b|\b(?:is|are|was|were)\s+exempt\b(?!\s+from)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no\s+longer|not|nothing|never|whether|if|any|unless|without|neither|nor|no|none\s+of\s+which)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:exempt|not\s+for\s+publication)\b[^.;\n“”]{0,40}?\b(?:under|by\s+virtue\s+of|because)\b[^.;\n]{3,220}",
    re.IGNORECASE,
)
# No report says more often than this what is closed.
_MOST_MARKS = 1_000
_SENTENCE = re.compile(r"[.;](?=\s|$)|\n\s*\n")


def privacy_marks(source: str, start: int, end: int) -> list[Passage]:
    """The words that keep something from the public; "no longer exempt" and "whether any …" do not."""
    found: list[Passage] = []
    folded = source[start:end].lower()
    if not any(word in folded for word in ("publication", "exempt", "confidential")):
        return found
    for match in islice(_PRIVATE.finditer(source, start, end), _MOST_MARKS):
        if _closes(source, match, start, end):
            found.append(passage(source, *match.span()))
    return found


def _closes(source: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the words close something of this item; "papers marked as not for publication" do not."""
    if _DENIED.search(source, max(start, match.start() - 60), match.start()):
        return False
    return (
        match[0][0].isupper()
        or _ONE_PAPER.search(source, *sentence_around(source, match.start(), start, end))
        is not None
    )


_ONE_PAPER = re.compile(
    r"\b(?:report|document|appendix|appendices|annex|item|plan|schedule)\b|\b(?:documents|annexes)\s+[“\"‘\d]",
    re.IGNORECASE,
)


def sentence_around(source: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The sentence around an offset, as far as 300 characters either side."""
    start, end = max(start, at - 300), min(end, at + 300)
    for stop in _SENTENCE.finditer(source, start, end):
        if stop.end() <= at:
            start = stop.end()
        elif stop.start() >= at:
            return start, stop.start()
    return start, end


def reason_near(source: str, mark: Passage, end: int) -> Passage | None:
    """Why it is closed: "exempt under paragraph 3 (financial or business affairs) of Schedule 12A …"."""
    match = _REASON.search(source, mark.span.start, min(end, mark.span.end + 400))
    return passage(source, *match.span()) if match and match.start() - mark.span.end < 120 else None


def reason_in(source: str, start: int, end: int) -> Passage | None:
    match = _REASON.search(source, start, end)
    return passage(source, *match.span()) if match else None
