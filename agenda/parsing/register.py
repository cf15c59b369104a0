"""Reads the register of decisions: entries of "date - title ref: number status"."""

import re

from .assembly import read_item
from .coverage import page_spans, unclaimed
from .dates import find_date
from .document import ParsedDate, ParsedDecision, ParsedDecisions, ParseWarning, Passage, Span
from .headings import mark_lines
from .kinds import DECISION_ENTRY, refuse_too_many
from .lines import Line, LineKind, cut_line, line_passage, passage

_REFERENCE = re.compile(r"[\s(]*\b[Rr]ef(?:erence)?\s*:\s*(?P<reference>[\w/.-]{1,30})[\s)–-]*")
_FACT = re.compile(
    r"(?P<name>Decision\s+Maker|Made\s+at\s+meeting|Decision\s+published|Effective\s+from|Decision\s+status|Is\s+Key\s+decision\??"
    r"|Is\s+subject\s+to\s+call\s+in\??|Notice\s+of|Purpose|Date\s+of\s+decision|Lead\s+officer|Wards\s+affected)\s*[:?]+\s*",
    re.IGNORECASE,
)
_FACT_WITHIN = re.compile(
    r"\s(?=(?:Decision\s+Maker|Made\s+at\s+meeting|Decision\s+published|Effective\s+from|Decision)\s*:)"
)
_GAP = re.compile(r"\s{3,}")
_AT_MEETING = re.compile(r"^\d{1,2}/\d{1,2}/\d{4}\s*[–-]\s*")


def read_register(
    source: str, lines: list[Line], warnings: list[ParseWarning], navigation: list[Span]
) -> ParsedDecisions:
    """The register's page that marked lines make."""
    lines = [piece for line in lines for piece in _split_facts(line)]
    starts = [k for k, line in enumerate(lines) if _starts_entry(lines, k)]
    refuse_too_many(starts, "decisions")
    bounds = [*starts, len(lines)]
    decisions = tuple(
        _read_entry(source, lines[a:b], warnings, navigation)
        for a, b in zip(bounds, bounds[1:], strict=False)
    )
    head = lines[: bounds[0]]
    navigation.extend(
        Span(line.start, line.end) for line in head if line.kind is LineKind.NAVIGATION
    )
    page = ParsedDecisions(Span(lines[0].start, lines[-1].end), decisions)
    other = tuple(line_passage(line) for line in unclaimed(lines, [*page_spans(page), *navigation]))
    return ParsedDecisions(page.span, decisions, other)


def _split_facts(line: Line) -> list[Line]:
    """An entry that was printed on one line, cut before each of its facts."""
    cuts = [match.start() for match in _FACT_WITHIN.finditer(line.raw[:2000])]
    if not cuts or not line.raw[0].isdigit():
        return [line]
    pieces = (cut_line(line, a, b) for a, b in zip([0, *cuts], [*cuts, len(line.raw)], strict=True))
    return mark_lines([piece for piece in pieces if piece])


def _starts_entry(lines: list[Line], index: int) -> bool:
    """A date with a title; the reference or the decision maker must follow soon."""
    line = lines[index]
    if len(line.raw) > 500 or not line.raw[0].isdigit() or not DECISION_ENTRY.match(line.raw):
        return False
    return any(
        _REFERENCE.search(near.raw[:500]) or _FACT.match(near.raw)
        for near in lines[index : index + 4]
    )


def _read_entry(
    source: str, lines: list[Line], warnings: list[ParseWarning], navigation: list[Span]
) -> ParsedDecision:
    head_end = next(
        (
            k
            for k, line in enumerate(lines[1:8], 1)
            if _FACT.match(line.raw) or line.kind is LineKind.DECISION
        ),
        1,
    )
    start, end = lines[0].start, lines[head_end - 1].end
    decided_on = find_date(source, start, end)
    begins = start + DECISION_ENTRY.match(lines[0].raw).end()
    reference = _REFERENCE.search(source, begins, end)
    title_end, status_start = (
        reference.span() if reference else _status_gap(source, begins, lines[0].end)
    )
    title, status = passage(source, begins, title_end), passage(source, status_start, end)
    facts, after = _facts(source, lines, head_end)
    item = read_item(source, lines[after:] or lines[:1], warnings, navigation)
    return ParsedDecision(
        decided_on=decided_on,
        title=title,
        reference=passage(source, *reference.span("reference")) if reference else None,
        status=status if status.text else None,
        decision_maker=facts.get("decision maker"),
        made_at=_made_at(source, facts.get("made at meeting")),
        met_on=_date(source, facts.get("made at meeting")),
        published_on=_date(source, facts.get("decision published")),
        effective_from=_date(source, facts.get("effective from")),
        item=item,
        span=Span(start, lines[-1].end),
    )


def _status_gap(source: str, start: int, end: int) -> tuple[int, int]:
    """Without a reference, a run of spaces parts the title from the status."""
    gap = _GAP.search(source, start, end)
    return gap.span() if gap else (end, end)


def _facts(source: str, lines: list[Line], index: int) -> tuple[dict[str, Passage], int]:
    """The facts under an entry's heading, and where they end."""
    facts: dict[str, Passage] = {}
    while index < len(lines) and (match := _FACT.match(lines[index].raw)):
        line = lines[index]
        name = " ".join(match["name"].lower().rstrip("?").split())
        facts.setdefault(name, passage(source, line.start + match.end(), line.end))
        index += 1
    return {name: words for name, words in facts.items() if words.text}, index


def _made_at(source: str, words: Passage | None) -> Passage | None:
    """The meeting's committee, without the date in front of it."""
    if words is None:
        return None
    match = _AT_MEETING.match(source[words.span.start : words.span.end])
    return passage(source, words.span.start + (match.end() if match else 0), words.span.end)


def _date(source: str, words: Passage | None) -> ParsedDate | None:
    return find_date(source, words.span.start, words.span.end) if words else None
