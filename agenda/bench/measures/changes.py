"""What keeping the search in step costs whoever adds or corrects an item."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from random import Random
from statistics import median
from unittest.mock import patch

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from agenda.bench.figures import Figure
from agenda.bench.run import Run
from agenda.ingest import ingest_document
from agenda.models import AgendaItem
from agenda.search import entries, in_step
from minutes_portal.first_start import FIRST_DOCUMENTS

SEED = 41
FORM = "//form[@id='agendaitem_form']"
Change = Callable[[int], float]


def measure(run: Run) -> list[Figure]:
    """Real transactions, in pairs: one with the search and one without, now this first, now that."""
    officer = User.objects.create_superuser("bench")
    figures = []
    for name, change in (("adding", adding()), ("correcting", correcting(officer))):
        pairs = in_pairs(run, change)
        run.details[name] = pairs
        figures += figures_of(name, pairs)
    return figures


def in_pairs(run: Run, change: Change) -> list[tuple[float, float]]:
    """Milliseconds with the search and without."""
    pairs = []
    with run.bar(run.pairs, "pairs") as step:
        change(0)
        for number in range(1, run.pairs + 1):
            order = (True, False) if number % 2 else (False, True)
            taken = {}
            for turn, with_search in enumerate(order):
                with nullcontext() if with_search else without_search():
                    taken[with_search] = change(2 * number + turn)
            pairs.append((taken[True], taken[False]))
            step(1)
    return pairs


@contextmanager
def without_search() -> Iterator[None]:
    """The same portal as if it had no search table to keep in step."""
    with (
        patch.object(entries, "refresh_numbers", lambda *_: None),
        patch.object(in_step, "refresh_numbers", lambda *_: None),
    ):
        yield


def adding() -> Change:
    """Imports one page, each time another."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FIRST_DOCUMENTS.glob("*.txt"))]

    def change(number: int) -> float:
        text = f"{texts[number // 2 % len(texts)]}\nSupporting documents:\nAppendix {number}\n"
        started = time.perf_counter()
        ingest_document(f"bench-{number}.txt", text, publish=True)
        return 1000 * (time.perf_counter() - started)

    return change


def correcting(officer: User) -> Change:
    """Corrects the title of an item in its form at the desk, each time of another item: the first
    correction of an item also keeps what it was before."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    items = AgendaItem.objects.public().decided().exclude(background="").order_by("pk")
    numbers = list(items.values_list("pk", flat=True))
    Random(SEED).shuffle(numbers)  # noqa: S311

    def change(number: int) -> float:
        item = numbers[number % len(numbers)]
        return save(client, reverse("admin:agenda_agendaitem_change", args=[item]), number)

    return change


def save(client: Client, address: str, number: int) -> float:
    """Milliseconds from pressing the button until the item is saved."""
    (form,) = html.fromstring(client.get(address).content.decode()).xpath(FORM)
    values: dict[str, list[str]] = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    values["title"] = [f"{values['title'][0]} ({number})"]
    started = time.perf_counter()
    response = client.post(address, values)
    taken = 1000 * (time.perf_counter() - started)
    if response.status_code != 302:
        raise RuntimeError(f"{address} was not saved: it was answered with {response.status_code}.")
    return taken


def figures_of(name: str, pairs: list[tuple[float, float]]) -> list[Figure]:
    with_search, without = (median(each) for each in zip(*pairs, strict=True))
    return [
        Figure(f"{name} an item", with_search, "ms"),
        Figure(f"{name} an item, with the search / without", with_search / without, "×", 3),
    ]
