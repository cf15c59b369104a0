"""Cuts plain text into word stems and weighs what each tells of the subject."""

import re
from dataclasses import dataclass

from .choices import Choice
from .turns import NAMED_BODY
from .verbs import ASKING, DELIVERING, SOFT, Outcome, stem

# Stands for a report that is still to come, as against "the report" in hand.
FURTHER_REPORT = "§report"
_TOKEN = re.compile(
    r"£\d[\d,.]*\d|£?\d+(?:[.,/:]\d+)*(?:%|[a-z]{1,2}\b)?|[^\W\d_]+·\w+|[^\W\d_]+(?:'[^\W\d_]+)?|§report|·\w+"
)
_LABEL = r"\"?(?:[A-Z]{1,3}|\d{1,2})\"?(?=\W|$)"
_LABELLED = re.compile(
    r"\b(?P<kind>[Dd]ocument|[Aa]ppendix|[Aa]nnex|[Ss]chedule|[Ff]igure|[Tt]able)s?"
    rf"\s(?P<labels>{_LABEL}(?:(?:,\s|\s)(?:and\s)?{_LABEL}){{0,8}})"
)
_PICKED = re.compile(
    r"\b([Oo]ption|[Bb]id|[Tt]ender|[Ss]ite|[Rr]oute|[Dd]esign|[Mm]odel|[Ll]ot|[Aa]lternative)\s\"?([A-Z]|\d{1,2})\"?(?=\W|$)"
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_UNITS = frozenset("day week month year pm am mph".split())
_STOP = frozenset(
    "that the a an be is are been being was were to of in on at for with by from as it its it's their there this these those"
    " and or will would should shall has have had do does which who whom such any all also hereby accordingly formally"
    " therefore duly then now please respectively within into about upon since he she they them his her our we us you"
    " give given make made take taken i ii iii iv per hence further another so own".split()
)
_BODY = re.compile(rf"\b{NAMED_BODY}\b")
_TAIL_WEIGHT = 0.3
_ACTS = (
    SOFT
    | ASKING
    | DELIVERING
    | frozenset("refus defer withdraw keep consid authoris not no approv".split())
)
# Words that many recommendations of any kind hold.
_COMMON = frozenset(
    "report member committe council offic item matter meet decis public action propos mr mrs ms dr".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word's stem; `weight` is what it tells of the subject before others are looked at."""

    stem: str
    weight: float


def weigh(main: str, tail: str, outcomes: tuple[Outcome, ...], choice: Choice) -> tuple[Word, ...]:
    """The words of both; a condition, however long, weighs less than what it is joined to."""
    acts = _ACTS.union(outcome.verb for outcome in outcomes)
    delivers = FURTHER_REPORT in main
    first = read_words(main, acts, choice.names, delivers=delivers)
    behind = read_words(tail, acts, choice.names, delivers=delivers)
    total, limit = sum(w.weight for w in behind), sum(w.weight for w in first)
    share = min(_TAIL_WEIGHT, _TAIL_WEIGHT * limit / total) if total else 0.0
    return (*first, *(Word(word.stem, word.weight * share) for word in behind))


def read_words(
    text: str,
    acts: frozenset[str] = _ACTS,
    picked: frozenset[str] = frozenset(),
    *,
    delivers: bool = False,
) -> list[Word]:
    """The telling words of a plain text; `picked` are names that something is decided between,
    `delivers` says that verbs of handing over stand for one another here."""
    picked |= {word.lower() for body in _BODY.findall(text) for word in body.split()}
    text = _PICKED.sub(r"\1 ·\2 ", _LABELLED.sub(_with_kind, text))
    found = []
    for token in _TOKEN.finditer(text):
        small = token[0].lower().rstrip(".,")
        if small in _STOP or (delivers and stem(small) in DELIVERING):
            continue
        weight = _weight(token[0], small, token.start(), acts, picked)
        found.append(Word(_stem(small), weight))
    return found


def _stem(small: str) -> str:
    return small if "·" in small or small[0] in "£0123456789" else stem(small)


def _with_kind(match: re.Match[str]) -> str:
    """ "Documents A and B": each letter with its kind, as one word."""
    labels = re.findall(r"[A-Z]{1,3}\b|\d{1,2}", match["labels"])
    return "".join(f"{match['kind']}·{label} " for label in labels)


def _weight(
    token: str, small: str, start: int, acts: frozenset[str], picked: frozenset[str]
) -> float:
    if token[0] in "£0123456789·" or small in _MONTHS or small in _UNITS or small in picked:
        return 0.3
    if "·" in small:
        return 0.8
    if stem(small) in acts:
        return 0.35
    if stem(small) in _COMMON:
        return 0.5
    return 1.6 if token[0].isupper() and start > 0 else 1.0
