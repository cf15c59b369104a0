"""Reads the officers to ask.

Bradford prints "(Jenny Cryer – 01274 432438)" under the recommendations, also "(A / B - phone)"
and "(A – phone / B – phone)"; Kirklees writes "Officer: Name – phone"; others "Contact Officer:
Name, Job Title, Tel: phone, Email: address". A second telephone number may be cut short.
"""

import re

from .document import ParsedContact, Span
from .lines import Line, passage
from .names import NAME, Place, part_names
from .patterns import PHONE

_LONGEST = 400
_NAME_ALONE = re.compile(rf"\(\s*{NAME}(?:\s*(?:/|,|;|&|and)\s*{NAME}){{0,3}}\s*\)\.?$")
_STARTS_WITH_NAME = re.compile(rf"{NAME}(?=\s*(?:[,;:/(–—-]|\d|$|Tel))")
_NAME_PHONE = re.compile(rf"{NAME}\s*[-–—,:]?\s*(?:Tel\w*[.:]*\s*)?{PHONE.pattern}$")
_LABEL = re.compile(
    r"[(\[]?\s*(?:(?:(?:Lead|Contacts?|Report|Responsible)?\s*(?:Officers?|Authors?|Contacts?|details|point)(?:\s*\(s\))?\s*){1,2}"
    r"|(?:For\s+)?(?:further|more)\s+information(?:\s*,?\s*(?:please\s+)?contact)?\s*(?:[:–—-]|(?<=tact\s)))[:–—-]*\s*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}")
# Short numbers printed behind a full one: "01274 434361 / 4362".
_SHORT_PHONE = re.compile(r"\b\d{3,8}\b")
# What parts a name from what follows it.
_NAME_END = re.compile(
    r"(?<!\s)\s++(?:[–—,:;(-]|(?:on|at)\s++\(?0|(?:Tel|Telephone|Phone|Ext|E-?mail)\b)"
    r"|[–—,:;(]|-\s|(?<!-)-++$|\b(?:Tel|Telephone|Phone|Ext|E-?mail)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
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
    last = raw[-1] if raw[-1] != "." else raw[-2:-1]
    if len(raw) > _LONGEST or not (last in ")]" or last.isdigit()):
        return False
    if raw[0] not in "([":
        return _NAME_PHONE.match(raw.rstrip(")].")) is not None
    inner = raw[1:]
    if "@" not in inner and _DIGIT.search(inner) is None:
        return False
    return _named_first(inner) and (
        PHONE.search(inner) is not None or ADDRESS.search(inner) is not None
    )


def starts_with_name(raw: str) -> bool:
    """Whether a line below "Contact Officer:" starts with a person's name."""
    name = _STARTS_WITH_NAME.match(raw)
    return name is not None and _NO_NAME.match(raw) is None and _NOT_ALONE.search(name[0]) is None


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
    start = label.end() if label else len(raw) - len(raw.lstrip("([ "))
    end = len(raw.rstrip(".)] "))
    pairs = _paired(_pieces(raw, start, end))
    return [_contact(source, line, name, phone) for name, phone in pairs]


def _paired(pieces: list[tuple[Place | None, Place | None]]) -> list[tuple[Place, Place | None]]:
    """Pairs "(A / B – phone / phone)" in order; one name with two numbers keeps both as printed."""
    names = [name for name, _ in pieces if name]
    phones = [phone for _, phone in pieces if phone]
    if len(names) == 1 and phones:
        return [(names[0], (phones[0][0], phones[-1][1]))]
    if len(names) == len(phones):
        return list(zip(names, phones, strict=True))
    return _with_next_phone(pieces, phones[-1] if phones else None)


def _with_next_phone(
    pieces: list[tuple[Place | None, Place | None]], last: Place | None
) -> list[tuple[Place, Place | None]]:
    """Each name with its own number, else the next one, else the last."""
    found: list[tuple[Place, Place | None]] = []
    for name, phone in reversed(pieces):
        last = phone or last
        if name:
            found.append((name, last))
    return found[::-1]


def _pieces(raw: str, start: int, end: int) -> list[tuple[Place | None, Place | None]]:
    """The parts between slashes: where each has a name, where a telephone number."""
    found = []
    for first, last in part_names(raw, start, end):
        for a, b in _part_phones(raw, first, last):
            phone = _find_phone(raw, a, b, bool(found))
            found.append((_find_name(raw, a, phone[0] if phone else b), phone))
    return found


def _part_phones(raw: str, start: int, end: int) -> list[Place]:
    """Cuts between two telephone numbers: "01632 960377 960378", "01632 960377 or 960378"."""
    cuts = [match.span() for match in _BETWEEN_PHONES.finditer(raw, start, end)]
    if not cuts:
        return [(start, end)]
    return list(zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True))


_BETWEEN_PHONES = re.compile(
    r"(?<=\d{4})\s*(?:,|&|\band\b|\bor\b)\s*(?=\(?\d|[A-ZÀ-Þ][\w’'])|(?<=[\s-]\d{6})\s+(?=\(?0\d|\d{6}\b)"
)


def _find_phone(raw: str, start: int, end: int, is_further: bool) -> Place | None:
    match = PHONE.search(raw, start, end)
    if match is None and is_further:
        match = _SHORT_PHONE.search(raw, start, end)
    return match.span() if match else None


def _find_name(raw: str, start: int, end: int) -> Place | None:
    """The name at the start of a part, without the job title behind a comma or dash."""
    address = ADDRESS.search(raw, start, end) if raw.find("@", start, end) >= 0 else None
    end = address.start() if address else end
    stop = _NAME_END.search(raw, start, end)
    stop_at = stop.start() if stop else end
    words = raw[start:stop_at]
    if not _LETTERS.search(words) or _NO_NAME.match(words.strip()):
        return None
    return start, stop_at


def _contact(source: str, line: Line, name: Place, phone: Place | None) -> ParsedContact:
    found = passage(source, line.start + name[0], line.start + name[1])
    number = passage(source, line.start + phone[0], line.start + phone[1]) if phone else None
    return ParsedContact(found, number, Span(line.start, line.end))
