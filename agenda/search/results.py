"""The items on a page of results, read in one statement that the database plans once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from agenda.models import address_of_item, name_of_report, paragraphs_in
from agenda.search.asking import look_up

RESULTS = """
SELECT item.id, item.title, item.title_inferred, item.in_camera, item.not_for_publication,
    committee.name, meeting.committee_basis, meeting.held_on, meeting.held_on_basis,
    (SELECT count(*) FROM agenda_resolution r WHERE r.item_id = item.id),
    ARRAY(SELECT reference FROM agenda_report r WHERE r.item_id = item.id ORDER BY position),
    {texts}
FROM agenda_agendaitem item
JOIN committees_meeting meeting ON meeting.id = item.meeting_id
LEFT JOIN committees_committee committee ON committee.id = meeting.committee_id
WHERE item.id = ANY(%s) AND item.publication_status = 'published'
"""
WITH_TEXTS = RESULTS.format(texts="item.background, item.minutes")
WITHOUT_TEXTS = RESULTS.format(texts="'', ''")


@dataclass(frozen=True, slots=True)
class MatchingPart:
    """A passage that answers the search, and where the item's page shows it."""

    label: str
    address: str
    snippet: SafeString


@dataclass(slots=True)
class Result:
    """A published item as a list shows it, with its meeting and what of it matches."""

    pk: int
    title: str
    title_inferred: bool
    in_camera: bool
    not_for_publication: bool
    committee: str | None
    committee_basis: str
    held_on: date | None
    held_on_basis: str
    resolution_count: int
    letters: list[str]
    background: str
    minutes: str
    address: str = field(init=False)
    marked_title: SafeString = SafeString()
    matching_parts: list[MatchingPart] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.address = address_of_item(self.pk, self.title)

    @property
    def reports(self) -> list[str]:
        return [name_of_report(letter) for letter in self.letters]

    @property
    def paragraphs(self) -> list[str]:
        return paragraphs_in(self.minutes)


def results_of(numbers: Sequence[int], *, with_texts: bool) -> list[Result]:
    """The published ones of these items, in this order."""
    rows = look_up(WITH_TEXTS if with_texts else WITHOUT_TEXTS, (list(numbers),))
    found = {row[0]: Result(*row) for row in rows}
    return [found[number] for number in numbers if number in found]
