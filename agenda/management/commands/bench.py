"""Measures the portal over made-up records: one run, one table."""

import os
import signal
import sys
import traceback
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from agenda.bench.figures import Figure, as_json, as_table
from agenda.bench.generator import generate
from agenda.bench.measures import MEASURES
from agenda.bench.measures.search import milliseconds, searched
from agenda.bench.run import Run, Step
from agenda.bench.scratch import scratch_database
from agenda.bench.searches import two_sets
from agenda.bench.servers import portal
from agenda.management.commands.generate_records import derive

SEED = 1
NUMBERS = {
    "items": (50_000, "How many agenda items are made up."),
    "compare-with": (10_000, "Fewer items, to see how the search grows; 0 for none."),
    "queries": (400, "How many searches are in each of the two sets."),
    "searches": (10_000, "How many searches a process answers while its memory is watched."),
    "rounds": (3, "How often each page is asked for as fast as it comes."),
    "turns": (9, "How often each list and dashboard is made."),
    "pairs": (15, "How many items are added and corrected, with and without the search."),
}


class Command(BaseCommand):
    help = (
        "Measure the portal over made-up records in a database of its own, which is removed "
        "afterwards: prints one table and writes the figures into a file."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        for name, (default, help_text) in NUMBERS.items():
            parser.add_argument(f"--{name}", type=int, default=default, help=help_text)
        parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES))
        parser.add_argument("--json", type=Path, help="The file; bench-50000.json by default.")

    def handle(self, *, items: int, only: list[str], json: Path | None, **options: Any) -> None:
        queries, smaller = options["queries"], options["compare_with"]
        often = {name: options[name] for name in ("searches", "rounds", "turns", "pairs")}
        if min(items, queries, smaller + 1, *often.values()) < 1:
            raise CommandError("Give a number of one or more.")
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: sys.exit(128 + number))
        call_command("collectstatic", interactive=False, verbosity=0)
        run = Run(items, bar=self.bar, **often)
        if "search" in only and smaller not in (0, items):
            self.measure_smaller(run, smaller, queries)
        self.measure(run, only, queries, json or Path(f"bench-{items}.json"))

    def measure_smaller(self, run: Run, items: int, queries: int) -> None:
        with self.records(items):
            tuning, measuring = two_sets(queries)
            with portal() as server:
                searched(run, server.port, tuning)
                run.smaller = milliseconds(searched(run, server.port, measuring))
        run.smaller_items = items

    def measure(self, run: Run, only: list[str], queries: int, file: Path) -> None:
        """What was measured is told also where the run is broken off."""
        figures: list[Figure] = []
        try:
            with self.records(run.items):
                run.tuning, run.measuring = two_sets(queries)
                for name in (name for name in MEASURES if name in only):
                    figures += self.measured(name, run)
        finally:
            if figures:
                self.stdout.write(as_table(figures))
                file.write_text(as_json(figures, run.items, run.details), encoding="utf-8")

    def measured(self, name: str, run: Run) -> list[Figure]:
        """What cannot be measured is told, and does not take the rest with it."""
        try:
            return MEASURES[name](run)
        except Exception:
            self.stderr.write(traceback.format_exc())
            return [Figure(f"{name} (broken off; the reason stands above)", None)]

    @contextmanager
    def records(self, items: int) -> Iterator[None]:
        """A scratch database with so many made-up items, ready to be searched."""
        processes = os.cpu_count() or 1
        with scratch_database():
            with self.bar(items, "items") as step:
                today = timezone.localdate()
                generate(items, SEED, until=today, processes=processes, progress=step)
            derive(processes)
            call_command("rebuild_search", warm=True, verbosity=0)
            yield

    @contextmanager
    def bar(self, total: int, unit: str) -> Iterator[Step]:
        with tqdm(total=total, unit=f" {unit}", file=self.stderr) as bar:
            yield bar.update
