"""Writes the search tables anew, or warms them after a restart."""

import os

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from tqdm import tqdm

from agenda.models import AgendaItem
from agenda.search import vocabulary
from agenda.search.entries import BATCH, write
from agenda.search.warming import READS, warm
from minutes_portal.processes import mapping

# What is written waits beside the index, and is taken in by so much at once: the more, the
# fewer times each page of the index is written.
SETTINGS = "SET gin_pending_list_limit = '128MB'; SET work_mem = '256MB'"


class Command(BaseCommand):
    help = (
        "Write what searching reads anew from the record, batch by batch. The portal can be "
        "searched meanwhile; interrupted, the command can simply be run again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--after",
            type=int,
            default=0,
            metavar="NUMBER",
            help="only the items behind this number, as an interrupted run names it",
        )
        parser.add_argument(
            "--warm", action="store_true", help="change nothing; read the tables into memory"
        )
        parser.add_argument(
            "--processes",
            type=int,
            default=1,
            help=f"how many work at once (here at most {os.cpu_count()} can)",
        )

    def handle(
        self, *args, after: int, warm: bool, processes: int, verbosity: int, **options
    ) -> None:
        if processes < 1:
            raise CommandError("--processes takes a number of one or more.")
        if warm:
            self.warm(verbosity)
            return
        self.rebuild(after, processes, verbosity)
        vocabulary.count()
        tidy()

    def rebuild(self, after: int, processes: int, verbosity: int) -> None:
        items = AgendaItem.objects.filter(pk__gt=after).order_by("pk")
        numbers = list(items.values_list("pk", flat=True))
        batches = [numbers[start : start + BATCH] for start in range(0, len(numbers), BATCH)]
        done = after
        with (
            tqdm(total=len(numbers), unit=" items", disable=not verbosity) as progress,
            mapping(processes) as mapped,
        ):
            try:
                for batch, _ in zip(batches, mapped(write_many, batches), strict=True):
                    done = batch[-1]
                    progress.update(len(batch))
            except KeyboardInterrupt:
                self.stderr.write(f"Interrupted. To go on: rebuild_search --after {done}")
                raise

    def warm(self, verbosity: int) -> None:
        for name in tqdm(warm(), total=len(READS), disable=not verbosity):
            if verbosity:
                tqdm.write(f"{name}: in memory")


def write_many(numbers: list[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(SETTINGS)
    write(numbers)


def tidy() -> None:
    """Count anew for the planner; what waits beside the index, and slows it, is taken in."""
    how = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
    with connection.cursor() as cursor:
        cursor.execute(f"{how} agenda_searchentry")
        cursor.execute(f"{how} agenda_knownword")
