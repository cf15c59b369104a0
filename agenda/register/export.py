"""The register as a table that spreadsheets open: one row an action, written as it is sent."""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from agenda.models import Action, Point

# Excel takes a file for UTF-8 where it begins with this.
BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
NOT_STATED = "Not stated in the source"


class Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def lines_of(actions: Iterable[Action], site: Callable[[str], str]) -> Iterator[str]:
    """The lines of the table, the headings first; `site` makes a full address of a path."""
    writer = csv.writer(Echo())
    yield BYTE_ORDER_MARK + writer.writerow(["Address", *COLUMNS])
    for action in actions:
        cells = [defused(told(action)) for told in COLUMNS.values()]
        yield writer.writerow([site(action.get_absolute_url()), *cells])


def defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    starts = {cell[:1], cell.lstrip(" \xa0")[:1]}
    return f"'{cell}" if starts & FORMULA_STARTS else cell


def committee(action: Action) -> str:
    return str(action.item.meeting.committee or NOT_STATED)


def meeting_date(action: Action) -> str:
    return day(action.item.meeting.held_on) or NOT_STATED


def how_meeting_is_known(action: Action) -> str:
    """Which of committee and date the source does not state, and how they are known."""
    meeting = action.item.meeting
    bases = {"Committee": meeting.committee_basis, "date": meeting.held_on_basis}
    return ", ".join(f"{fact} {basis}" for fact, basis in bases.items() if basis not in _PLAIN)


def resolutions(action: Action) -> str:
    return "\n".join(map(words_of, action.asked_in)) or NOT_STATED


def words_of(point: Point) -> str:
    return "\n".join([str(point), *(f"– {sub_point}" for sub_point in point.sub_points)])


def which_resolution(action: Action) -> str:
    if action.named_resolutions:
        return "Named by the action"
    return "The item’s only resolution" if action.only_resolution else NOT_STATED


def owners(action: Action) -> str:
    return " / ".join(owner.words for owner in action.owners_as_printed) or NOT_STATED


def how_due_is_known(action: Action) -> str:
    if not action.due_phrase:
        return action.due_reason
    place = f"“{action.due_phrase}” {action.get_due_place_display()}".strip()
    confirmed = "Not confirmed by an officer" if action.is_suggested else "Confirmed by an officer"
    return ". ".join(filter(None, [place, action.due_reason, confirmed]))


def day(value: date | None) -> str:
    return value.isoformat() if value else ""


_PLAIN = ("", "stated")
COLUMNS: dict[str, Callable[[Action], str]] = {
    "Agenda item": lambda action: action.item.title,
    "Committee": committee,
    "Date of the meeting": meeting_date,
    "How committee and date are known": how_meeting_is_known,
    "Overview and scrutiny area": lambda action: (
        action.item.overview_and_scrutiny_area or NOT_STATED
    ),
    "Resolution": resolutions,
    "Which resolution": which_resolution,
    "Owners": owners,
    "Referred to": lambda action: str(action.referred_to or action.referral),
    "Note of the action": lambda action: action.note,
    "Status": lambda action: action.get_status_display(),
    "Status since": lambda action: day(action.status_since),
    "Progress": lambda action: action.progress,
    "Due": lambda action: day(action.due_on),
    "Overdue": lambda action: "Yes" if action.is_overdue else "",
    "How the due date is known": how_due_is_known,
}
