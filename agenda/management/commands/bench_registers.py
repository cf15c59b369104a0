"""How long lists and dashboards take beside the plain list of items."""

import json
import os
from argparse import ArgumentParser
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from agenda.bench.generator import generate
from agenda.bench.scratch import scratch_database
from agenda.bench.timing import Timed, addresses, timed
from agenda.management.commands.generate_records import derive


class Command(BaseCommand):
    help = (
        "Print the median time of each list and dashboard, and how many times that of the plain "
        "list of items it is, over made-up records. Works in a database of its own, which is "
        "removed afterwards."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--items", type=int, default=50_000)
        parser.add_argument("--turns", type=int, default=9)
        parser.add_argument("--json", type=Path, help="A file for the figures.")

    def handle(self, *, items: int, turns: int, json: Path | None, **options) -> None:
        if items < 1 or turns < 1:
            raise CommandError("Give a number of one or more.")
        with scratch_database():
            self._fill(items)
            paths = addresses()
            with tqdm(total=turns * len(paths), unit=" pages", file=self.stderr) as bar:
                pages = timed(paths, turns, bar.update)
        self._print(pages)
        if json:
            json.write_text(as_json(pages, items), encoding="utf-8")

    def _fill(self, items: int) -> None:
        call_command("collectstatic", interactive=False, verbosity=0)
        with tqdm(total=items, unit=" items", file=self.stderr) as bar:
            generate(
                items,
                1,
                until=timezone.localdate(),
                processes=os.cpu_count() or 1,
                progress=bar.update,
            )
        derive()

    def _print(self, pages: list[Timed]) -> None:
        plain = pages[0].median
        self.stdout.write(f"{'page':60}{'status':>7}{'queries':>8}{'ms':>8}{'of plain':>9}")
        for page in pages:
            self.stdout.write(
                f"{page.path[:59]:60}{page.status:>7}{page.queries:>8}"
                f"{page.median:>8.0f}{page.median / plain:>9.1f}"
            )


def as_json(pages: list[Timed], items: int) -> str:
    figures = [
        {
            "path": page.path,
            "status": page.status,
            "queries": page.queries,
            "milliseconds": [round(turn, 1) for turn in page.turns],
        }
        for page in pages
    ]
    return json.dumps({"items": items, "pages": figures}, indent=1)
