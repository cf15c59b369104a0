"""Which colours stand upon which, and whether they can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from collections.abc import Iterator

Palette = dict[str, str]

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
WORDS, EDGES = 4.5, 3.0
GROUNDS = ("page", "surface", "target")
TAGS = ("tag", "open", "progress", "done", "overdue")
# In front, behind, and the least ratio of the two.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *(("text", ground, WORDS) for ground in (*GROUNDS, "mark", *TAGS)),
    *((words, ground, WORDS) for words in ("quiet", "link", "visited") for ground in GROUNDS),
    ("error", "page", WORDS),
    ("on_accent", "accent", WORDS),
    ("on_accent", "accent_dark", WORDS),
    ("edge", "page", EDGES),
    ("edge", "surface", EDGES),
    ("bar", "page", EDGES),
    ("focus", "focus_edge", EDGES),
)


def luminance(colour: str) -> float:
    """How much light a colour as #rrggbb gives off, from 0 for black to 1 for white."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def faults_of(palette: Palette) -> Iterator[str]:
    """A sentence for each colour that is none, else for each pair that is too much alike."""
    unread = [name for name, colour in palette.items() if not COLOUR.fullmatch(colour)]
    for name in unread:
        yield f"{name} must read like #00573d, not {palette[name]!r}"
    for front, behind, least in PAIRS if not unread else ():
        ratio = contrast(palette[front], palette[behind])
        if ratio < least:
            yield (
                f"{front} {palette[front]} on {behind} {palette[behind]} has a contrast of "
                f"{ratio:.2f} to 1, and needs {least:g} to 1"
            )
