"""How likely a later item is the report that members were promised, and what shows it."""

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from rapidfuzz import fuzz

from .dates import months_on
from .subjects import is_telling, normal_form_of, root, subject_words
from .topics import Topic, first_sentence
from .when import Precision, Recurrence

# Below this nothing is suggested: a wrong suggestion is worse than none.
LEAST = 0.7
MONTHS = {
    Recurrence.ANNUAL: 12,
    Recurrence.SIX_MONTHLY: 6,
    Recurrence.QUARTERLY: 3,
    Recurrence.MONTHLY: 1,
}
# How long before and after it is due a report may come, in days, and still be in time.
_EARLY, _LATE = 45, 62
# After so many days a report no longer counts as a late one.
_TOO_LATE = 550
# A due date is the last day of what the words allow: so many days before is when that begins.
_LASTS = {Precision.MONTH: 31, Precision.SEASON: 92, Precision.YEAR: 366}
_ALIKE = 88
_COMES_BACK = frozenset(root(word) for word in "update further progress follow".split())


@dataclass(frozen=True, slots=True)
class Item:
    """What of an item is compared; `named_days` are the days that its text names."""

    title: str
    opening: str
    held_on: date
    topics: tuple[Topic, ...] = ()
    named_days: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Promise:
    """A report that the resolutions of an item promise, and when it is due."""

    item: Item
    due_on: date | None
    precision: Precision
    recurs: Recurrence | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely a return is, from 0 to 1, and in words why; `turn` counts a recurring report's."""

    score: float
    evidence: str
    turn: int = 0


def likeness(promise: Promise, later: Item) -> Likeness | None:
    """The likeness of a later item of the same committee; None where it does not suffice."""
    shared, subject = _subject(promise.item, later)
    if not shared or later.held_on <= promise.item.held_on:
        return None
    due_on, turn = _due(promise, later.held_on)
    timing, when = _timing(promise, due_on, later.held_on)
    named = promise.item.held_on in later.named_days
    names = [f"it names the meeting of {_day(promise.item.held_on)}"] if named else []
    score = shared + timing + 0.3 * named + 0.05 * _says_update(later)
    if score < LEAST or timing < 0:
        return None
    return Likeness(round(min(score, 1.0), 2), f"{'; '.join([subject, *names, when])}.", turn)


def _subject(earlier: Item, later: Item) -> tuple[float, str]:
    """What the two items have in common, and how much it tells; nothing is 0."""
    own = {topic.value: topic for topic in earlier.topics if topic.telling}
    same = [own[topic.value] for topic in later.topics if topic.telling and topic.value in own]
    headed = [topic for topic in same if _in_heading(topic, earlier) and _in_heading(topic, later)]
    if headed:
        return 0.45, f"Both speak of “{headed[0].text}”"
    if _are_alike(*(_words(item.title) for item in (earlier, later))):
        return 0.4, f"The titles are alike: “{earlier.title}”"
    title = next((topic for topic in earlier.topics if topic.telling and not topic.acronym), None)
    if title and _in_heading(title, later):
        return 0.35, f"It speaks of “{title.text}”"
    return 0.0, ""


def _in_heading(topic: Topic, item: Item) -> bool:
    """Whether a topic is what an item's title, or its first sentence, speaks of."""
    heading = f"{item.title}. {first_sentence(item.opening)}"
    words = set(topic.value.split("-"))
    return (topic.acronym and topic.acronym in heading) or words <= set(
        normal_form_of(heading).split("-")
    )


def _words(title: str) -> list[str]:
    return [word[0].lower() for word in subject_words(title)]


def _are_alike(words: list[str], others: list[str]) -> bool:
    """Whether two titles have the same words, some of them spelt a little differently."""
    if not is_telling(words) or len(words) != len(others):
        return False
    roots, rest = map(root, words), list(map(root, others))
    return all(any(fuzz.ratio(one, other) >= _ALIKE for other in rest) for one in roots)


def _due(promise: Promise, held_on: date) -> tuple[date | None, int]:
    """When it was due; of a recurring report, which turn of it is nearest to a day."""
    months = MONTHS.get(promise.recurs, 0)
    due_on = promise.due_on
    if not months:
        return due_on, 0
    first = due_on or months_on(promise.item.held_on, months)
    passed = relativedelta(held_on, first)
    turn = max(0, (passed.years * 12 + passed.months) // months)
    turns = [(months_on(first, months * n), n) for n in (turn, turn + 1)]
    return min(turns, key=lambda each: abs((each[0] - held_on).days))


def _timing(promise: Promise, due_on: date | None, held_on: date) -> tuple[float, str]:
    """What the day tells, below 0 where it cannot be, and how far from the due date it is."""
    if due_on is None:
        after = (held_on - promise.item.held_on).days
        fits = 0.2 if after <= _TOO_LATE else -1.0
        return fits, f"held {in_words(promise.item.held_on, held_on)} after it was promised"
    days = (held_on - due_on).days
    begins = due_on - timedelta(days=_LASTS.get(promise.precision, 0) + _EARLY)
    if held_on < begins or days > _TOO_LATE:
        return -1.0, ""
    fits = 0.3 if days <= _LATE else 0.3 * (_TOO_LATE - days) / (_TOO_LATE - _LATE)
    return fits, _distance(due_on, held_on)


def _distance(due_on: date, held_on: date) -> str:
    if held_on == due_on:
        return "held on the day it was due"
    if held_on > due_on:
        return f"held {in_words(due_on, held_on)} after it was due"
    return f"held {in_words(held_on, due_on)} before it was due"


def in_words(first: date, last: date) -> str:
    """The time between two days: "9 years 1 month", "3 months", "11 days"."""
    passed = relativedelta(last, first)
    if passed.years or passed.months:
        parts = [(passed.years, "year"), (passed.months, "month")]
    else:
        parts = [(passed.days, "day")]
    return " ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in parts if n) or "0 days"


def _says_update(later: Item) -> bool:
    words = normal_form_of(f"{later.title} {first_sentence(later.opening)}").split("-")
    return not _COMES_BACK.isdisjoint(words)


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
