"""How the date on which a report is due is known, in words."""

from collections.abc import Callable, Iterable

from agenda.expected_reports import ExpectedReport
from agenda.follow_through.counted_times import counted_times, recurring_times
from agenda.follow_through.named_times import named_times
from agenda.follow_through.turns import unify_signs
from agenda.follow_through.when import When
from committees.models import Basis, Meeting

MEETING = ExpectedReport.Precision.MEETING


def reason(report: ExpectedReport) -> str:
    """ "“in 12 months” after 6 October 2016, a date inferred from evidence"."""
    meeting = report.item.meeting
    if getattr(report, "returned_on", None) and report.recurs:
        return f"{report.get_recurs_display()}, counted from when it last came back"
    if report.precision == MEETING:
        return _of_meeting(report, meeting)
    if words := _words(report.phrase, counted_times):
        return f"“{words}” after {_day_of(meeting)}"
    if words := _words(report.phrase, named_times):
        return f"“{words}”, as the resolution says"
    if words := _words(report.phrase, recurring_times):
        return f"“{words}”, counted from {_day_of(meeting)}"
    return "set by an officer" if report.due_on else "the resolution says no time"


def _of_meeting(report: ExpectedReport, meeting: Meeting) -> str:
    if report.due_on:
        return f"the committee’s next meeting on record after {_day_of(meeting)}"
    if meeting.held_on is None:
        return f"the meeting that follows {_day_of(meeting)}"
    return "no later meeting is on record"


def _words(phrase: str, times: Callable[[str, None], Iterable[When]]) -> str:
    """The words of a promise that tell its time, read by one of the readers of times."""
    found = sorted(times(unify_signs(phrase), None), key=lambda time: (time.start, -time.end))
    return phrase[found[0].start : found[0].end].strip() if found else ""


def _day_of(meeting: Meeting) -> str:
    if meeting.held_on is None:
        return "a meeting whose date is not stated"
    inferred = ", a date inferred from evidence" if meeting.held_on_basis == Basis.INFERRED else ""
    return f"{meeting.date_in_words}{inferred}"
