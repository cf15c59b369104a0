"""Reads a recommendation or resolution into clauses of bare words that can be compared."""

import re
from dataclasses import dataclass
from functools import cached_property

from agenda.parsing.document import ParsedPoint

from .choices import Choice, find_choice
from .turns import POST, SELF, plain, unify_signs
from .verbs import DELIVERING, Outcome, find_outcomes
from .words import FURTHER_REPORT, Word, read_words, weigh

_TO_BE = r"(?!\(?\d)(?=(?:[\w'£()-]+,?\s+){1,9}?(?:not\s+)?be\s+(?!no\b)[a-z])"
_BETWEEN = re.compile(
    r",?\s+and\s+that\s+|;\s*(?:and\s+)?(?:that\s+)?|\.\s+(?=[A-Z])(?:That\s+)?"
    rf"|,\s+that\s+{_TO_BE}|,\s+{_TO_BE}|,?\s+and\s+{_TO_BE}"
    r"|,?\s+and\s+(?=(?:an?|another)\s(?:[\w-]+\s){0,3}?(?:report|update)\b)"
)
_TAIL_MARK = (
    r"(?:subject\sto|provid(?:ed|ing)\s(?:that\s)?|on\s(?:the\s)?condition|however|but|except|save\s(?:that|for)|excluding"
    r"|unless|until|so\sthat|in\sorder|because|for\sthe\s(?:following\s)?reasons?|pending|if|when|once|before|after"
    r"|with\sthe\s(?:exception|addition|omission)|given\sthat|in\s(?:the\s)?(?:view|light)\sof|owing\sto|due\sto)"
)
# Why something is decided is no part of what is decided.
_REASON = re.compile(
    r"because|given\sthat|in\s(?:the\s)?(?:view|light)\sof|owing\sto|due\sto", re.IGNORECASE
)
_TAIL = re.compile(rf"(?<=\S)(?<!\sbe),?\s(?={_TAIL_MARK}\b)", re.IGNORECASE)
_LEADING_TAIL = re.compile(rf"^((?:That,?\s)?{_TAIL_MARK}\b[^,]{{1,120}}),\s", re.IGNORECASE)
_POST = re.compile(rf"\b(?:[Tt]he\s)?{POST}\b")
_ASKED_POST = re.compile(
    rf"^(?:That\s)?(?:{SELF}\s(?:asks?|requests?|instructs?)\s(?:that\s)?)?(?:[Tt]he\s)?{POST}\s"
    r"(?:(?:is|be|are|to\sbe)\s(?:asked|requested|instructed|invited)\sto\s|(?=[a-z]+\s)(?!be\b|to\b|not\b|and\b|or\b|in\b|for\b|of\b|is\b))"
)
_REQUESTS = re.compile(rf"^(?:That\s)?{SELF}\s(?:asks?|requests?|resolves?|agrees?)\sthat\s")
_FURTHER = re.compile(
    r"\b(?:an?|another|further|regular|(?:half-)?yearly|annual|quarterly|monthly)\s((?:[\w-]+\s){0,3}?)"
    r"(?:report|update|briefing)s?\b(?!\s(?:card|line))"
)
_SUBJECT = re.compile(
    r"^(?:That\s)?[Tt]he\s((?:[\w'·£/-]+\s){1,8}?)(?:not\s)?(?:be|remains?|stays?|rises?|begins?|ends?)\s"
)
# Any further clauses of one point are read as one, so that odd texts take no longer than others.
_MOST_CLAUSES = 20
_TELLING_SUBJECT = 0.75


@dataclass(frozen=True)
class Clause:
    """One clause of a point: its words, the officers it names, and what it does.

    `asks` says that its officers are only those asked to do it, `by` names another body as the
    one that decides.
    """

    text: str
    main: str
    words: tuple[Word, ...]
    posts: tuple[str, ...]
    asks: bool
    by: str | None
    outcomes: tuple[Outcome, ...]
    choice: Choice

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    @property
    def promises_report(self) -> bool:
        """Whether a further report is to be brought."""
        delivers = any(outcome.verb in DELIVERING for outcome in self.outcomes)
        return FURTHER_REPORT in self.main and (delivers or not self.outcomes)

    @cached_property
    def subject(self) -> frozenset[str]:
        """The words of "the …" that something is to be done with, where it is one in particular."""
        found = _SUBJECT.match(self.main)
        words = read_words(found[1]) if found else ()
        telling = sum(word.weight for word in words) >= _TELLING_SUBJECT
        return frozenset(word.stem for word in words) if telling else frozenset()


def whole_text(point: ParsedPoint) -> str:
    """A point's text with its sub-points."""
    return " ".join([point.text.text, *(sub_point.text for sub_point in point.sub_points)])


def read_clauses(point: ParsedPoint, own_names: frozenset[str]) -> tuple[Clause, ...]:
    """The clauses of a point; its sub-points belong to the last clause of its text."""
    text = unify_signs(point.text.text)
    clauses: list[Clause] = []
    start = 0
    for cut in _BETWEEN.finditer(text):
        if len(clauses) == _MOST_CLAUSES:
            break
        clause = _read_clause(text[start : cut.start()], own_names)
        # "The fence and the gate be painted" is cut where nothing has been said yet.
        if clause.outcomes:
            clauses.append(clause)
            start = cut.end()
    rest = " ".join([text[start:], *(unify_signs(each.text) for each in point.sub_points)])
    if rest.strip() or not clauses:
        clauses.append(_read_clause(rest, own_names))
    return tuple(clauses)


def _read_clause(text: str, own_names: frozenset[str]) -> Clause:
    text = text.strip(" .,;:")
    words, by = plain(text, own_names)
    words = _REQUESTS.sub("", _LEADING_TAIL.sub("", words) + _leading_tail(words))
    asked = _ASKED_POST.match(words)
    posts = tuple(_post(found[0]) for found in _POST.finditer(words))
    words = _POST.sub(" ", words[asked.end() :] if asked else words)
    words = _FURTHER.sub(rf" \1{FURTHER_REPORT} ", words)
    main, tail = _cut_tail(words)
    outcomes, choice = find_outcomes(main), find_choice(words)
    return Clause(
        text=text,
        main=main,
        words=weigh(main, tail, outcomes, choice),
        posts=posts,
        asks=asked is not None,
        by=by,
        outcomes=outcomes,
        choice=choice,
    )


def _leading_tail(words: str) -> str:
    """ "Subject to consent, the hall be built": the condition, to be put behind."""
    found = _LEADING_TAIL.match(words)
    return f" {found[1]}" if found else ""


def _cut_tail(words: str) -> tuple[str, str]:
    found = _TAIL.search(words)
    if found is None:
        return words, ""
    tail = words[found.end() :]
    return words[: found.start()], "" if _REASON.match(tail) else tail


def _post(words: str) -> str:
    """A post's words without article; empty for officers in general."""
    found = re.sub(
        r"^(?:the|relevant|appropriate|officers?|\s)+|[,&]|\b(?:and|of|the)\b",
        " ",
        words,
        flags=re.I,
    )
    return " ".join(found.lower().split())
