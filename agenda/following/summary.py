"""What is still open in a matter, in numbers."""

from collections import Counter

from django.utils.functional import cached_property

from agenda.expected_querysets import STATES
from agenda.expected_reports import ExpectedReport
from agenda.matters import Matter
from agenda.models import Action


class MatterSummary:
    """The open actions and the expected reports of all public items of a matter."""

    def __init__(self, matter: Matter) -> None:
        self.items = matter.memberships.public().order_by().values("item")

    @cached_property
    def open_actions(self) -> int:
        return Action.objects.public().filter(item__in=self.items).outstanding().count()

    @cached_property
    def states(self) -> list[tuple[str, str, int]]:
        """Each state that occurs, its words, and how many reports are in it."""
        reports = ExpectedReport.objects.public().filter(item__in=self.items).order_by()
        counted = Counter(reports.with_state().values_list("state", flat=True))
        return [(state, words, counted[state]) for state, words in STATES.items() if counted[state]]
