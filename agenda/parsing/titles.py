"""Reads an item's title, and finds words that can stand for one that was not printed."""

import re

from .document import Passage
from .lines import Line, LineKind, passage
from .patterns import FILE_SIZE
from .tense import is_past

_REPORTING = re.compile(
    r"\bwill\s+(?:submit|present|provide|give|report|be)\b|\breport\s+of\s+the\b[^.]{0,120}\b(?:is|describes|seeks|attached)\b"
    r"|\bsubmitted\b|\bpresented\b|\bDocument\s+[“\"‘]",
)
_SENTENCE_START = re.compile(
    r"(?:To\s+[a-z]+\s|(?:Joint\s+)?[Rr]eport\s+(?:of|by|from)\s+the\b|That\s)"
)
# "8: Sports Centres Framework", "7. PARKS": the item's number glued to its title.
_NUMBER = re.compile(r"(?P<number>\d{1,3}[A-Za-z]?)\s?[.:)]\s+(?=\D)")
_SEPARATOR = re.compile(r"[\s.:)]*")
_UNFINISHED = re.compile(
    r"(?:[-–,&/]|\b(?:AND|OF|THE|FOR|TO|IN|AT|ON|WITH|and|of|the|for|in|at|on|with))$"
)
_LONGEST = 300

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


def is_title(line: Line) -> bool:
    """Whether the first line of an item is its title rather than the report's own words."""
    raw = line.raw
    if (
        len(raw) > _LONGEST
        or line.kind not in (LineKind.PROSE, LineKind.POINT, LineKind.STAGE)
        or raw[0] in "(“‘"
    ):
        return False
    if raw.isupper():
        return True
    if line.kind is LineKind.POINT and _NUMBER.match(raw) is None and raw[0] != "*":
        return False
    return raw[-1] not in ".;:," and not _SENTENCE_START.match(raw) and not _tells(line.text)


def _tells(text: str) -> bool:
    return _REPORTING.search(text) is not None or (len(text) > 70 and is_past(text) is not None)


def continues_title(title: Line, line: Line) -> bool:
    """Whether a title runs on to the next line."""
    if (
        line.kind is not LineKind.PROSE
        or len(title.raw) + len(line.raw) > _LONGEST
        or FILE_SIZE.search(title.raw)
    ):
        return False
    if title.raw.isupper() and not line.raw.isupper():
        return False
    return (not line.gap and title.raw.isupper()) or _UNFINISHED.search(title.raw) is not None


def read_title(
    source: str, first: Line, last: Line, own_number: str | None
) -> tuple[Passage | None, Passage]:
    """The number glued to a title, if one is, and the title without it and without file sizes."""
    words = source[first.start : last.end]
    size = FILE_SIZE.search(words)
    end = first.start + (size.start() if size and size.start() else len(words))
    stop = _number_end(words, own_number)
    if not stop:
        return None, passage(source, first.start, end)
    number = passage(source, first.start, first.start + stop)
    behind = _SEPARATOR.match(words, stop).end()
    return number, passage(source, first.start + behind, end)


def _number_end(words: str, own_number: str | None) -> int:
    """Where a title's glued number ends: any number with a sign, the item's own also without."""
    match = _NUMBER.match(words)
    if match:
        return match.end("number")
    own = own_number or ""
    return len(own) if own and words.startswith(own) and words[len(own) :][:1].isspace() else 0


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


_ARTICLE = re.compile(r"(?:the|a|an)\s+")
