"""Whether the search finds what readers look for."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand

from agenda.bench.quality import Answered, answered, fill
from agenda.bench.questions import questions
from agenda.bench.scratch import scratch_database


class Command(BaseCommand):
    help = (
        "Ask the search what readers ask, over the sample documents among made-up records, and "
        "print each question that does not find what it should, with what came instead. Works in "
        "a database of its own, which is removed afterwards."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", type=Path, help="A file for the figures.")

    def handle(self, *, json: Path | None, **options) -> None:
        with scratch_database():
            fill()
            all_answered = [answered(question) for question in questions()]
        self._print(all_answered)
        if json:
            json.write_text(as_json(all_answered), encoding="utf-8")

    def _print(self, all_answered: list[Answered]) -> None:
        for each in missed(all_answered):
            self.stdout.write(str(each.question))
            for line in lines_of(each):
                self.stdout.write(f"    {line}")
        asked = len(all_answered)
        found = asked - len(missed(all_answered))
        self.stdout.write(
            f"{found} of {asked} questions found what they should ({found / asked:.1%})."
        )


def missed(all_answered: list[Answered]) -> list[Answered]:
    return [each for each in all_answered if each.faults]


def lines_of(missing: Answered) -> Iterator[str]:
    """What is wrong, what came instead, and what the page offers."""
    yield from missing.faults
    yield from (f"came: {label}" for label in missing.first or ["nothing"])
    if missing.came.suggestion:
        yield f"suggested: {missing.came.suggestion}"
    yield from (f"offered: {way}" for way in missing.came.ways_out)


def as_json(all_answered: list[Answered]) -> str:
    asked, without = len(all_answered), missed(all_answered)
    found = asked - len(without)
    listed = [{"asked": str(each.question), "lines": list(lines_of(each))} for each in without]
    figures = {"asked": asked, "found": found, "share": round(found / asked, 4), "missed": listed}
    return json.dumps(figures, indent=1, ensure_ascii=False)
