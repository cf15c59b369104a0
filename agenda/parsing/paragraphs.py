"""Tells questions, answers and statements apart where minutes word them in the fixed way."""

import re

from .document import ParagraphKind

_KINDS = (
    (
        ParagraphKind.ANSWER,
        re.compile(
            r"(?:In\s+(?:response|reply|answer)|By\s+way\s+of\s+(?:response|reply)|Responding|Replying)\b"
        ),
    ),
    (
        ParagraphKind.QUESTION,
        re.compile(
            r"(?:In\s+relation\s+to\s+a\s+question|A\s+question\s+was|Questions?\s+(?:from|by))\b"
            r"|(?:[A-Z][^.?]{1,90}?\s)(?:asked|queried|enquired|inquired|ascertained|sought\s+(?:clarification|assurance)"
            r"|questioned|wished\s+to\s+know|(?:was|were)\s+keen\s+to\s+(?:know|understand))\b"
        ),
    ),
    (
        ParagraphKind.STATEMENT,
        re.compile(
            r"[A-Z][^.?]{1,90}?\s(?:stated|commented|said|informed|advised|reported|explained|stressed|highlighted"
            r"|confirmed|expressed|raised\s+concerns|noted\s+that|added|acknowledged|emphasised|suggested)\b"
        ),
    ),
)


def paragraph_kind(text: str) -> ParagraphKind:
    """What a paragraph of the discussion is, by its first words."""
    head = text[:160]
    for kind, pattern in _KINDS:
        if pattern.match(head):
            return kind
    return ParagraphKind.QUESTION if text.endswith("?") else ParagraphKind.OTHER
