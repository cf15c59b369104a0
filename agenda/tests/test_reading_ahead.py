"""Reading ahead gives what reading one by one gives, and holds few documents at a time."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import chain

import pytest

from agenda.reading_ahead import BUNDLE, BUNDLES_AHEAD, FEW, MOST, read_ahead


@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, FEW + 2 * BUNDLE, FEW + 7 * BUNDLE + 3])
def test_everything_is_read_once_and_in_order(count: int) -> None:
    assert list(chain.from_iterable(read_ahead(abs, range(count)))) == list(range(count))


def test_what_is_given_at_once_is_something_and_not_too_much() -> None:
    lengths = [len(batch) for batch in read_ahead(abs, range(3000))]
    assert sum(lengths) == 3000
    assert all(1 <= length <= MOST for length in lengths)


def test_however_many_there_are_few_wait() -> None:
    given = 0

    def sources() -> Iterator[int]:
        nonlocal given
        for number in range(2000):
            given = number + 1
            yield number

    taken = 0
    for batch in read_ahead(abs, sources()):
        taken += len(batch)
        assert given - taken <= (BUNDLES_AHEAD + 1) * BUNDLE


def test_what_goes_wrong_in_the_other_process_is_told_here() -> None:
    with pytest.raises(TypeError):
        list(read_ahead(abs, [1] * FEW + ["no number"]))


def test_the_import_reads_without_the_framework() -> None:
    code = "import sys, agenda.read_documents, agenda.reading_ahead; print('django' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"
