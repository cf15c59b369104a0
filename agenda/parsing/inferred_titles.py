"""Finds words of the report that can stand for a title that was not printed."""

import re

from .document import Passage
from .lines import passage

_LEADS = (
    re.compile(r"\bregarding\s+(?:the\s+(?:issue|matter|subject)s?\s+of\s+)?"),
    re.compile(r"\bconcerning\s+"),
    re.compile(r"\bin\s+(?:relation|respect|regard)\s+(?:to|of)\s+"),
    re.compile(r"\b(?:describes|describing)\s+"),
    re.compile(r"\b(?:about|on)\s+(?!\d)(?!behalf\b)"),
    re.compile(r"\b(?:sets|setting)\s+out\s+"),
    re.compile(
        r"\b(?:asking|asks|inviting|invites|requesting)\s+(?:Members|the\s+\w+)\s+(?:to|for)\s+"
    ),
    re.compile(
        r"\b(?:updates?\s+(?:Members|the\s+\w+)\s+on|seeks|details|detailing|outlines|provides)\s+"
    ),
)
_CLAUSE_END = re.compile(r"[.;:]|,\s|\s(?:and\s+(?:to|which|asks|seeks)|which|that|who)\b|\s[–-]\s")
_TITLE_LENGTH = 100
_ARTICLE = re.compile(r"(?:the|a|an)\s+")


def infer_title(source: str, said: Passage) -> Passage | None:
    """Words of the report sentence that say what it is about, else its first words."""
    start, end = said.span.start, said.span.end
    for lead in _LEADS:
        if match := lead.search(source, start, min(end, start + 1200)):
            found = _clause(source, match.end(), end)
            if len(found.text) > 3:
                return found
    found = _clause(source, start, end)
    return found if found.text else None


def _clause(source: str, start: int, end: int) -> Passage:
    """The clause from `start`, cut at a word's end when it is long, without a leading article."""
    article = _ARTICLE.match(source, start, end)
    start = article.end() if article else start
    stop = _CLAUSE_END.search(source, start, end)
    found = passage(source, start, stop.start() if stop else end)
    if len(found.text) <= _TITLE_LENGTH:
        return found
    room = source.rfind(" ", start, start + _TITLE_LENGTH)
    return passage(source, start, room if room > start else start + _TITLE_LENGTH)
