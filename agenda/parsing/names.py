"""Tells people's names from job titles, and parts names that stand side by side."""

import re

_WORD = r"[A-ZÀ-Þ][\w.’'‘`-]*"
_HONORIFIC = r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Cllr|Prof|Professor|Sir|Dame|Revd?|Ch|Supt|PC|Insp)\.?\s+)?"
# "Jenny Cryer", "Dr Jan van der Berg", "Anne-Marie O’Neill".
NAME = (
    rf"{_HONORIFIC}{_WORD}(?:[\s\xa0]+(?:(?:de|van|der|von|la|le|bin|al|Mc|O’)\s)?{_WORD}){{1,3}}"
)
_NAME_ONLY = re.compile(rf"[\s\xa0]*{NAME}[\s\xa0]*$")
_JOB = re.compile(
    r"\b(?:Officers?|Manager|Directors?|Services?|Governance|Democratic|Committees?|Lead|Head|Team|Clerk|Solicitor|Support"
    r"|Advis[eo]r|Assistant|Senior|Principal|Secretary|Administrator|Co-?ordinator|Scrutiny|Business|Legal|Council|Chief"
    r"|Executive|Corporate|Strategic|Deputy|Interim|Finance|Planning|Policy|Consultant|Engineer|Planner|Partner|Department"
    r"|Unit|Section|Hall|House|Centre|Street|Road|Tel|Telephone|Phone|E-?mail|Mobile|Ext|Member|Members|Electoral|Housing"
    r"|Monitoring|Accountant|Auditor|Surveyor|Specialist|Analyst|Development|Management|Environment|Regeneration|Place|Programme"
    r"|Project|Performance|Public|Health|Education|Transport|Highways|Licensing|Parks|Property|Resources|Strategy|Community)\b",
    re.IGNORECASE,
)
# Names stand at the start; a list of people is not longer.
_SEARCHED = 200
_JOB_END = re.compile(
    r"\b(?:Officer|Manager|Director|Clerk|Solicitor|Lead|Advis[eo]r|Assistant|Secretary|Administrator|Co-?ordinator|Engineer"
    r"|Planner|Head|Partner|Executive|Accountant|Auditor|Surveyor|Specialist|Analyst|Consultant)$",
    re.IGNORECASE,
)
# A slash or semicolon always parts; a comma or "and" only where a person stands on both sides.
_CERTAIN = re.compile(r"(?:(?<!\s)\s++)?[/;]\s*+")
_DOUBTFUL = re.compile(r"\s*,\s*(?:(?:and|or|&)\s+)?|\s+(?:and|&|or)\s+")
_PERSON_END = re.compile(
    r"\s*(?:[,;/(]|\s[–—-]|\d|\b(?:and|or|Tel|Telephone|Email|E-mail|Phone|Ext)\b|&)"
)

Place = tuple[int, int]


def is_person(words: str) -> bool:
    """Whether words are nothing but a name: two to four words with capitals, none of a job title."""
    return len(words) < 60 and _NAME_ONLY.match(words) is not None and _JOB.search(words) is None


def part_names(raw: str, start: int, end: int) -> list[Place]:
    """Cuts `raw` between two offsets where one person's words end and another's begin."""
    found: list[Place] = []
    for first, last in _cut(start, end, [m.span() for m in _CERTAIN.finditer(raw, start, end)]):
        found.extend(_cut(first, last, _doubtful_cuts(raw, first, last)))
    return [(a, b) for a, b in found if raw[a:b].strip()]


def _cut(start: int, end: int, cuts: list[Place]) -> list[Place]:
    if not cuts:
        return [(start, end)]
    starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
    return list(zip(starts, ends, strict=True))


def _doubtful_cuts(raw: str, start: int, end: int) -> list[Place]:
    cuts: list[Place] = []
    for match in _DOUBTFUL.finditer(raw, start, min(end, start + _SEARCHED)):
        if _ends_person(raw[start : match.start()]) and _starts_person(raw, match.end(), end):
            cuts.append(match.span())
            start = match.end()
    return cuts


def _ends_person(words: str) -> bool:
    """Whether words are a name, perhaps with a telephone number, or end in a job title."""
    words = words.strip()
    return words[-1:].isdigit() or is_person(words) or _JOB_END.search(words) is not None


def _starts_person(raw: str, start: int, end: int) -> bool:
    stop = _PERSON_END.search(raw, start, min(end, start + 60))
    return is_person(raw[start : stop.start() if stop else min(end, start + 60)])
