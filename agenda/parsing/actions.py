"""Reads who must act: the owners, the note in brackets and the resolutions it names.

Owners are parted at "/" and never at a comma, because a post's own title holds commas
("Strategic Director, Place").
"""

import re

from .document import ParsedAction, Passage, Span
from .kinds import refuse_too_many
from .lines import Line, LineKind, passage
from .patterns import PHRASES

# Many times as many as any item has.
MOST_ACTIONS = 10_000
_LABELS = [phrase.pattern for phrase in PHRASES if phrase.kind is LineKind.ACTION]
_RESOLUTIONS = re.compile(
    r"(?:Resolutions?|Res\.?|Minutes?\s+resolutions?|Points?)\s*((?:[\s,&()–-]|and|to|[0-9a-z]{1,2}(?![a-z]))+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(\d{1,2})(?:\s*(?:-|–|to)\s*(\d{1,2}))?")
_REFERRED = re.compile(
    r"\b(?:referr?al|referred|refer|reference)\s+to\s+(?:the\s+)?", re.IGNORECASE
)
# "City Solicitor to circulate the figures", "City Solicitor – circulate …": the post ends before.
_TASK = re.compile(r"(?<!\s)\s++(?:to\s++(?!the\b|all\b)[a-z]|[–—-]\s++[a-z])")
_EDGES = " \t\xa0.,;:–—-"
_AROUND_ACTION, _AROUND_OWNER = f"{_EDGES}/", f"{_EDGES}\r\n"


def action_label_end(raw: str) -> int:
    """Where the words behind "ACTION:" begin."""
    return max((m.end() for m in (p.match(raw) for p in (*_LABELS, _LEAD_OFFICER)) if m), default=0)


def read_actions(source: str, start: int, end: int) -> list[ParsedAction]:
    """The actions printed between two offsets: "Director of Place (Resolution 1) / City Solicitor".

    Raises `NotMinutes` where these are more than anybody could be asked for.
    """
    found = []
    printed = _owners_and_notes(source, start, end)
    refuse_too_many(printed, "actions", MOST_ACTIONS)
    for owners, note, stop in printed:
        names = _owners(source, *owners)
        if names:
            found.append(_action(source, names, note, Span(names[0].span.start, stop)))
    return found


_Place = tuple[int, int]


def _owners_and_notes(source: str, start: int, end: int) -> list[tuple[_Place, _Place | None, int]]:
    """Each run of owners with the brackets behind it."""
    found: list[tuple[_Place, _Place | None, int]] = []
    at = start
    for opening, closing in _brackets(source, start, end):
        if not _ends_action(source, closing, end) or not source[at:opening].strip(_AROUND_ACTION):
            continue
        found.append(
            (
                (at, opening),
                (opening + 1, closing - 1 if source[closing - 1] == ")" else closing),
                closing,
            )
        )
        at = closing
    rest = source[at:end].strip(_AROUND_ACTION)
    if rest:
        found.append(((at, end), None, at + len(source[at:end].rstrip())))
    return found


def _ends_action(source: str, closing: int, end: int) -> bool:
    """Whether brackets end an action; "Director (Finance), Corporate" goes on behind them."""
    behind = _BEHIND_BRACKET.match(source, closing, end)
    return behind is not None and (behind[1] is None or behind[1] in "/.;(" or behind[1].isupper())


_BEHIND_BRACKET = re.compile(r"\s*(\S)?")


def _brackets(source: str, start: int, end: int) -> list[_Place]:
    """The outermost brackets; one that is never closed runs to the end."""
    found: list[_Place] = []
    depth, opened = 0, start
    for match in _BRACKET.finditer(source, start, end):
        if match[0] == "(":
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((opened, match.end()))
    return [*found, (opened, end)] if depth else found


_BRACKET = re.compile(r"[()]")
_OWNER_SEPARATOR = re.compile(r"[/;]")


def _owners(source: str, start: int, end: int) -> tuple[Passage, ...]:
    task = _TASK.search(source, start, end)
    if task and source[start : task.start()].strip():
        end = task.start()
    owners, at = [], start
    for match in _OWNER_SEPARATOR.finditer(source, start, end):
        owners.append(_owner(source, at, match.start()))
        at = match.end()
    owners.append(_owner(source, at, end))
    return tuple(filter(None, owners))


def _owner(source: str, start: int, end: int) -> Passage | None:
    words = source[start:end]
    behind = words.lstrip(_AROUND_OWNER)
    owner = behind.rstrip(_AROUND_OWNER)
    start += len(words) - len(behind)
    return passage(source, start, start + len(owner)) if owner else None


def _action(
    source: str, owners: tuple[Passage, ...], note: _Place | None, span: Span
) -> ParsedAction:
    said = passage(source, *note) if note else None
    if said is None or not said.text:
        return ParsedAction(owners, None, (), None, span)
    return ParsedAction(
        owners, said, _resolution_numbers(said.text), _referred_to(source, said), span
    )


def _resolution_numbers(note: str) -> tuple[str, ...]:
    numbers: dict[str, None] = {}
    for match in _RESOLUTIONS.finditer(note):
        for first, last in _NUMBER.findall(match[1]):
            for number in range(int(first), min(int(last or first), int(first) + 30) + 1):
                numbers[str(number)] = None
    return tuple(numbers)


def _referred_to(source: str, note: Passage) -> Passage | None:
    match = _REFERRED.search(source, note.span.start, note.span.end)
    if match is None:
        return None
    words = source[match.end() : note.span.end]
    stop = min((i for i in (words.find(c) for c in ",;.)") if i > 0), default=len(words))
    found = passage(source, match.end(), match.end() + stop)
    return found if found.text else None


def goes_on_action(before: Line, line: Line, start: int) -> bool:
    """Whether `line` belongs to an action whose words start at `start` and reach `before`."""
    if before.raw.count("(") > before.raw.count(")"):
        return (
            line.kind in (LineKind.PROSE, LineKind.POINT, LineKind.BRACKET) and len(line.raw) < 200
        )
    if line.kind is LineKind.BRACKET:
        return before.kind is not LineKind.BRACKET and _REMARK.search(line.raw[:200]) is None
    if line.kind is not LineKind.PROSE or len(line.raw) > 160:
        return False
    if before.end <= start or before.raw[-1] in "/,&" or line.raw[0] == "/":
        return line.raw[-1] not in "?!:"
    return not line.gap and _breaks_off(before.raw) and _is_named(line.raw.partition("(")[0])


def names_post_to_act(raw: str) -> bool:
    """Whether "Lead Officer: Director of Place" names a post; a contact is a person or has a number."""
    label = _LEAD_OFFICER.match(raw)
    owner = raw[label.end() :].partition("(")[0] if label else ""
    return _POST.search(owner) is not None and "@" not in raw and not any(map(str.isdigit, owner))


_LEAD_OFFICER = re.compile(
    r"(?:Lead|Responsible)\s+officers?(?:\s?\(s\))?\s*[:–—-]+\s*", re.IGNORECASE
)


def names_post(line: Line) -> bool:
    """Whether a line is a post of its own, below "ACTIONS:": "City Solicitor (Resolution 2)"."""
    if line.kind is not LineKind.PROSE or len(line.raw) > 160 or _SENTENCE_START.match(line.raw):
        return False
    owner = line.raw.partition("(")[0]
    return _POST.search(owner) is not None and _is_named(owner)


def _is_named(owner: str) -> bool:
    words = owner.rstrip(". ").split()
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _breaks_off(raw: str) -> bool:
    """Whether the last owner on a line is no whole post: "… / City" above "Solicitor"."""
    last = raw[raw.rfind("/") + 1 :]
    return "/" in raw and "(" not in last and _POST.search(last) is None


_SENTENCE_START = re.compile(r"(?:The|A|An|In|Members?|That|Councillors?)\s")
_POST = re.compile(
    r"\b(?:Directors?|Solicitor|Chief|Head|Manager|Officer|Co-?ordinator|Secretary|Treasurer|Clerk|Lead|Leader|Chair|Monitoring)\b"
)
_SMALL_WORDS = frozenset("and & of for the to in with / –".split())
# A bracket below an action that is a remark about the meeting, not the action's note.
_REMARK = re.compile(
    r"\b(?:Councillors?|Cllrs?|in\s+the\s+Chair|Note:|recorded|left\s+the|abstained)\b|^\(\s*Note",
    re.IGNORECASE,
)
