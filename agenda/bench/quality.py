"""Whether the search finds what readers look for: each question asked, and what came of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.management import call_command

from agenda.bench.generator import generate
from agenda.bench.questions import FOLDERS, Label, Question, names
from agenda.models import AgendaItem
from agenda.search.page import SearchPage
from agenda.search.views import AgendaItemListView
from minutes_portal.public_door.doors import public_door

FIRST = 3
# Made-up records that the documents must be found among.
MADE_UP, SEED, UNTIL = 600, 1, date(2026, 3, 31)


class NoAnswer(Exception):
    """The search refuses the filters of a question."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what came, and what is wrong with that."""

    question: Question
    came: "Came"
    faults: tuple[str, ...]

    @property
    def first(self) -> list[str]:
        return [str(label) for label in self.came.items[:FIRST]]


@dataclass(frozen=True, slots=True)
class Came:
    """What a page of results shows."""

    items: tuple[Label, ...]
    answers: tuple[str, ...]
    suggestion: str
    ways_out: tuple[str, ...]


def fill() -> None:
    """Store made-up records and the documents, published, in an empty database."""
    generate(MADE_UP, SEED, until=UNTIL)
    call_command("rebuild_search", verbosity=0)
    call_command("ingest_documents", *FOLDERS, publish=True, verbosity=0)


def answered(question: Question) -> Answered:
    """Ask it as a reader does; of misspelt words the suggestion is followed."""
    came = search(question)
    if question.misspelt and came.suggestion:
        came = search(question, came.suggestion)
    elif question.misspelt:
        return Answered(question, came, ("nothing was suggested",))
    return Answered(question, came, tuple(faults(question, came)))


def search(question: Question, asked: str = "") -> Came:
    """The first page, made by the code of the public page behind the public door."""
    view = AgendaItemListView
    with public_door():
        filterset = view.filterset_class(question.parameters(asked), queryset=view.queryset)
        if not filterset.is_valid():
            raise NoAnswer(f"{question}: {filterset.errors.as_text()}")
        page = SearchPage(filterset, 1)
        answers = tuple(f"{answer.words} {answer.link_words}" for answer in page.answers)
        suggestion = page.suggestion.typed if page.suggestion else ""
        ways_out = tuple(f"{way.words} ({way.in_figures})" for way in page.ways_out)
    return Came(labels_of([item.pk for item in page.page]), answers, suggestion, ways_out)


def labels_of(numbers: list[int]) -> tuple[Label, ...]:
    """How labels name these items, in this order; those made up have a title alone."""
    rows = AgendaItem.objects.filter(pk__in=numbers).values_list("pk", "source__sha256", "title")
    found = {pk: Label(names().get(sha256, ""), title) for pk, sha256, title in rows}
    return tuple(found[number] for number in numbers)


def faults(question: Question, came: Came) -> Iterator[str]:
    first = came.items[:FIRST]
    for label in question.find:
        if not any(map(label.fits, first)):
            yield f"not among the first {FIRST}: {label}"
    for label in question.absent:
        if any(map(label.fits, came.items)):
            yield f"found, and must not be: {label}"
    if question.answer and not any(question.answer in words for words in came.answers):
        yield f"not named: {question.answer}"
