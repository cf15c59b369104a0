"""Tells whether a line goes on with the sentence above it, and which leads say nothing yet."""

from .lines import Line

# Words a sentence cannot end with: the next line goes on with it.
_OPEN_ENDS = frozenset(
    "the to of and a an in for by with on that from or at as be its their this into our is are which any all under".split()
)
_BODIES = frozenset(
    "the this of and & for full members member cabinet council committee sub-committee panel board executive forum".split()
)
_LEAD_ENDS = frozenset(
    "agree agrees agreed resolve resolves resolved to that is be recommended asked".split()
)


def is_open(text: str) -> bool:
    """Whether a text must go on: it ends in a comma or in a word no sentence ends with."""
    return text[-1:] in ",/(" or text[text.rfind(" ") + 1 :].lower() in _OPEN_ENDS


def goes_on(before: str, line: Line) -> bool:
    """Whether `line` continues the sentence that `before` is the last line of."""
    if before[-1:] in ".;:!?" and not before.endswith(("e.g.", "i.e.", "No.")):
        return False
    first = line.raw[0]
    if (
        is_open(before)
        or first.islower()
        or (first in "“\"‘'" and line.raw[1:3].rstrip("”\"’' ").isupper())
    ):
        return True
    return not line.gap and (len(before) > 55 or first.isdigit())


def is_stub(text: str) -> bool:
    """Whether a lead names only who decides: "That Members of the Sub-Committee", "That Cabinet:"."""
    words = text.rstrip(" :–—-").split()
    if words and words[0].lower() == "that":
        words = words[1:]
    while words and words[-1].lower() in _LEAD_ENDS:
        words.pop()
    return len(words) <= 10 and all(word[0].isupper() or word.lower() in _BODIES for word in words)
