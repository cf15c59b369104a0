"""Reads the officers to ask.

Bradford prints "(Jenny Cryer – 01274 432438)" under the recommendations, also "(A / B - phone)"
and "(A – phone / B – phone)"; Kirklees writes "Officer: Name – phone"; others "Contact Officer:
Name, Job Title, Tel: phone, Email: address". A second telephone number may be cut short.
"""

import re

from .document import ParsedContact
from .lines import Line, passage
from .patterns import PHONE

_LONGEST = 400
_NAME = r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Prof|Professor|Sir|Dame|Revd?|Ch|Supt|PC|Insp)\.?\s+)?[A-ZÀ-Þ][\w.’'‘`-]*(?:[\s\xa0]+(?:(?:de|van|der|von|la|le|bin|al|Mc|O’)\s)?[A-ZÀ-Þ][\w.’'‘`-]*){1,3}"
_NAME_ALONE = re.compile(rf"\(\s*{_NAME}(?:\s*/\s*{_NAME}){{0,3}}\s*\)\.?$")
_NAME_PHONE = re.compile(rf"{_NAME}\s*[-–—,:]?\s*(?:Tel\w*[.:]*\s*)?{PHONE.pattern}$")
_LABEL = re.compile(
    r"\(?\s*(?:(?:Lead|Contacts?|Report|Responsible)?\s*(?:Officers?|Authors?|Contacts?|details|point)\s*){1,2}[:–—-]+\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
# Short numbers printed behind a full one: "01274 434361 / 4362".
_SHORT_PHONE = re.compile(r"\b\d{3,8}\b")
# What parts a name from what follows it.
_NAME_END = re.compile(
    r"\s+[-–—]+\s*|\s*[–—,:;(]\s*|\s+-|-\s+|\s+(?:on|at)\s+(?=\(?0)|\s*\b(?:Tel|Telephone|Phone|Ext|E-?mail)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]")
_NO_NAME = re.compile(
    r"^(?:Councillors?|Cllrs?|Tel|Telephone|Phone|E-?mail|Ext|Mobile|or|and|Wards?|Note|Minutes?|All|Head|Strategic|Assistant"
    r"|Director|Deputy|Interim|Senior|Principal|Manager|The|Overview|Document|Appendix|Agenda|Item|Resolution|Standing)\b",
    re.IGNORECASE,
)
_NOT_ALONE = re.compile(
    r"\b(?:Councillors?|Cllrs?|Wards?|Notes?|Area|Committee|Panel|Board|Executive|Minutes?|Report|Document|Appendix|Public"
    r"|Standing|Order|Chair|Meeting|Council|Part|Act|Section|Publication|District|City|North|South|East|West|All|The)\b",
    re.IGNORECASE,
)


def is_contact_line(raw: str) -> bool:
    """Whether a line names an officer and a telephone number, in brackets or alone."""
    if len(raw) > _LONGEST or not (raw[0] == "(" or raw[-1].isdigit()):
        return False
    if raw[0] == "(":
        if raw.rstrip(".")[-1:] not in ")0123456789":
            return False
        inner = raw[1:]
        if _ADDRESS.search(inner) is None and not any(c.isdigit() for c in inner):
            return False
        return _named_first(inner) and (
            PHONE.search(inner) is not None or _ADDRESS.search(inner) is not None
        )
    return _NAME_PHONE.match(raw) is not None


def is_name_alone(raw: str) -> bool:
    """Whether a line is nothing but names in brackets: "(Jenny Cryer)"."""
    return _NAME_ALONE.match(raw) is not None and _NOT_ALONE.search(raw) is None


def _named_first(inner: str) -> bool:
    label = _LABEL.match(inner)
    start = label.end() if label else 0
    before = inner[start:].partition("0")[0]
    return _NO_NAME.match(inner[start:].lstrip()) is None and 3 <= len(before) < 160


def read_contacts(source: str, line: Line) -> list[ParsedContact]:
    """The officers that a contact line names, each with the number printed for them."""
    raw = line.raw
    label = _LABEL.match(raw)
    start = label.end() if label else len(raw) - len(raw.lstrip("( "))
    end = len(raw.rstrip(".) ")) if raw[0] == "(" else len(raw)
    pieces = _pieces(raw, start, end)
    phones = [phone for _, phone in pieces if phone]
    found: list[ParsedContact] = []
    for position, (name, phone) in enumerate(pieces):
        if name is None:
            continue
        own = phone or _next_phone(pieces, position) or (phones[-1] if phones else None)
        found.append(_contact(source, line, name, own))
    return _paired(source, line, pieces, found)


_Place = tuple[int, int]


def _pieces(raw: str, start: int, end: int) -> list[tuple[_Place | None, _Place | None]]:
    """The parts between slashes: where each has a name, where a telephone number."""
    found = []
    for a, b in _slashed(raw, start, end):
        phone = _find_phone(raw, a, b, bool(found))
        found.append((_find_name(raw, a, phone[0] if phone else b), phone))
    return found


def _slashed(raw: str, start: int, end: int) -> list[_Place]:
    """Cuts at "/", and at "," or "and" where a further name with its own number follows."""
    cuts = [m.span() for m in _SEPARATOR.finditer(raw, start, end)]
    starts = [start, *(b for _, b in cuts)]
    ends = [*(a for a, _ in cuts), end]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if raw[a:b].strip()]


_SEPARATOR = re.compile(
    r"\s*/\s*|\s*;\s*|(?<=\d)\s*(?:,|&|\band\b)\s*(?=[A-Z][a-z])|\s+(?:and|&|or)\s+(?=[A-Z][a-z])|(?<=\d)\s+or\s+"
)


def _find_phone(raw: str, start: int, end: int, is_further: bool) -> _Place | None:
    match = PHONE.search(raw, start, end)
    if match is None and is_further:
        match = _SHORT_PHONE.search(raw, start, end)
    return match.span() if match else None


def _find_name(raw: str, start: int, end: int) -> _Place | None:
    """The name at the start of a part, without the job title behind a comma or dash."""
    stop = _NAME_END.search(raw, start, end)
    stop_at = stop.start() if stop else end
    words = raw[start:stop_at]
    if not _LETTERS.search(words) or _NO_NAME.match(words.strip()):
        return None
    return start, stop_at


def _next_phone(pieces: list[tuple[_Place | None, _Place | None]], position: int) -> _Place | None:
    return next((phone for _, phone in pieces[position + 1 :] if phone), None)


def _contact(source: str, line: Line, name: _Place, phone: _Place | None) -> ParsedContact:
    found = passage(source, line.start + name[0], line.start + name[1])
    number = passage(source, line.start + phone[0], line.start + phone[1]) if phone else None
    return ParsedContact(found, number, passage(source, line.start, line.end).span)


def _paired(
    source: str,
    line: Line,
    pieces: list[tuple[_Place | None, _Place | None]],
    found: list[ParsedContact],
) -> list[ParsedContact]:
    """Pairs "(A / B – phone / phone)" in order; one name with two numbers keeps both as printed."""
    phones = [phone for _, phone in pieces if phone]
    if len(found) == 1 and len(phones) > 1:
        name = next(name for name, _ in pieces if name)
        return [_contact(source, line, name, (phones[0][0], phones[-1][1]))]
    if len(found) == len(phones) > 1:
        names = [name for name, _ in pieces if name]
        return [
            _contact(source, line, name, phone) for name, phone in zip(names, phones, strict=True)
        ]
    return found
