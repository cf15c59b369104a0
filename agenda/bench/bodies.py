"""Committees, meetings, posts and matters, which exist before the items that name them."""

from collections.abc import Iterator
from datetime import timedelta

from agenda.bench import prose
from agenda.bench.maker import Maker
from agenda.bench.timetable import Timetable

# How a meeting's date is known, of a hundred meetings.
STATED, SUPPLIED = 80, 90
DRAFT_DAYS = 60


def committee_rows(timetable: Timetable) -> Iterator[tuple]:
    for number in range(timetable.committees):
        name, kind = prose.committee_name(number)
        yield number + 1, prose.slug(name), name, kind


def post_rows(maker: Maker) -> Iterator[tuple]:
    for number in range(maker.posts):
        name = prose.post_name(number)
        yield number + 1, prose.slug(name), name


def meeting_rows(maker: Maker) -> Iterator[tuple]:
    for meeting in range(maker.timetable.meetings):
        yield (meeting + 1, *_committee(maker.timetable, meeting), *_date(maker, meeting))


def _committee(timetable: Timetable, meeting: int) -> tuple:
    if timetable.names_committee(meeting):
        return timetable.committee_of(meeting) + 1, "stated", "The page names it."
    return None, "", ""


def _date(maker: Maker, meeting: int) -> tuple:
    timetable = maker.timetable
    day = timetable.day_of(meeting)
    approved = day + timedelta(days=DRAFT_DAYS)
    minutes = ("approved", approved) if approved < timetable.until else ("draft", None)
    if not timetable.is_dated(meeting):
        return None, "", "", "held", "draft", None
    chance = maker.chance(meeting, "basis")
    basis = "stated" if chance < STATED else "supplied" if chance < SUPPLIED else "inferred"
    return day, basis, "A later page gives the date.", "held", *minutes


def matter_rows(maker: Maker) -> Iterator[tuple]:
    timetable = maker.timetable
    subjects = {timetable.subject_of(n) for n in range(timetable.items)}
    for number in sorted(filter(maker.is_matter, subjects)):
        name = prose.subject(number)
        confirmed = maker.chance(number, "confirmed") < 50
        yield number + 1, prose.slug(name), name, prose.slug(name), confirmed
