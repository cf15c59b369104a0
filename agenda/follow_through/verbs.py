"""What a clause does with its subject: its main verb, and whether it is done or not done."""

import re
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_IRREGULAR = {
    "begun": "begin",
    "brought": "bring",
    "built": "build",
    "chosen": "choos",
    "given": "give",
    "held": "hold",
    "kept": "keep",
    "laid": "lay",
    "made": "make",
    "met": "meet",
    "paid": "pay",
    "rebuilt": "rebuild",
    "sent": "send",
    "sold": "sell",
    "taken": "take",
    "told": "inform",
    "tell": "inform",
    "upheld": "uphold",
    "withdrawn": "withdraw",
    "written": "write",
}
# Words that stand for one another in resolutions, by stem.
_SAME = {
    "author": "authoris", "deleg": "authoris", "empow": "authoris",
    "accept": "approv", "agre": "approv", "adopt": "approv", "grant": "approv", "permit": "approv", "allow": "approv",
    "declin": "refus", "dismiss": "refus", "reject": "refus", "refusal": "refus",
    "abandon": "withdraw",
    "adjourn": "defer", "postpon": "defer", "deferr": "defer", "deferral": "defer",
    "advis": "inform", "notifi": "inform", "invit": "ask", "request": "ask", "instruct": "ask",
    "councillor": "member", "cllr": "member", "councilor": "member",
    "commenc": "begin", "start": "begin",
    "conduct": "undertak", "lower": "reduc", "cut": "reduc", "decreas": "reduc",
    "rais": "increas", "rise": "increas", "ros": "increas",
    "receipt": "receiv",
    "remain": "keep", "stay": "keep", "retain": "keep", "unchang": "keep", "leav": "keep",
    "assist": "help", "inquiri": "enquiri",
    "forward": "send", "circul": "send",
    "nomin": "appoint", "elect": "appoint", "introduct": "introduc",
    "appointe": "appoint", "closur": "close",
}  # fmt: skip
SOFT = frozenset("note receiv welcom endors support commend approv prais acknowledg recogn".split())
ASKING = frozenset("ask recommend commit continu undertak resolv".split())
DELIVERING = frozenset(
    "present submit bring provid receiv produc prepar give make report return share".split()
)
PUTTING_OFF = frozenset("defer withdraw examin consid reconsid review refer".split())
# Verbs that do the same to a proposal, though not with the same words.
_KINDS = (
    SOFT,
    DELIVERING,
    frozenset("put lay instal erect build provid".split()),
    frozenset("inform write send".split()),
    frozenset("implement introduc progress deliv".split()),
    frozenset("alloc releas set meet use spend fund".split()),
    frozenset("make approv award pay give".split()),
    frozenset("creat establish form".split()),
    frozenset("limit restrict".split()),
    frozenset("begin open launch introduc".split()),
)
_CHANGING = frozenset(
    "chang alter amend increas reduc introduc remov close move sell demolish vari end ceas declar transfer replac dispos".split()
)
_ADVERBS = frozenset(
    "not also hereby again now then therefore further accordingly so either both only still first duly".split()
)
_NO_VERB = frozenset("a an the in on at of to for by with from that as its their no limit".split())
# Finite verbs that a clause without "be" is built on, by stem.
_FINITE = frozenset(
    "note receiv welcom endors support commend approv begin increas reduc keep continu commit consid confirm ask recommend"
    " thank submit present bring provid write comment complet sign meet refus defer withdraw examin publish review offer"
    " undertak appoint recogn acknowledg take fall close open move prepar report visit end stop ceas".split()
)
_NONE = frozenset(("no", "none", "neither"))
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|§")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The common form of a word in small letters, the same for words that say the same."""
    word = word.removesuffix("'s").removesuffix("'")
    # A stemmer keeps the word it works on, so two threads must not share one.
    found = _IRREGULAR.get(word) or snowballstemmer.stemmer("english").stemWord(word)
    return _SAME.get(found, found)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A main verb's stem; `undone` where it is refused, not done, or left as it was."""

    verb: str
    undone: bool


def find_outcomes(text: str) -> tuple[Outcome, ...]:
    """The outcomes a plain main clause names, in order: "be refused" gives (approv, undone)."""
    words = [
        word if word[0].isupper() and at else word.lower()
        for at, word in enumerate(_WORD.findall(text))
    ]
    found = [_outcome(words, at) for at, word in enumerate(words) if word == "be"]
    outcomes = [outcome for outcome in found if outcome]
    told = [outcome for outcome in outcomes if outcome.verb not in ASKING]
    return tuple(told or outcomes or _finite_outcomes(words))


def _outcome(words: list[str], at: int) -> Outcome | None:
    """The outcome of the "be" at a place: the participle behind it, or what is asked for."""
    undone = not _NONE.isdisjoint(words[:at]) or at > 0 and words[at - 1] == "not"
    for place in range(at + 1, len(words)):
        word = words[place]
        if word in _NO_VERB:
            return None
        undone ^= word == "not"
        if word in _ADVERBS or word.endswith("ly") and len(word) > 4:
            continue
        return _asked(words, place, undone)
    return None


def _asked(words: list[str], place: int, undone: bool) -> Outcome:
    """ "Be asked to look": looking is the outcome."""
    verb, rest = stem(words[place].lower()), words[place + 1 :]
    if verb in ASKING and rest[:1] == ["to"]:
        undone ^= rest[1:2] == ["not"]
        asked = rest[2:3] if rest[1:2] == ["not"] else rest[1:2]
        verb = next((stem(word) for word in asked if word.islower() and word != "the"), verb)
    return _settled(verb, undone)


def _finite_outcomes(words: list[str]) -> list[Outcome]:
    for place, word in enumerate(words):
        verb = stem(word.lower())
        if verb in _FINITE:
            undone = not (_NONE | {"not"}).isdisjoint(words[:place])
            return [_asked(words, place, undone)]
    return []


def _settled(verb: str, undone: bool) -> Outcome:
    """Refusing is not approving, and keeping is not changing."""
    if verb == "refus":
        return Outcome("approv", not undone)
    if verb == "uphold":
        return Outcome("overrul", not undone)
    if verb == "keep":
        return Outcome("chang", not undone)
    return Outcome(verb, undone)


def reverses(proposed: Outcome, decided: Outcome) -> bool:
    """Whether the second is the opposite of the first."""
    same = proposed.verb == decided.verb or (
        {proposed.verb, decided.verb} & {"chang"} and {proposed.verb, decided.verb} <= _CHANGING
    )
    return bool(same) and proposed.undone != decided.undone


def repeats(proposed: Outcome, decided: Outcome) -> bool:
    """Whether the second does what the first proposes, as far as the verb tells."""
    if proposed.undone != decided.undone:
        return False
    pair = {proposed.verb, decided.verb}
    if decided.undone and "chang" in pair and pair <= _CHANGING:
        return True
    return len(pair) == 1 or any(pair <= kind for kind in _KINDS)
