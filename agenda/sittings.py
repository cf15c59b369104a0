"""Which meeting each item of a document belongs to, as far as text and facts tell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time

from agenda.facts import MeetingFacts
from agenda.parsing.document import (
    ParsedAgendaItem,
    ParsedDate,
    ParsedDecision,
    ParsedDecisions,
    ParsedDocument,
    ParsedIssue,
    ParsedMeeting,
    Passage,
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One agenda item and what is known of the meeting that considered it.

    `group` is the same for items of one meeting in a document.
    """

    group: int
    facts: MeetingFacts
    item: ParsedAgendaItem

    @property
    def was_held(self) -> bool:
        """Whether the page shows that the meeting took place."""
        return bool(self.item.minutes or self.item.resolutions)


def sittings_of(document: ParsedDocument, known: MeetingFacts) -> Iterator[Sitting]:
    """The items of a document; what the text states comes before what is known beside it."""
    match document.page:
        case ParsedAgendaItem() as item:
            yield Sitting(0, known, item)
        case ParsedMeeting() as meeting:
            facts = _of_meeting(meeting, known)
            yield from (Sitting(0, facts, item) for item in meeting.items)
        case ParsedIssue(meetings=meetings):
            for group, sitting in enumerate(meetings):
                facts = _stated(MeetingFacts(), sitting.committee, sitting.held_on)
                yield Sitting(group, facts, sitting.item)
        case ParsedDecisions(decisions=decisions):
            for group, decision in enumerate(decisions):
                # "Made at meeting: 02/03/2031 - Executive"; a decision of one officer has none.
                facts = _stated(MeetingFacts(), decision.made_at, decision.met_on)
                yield Sitting(group, facts, _of_register(decision))


def _of_register(decision: ParsedDecision) -> ParsedAgendaItem:
    """The item with the title that its entry begins with, in the whole of the entry."""
    title = decision.title if decision.title.text else decision.item.title
    return replace(decision.item, title=title, span=decision.span)


def _of_meeting(meeting: ParsedMeeting, known: MeetingFacts) -> MeetingFacts:
    facts = _stated(known, meeting.committee, meeting.held_on)
    return replace(
        facts,
        start_time=clock(meeting.start_time.text) if meeting.start_time else facts.start_time,
        venue=meeting.venue.text if meeting.venue else facts.venue,
    )


def _stated(
    facts: MeetingFacts, committee: Passage | None, held_on: ParsedDate | None
) -> MeetingFacts:
    if committee:
        facts = replace(
            facts,
            committee=committee.text,
            committee_basis="stated",
            committee_evidence=f"The page names it: “{committee.text}”.",
        )
    if held_on:
        facts = replace(
            facts,
            held_on=held_on.value,
            held_on_basis="stated",
            held_on_evidence=f"The page gives it: “{held_on.text.text}”.",
        )
    return facts


def clock(words: str) -> time | None:
    """The time that "10.30 am", "7:00pm" or "14:00" says, or None."""
    found = re.fullmatch(r"(\d{1,2})(?:[.:](\d\d))?\s*([ap])?\.?(?:m\.?)?", words.strip().lower())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
