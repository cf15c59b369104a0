"""How fast documents are read, and how much of that storing them costs."""

import io
import resource
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from agenda.ingest import ingest_batch
from agenda.parsing.parser import parse_document
from agenda.read_documents import Unread, read_or_refuse
from agenda.reading_ahead import MOST, read_ahead

SAMPLES = Path(__file__).parents[2] / "tests" / "documents"
MEGABYTE = 1024  # ru_maxrss counts kilobytes


class Command(BaseCommand):
    help = (
        "Print documents a second for parsing alone, for ingesting into PostgreSQL, and for a "
        "plain COPY of the same texts, with each one's peak memory. Works in a database of its "
        "own, which is removed afterwards."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--documents", nargs="+", type=int, default=[1000, 20000])

    def handle(self, *, documents: list[int], **options) -> None:
        if not SAMPLES.is_dir():
            raise CommandError(f"The sample documents are missing: {SAMPLES}.")
        used = connection.settings_dict["NAME"]
        connection.settings_dict["TEST"]["NAME"] = f"{used}_bench"
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            self._print_table(documents)
        finally:
            connection.close()
            connection.creation.destroy_test_db(used, verbosity=0)

    def _print_table(self, sizes: list[int]) -> None:
        self.stdout.write(
            f"{'':8}{'documents':>10}{'a second':>10}{'peak MB':>9}{'of parsing':>12}"
        )
        for size in sizes:
            parsing = 0.0
            for label, work in (("parse", parse), ("ingest", ingest), ("copy", copy)):
                seconds, peak = in_own_process(work, size)
                rate = size / seconds
                parsing = parsing or rate
                self.stdout.write(
                    f"{label:8}{size:>10,}{rate:>10,.0f}{peak / MEGABYTE:>9,.0f}"
                    f"{rate / parsing:>12.2f}"
                )


def sample_texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.rglob("*.txt"))]


def documents(count: int) -> Iterator[str]:
    """Texts made from the samples, no two the same."""
    samples = sample_texts()
    for number in range(count):
        yield f"{samples[number % len(samples)]}\nSupporting documents:\nAppendix {number} of {count}\n"


def parse(count: int) -> None:
    for text in documents(count):
        parse_document(text)


def ingest(count: int) -> None:
    texts = (Unread(f"{n}.txt", text) for n, text in enumerate(documents(count)))
    for batch in read_ahead(read_or_refuse, texts):
        ingest_batch(batch, publish=True)


def copy(count: int) -> None:
    """The floor: the texts alone, into a table without an index."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_copy (text text)")
        texts = documents(count)
        while batch := list(islice(texts, MOST)):
            rows = "".join(f"{_copy_field(text)}\n" for text in batch)
            cursor.copy_expert("COPY bench_copy FROM STDIN", io.StringIO(rows))
        cursor.execute("DROP TABLE bench_copy")


def _copy_field(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("\t", "\\t")
    return escaped.replace("\n", "\\n").replace("\r", "\\r")


def in_own_process(work: Callable[[int], None], count: int) -> tuple[float, int]:
    """Seconds that the work took, and the most kilobytes its process held."""
    connections.close_all()
    context = get_context("fork")
    result = context.SimpleQueue()
    process = context.Process(target=_timed, args=(work, count, result))
    process.start()
    process.join()
    if process.exitcode:
        raise CommandError(f"Measuring “{work.__name__}” failed; the error stands above.")
    return result.get()


def _timed(work: Callable[[int], None], count: int, result: object) -> None:
    started = time.perf_counter()
    work(count)
    seconds = time.perf_counter() - started
    connections.close_all()
    result.put((seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
