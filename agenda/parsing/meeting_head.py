"""Reads what stands above a meeting's items: the committee, when and where it met, whom to ask."""

import re
from collections.abc import Iterable

from .coverage import field_spans, unclaimed
from .dates import DATE, find_date, read_date
from .document import ParsedAgendaItem, ParsedMeeting, Passage, Span
from .lines import Line, LineKind, line_passage, passage
from .names import part_names
from .patterns import VIEW_DIRECTIONS

_TIME = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\b\.?|noon|midnight)|\b\d{1,2}[.:]\d{2}\b(?!\d|\s*%)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<name>Venue|Place|Location|Contacts?(?:\s+officers?(?:\s?\(s\))?)?|Date|Time|Committee|Meeting)\s*:\s*",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?:(?<![\s,–-])[\s,–-]++)?\b(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[\s,]*",
    re.IGNORECASE,
)
_PAGE_TITLE = re.compile(
    r"(?:(?:Agenda|Decisions|Minutes)\s+(?:of|for)\s+(?:an?\s+|the\s+)?)?(?:Meeting\s+of\s+(?:the\s+)?)"
    r"|(?:Agenda|Decisions|Minutes)\s+(?:of|for)\s+(?:the\s+)?|(?:Agenda|Decisions|Minutes|Draft|Printed)\b[\w, ]{0,40}\s[–-]\s+",
    re.IGNORECASE,
)
_NAME_END = re.compile(
    r"(?:(?<!\s)\s++)?(?:[,;(]|\b(?:Tel|Telephone|Email|E-mail|Phone|Ext|on)\b|\d)|(?<!\s)\s++[–-]\s",
    re.IGNORECASE,
)
_ON = re.compile(r"(?<!\s)\s++(?:held\s++)?on$", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"\b(?:Committee|Panel|Board|Executive|Cabinet|Council|Forum|Commission)\b", re.IGNORECASE
)


class MeetingHead:
    """What stands above the items: the committee, when and where it met, whom to ask."""

    def __init__(self, source: str, lines: list[Line]) -> None:
        self.source, self.lines = source, lines
        site = (line for line in lines if line.kind is LineKind.NAVIGATION)
        self.navigation = [Span(line.start, line.end) for line in site]
        self.labels: dict[str, Passage] = {}
        for line, below in zip(lines, [*lines[1:], None], strict=False):
            if match := _LABEL.match(line.raw) if len(line.raw) < 600 else None:
                name = match["name"].split()[0].lower().rstrip("s")
                self.labels.setdefault(name, self._labelled(line, match.end(), below))

    def _labelled(self, line: Line, start: int, below: Line | None) -> Passage:
        """The words behind a label, or the line below one that stands alone."""
        if start == len(line.raw) and below and not _LABEL.match(below.raw[:600]):
            return line_passage(below)
        return passage(self.source, line.start + start, line.end)

    def meeting(
        self, span: Span, items: tuple[ParsedAgendaItem, ...], loose: list[Line]
    ) -> ParsedMeeting:
        """The meeting with its items; `loose` are the lines that stand in none of them."""
        dated = self._dated_line()
        held_on = find_date(self.source, dated.start, dated.end) if dated else None
        committee, time = self._committee(dated), self._time(dated)
        venue, officers = self._venue(), self._officers()
        words = (committee, held_on and held_on.text, time, venue, *officers)
        return ParsedMeeting(
            span, committee, held_on, time, venue, officers, items, self._other(words, loose)
        )

    def _other(self, words: Iterable[Passage | None], loose: list[Line]) -> tuple[Passage, ...]:
        """The lines that no field holds."""
        taken = [*field_spans(words, (), ()), *self.navigation]
        return tuple(map(line_passage, unclaimed(loose, taken)))

    def _dated_line(self) -> Line | None:
        for line in self.lines:
            match = DATE.search(line.raw[:400])
            if match and read_date(line.raw, match) and not _is_note(line):
                return line
        return None

    def _time(self, dated: Line | None) -> Passage | None:
        """The time behind its label, on the line of the date or alone on the one below."""
        below = next((line for line in self.lines if dated and line.start > dated.end), None)
        places = [self.labels.get("time"), line_passage(dated) if dated else None]
        places.append(line_passage(below) if below and len(below.raw) < 20 else None)
        for words in filter(None, places):
            if match := _TIME.search(self.source, words.span.start, words.span.end):
                return passage(self.source, *match.span())
        return None

    def _committee(self, dated: Line | None) -> Passage | None:
        """The words in front of the date or behind it, else the line above it."""
        for label in ("committee", "meeting"):
            if label in self.labels and not DATE.search(self.labels[label].text):
                return self.labels[label]
        if dated is None:
            return self._title_committee()
        if words := _before_date(dated):
            return _named(self.source, dated.start, dated.start + len(words))
        above = [line for line in self.lines if line.end < dated.start and _may_name(line)]
        if above:
            return _named(self.source, above[-1].start, above[-1].end)
        return self._behind_date(dated) or self._title_committee()

    def _behind_date(self, dated: Line) -> Passage | None:
        """ "Tuesday, 7th July, 2031 10.30 am - Executive" """
        end = max(m.end() for pattern in (DATE, _TIME) for m in pattern.finditer(dated.raw))
        behind = _BEHIND.match(dated.raw, end)
        start = behind.end() if behind else len(dated.raw)
        found = passage(self.source, dated.start + start, dated.end)
        return found if _COMMITTEE.search(found.text) else None

    def _title_committee(self) -> Passage | None:
        """ "Agenda and minutes - Hartside Area Committee", or the only plain line of the head."""
        for line in self.lines:
            if _PAGE_TITLE.match(line.raw):
                return _named(self.source, line.start, line.end)
        plain = [line for line in self.lines if _may_name(line) and _COMMITTEE.search(line.raw)]
        return line_passage(plain[0]) if plain else None

    def _venue(self) -> Passage | None:
        words = self.labels.get("venue") or self.labels.get("place") or self.labels.get("location")
        if words is None:
            return None
        raw = self.source[words.span.start : words.span.end]
        directions = VIEW_DIRECTIONS.search(raw)
        end = directions.start() if directions else len(raw.rstrip(". "))
        return passage(self.source, words.span.start, words.span.start + end)

    def _officers(self) -> tuple[Passage, ...]:
        words = self.labels.get("contact")
        if words is None:
            return ()
        start, end = words.span.start, words.span.end
        pieces = (self._officer(a, b) for a, b in part_names(self.source, start, end))
        return tuple(name for name in pieces if name.text)

    def _officer(self, start: int, end: int) -> Passage:
        """An officer's name, without what stands behind it."""
        stop = _NAME_END.search(self.source, start, end)
        return passage(self.source, start, stop.start() if stop else end)


_BEHIND = re.compile(r"[\s,–—-]+")
_NOTES = ("note", "venue", "contact", "deadline", "publi", "issued", "minutes of")
_OF_MEETING = re.compile(r"Minutes\s+of\s+(?:an?|the)\s+meeting\s+of\b", re.IGNORECASE)


def _is_note(line: Line) -> bool:
    """Whether a date on a line is not the meeting's."""
    return line.raw.lower().startswith(_NOTES) and _OF_MEETING.match(line.raw) is None


def _may_name(line: Line) -> bool:
    return (
        line.kind in (LineKind.PROSE, LineKind.AREA)
        and len(line.raw) < 150
        and line.raw[-1] not in ".:;"
        and not _LABEL.match(line.raw)
    )


def _before_date(line: Line) -> str:
    """What stands in front of the date and its weekday on the line."""
    match = DATE.search(line.raw)
    words = line.raw[: match.start()]
    weekday = _WEEKDAY.search(words)
    words = words[: weekday.start()] if weekday else words
    words = _ON.sub("", words.rstrip(" ,–-\xa0"))
    is_label = _LABEL.fullmatch(words + " ") or words.lower().rstrip(":") in ("date", "meeting")
    return "" if is_label or _TIME.fullmatch(words) else words


def _named(source: str, start: int, end: int) -> Passage:
    """A committee's name without the page's own title in front of it."""
    title = _PAGE_TITLE.match(source, start, end)
    return passage(source, title.end() if title else start, end)
