"""What is proposed, decided, promised and to be done of an item."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from agenda.bench import prose

VERBS = ("approved", "endorsed", "noted", "adopted", "supported")
# What becomes of a proposal, of a hundred.
OUTCOMES = {"agreed": 70, "changed": 13, "different": 4, "not_taken_up": 9, "unmatched": 4}
OLD = {"done": 70, "open": 14, "in_progress": 8, "overtaken": 8}
RECENT = {"done": 15, "open": 60, "in_progress": 25}
TIMES = (("in 3 months", 3), ("in 6 months", 6), ("in 12 months", 12), ("in due course", None))
RECENT_DAYS = 400


@dataclass(frozen=True, slots=True)
class Proposal:
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Decision:
    """`answers` is the place of the proposal it answers; `months` when a promise is due."""

    text: str
    outcome: str
    answers: int | None = None
    promise: str = ""
    months: int | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    owners: tuple[int, ...]
    resolution: int | None
    referred_to: int | None
    status: str
    since: date | None
    due_on: date | None

    @property
    def due_phrase(self) -> str:
        return f"by {self.due_on:%-d %B %Y}" if self.due_on else ""


def proposals(random: Random, subject: str, *, decided: bool) -> list[Proposal]:
    outcomes = _drawn(random, OUTCOMES, random.randint(1, 5))
    return [
        Proposal(
            f"The {prose.few_words(random, 4)} of the {subject} be {random.choice(VERBS)}.",
            outcome if decided else "",
        )
        for outcome in outcomes
    ]


def decisions(
    random: Random, subject: str, proposed: list[Proposal], *, promises: bool
) -> list[Decision]:
    """One for each proposal taken up, then what members add of their own."""
    taken_up = [(n, each) for n, each in enumerate(proposed) if each.outcome != "not_taken_up"]
    made = [_decision(random, place, each) for place, each in taken_up]
    made = [replace(each, confirmed=random.random() < 0.3) for each in made]
    if not proposed or random.random() < 0.4:
        words = prose.few_words(random, 5)
        made.append(Decision(f"That officers look into the {words}.", _own(proposed)))
    if promises:
        made.append(_promise(random, subject, _own(proposed)))
    return made


def _own(proposed: list[Proposal]) -> str:
    """The class of what answers no proposal; where none was made there is nothing to compare."""
    return "added" if proposed else ""


def _decision(random: Random, place: int, proposal: Proposal) -> Decision:
    text = f"That t{proposal.text[1:]}"
    match proposal.outcome:
        case "changed":
            text = f"{text[:-1]}, subject to {prose.few_words(random, 6)}."
        case "different":
            text = f"{text[: text.rindex(' be ')]} be not pursued."
        case "unmatched":
            words = prose.few_words(random, 6)
            return Decision(f"That the {words} be taken into account.", "unmatched")
    return Decision(text, proposal.outcome, place)


def _promise(random: Random, subject: str, outcome: str) -> Decision:
    words, months = random.choice(TIMES)
    phrase = f"a further report on the {subject} be presented to this Committee {words}"
    confirmed = random.random() < 0.4
    return Decision(f"That {phrase}.", outcome, None, phrase, months, confirmed)


def due(held_on: date | None, months: int | None) -> date | None:
    return held_on + relativedelta(months=months) if held_on and months else None


def tasks(
    random: Random, decided: int, day: date, until: date, *, posts: int, committees: int
) -> list[Task]:
    """What is to be done: nothing of one item in five, else up to three actions."""
    if not decided or random.random() < 0.2:
        return []
    chances = RECENT if (until - day).days < RECENT_DAYS else OLD
    statuses = _drawn(random, chances, random.randint(1, 3))
    return [_task(random, status, decided, day, until, posts, committees) for status in statuses]


def _task(
    random: Random, status: str, decided: int, day: date, until: date, posts: int, committees: int
) -> Task:
    begun = status != "open" and random.random() < 0.9
    days = min(random.randint(5, 500), (until - day).days)
    resolution = random.randrange(decided) if random.random() < 0.8 else None
    refers = resolution is not None and random.random() < 0.08
    is_due = not refers and random.random() < 0.3
    return Task(
        owners=tuple(random.sample(range(posts), 1 if random.random() < 0.7 else 2)),
        resolution=resolution,
        referred_to=random.randrange(committees) if refers else None,
        status=status,
        since=day + timedelta(days=days) if begun else None,
        due_on=day + timedelta(days=random.randint(30, 700)) if is_due else None,
    )


def _drawn(random: Random, chances: dict[str, int], count: int) -> list[str]:
    return random.choices(list(chances), list(chances.values()), k=count)
