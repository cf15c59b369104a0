"""Finds what a text names: committees, dates, periods, documents, acronyms and posts."""

import re
from collections import defaultdict
from collections.abc import Callable
from string import digits

from .bodies import BODIES, read_body
from .dates import (
    MONTHS,
    RHYTHMS,
    SEASONS,
    UNITS,
    Found,
    read_day,
    read_month,
    read_period,
    read_rhythm,
    read_season,
    read_years,
)
from .document import Passage, Reference, ReferenceKind, Span
from .lines import passage

_POST_WORDS = frozenset(
    "Strategic Assistant Deputy Interim Corporate Acting Joint Director Chief City Monitoring Head".split()
)
_ACRONYM = r"[“\"]?[A-Z][A-Za-z&]{0,6}[A-Z][”\"]?\)"
_LONGEST_ACRONYM = 12
# The number of a day, or the first year of two.
_NUMBER = r"(?:\d?(?=[\s,]|st|nd|rd|th|[/.]\d)|\d{3}(?=[/-]))"
# A line's end is a post's end: "ACTION: Chief Executive" stands above "Overview and Scrutiny Area".
_GAP = r"[^\S\r\n]"
_POST = re.compile(
    rf"(?:(?:Strategic|Assistant|Deputy|Interim|Corporate|Executive|Acting|Joint){_GAP}+){{0,3}}"
    rf"(?:Director|Chief{_GAP}+Executive|City{_GAP}+Solicitor|Monitoring{_GAP}+Officer|Head{_GAP}+of)\b"
    rf"(?:(?:{_GAP}+of|,)?{_GAP}+(?:the{_GAP}+)?(?!(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\b)[A-Z][\w’']+"
    rf"(?:(?:,{_GAP}|{_GAP}(?:and|&){_GAP}|{_GAP})(?!(?:Councillor|Cllr|Mr|Mrs|Ms|Dr)\b)[A-Z][\w’']+){{0,5}})?"
)
_LIGHT_WORDS = frozenset("and & of for the".split())


def find_references(
    source: str, start: int, end: int, documents: dict[str, Passage]
) -> tuple[Reference, ...]:
    """Everything named between two offsets of `source`, in order; `documents` are its letters."""
    found = [
        Reference(ReferenceKind.DOCUMENT, words, letter) for letter, words in documents.items()
    ]
    floor = start
    for match in _START.finditer(source, start, end):
        if match.start() < floor:
            continue
        reference = _READERS.get(match[0], _number)(source, match, floor, end)
        if reference is not None:
            found.append(reference)
            floor = reference.text.span.end
    return tuple(found)


def _reference(kind: ReferenceKind, source: str, span: Span, value: str | None = None) -> Reference:
    words = passage(source, span.start, span.end)
    return Reference(kind, words, words.text if value is None else value)


def _number(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    """A date that starts with its day, or years such as 2031/32."""
    if day := read_day(source, match, end):
        return _reference(ReferenceKind.DATE, source, *day)
    years = read_years(source, match, end)
    return _reference(ReferenceKind.PERIOD, source, *years) if years else None


def _reads(
    kind: ReferenceKind, read: Callable[[str, re.Match[str], int, int], Found | None]
) -> "_Reader":
    """A reader that makes references of what `read` finds."""

    def reader(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
        found = read(source, match, floor, end)
        return _reference(kind, source, *found) if found else None

    return reader


def _post(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    found = _POST.match(source, match.start(), end)
    return _reference(ReferenceKind.POST, source, Span(*found.span())) if found else None


def _body(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    span = read_body(source, match, floor, end)
    return _reference(ReferenceKind.COMMITTEE, source, span) if span else None


def _acronym(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    """An acronym in brackets with the words in front of it that it is made of."""
    closing = source.find(")", match.end(), match.end() + _LONGEST_ACRONYM)
    letters = [c for c in source[match.end() : closing] if c.isupper()]
    before = source[max(floor, match.start() - 120) : match.start()].split()
    weighty = [k for k, word in enumerate(before) if word.lower() not in _LIGHT_WORDS][
        -len(letters) :
    ]
    initials = [before[k].lstrip("“\"‘'")[:1].upper() for k in weighty]
    if initials != [c.upper() for c in letters]:
        return None
    expansion = " ".join(before[weighty[0] :]).strip(",;")
    return Reference(ReferenceKind.ACRONYM, passage(source, match.start(), closing + 1), expansion)


_Reader = Callable[[str, re.Match[str], int, int], Reference | None]
_READERS: dict[str, _Reader] = {
    "(": _acronym,
    **dict.fromkeys(BODIES, _body),
    **dict.fromkeys(MONTHS, _reads(ReferenceKind.DATE, read_month)),
    **dict.fromkeys(UNITS, _reads(ReferenceKind.PERIOD, read_period)),
    **dict.fromkeys(RHYTHMS, _reads(ReferenceKind.PERIOD, read_rhythm)),
    **dict.fromkeys(SEASONS, _reads(ReferenceKind.PERIOD, read_season)),
    **dict.fromkeys(_POST_WORDS, _post),
}


def _start() -> re.Pattern[str]:
    """Finds what can start (a body or a period: end) a reference.

    Every branch begins with a plain sign, so that the search skips all others at once.
    """
    tails: dict[str, list[str]] = defaultdict(list)
    for word in sorted(_READERS, reverse=True):
        tails[word[0]].append(word[1:])
    words = [_word(sign, tails[sign]) for sign in tails if sign != "("]
    numbers = [rf"{digit}(?<!\d{digit}){_NUMBER}" for digit in digits]
    return re.compile("|".join([*words, *numbers, rf"\((?={_ACRONYM})"]))


def _word(sign: str, tails: list[str]) -> str:
    """Words with the same first sign; damage may glue other signs to those with a capital: "lJuly0"."""
    if sign.islower():
        return rf"{sign}(?<!\w{sign})(?:{'|'.join(tails)})\b"
    return rf"{sign}(?<![A-Z]{sign})(?:{'|'.join(tails)})(?![A-Za-z])"


_START = _start()
