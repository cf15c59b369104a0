"""Fills an empty database with made-up records, for measuring and trying out."""

import os
from argparse import ArgumentParser
from datetime import date

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from tqdm import tqdm

from agenda.bench.generator import NotEmpty, generate


class Command(BaseCommand):
    help = (
        "Fill an empty database with made-up agenda items and all that belongs to them: twenty "
        "years of meetings that end today. The same seed makes the same records."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--items", type=int, default=50_000)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--until", type=date.fromisoformat, help="The last meeting’s day, as 2026-03-31."
        )
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)

    def handle(self, *, items: int, seed: int, until: date | None, processes: int, **options):
        if items < 1 or processes < 1:
            raise CommandError("Give a number of one or more.")
        with tqdm(total=items, unit=" items", file=self.stderr) as bar:
            try:
                generate(
                    items,
                    seed,
                    until=until or timezone.localdate(),
                    processes=processes,
                    progress=bar.update,
                )
            except NotEmpty as error:
                raise CommandError(str(error)) from error
        derive(processes)


def derive(processes: int = 1) -> None:
    """What is kept beside the records: the search, and what the planner knows of the tables."""
    call_command("rebuild_search", processes=processes)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
