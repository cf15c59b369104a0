"""Words, as often as the sample documents use them; rare ones are made up."""

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

AGENDA = Path(__file__).parents[1]
TEXTS = AGENDA / "documents", AGENDA / "tests" / "documents"
# In small letters, so that no name of a person or place is among them.
WORD = re.compile(r"(?<![A-Za-z’'])[a-z]{2,}(?![A-Za-z])")
# A town's minutes of twenty years hold this many different words, by a power law of which the
# samples show the head.
DIFFERENT_WORDS = 40_000
TABLE = 2**20
ALWAYS = "report council members committee work services that the and of to be in for with on"
BEGINNINGS = (
    "ash beck birch black bram bridge brook burn calder clay cross dale dene east elm fair fern "
    "ford green hal har hazel heath high hol keld kirk lang lin long mar mill moor nether new "
    "north oak old over raven red ridge rush scar shaw silver south stan stone swin thorn under "
    "wake wal west whit wood wyke"
).split()
MIDDLES = ["", *"a an ar by e el en er ers ham in ing le ley o on ot stow ton um".split()]
ENDINGS = (
    "bank beck bridge by cliffe cote croft dale field ford gate grove ham head hill holme hurst "
    "land ley mere moor ridge royd shaw side stead ton thorpe wick wood worth"
).split()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words in a long table, each as many times as it is frequent."""

    table: list[str]

    def draw(self, random: Random, count: int) -> list[str]:
        """Words at random; many times quicker than `random.choices` with weights."""
        table, numbers = self.table, array("I", random.randbytes(4 * count))
        return [table[number % TABLE] for number in numbers]


@cache
def vocabulary() -> Vocabulary:
    """The words of the samples by their counts, then made-up names, ever rarer."""
    counts = _counts()
    common = sorted(counts, key=lambda word: (-counts[word], word))
    rare = [name for name in names() if name not in counts][: DIFFERENT_WORDS - len(common)]
    scale = counts.total() / 25
    weights = dict(counts) | {
        name: scale / rank for rank, name in enumerate(rare, start=len(common) + 1)
    }
    share = TABLE / sum(weights.values())
    table: list[str] = []
    for word in (*reversed(rare), *reversed(common)):
        table += [word] * max(1, round(weights[word] * share))
    # The commonest stand last: they alone give or take what rounding leaves.
    return Vocabulary((table + [common[0]] * TABLE)[:TABLE])


@cache
def names() -> list[str]:
    """Names such as places have: "ashingfield", "kirkdale"; each once, in no particular order."""
    made = (a + b + c for b in MIDDLES for a in BEGINNINGS for c in ENDINGS)
    distinct = list(dict.fromkeys(made))
    Random("names").shuffle(distinct)  # noqa: S311
    return distinct


def _counts() -> Counter[str]:
    counts: Counter[str] = Counter(ALWAYS.split())
    for folder in TEXTS:
        for path in sorted(folder.rglob("*.txt")):
            counts.update(WORD.findall(path.read_text(encoding="utf-8")))
    return counts
