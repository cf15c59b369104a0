"""Resolutions that name recommendations by number, all of them, or the whole item."""

import re
from collections.abc import Sequence

from agenda.parsing.document import ParsedRecommendation

from .classes import AnswerClass
from .wording import Clause
from .words import read_words

_NUMBER = r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)?(?![\w.])"
_BETWEEN = r"\s?(?:,\s?and|,|and|&|to|-|through|or)\s?(?:recommendations?\s)?"
_NAMED = re.compile(
    rf"\brecommendations?\s(?:numbers?\s|nos?\.?\s|at\s)?(?P<list>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"(?P<to>\bto\b|-|\bthrough\b)|\b(?P<number>\d{1,2}|[a-z]|[ivx]{2,4})\b", re.IGNORECASE
)
_ALL = re.compile(
    r"^(?:That\s)?(?:all\s)?(?:(?:the|these)\s)?(?:report's\s|officers?'?s?'?\s|above\s|\d{1,2}\s)?(?:recommendations?|proposals)\b(?!\s\(?\d)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:except(?:ion\sof|ing)?|excluding|other\sthan|apart\sfrom|save\sfor)\b", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:subject\sto|amend(?:ed|ments?|ing)?|with\sthe\s(?:addition|omission|deletion|change)|provided|varied|revised|in\sprinciple)\b",
    re.IGNORECASE,
)
_PUT_OFF = frozenset(("defer", "withdraw"))
# Words that stand for the item, whatever it is about, and others that add no subject of their own.
_THE_ITEM = frozenset("item matter report agenda".split())
_GENERAL = _THE_ITEM | frozenset(
    "consid decis applic determin discuss whole question petit request propos final".split()
)
_BEFORE_VERB = re.compile(r"\bbe\b")


def named_recommendations(
    clause: Clause, recommendations: Sequence[ParsedRecommendation]
) -> dict[int, AnswerClass]:
    """The recommendations a clause names, in its order, and what became of each."""
    text = clause.text
    exception, change = _EXCEPT.search(text), _CHANGED.search(text)
    cut = min((mark.start() for mark in (exception, change) if mark), default=len(text))
    named, apart = _indexes(text[:cut], recommendations), _indexes(text[cut:], recommendations)
    if not named and _names_all(text, recommendations):
        named = list(range(len(recommendations)))
    if not named:
        return {}
    usual = _usual_class(clause, changed=bool(change) and not apart)
    special = AnswerClass.DIFFERENT if exception else AnswerClass.CHANGED
    return {index: special if index in apart else usual for index in dict.fromkeys(named + apart)}


def puts_off_whole_item(clause: Clause) -> bool:
    """ "That consideration of the item be deferred": the item as a whole is not decided."""
    if not clause.outcomes or clause.outcomes[0].verb not in _PUT_OFF or clause.outcomes[0].undone:
        return False
    subject = {word.stem for word in read_words(_BEFORE_VERB.split(clause.main)[0])}
    if subject & _THE_ITEM or any(stem.startswith("document·") for stem in subject):
        return True
    return bool(subject) and subject <= _GENERAL


def _names_all(text: str, recommendations: Sequence[ParsedRecommendation]) -> bool:
    """Whether "the recommendations" are the item's own rather than what one of them speaks of."""
    return bool(_ALL.match(text)) and not any(
        _ALL.match(each.text.text) for each in recommendations
    )


def _usual_class(clause: Clause, *, changed: bool) -> AnswerClass:
    outcome = clause.outcomes[0] if clause.outcomes else None
    if outcome and (outcome.undone or outcome.verb in _PUT_OFF or outcome.verb == "refer"):
        return AnswerClass.DIFFERENT
    return AnswerClass.CHANGED if changed else AnswerClass.AGREED


def _indexes(text: str, recommendations: Sequence[ParsedRecommendation]) -> list[int]:
    found: list[int] = []
    for match in _NAMED.finditer(text):
        found += _listed(match["list"], recommendations)
    return found


def _listed(numbers: str, recommendations: Sequence[ParsedRecommendation]) -> list[int]:
    """The places of "(1)-(3) and 5" in the list of recommendations."""
    found: list[int] = []
    is_range = False
    for step in _STEP.finditer(numbers):
        if step["to"]:
            is_range = bool(found)
            continue
        index = _place(step["number"].lower(), recommendations)
        if index is not None:
            found += range(found[-1] + 1, index) if is_range else ()
            found.append(index)
        is_range = False
    return found


def _place(number: str, recommendations: Sequence[ParsedRecommendation]) -> int | None:
    printed = [(each.number or "").strip("().").lower() for each in recommendations]
    if number in printed:
        return printed.index(number)
    place = int(number) - 1 if number.isdecimal() and not any(printed) else -1
    return place if 0 <= place < len(recommendations) else None
