"""Reads the names of committees, boards and panels backwards from their last word.

Where a name starts is told by its words: a lower-case word, an article or a person's office is no
part of it. "Executive and Health Committee" are two bodies, as "Executive" is one by itself;
"Health and Wellbeing Board" is one.
"""

import re

from .document import Span

_KINDS = "Committee Panel Board Executive Cabinet Forum Commission Council".split()
BODIES = frozenset([*_KINDS, "COMMITTEE", "PANEL", "BOARD", "EXECUTIVE"])
_FOLDED = frozenset(kind.lower() for kind in _KINDS)
_BODY_WORDS = _FOLDED | {f"{kind}s" for kind in _FOLDED}
_NAMES_ITSELF = frozenset({"Executive", "Cabinet"})
_JOINING = frozenset("and & of for".split())
_OPENERS = frozenset(
    "the this that these those a an at in on to by from with under our its each any both their all "
    "if when where while as but or so also although since because after before following further "
    "furthermore moreover however therefore thus then besides nevertheless nonetheless meanwhile "
    "consequently instead otherwise hence overall indeed today resolved recommended".split()
)
_OFFICES = frozenset(
    "member members officer officers councillor councillors chair chairs chairman chairperson "
    "vice-chair leader minutes meeting meetings report reports representative representatives "
    "clerk secretary director".split()
)
_OWNERS = _FOLDED | set(
    "district city borough county authority partnership town region trust".split()
)
_PERSON = frozenset("councillor councillors cllr cllrs mr mrs ms miss dr".split())
_POSSESSIVE = re.compile(r"[’'‘`]s?$")
_WORD_BEFORE = re.compile(r"(?<![\w’'‘`&-])[\w’'‘`&-]++,?\Z")
_ALONE_BEFORE = re.compile(r"\b(?:the|by|to|of|from|at|and)[^\S\r\n]$", re.IGNORECASE)
_NAME_BEHIND = re.compile(r"[^\S\r\n]+[A-Z]|-")
_FURTHEST = 90
_SHORT = 55

_Words = list[tuple[int, str]]


def read_body(source: str, match: re.Match[str], floor: int, end: int) -> Span | None:
    """The name that ends with the word `match`; None where the word stands alone ("the Board")."""
    words = _trimmed(_words_before(source, match.start(), floor))
    if all(word.lower() == "sub-" for _, word in words):
        is_name = not words and _is_alone(source, match, floor, end)
        return Span(*match.span()) if is_name else None
    return Span(words[0][0], match.end())


def _is_alone(source: str, match: re.Match[str], floor: int, end: int) -> bool:
    """Whether "the Executive" is meant, rather than "the Executive Director"."""
    if match[0] not in _NAMES_ITSELF or _NAME_BEHIND.match(source, match.end(), end):
        return False
    return _ALONE_BEFORE.search(source[max(0, match.start() - 6) : match.start()]) is not None


def _words_before(source: str, at: int, floor: int) -> _Words:
    """The words in front of `at` that can belong to a name, in the order of the source."""
    words: _Words = []
    floor = max(floor, at - _FURTHEST)
    while at > floor:
        at = floor + len(source[floor:at].rstrip(" \xa0"))
        if source[at - 1] in "\r\n":
            if not _is_wrapped(source, at):
                break
            at = floor + len(source[floor:at].rstrip())
        first = max(floor, source.rfind(" ", floor, at) + 1)
        found = _WORD_BEFORE.search(source[first:at])
        if found is None or _ends_name(found[0], words):
            break
        at = first + found.start()
        if at == floor > 0 and source[at - 1].isalnum():
            break  # the rest of a longer word
        words.append((at, found[0]))
    return words[::-1]


def _is_wrapped(source: str, at: int) -> bool:
    """Whether the line that ends at `at` goes on below: a full one, or "Overview and"."""
    above = source[max(0, at - _FURTHEST) : at].removesuffix("\n").removesuffix("\r")
    line = above[above.rfind("\n") + 1 :].rstrip()
    return len(line) > _SHORT or line[line.rfind(" ") + 1 :].lower() in _JOINING


def _ends_name(word: str, behind: _Words) -> bool:
    """Whether `word` is no part of the name whose later words, last first, are `behind`."""
    folded = word.lower().rstrip(",")
    if folded in _JOINING:
        return False
    if not word[0].isupper() or folded in _OPENERS:
        return True
    if _POSSESSIVE.search(folded) and _POSSESSIVE.sub("", folded) in _OWNERS:
        return True
    if not behind or behind[-1][1].lower() not in _JOINING:
        return False
    if behind[-1][1].lower() in ("and", "&"):
        return folded in _BODY_WORDS
    return folded in _OFFICES


def _trimmed(words: _Words) -> _Words:
    """Without what a comma parts from the name, and without joining words in front."""
    for index in range(len(words) - 1, -1, -1):
        if words[index][1].endswith(",") and not _lists(words, index):
            words = words[index + 1 :]
            break
    while words and words[0][1].lower() in _JOINING:
        words = words[1:]
    return words


def _lists(words: _Words, comma: int) -> bool:
    """Whether a comma stands within a name: "Health, Social Care and Housing Committee"."""
    before = [word.lower().rstrip(",") for _, word in words[: comma + 1]]
    if before[-1].endswith("ly") or before[-1] in _BODY_WORDS or not _PERSON.isdisjoint(before):
        return False
    return any(word.lower() in ("and", "&") for _, word in words[comma + 1 :])
