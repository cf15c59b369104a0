"""How a text is cut into words: one way for what is stored, what is typed and what is shown."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from os.path import commonprefix
from zlib import crc32

import snowballstemmer

APOSTROPHES = "'’‘`ʼ"
# A word holds its accents, soft hyphens and apostrophes; 5,000 is one number.
_PART = r"[\w\u0300-\u036f\xad]+"
TOKEN = re.compile(rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)|{_PART}(?:[{APOSTROPHES}]{_PART})*")
HYPHENS = "-‐‑"
COMPOUND = re.compile(rf"(?<![^\W_])[^\W_]++(?:[{HYPHENS}][^\W_]++)++")
LONGEST_WORD = 60
# A number with its unit, which some print in one and some apart; "21st" is no such thing.
UNIT = re.compile(r"(?<!\w)(\d+)(?!(?:st|nd|rd|th)\b)([A-Za-z]{2,})(?!\w)")
_MAY_STAND_WITHOUT_LETTERS = re.compile(r"[_\u0300-\u036f\xad]")
_POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s$", re.IGNORECASE)
# Plurals that the stemmer does not bring back to their word.
_PLURALS = {
    "buses": "bus",
    "minibuses": "minibus",
    "gases": "gas",
    "crematoria": "crematorium",
    "memoranda": "memorandum",
    "referenda": "referendum",
    "criteria": "criterion",
}
_STEMMER = snowballstemmer.stemmer("english")

_QUOTES = {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xa0": " "}
_CONTROLS = {chr(code): " " for code in (*range(9), *range(11, 32), *range(127, 160))}
_PLAIN = str.maketrans(_QUOTES | _CONTROLS)

# The words that PostgreSQL's English leaves out of a query.
SMALL_WORDS = frozenset(
    "i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she "
    "her hers herself it its itself they them their theirs themselves what which who whom this that "
    "these those am is are was were be been being have has had having do does did doing a an the and "
    "but if or because as until while of at by for with about against between into through during "
    "before after above below to from up down in out on off over under again further then once here "
    "there when where why how all any both each few more most other some such no nor not only own "
    "same so than too very s t can will just don should now".split()
    # What people put into questions, and minutes do not.
    + "get gets getting got".split()
)
# "Dying" and "dies" share the stem "die".
_Y_FOR_IE = {"die", "lie", "tie"}


def straightened(text: str) -> str:
    """The text with straight quotes and no control characters, each word in its place."""
    return text.translate(_PLAIN)


def plain(text: str) -> str:
    """The text with straight quotes, no accents and no control characters."""
    straight = straightened(text)
    if straight.isascii():
        return straight
    decomposed = unicodedata.normalize("NFKD", straight)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=8_000)
def word_of(printed: str) -> str:
    """A printed word as it is compared: letters and digits alone, lower case, no accents."""
    folded = printed if printed.isascii() else unicodedata.normalize("NFKD", printed)
    return "".join(c for c in folded.casefold() if c.isalnum())[:LONGEST_WORD]


@lru_cache(maxsize=50_000)
def stem_of(printed: str) -> str:
    """The stem that a printed word shares with its other forms; "Children’s" gives "children"."""
    word = word_of(_POSSESSIVE.sub("", printed))
    word = _PLURALS.get(word, word)
    return _STEMMER.stemWord(word) if word.isascii() and word.isalpha() else word


_ROOTS = {stem_of(word): commonprefix([word, plural]) for plural, word in _PLURALS.items()}


def tokens(text: str) -> list[str]:
    """The words of a text as printed."""
    return [token for token in TOKEN.findall(text) if word_of(token)]


def places(text: str) -> Iterator[re.Match[str]]:
    """Where each word of a text stands."""
    found = TOKEN.finditer(text)
    if not _MAY_STAND_WITHOUT_LETTERS.search(text):
        return found
    return (match for match in found if word_of(match[0]))


def words(text: str) -> str:
    """The words of a text one after another, as exact phrases are looked for in them."""
    return " ".join(filter(None, map(word_of, TOKEN.findall(text))))


def pairs(phrase: str) -> set[str]:
    """A mark of each two words that follow one another in what `words` gave.

    There are 65,536 marks, so that two pairs may share one: whoever finds a phrase by its marks
    looks at the words as well.
    """
    listed = phrase.split()
    return {f"{crc32(f'{a} {b}'.encode()) & 0xFFFF:x}" for a, b in pairwise(listed)}


def joined(compound: str) -> str:
    """A word with hyphens written without them: "co-operative" gives "cooperative"."""
    return "".join(map(word_of, re.split(f"[{HYPHENS}]", compound)))


def stems(text: str) -> set[str]:
    """The stems of a text, and those of its words with hyphens written in one."""
    return words_and_stems(text)[1]


def words_and_stems(text: str) -> tuple[str, set[str]]:
    """What `words` and `stems` give, the text being cut into words once."""
    printed = TOKEN.findall(text)
    found = set(map(stem_of, printed))
    found.update(stem_of(joined(compound)) for compound in COMPOUND.findall(text))
    numbers = [token for token in printed if token[0].isdigit()]
    found.update(stem_of(part) for unit in UNIT.findall(" ".join(numbers)) for part in unit)
    return " ".join(filter(None, map(word_of, printed))), found - {""}


def root_of(stem: str) -> str:
    """What every form of a word begins with: "polici" is the stem of "policy"."""
    return _ROOTS.get(stem, stem[:1] if stem in _Y_FOR_IE else stem[:-1] or stem)


def key_of(text: str) -> str:
    """The stems of a phrase in order: what two ways of writing it have in common."""
    return " ".join(map(stem_of, tokens(text)))
