"""Which stored meeting a sitting is, and what an import adds to it."""

from datetime import date, time

from agenda.changes import Changes, Values
from agenda.sittings import Sitting
from committees.models import Committee, Meeting
from committees.slugs import slug_of


class MeetingWriter:
    """Finds or makes the committees and meetings of one import, asking the database once each."""

    def __init__(self, changes: Changes) -> None:
        self.changes = changes
        self._committees: dict[str, Committee | None] = {}
        self._meetings: dict[tuple[int, date, time | None], Meeting] = {}

    def known_committee(self, name: str) -> Committee | None:
        """The committee of this name, if the portal knows it; a likeness is not enough."""
        slug = slug_of(name)
        if name and slug not in self._committees:
            self._committees[slug] = Committee.objects.named(name)
        return self._committees.get(slug)

    def committee(self, name: str, kind: str = "") -> Committee:
        """The committee of this name, made if it is new."""
        slug = slug_of(name)
        if not self._committees.get(slug):
            self._committees[slug] = Committee.named(name, kind)
        return self._committees[slug]

    def write(self, sitting: Sitting, current: Meeting | None) -> Meeting:
        """The meeting of a sitting, with what is newly known of it; `current` is the one stored."""
        facts = sitting.facts
        committee = self.committee(facts.committee) if facts.committee else None
        corrected = set(current.corrected) if current else set()
        if committee and facts.held_on and not corrected & {"committee", "held_on"}:
            current = self._at(committee, facts.held_on, facts.start_time) or current
        meeting = current or Meeting()
        self.changes.set(meeting, _values(sitting, committee, meeting))
        if committee and facts.held_on:
            self._meetings[committee.pk, facts.held_on, facts.start_time] = meeting
        return meeting

    def _at(self, committee: Committee, held_on: date, start_time: time | None) -> Meeting | None:
        in_this_import = self._meetings.get((committee.pk, held_on, start_time))
        return in_this_import or Meeting.objects.at(committee, held_on, start_time)


def _values(sitting: Sitting, committee: Committee | None, meeting: Meeting) -> Values:
    """What the facts add to the meeting.

    Several pages tell of one meeting: the first to give a fact stays its evidence.
    """
    facts = sitting.facts
    values: Values = {}
    if committee and meeting.committee != committee:
        values |= {
            "committee": committee,
            "committee_basis": facts.committee_basis,
            "committee_evidence": facts.committee_evidence,
        }
    if facts.held_on and meeting.held_on != facts.held_on:
        values |= {"held_on": facts.held_on, "held_on_basis": facts.held_on_basis}
    if sitting.was_held and meeting.status == Meeting.Status.NOT_STATED:
        values["status"] = Meeting.Status.HELD
    if facts.held_on_evidence and (values.get("held_on") or not meeting.held_on_evidence):
        values["held_on_evidence"] = facts.held_on_evidence
    for name in ("start_time", "venue"):
        if getattr(facts, name) and not getattr(meeting, name):
            values[name] = getattr(facts, name)
    return values
