"""Names what became of a proposal: agreed, agreed with changes, decided differently."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum

from .choices import picks_another
from .verbs import PUTTING_OFF, Outcome, repeats, reverses
from .wording import Clause

# Words that change nothing where only one side has them.
_UNTOLD = frozenset("report ask recommend".split())
# "That the bins continue to be emptied each week": nothing new is to be done.
_KEPT = re.compile(r"\b(?:continues?\s(?:to\sbe|as)|remains?|stays?)\b", re.IGNORECASE)


class AnswerClass(StrEnum):
    AGREED = "agreed as recommended"
    CHANGED = "agreed with changes"
    DIFFERENT = "decided differently"
    ADDED = "added by members"


def classify(proposed: Sequence[Clause], decided: Sequence[Clause]) -> AnswerClass:
    """What members made of `proposed`, going by the clauses that answer it."""
    if not differs(proposed, decided):
        return AnswerClass.AGREED
    if any(_goes_through(clause, decided) for clause in proposed):
        return AnswerClass.CHANGED
    return AnswerClass.DIFFERENT


def differs(proposed: Sequence[Clause], decided: Sequence[Clause]) -> bool:
    """Whether the two differ by more than grammar."""
    return (
        _words_differ(proposed, decided)
        or _posts_differ(proposed, decided)
        or _deciders_differ(proposed, decided)
    )


def _counted(clauses: Iterable[Clause]) -> Counter[str]:
    return Counter({stem for clause in clauses for stem in clause.stems})


def _words_differ(proposed: Sequence[Clause], decided: Sequence[Clause]) -> bool:
    one, other = _counted(proposed), _counted(decided)
    gone, new = set(one - other), set(other - one)
    gone, new = (
        {stem for stem in left if stem not in _UNTOLD and not _is_unmatched_document(stem, rest)}
        for left, rest in ((gone, new), (new, gone))
    )
    return bool(gone or new)


def _is_unmatched_document(stem: str, others: Iterable[str]) -> bool:
    """The report's own letter changes nothing unless another letter stands in its place."""
    return stem.startswith("document·") and not any(
        other.startswith("document·") for other in others
    )


def _posts_differ(proposed: Sequence[Clause], decided: Sequence[Clause]) -> bool:
    """A post may be spelt out; one that is only asked to do it may be missing on one side."""
    one = [post for clause in proposed for post in clause.posts]
    other = [post for clause in decided for post in clause.posts]
    asks = any(clause.asks for clause in (*proposed, *decided))
    if not one or not other:
        return bool(one or other) and not asks
    return not (_all_named(one, other) and _all_named(other, one))


def _all_named(posts: Iterable[str], others: Iterable[str]) -> bool:
    return all(any(_same_post(post, other) for other in others) for post in posts)


def _same_post(one: str, other: str) -> bool:
    words, more = sorted((set(one.split()), set(other.split())), key=len)
    return words <= more


def _deciders_differ(proposed: Sequence[Clause], decided: Sequence[Clause]) -> bool:
    return {clause.by for clause in proposed if clause.by} != {
        clause.by for clause in decided if clause.by
    }


def _goes_through(proposed: Clause, decided: Sequence[Clause]) -> bool:
    """Whether some of the clauses decided does what this one proposes, in some form."""
    wanted = proposed.outcomes[0] if proposed.outcomes else None
    near = [clause for clause in decided if clause.stems & proposed.stems] or list(decided)
    return any(_carries(proposed, wanted, clause) for clause in near)


def _carries(proposed: Clause, wanted: Outcome | None, decided: Clause) -> bool:
    if picks_another(proposed.choice, decided.choice, wanted.verb if wanted else None):
        return False
    if decided.choice.turned_down & set(proposed.main.lower().split()):
        return False
    if _KEPT.search(decided.main) and not _KEPT.search(proposed.main):
        return False
    if wanted is None or not decided.outcomes:
        return not any(
            outcome.undone or outcome.verb in PUTTING_OFF for outcome in decided.outcomes
        )
    first = decided.outcomes[0]
    if reverses(wanted, first):
        return False
    return repeats(wanted, first) or any(repeats(wanted, each) for each in decided.outcomes)
