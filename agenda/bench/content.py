"""What an item says, before it stands on a page."""

from dataclasses import dataclass, field
from random import Random

from agenda.bench import decisions, prose
from agenda.bench.decisions import Decision, Proposal, Task
from agenda.bench.maker import Maker
from agenda.bench.timetable import BOILERPLATE

SIGNED = "That the minutes of the last meeting be signed as a correct record."


@dataclass(frozen=True, slots=True)
class Content:
    title: str
    said: list[str]
    subject: str = ""
    named: str = ""
    """The subject as it is first named, with its acronym."""
    background: str = ""
    letter: str = ""
    area: str = ""
    contact: str = ""
    phone: str = ""
    proposed: list[Proposal] = field(default_factory=list)
    resolved: list[Decision] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)


def content_of(maker: Maker, n: int, random: Random) -> Content:
    if maker.timetable.is_boilerplate(n):
        return _boilerplate(maker.timetable.place_of(n), random)
    return _report(maker, n, random)


def _boilerplate(place: int, random: Random) -> Content:
    title = BOILERPLATE[place]
    resolved = [Decision(SIGNED, "")] if title == "MINUTES" else []
    return Content(title, prose.sentences(random, 25), resolved=resolved)


def _report(maker: Maker, n: int, random: Random) -> Content:
    timetable = maker.timetable
    day = timetable.day_of(timetable.meeting_of(n))
    number = timetable.subject_of(n)
    subject = prose.subject(number)
    named = f"{subject} ({prose.acronym(subject)})" if maker.has_acronym(number) else subject
    letter = prose.document_letter(timetable.place_of(n))
    post = prose.post_name(random.randrange(maker.posts))
    background = f"The {post} will submit a report (Document “{letter}”) on the {named}."
    proposed, resolved = _points(maker, n, random, subject)
    return Content(
        title=f"{subject.upper()}: REPORT OF {day.year}",
        said=[background.replace("will submit", "submitted"), *prose.paragraphs(random)],
        subject=subject,
        named=named,
        background=background,
        letter=letter,
        area=random.choice(prose.AREAS),
        contact=f"{prose.names()[n % 400].title()} Example",
        phone=f"01632 960{n % 1000:03}",
        proposed=proposed,
        resolved=resolved,
        tasks=decisions.tasks(
            random,
            len(resolved),
            day,
            timetable.until,
            posts=maker.posts,
            committees=timetable.committees,
        ),
    )


def _points(
    maker: Maker, n: int, random: Random, subject: str
) -> tuple[list[Proposal], list[Decision]]:
    is_decided = maker.is_decided(n)
    has_proposals = random.random() < 0.85
    proposed = decisions.proposals(random, subject, decided=is_decided) if has_proposals else []
    if not is_decided:
        return proposed, []
    return proposed, decisions.decisions(random, subject, proposed, promises=maker.promises(n))
