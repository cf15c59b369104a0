"""How many pages a second are sent, as a share of what Django manages with nothing to do."""

import json
import subprocess
import sys
from statistics import median

from django.conf import settings
from django.urls import reverse

from agenda.bench.figures import Figure
from agenda.bench.run import Run
from agenda.bench.servers import bare, portal
from agenda.models import AgendaItem

CONNECTIONS, SECONDS = 8, 4
DIFFERENT_ITEMS = 500
BARE = "bare Django view"
# Shares of a hundred that are aimed at.
AIMS = {"item list, not kept": 6, "item page, not kept": 20, "item list, kept": 50}


def measure(run: Run) -> list[Figure]:
    """All of them in turn, several times, so that whatever else the machine does meets all alike."""
    items = [item.get_absolute_url() for item in _items()]
    rates: dict[str, list[float]] = {name: [] for name in (BARE, *AIMS)}
    with bare() as hello, portal() as making, portal(keeps=True) as keeping:
        asked = {
            BARE: (hello.port, ["/"]),
            "item list, not kept": (making.port, [reverse("agenda:item_list")]),
            "item page, not kept": (making.port, items),
            "item list, kept": (keeping.port, [reverse("agenda:item_list")]),
        }
        for port, paths in asked.values():
            rate(port, paths, 1)
        with run.bar(run.rounds * len(asked), "rounds") as step:
            for _ in range(run.rounds):
                for name, (port, paths) in asked.items():
                    rates[name].append(rate(port, paths, SECONDS))
                    step(1)
    run.details["pages a second"] = rates
    return figures_of({name: median(each) for name, each in rates.items()})


def _items() -> list[AgendaItem]:
    """Some items spread over the record."""
    items = AgendaItem.objects.public().decided().order_by("pk")
    step = max(1, items.count() // DIFFERENT_ITEMS)
    return list(items[::step])[:DIFFERENT_ITEMS]


def rate(port: int, paths: list[str], seconds: float) -> float:
    """Pages a second over eight connections, asked for by a process of its own."""
    arguments = map(str, (port, seconds, CONNECTIONS))
    done = subprocess.run(
        [sys.executable, "-m", "agenda.bench.load", *arguments],
        cwd=settings.BASE_DIR,
        input="\n".join(paths),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answered = json.loads(done.stdout)
    if answered["failures"]:
        raise RuntimeError(f"{paths[0]} was not answered as it should: {answered}.")
    return answered["answers"] / answered["seconds"]


def figures_of(rates: dict[str, float]) -> list[Figure]:
    own = [Figure(f"{name}, {CONNECTIONS} connections", n, "/s") for name, n in rates.items()]
    shares = [
        Figure(f"{name}: share of a bare view", 100 * rates[name] / rates[BARE], "%", at_least=aim)
        for name, aim in AIMS.items()
    ]
    return [*own, *shares]
