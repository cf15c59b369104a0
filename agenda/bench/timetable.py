"""Which item belongs to which committee, meeting, day and subject: all by arithmetic.

Item number n alone tells all of this, so that items can be made in any order, and an item can
point to an earlier one without looking it up.
"""

from dataclasses import dataclass
from datetime import date, timedelta

ITEMS_A_MEETING = 12
BOILERPLATE = (
    "DECLARATIONS OF INTEREST",
    "MINUTES",
    "INSPECTION OF REPORTS AND BACKGROUND PAPERS",
)
ITEMS_A_COMMITTEE, FEWEST_COMMITTEES, MOST_COMMITTEES = 500, 4, 300
YEARS = 20
# A subject is spoken of at so many meetings running, then another takes its place.
MEETINGS_A_SUBJECT = 8


@dataclass(frozen=True, slots=True)
class Timetable:
    """`items` items in meetings that end on `until`, twenty years after the first."""

    items: int
    until: date

    @property
    def committees(self) -> int:
        return min(MOST_COMMITTEES, max(FEWEST_COMMITTEES, self.items // ITEMS_A_COMMITTEE))

    @property
    def meetings(self) -> int:
        return -(-self.items // ITEMS_A_MEETING)

    @property
    def round(self) -> int:
        """After so many items the same committee comes to the same place on its agenda."""
        return ITEMS_A_MEETING * self.committees

    def meeting_of(self, n: int) -> int:
        return n // ITEMS_A_MEETING

    def place_of(self, n: int) -> int:
        """Its place on the agenda, from nought."""
        return n % ITEMS_A_MEETING

    def is_boilerplate(self, n: int) -> bool:
        return self.place_of(n) < len(BOILERPLATE)

    def committee_of(self, meeting: int) -> int:
        return meeting % self.committees

    def day_of(self, meeting: int) -> date:
        """The day of a meeting, whether its page states it or not."""
        days = YEARS * 365
        return self.until - timedelta(days=days - (meeting + 1) * days // self.meetings)

    def is_dated(self, meeting: int) -> bool:
        """One meeting in forty does not state its date."""
        return meeting % 40 != 7

    def names_committee(self, meeting: int) -> bool:
        """One page in seventy does not say whose it is."""
        return meeting % 70 != 13

    def subject_of(self, n: int) -> int:
        """The number of its subject; that of the meetings before and after is mostly the same."""
        series, turn = n % self.round, n // self.round
        return series + (turn // MEETINGS_A_SUBJECT) * self.round

    def before(self, n: int) -> int | None:
        """The item at the same place of the committee's meeting before, if there is one."""
        return n - self.round if n >= self.round else None
