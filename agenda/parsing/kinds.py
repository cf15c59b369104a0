"""Tells which page of the web site a text is, or that it is none of them."""

import re
from collections.abc import Collection

from .dates import DATE
from .document import PageKind
from .lines import Line, LineKind

ISSUE_MEETING = re.compile(
    r"Meeting\s*:\s*(?P<date>[^–-]{6,40}?)\s*[–-]\s*(?P<committee>(?:[^()]|\((?!\s*Item)[^()]{1,40}\)){2,150}?)\s*(?:\(\s*Item\s*(?:no\.?\s*)?(?P<item>(?:\w+(?:[./]\w+)*)?)\s*\.?\s*\))?\s*$",
    re.IGNORECASE,
)
DECISION_ENTRY = re.compile(rf"(?P<date>{DATE.pattern})\s*[–-]\s*(?=\S)", re.IGNORECASE)
_DECISION_SIGN = re.compile(r"Decision\s+Maker\s*:|Decisions\s+published$", re.IGNORECASE)
_MEETING_TITLE = re.compile(
    r"(?:Printed\s+|Draft\s+)?(?:Agenda|Decisions|Minutes)(?:(?:,\s*|\s+and\s+)(?:draft\s+|printed\s+)?(?:decisions|minutes))+\b"
    r"|(?:Agenda|Printed minutes)$",
    re.IGNORECASE,
)
_ITEMS_HEADING = re.compile(r"(?:Note\s*\|?\s*)?No\.?\s*\|?\s*Item\b", re.IGNORECASE)
_REPORTING = re.compile(
    r"\bwill\s+submit\b|\bsubmitted\s+(?:a|the)\s+report\b|\breport\s+of\s+the\b|\bDocument\s+[“\"‘][A-Z]{1,2}[”\"’]"
    r"|\bOverview\s+(?:and|&)\s+Scrutiny\b|\bthis\s+item\s+was\s+(?:withdrawn|deferred)\b|\bRESOLVED\b",
    re.IGNORECASE,
)
_READ_LINES = 4000
# Many times as many as any agenda, register or issue has.
MOST_STARTS = 2_000
_WEAK = {
    LineKind.MINUTES, LineKind.RECOMMENDED, LineKind.ACTION, LineKind.CONTACT, LineKind.AREA, LineKind.DECISION,
    LineKind.RESOLVED,
}  # fmt: skip


class NotMinutes(ValueError):
    """A text that is no page of a council's minutes; the message names what is missing."""


def refuse_too_many(starts: Collection[object], what: str, most: int = MOST_STARTS) -> None:
    """Raises `NotMinutes` for a page of more items, entries or meetings than any council prints."""
    if len(starts) > most:
        raise NotMinutes(
            f"This text holds {len(starts):,} {what}; no page has more than {most:,}. "
            "Split it into the pages it came from."
        )


def find_kind(lines: list[Line]) -> PageKind:
    """The kind of page that marked lines make. Raises `NotMinutes` where they make none."""
    titles = {line.text.lower().rstrip(" .") for line in lines[:8]}
    if "agenda item" in titles:
        return PageKind.AGENDA_ITEM
    head = [line for line in lines[:_READ_LINES] if len(line.raw) < 300]
    if "issue - meetings" in titles or any(map(_is_issue_meeting, head)):
        return PageKind.ISSUE
    if any(line.raw[0] in "Dd" and _DECISION_SIGN.match(line.raw) for line in head):
        return PageKind.DECISIONS
    if any(_MEETING_TITLE.match(line.raw) for line in head[:8]) or any(map(_heads_items, head)):
        return PageKind.MEETING
    if _is_item(lines):
        return PageKind.AGENDA_ITEM
    raise NotMinutes(
        'This text has no sign of council minutes: no "Agenda item", "Supporting documents:", "Resolved", report to a'
        " meeting, list of items, meetings or decisions was found."
    )


def _heads_items(line: Line) -> bool:
    return line.raw[0] in "Nn" and _ITEMS_HEADING.match(line.raw) is not None


def _is_issue_meeting(line: Line) -> bool:
    match = ISSUE_MEETING.match(line.raw) if line.raw[:7].lower() == "meeting" else None
    return match is not None and DATE.search(match["date"]) is not None


def _is_item(lines: list[Line]) -> bool:
    """One certain sign, or two of those that other texts may have as well."""
    if any(line.kind is LineKind.DOCUMENTS for line in lines):
        return True
    weak = {line.kind for line in lines} & _WEAK
    reported = any(_REPORTING.search(line.raw) for line in lines[:_READ_LINES])
    return len(weak) + (2 if reported else 0) >= 2
