"""Reads the reports before a meeting: their letters, who submits them, what is kept from the public.

Bradford letters its reports anew for every meeting: Document "A" to "Z", then "AA", "AB" …
An appendix has a letter or number of its own and is no document of that kind.
"""

import re
from bisect import bisect_left

from .document import ParsedAppendix, ParsedReport, Passage
from .exempt import reason_in, reason_near, sentence_around
from .lines import passage

_LETTERS = r"[\s“”\"'‘’«»]*[A-Z]{1,2}(?![\w])[”“\"’‘'»]*"
_DOCUMENTS = re.compile(
    rf"D(?:ocument|OCUMENT)[sS]?(?=[\s“”\"‘’'«]){_LETTERS}(?:\s*(?:,|and|&|,\s*and|to)\s*(?=[“\"‘'«]|[A-Z]{{1,2}}\b(?!\s[a-z])){_LETTERS}){{0,5}}"
)
_LETTER = re.compile(r"(?<![\w])[A-Z]{1,2}(?![\w])")
_SUBMITTED_BY = (
    re.compile(
        r"(?:^|(?<=[.\n])\s*)(?:The\s+|An?\s+)?(?P<post>[A-Z][\w’'&,()/ \xa0\n-]{3,140}?)\s+(?:will\s+(?:jointly\s+)?"
        r"(?:submit|present|table|provide|give|report)|submit(?:s|ted)|present(?:s|ed))\b"
    ),
    re.compile(
        r"\b[Rr]eports?\s+(?:of|by|from)\s+(?:the\s+)?(?P<post>[A-Z][\w’'&,/ \xa0\n-]{3,140}?)"
        r"(?=\s*(?:\(|[.;:]|\s(?:describes?|described|seeks?|sought|updates?|updated|on|about|asks?|sets?|provides?|outlines?|is|was|are"
        r"|giving|asking|details?|attached|to|regarding|concerning|presents?|invites?)\b|,\s+(?:attached|giving|asking|to)\b|$))"
    ),
)
_APPENDIX = re.compile(
    r"[Aa](?<!\w[Aa])ppendi(?:x|ces)\s+(?P<reference>[A-Z]{1,2}\d?|\d{1,2}[A-Z]?)\b", re.IGNORECASE
)


def read_documents(source: str, start: int, end: int) -> dict[str, Passage]:
    """The letters of the documents named between two offsets, in order, with their first mention."""
    found: dict[str, Passage] = {}
    if source.find("ocument", start, end) < 0 and source.find("OCUMENT", start, end) < 0:
        return found
    for named in _DOCUMENTS.finditer(source, start, end):
        for letter in _LETTER.finditer(source, named.start() + 8, named.end()):
            found.setdefault(letter[0], passage(source, *letter.span()))
    return found


def read_reports(
    source: str,
    start: int,
    end: int,
    said: list[Passage],
    documents: dict[str, Passage],
    private: list[Passage],
) -> tuple[ParsedReport, ...]:
    """The reports of an item that stands between two offsets.

    `said` is the report's announcement, `documents` its letters, `private` what closes a report.
    """
    submitted_by = _submitted_by(source, said)
    appendices = (
        _appendices(source, start, end, private)
        if private or _has_appendix(source, start, end)
        else ()
    )
    if not documents:
        return (_unlettered(source, submitted_by, private, appendices),) if submitted_by else ()
    reports = []
    for position, reference in enumerate(documents.values()):
        mark = _mark_of(source, reference, private, start, end)
        own = appendices if position == 0 else ()
        reason = reason_near(source, mark, end) if mark else None
        if mark and reason is None and len(documents) == 1:
            reason = reason_in(source, start, end)
        reports.append(
            ParsedReport(reference, submitted_by, mark is not None, reason, own, reference.span)
        )
    return tuple(reports)


def _unlettered(
    source: str,
    submitted_by: Passage,
    private: list[Passage],
    appendices: tuple[ParsedAppendix, ...],
) -> ParsedReport:
    own = [
        mark
        for mark in private
        if not _APPENDIX.search(source, mark.span.start, mark.span.end + 40)
    ]
    covers = bool(own) and not any(a.not_for_publication for a in appendices)
    return ParsedReport(None, submitted_by, covers, None, appendices, submitted_by.span)


def _has_appendix(source: str, start: int, end: int) -> bool:
    return source.find("ppendi", start, end) >= 0 or source.find("PPENDI", start, end) >= 0


def _submitted_by(source: str, said: list[Passage]) -> Passage | None:
    """The post that submits a report, without the article in front of it."""
    for words in said[:3]:
        for pattern in _SUBMITTED_BY:
            match = pattern.search(
                source, words.span.start, min(words.span.end, words.span.start + 600)
            )
            if match:
                return passage(source, *match.span("post"))
    return None


def _appendices(
    source: str, start: int, end: int, private: list[Passage]
) -> tuple[ParsedAppendix, ...]:
    found: dict[str, ParsedAppendix] = {}
    for match in _APPENDIX.finditer(source, start, end):
        before = found.get(match["reference"])
        if before is not None and not private:
            continue
        mark = _mark_of_appendix(source, match, private, start, end)
        reason = reason_near(source, mark, end) if mark else None
        if (
            before is None
            or (mark and not before.not_for_publication)
            or (reason and not before.reason)
        ):
            span = passage(source, *match.span()).span
            covers = mark is not None or (before is not None and before.not_for_publication)
            reference = passage(source, *match.span("reference"))
            found[reference.text] = ParsedAppendix(
                reference, covers, reason or (before and before.reason), span
            )
    return tuple(found.values())


def _mark_of_appendix(
    source: str, match: re.Match[str], private: list[Passage], start: int, end: int
) -> Passage | None:
    """The words right before an appendix, or behind it in its own sentence, that close it."""
    last = sentence_around(source, match.start(), start, end)[1]
    near = bisect_left(private, match.start() - 60, key=lambda mark: mark.span.start)
    for mark in private[near : near + 4]:
        if (
            0 <= match.start() - mark.span.end <= 12
            or mark.span.start <= match.start() < mark.span.end
        ):
            return mark
        between = source[match.end() : mark.span.start]
        if match.end() <= mark.span.start < last and len(between) < 90 and "ppendix" not in between:
            return mark
    return None


def _mark_of(
    source: str, reference: Passage, private: list[Passage], start: int, end: int
) -> Passage | None:
    """The words that close the report itself, not one of its appendices."""
    near = bisect_left(private, reference.span.start - 80, key=lambda mark: mark.span.start)
    for mark in private[near : near + 4]:
        before = source[mark.span.end : reference.span.start]
        if mark.span.end <= reference.span.start and len(before) < 16 and "\n" not in before:
            return mark
        behind = source[reference.span.end : mark.span.end + 30]
        if (
            0 <= mark.span.start - reference.span.end < 60
            and not _APPENDIX.search(behind)
            and "." not in behind[:-30]
        ):
            return mark
    return None
