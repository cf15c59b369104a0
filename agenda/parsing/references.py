"""Finds what a text names: committees, dates, periods, documents, acronyms and posts."""

import re
from collections.abc import Callable
from datetime import date

from .document import ParsedDate, Passage, Reference, ReferenceKind
from .lines import passage

_MONTHS = {
    name[:3]: number
    for number, name in enumerate(
        "january february march april may june july august september october november december".split(),
        1,
    )
}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?(?:\s+of)?[\s,]+(?P<month>{_MONTH}|{_SHORT_MONTH})[\s,]+(?P<year>\d{{4}})\b"
    r"|\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4})\b"
)
# Words are looked at one by one; only these can start (a body: end) a reference.
_START = re.compile(r"[A-Z][A-Za-z]*|\d+|\(|\b(?:days?|weeks?|months?|years?)\b")
_MONTH_YEAR = re.compile(rf"{_MONTH}\s+\d{{4}}\b")
_YEARS = re.compile(r"(?:20|19)\d\d[/-](?:20)?\d\d\b")
_COUNTED = re.compile(
    r"\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|a|an)\s+(?:working\s+)?$"
)
_TIME_BEHIND = re.compile(r"[’']?\s+time\b|[’']")
_BODIES = frozenset(
    "Committee Committees Panel Board Executive Cabinet Forum Commission Council COMMITTEE PANEL BOARD EXECUTIVE".split()
)
_POST_WORDS = frozenset(
    "Strategic Assistant Deputy Interim Corporate Acting Joint Director Chief City Monitoring Head".split()
)
_ACRONYM = re.compile(r"\((?:“|\")?[A-Z][A-Za-z&]{0,6}[A-Z](?:”|\")?\)")
_POST = re.compile(
    r"(?:(?:Strategic|Assistant|Deputy|Interim|Corporate|Executive|Acting|Joint)\s+){0,3}"
    r"(?:Director|Chief\s+Executive|City\s+Solicitor|Monitoring\s+Officer|Head\s+of)\b"
    r"(?:(?:\s+of|,)?\s+(?:the\s+)?[A-Z][\w’']+(?:(?:,\s|\s(?:and|&)\s|\s)[A-Z][\w’']+){0,5})?"
)
_WORD_BEFORE = re.compile(r"[\w’'‘`&-]+,?$")
_JOINING = frozenset("and & of for the".split())
_FURTHEST = 90


def read_date(text: str, match: re.Match[str]) -> date | None:
    """The day a match of `DATE` names; None for the 31st of February."""
    if match["day"]:
        parts = int(match["year"]), _MONTHS[match["month"][:3].lower()], int(match["day"])
    else:
        parts = int(match["y"]), int(match["m"]), int(match["d"])
    try:
        return date(*parts)
    except ValueError:
        return None


def find_date(source: str, start: int, end: int) -> ParsedDate | None:
    """The first date between two offsets."""
    for match in DATE.finditer(source, start, end):
        if value := read_date(source, match):
            return ParsedDate(value, passage(source, *match.span()))
    return None


def find_references(
    source: str, start: int, end: int, documents: dict[str, Passage]
) -> tuple[Reference, ...]:
    """Everything named between two offsets of `source`, in order; `documents` are its letters."""
    found = [
        Reference(ReferenceKind.DOCUMENT, words, letter) for letter, words in documents.items()
    ]
    floor = start
    for match in _START.finditer(source, start, end):
        word = match[0]
        reader = _READERS.get(word) or (_number if word[0].isdecimal() else None)
        if reader is None or match.start() < floor:
            continue
        reference = reader(source, match, floor, end)
        if reference is not None:
            found.append(reference)
            floor = reference.text.span.end
    return tuple(found)


def _plain(kind: ReferenceKind, source: str, start: int, end: int) -> Reference:
    words = passage(source, start, end)
    return Reference(kind, words, words.text)


def _number(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    """A date that starts with its day, or years such as 2031/32."""
    dated = DATE.match(source, match.start(), end)
    if dated:
        value = read_date(source, dated)
        words = passage(source, *dated.span())
        return Reference(ReferenceKind.DATE, words, value.isoformat()) if value else None
    years = _YEARS.match(source, match.start(), end)
    return _plain(ReferenceKind.PERIOD, source, *years.span()) if years else None


def _month_year(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    found = _MONTH_YEAR.match(source, match.start(), end)
    if found is None:
        return None
    words = passage(source, *found.span())
    month, year = words.text.split()
    return Reference(ReferenceKind.DATE, words, f"{year}-{_MONTHS[month[:3].lower()]:02}")


def _period(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    """ "12 months’ time": a unit with the number in front of it."""
    first = max(floor, match.start() - 20)
    counted = _COUNTED.search(source[first : match.start()])
    if counted is None:
        return None
    behind = _TIME_BEHIND.match(source, match.end(), end)
    last = behind.end() if behind and behind[0].endswith("time") else match.end()
    return _plain(ReferenceKind.PERIOD, source, first + counted.start(), last)


def _post(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    found = _POST.match(source, match.start(), end)
    return _plain(ReferenceKind.POST, source, *found.span()) if found else None


def _body(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    """A committee's name, read backwards from its last word over capitalised words."""
    start, at = match.start(), match.start()
    floor = max(floor, at - _FURTHEST)
    while at > floor:
        at -= len(source[floor:at]) - len(source[floor:at].rstrip(" \xa0"))
        word = _WORD_BEFORE.search(source[floor:at])
        if word is None or not (word[0][0].isupper() or word[0] in _JOINING or word[0] == "&"):
            break
        at = floor + word.start()
        start = (
            at
            if word[0][0].isupper() and word[0] not in ("The", "This", "That", "A", "At")
            else start
        )
        if word[0] in ("The", "This", "That", "A", "At"):
            break
    if start == match.start():
        return None
    words = passage(source, start, match.end())
    return Reference(ReferenceKind.COMMITTEE, words, words.text)


def _acronym(source: str, match: re.Match[str], floor: int, end: int) -> Reference | None:
    """An acronym in brackets with the words in front of it that it is made of."""
    found = _ACRONYM.match(source, match.start(), end)
    if found is None:
        return None
    letters = [c for c in found[0] if c.isupper()]
    before = source[max(floor, match.start() - 120) : match.start()].split()
    weighty = [k for k, word in enumerate(before) if word.lower() not in _JOINING][-len(letters) :]
    initials = [before[k].lstrip("“\"‘'")[:1].upper() for k in weighty]
    if initials != [c.upper() for c in letters]:
        return None
    expansion = " ".join(before[weighty[0] :]).strip(",;")
    return Reference(ReferenceKind.ACRONYM, passage(source, *found.span()), expansion)


_Reader = Callable[[str, re.Match[str], int, int], Reference | None]
_READERS: dict[str, _Reader] = {
    "(": _acronym,
    **dict.fromkeys(_BODIES, _body),
    **dict.fromkeys(_MONTH[3:-1].split("|"), _month_year),
    **dict.fromkeys("day days week weeks month months year years".split(), _period),
    **dict.fromkeys(_POST_WORDS, _post),
}
