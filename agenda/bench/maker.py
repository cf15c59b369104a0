"""What item number n is, decided by its number and the seed alone."""

from dataclasses import dataclass
from random import Random
from zlib import crc32

from agenda.bench.timetable import Timetable

ITEMS_A_POST, FEWEST_POSTS, MOST_POSTS = 300, 12, 400
# Numbers of parts follow from their item's number: so many are kept free for each.
PARTS = 16
IN_A_MATTER = 12  # one subject in so many is a matter


@dataclass(frozen=True, slots=True)
class Maker:
    """Says of any item of a timetable what it holds, the same each time."""

    timetable: Timetable
    seed: int

    @property
    def posts(self) -> int:
        return min(MOST_POSTS, max(FEWEST_POSTS, self.timetable.items // ITEMS_A_POST))

    def random_of(self, n: int) -> Random:
        return Random(f"{self.seed} {n}")  # noqa: S311

    def chance(self, n: int, kind: str) -> int:
        """A number below 100 that item n alone decides."""
        return crc32(f"{self.seed} {kind} {n}".encode()) % 100

    def is_decided(self, n: int) -> bool:
        return self.chance(n, "decided") < 95

    def promises(self, n: int) -> bool:
        """Whether it is decided that a further report comes back."""
        return self._reports(n) and self.is_decided(n) and self.chance(n, "promise") < 20

    def brings_back(self, n: int) -> int | None:
        """The item whose promised report this one is, if it is one."""
        before = self.timetable.before(n)
        if before is None or not self.promises(before) or self.chance(n, "return") >= 60:
            return None
        subjects = {self.timetable.subject_of(each) for each in (before, n)}
        return before if len(subjects) == 1 else None

    def has_acronym(self, subject: int) -> bool:
        return self.chance(subject, "acronym") < 12

    def is_matter(self, subject: int) -> bool:
        return self._reports(subject) and subject % IN_A_MATTER == 5

    def _reports(self, n: int) -> bool:
        return not self.timetable.is_boilerplate(n)


def part_of(n: int, place: int) -> int:
    """The number of the part at this place of item n."""
    return n * PARTS + place + 1
