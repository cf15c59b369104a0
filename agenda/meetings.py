"""Which stored meeting a sitting is, and what an import adds to it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time

from agenda.changes import Changes, Values
from agenda.sittings import Sitting
from committees.models import Committee, Meeting
from committees.slugs import slug_of


class MeetingWriter:
    """Finds or makes the committees and meetings of one import.

    What the import can need is fetched at once: the committees of these names, and their
    meetings on the days of these sittings.
    """

    def __init__(self, changes: Changes, sittings: Sequence[Sitting], names: Iterable[str]) -> None:
        self.changes = changes
        slugs = {slug_of(sitting.facts.committee) for sitting in sittings}
        self._committees = Committee.objects.by_slug(slugs | {slug_of(name) for name in names})
        self._meetings: dict[tuple[int, date], list[Meeting]] = defaultdict(list)
        days = {sitting.facts.held_on for sitting in sittings} - {None}
        committees = {committee.pk for committee in self._committees.values()}
        stored = Meeting.objects.filter(committee__in=committees, held_on__in=days)
        # Held until the import is done, so that no officer's correction falls in between.
        held = stored.select_related("committee").select_for_update(of=("self",))
        for meeting in held:
            self._meetings[meeting.committee_id, meeting.held_on].append(meeting)

    def known_committee(self, name: str) -> Committee | None:
        """The committee of this name, if the portal knows it; a likeness is not enough."""
        return self._committees.get(slug_of(name)) if name else None

    def committee(self, name: str, kind: str = "") -> Committee:
        """The committee of this name, made if it is new."""
        slug = slug_of(name)
        if slug not in self._committees:
            self._committees[slug] = Committee.add(name, kind)
        return self._committees[slug]

    def write(self, sitting: Sitting, current: Meeting | None) -> Meeting:
        """The meeting of a sitting, with what is newly known of it; `current` is the one stored."""
        facts = sitting.facts
        committee = self.committee(facts.committee) if facts.committee else None
        corrected = set(current.corrected) if current else set()
        if committee and facts.held_on and not corrected & {"committee", "held_on"}:
            that_day = self._meetings[committee.pk, facts.held_on]
            current = _at(that_day, facts.start_time) or current
        meeting = current or Meeting()
        self.changes.set(meeting, _values(sitting, committee, meeting))
        if meeting.committee and meeting.held_on:
            that_day = self._meetings[meeting.committee.pk, meeting.held_on]
            if meeting not in that_day:
                that_day.append(meeting)
        return meeting


def _at(that_day: list[Meeting], start_time: time | None) -> Meeting | None:
    """The committee's meeting at that time of the day; without a time, the only one that day."""
    exact = [meeting for meeting in that_day if meeting.start_time == start_time]
    timeless = [meeting for meeting in that_day if meeting.start_time is None]
    only = that_day if len(that_day) == 1 and not start_time else []
    return next(iter(exact + timeless + only), None)


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
