"""The table says what was measured, what was aimed at, and whether it was met."""

import json
from contextlib import nullcontext
from io import StringIO

import pytest

from agenda.bench.figures import Figure, as_json, as_table, percentile
from agenda.bench.measures import datasette, memory, pages, registers, search
from agenda.bench.run import Run
from agenda.bench.timing import Timed
from agenda.management.commands import bench


@pytest.mark.parametrize(
    ("percent", "expected"), [(50, 2), (75, 3), (76, 4), (99, 4), (100, 4), (1, 1)]
)
def test_percentiles_are_values_that_were_measured(percent, expected):
    assert percentile([4, 2, 1, 3], percent) == expected


def test_the_table_has_a_line_for_each_figure():
    figures = [
        Figure("search page: p95", 61.04, "ms", at_most=60),
        Figure("kept page", 50, "%", at_least=50),
        Figure("differences", 0, at_most=0, places=0),
        Figure("requests", 1234.5, "/s"),
        Figure("Datasette (not there)", None, "ms", at_least=10),
    ]
    assert as_table(figures).splitlines() == [
        "figure                     measured      aim  met",
        "-" * 52,
        "search page: p95            61.0 ms  ≤ 60 ms  missed",
        "kept page                    50.0 %   ≥ 50 %  yes",
        "differences                       0        0  yes",
        "requests                 1,234.5 /s",
        "Datasette (not there)  not measured  ≥ 10 ms",
    ]


def test_an_aim_is_judged_by_the_value_and_not_by_its_figures_in_the_table():
    assert Figure("ratio", 3.04, "×", at_most=3).row == ("ratio", "3.0 ×", "≤ 3 ×", "missed")


def test_the_file_holds_figures_and_what_they_were_made_of():
    written = json.loads(as_json([Figure("p95", 61.23456, "ms", at_most=60)], 50, {"turns": [1]}))
    assert written["figures"] == [
        {"name": "p95", "value": 61.235, "unit": "ms", "aim": "≤ 60 ms", "met": False}
    ]
    assert (written["items"], written["details"]) == (50, {"turns": [1]})


def test_a_million_items_have_aims_of_their_own():
    assert [Run(items).aim(60, 80) for items in (50_000, 1_000_000)] == [60, 80]


def test_growth_is_told_where_fewer_items_were_measured_too():
    assert search.growth(Run(50_000), [30.0]) == []
    (figure,) = search.growth(Run(50_000, smaller=[6.0], smaller_items=10_000), [30.0])
    assert (figure.value, figure.met) == (5.0, False)
    assert "10,000 items" in figure.name


def test_shares_are_those_of_a_bare_view():
    rates = dict(zip([pages.BARE, *pages.AIMS], [2000, 119, 400, 1000], strict=True))
    judged = [figure for figure in pages.figures_of(rates) if figure.aim]
    assert [(figure.value, figure.met) for figure in judged] == [
        (pytest.approx(5.95), False),
        (20, True),
        (50, True),
    ]


def test_lists_are_held_against_the_plain_list_and_dashboards_counted():
    plain, slow = Timed("/items/", 200, 4, (2.0,)), Timed("/dashboard/", 200, 9, (7.0, 6.2, 1.0))
    listed = Timed("/owners/", 200, 9, (6.2,))
    figures = registers.figures_of([plain, listed, slow])
    assert [figure.row[1:] for figure in figures] == [
        ("2.0 ms", "", ""),
        ("3.1 × the list", "≤ 3 × the list", "missed"),
        ("3.1 × the list", "", ""),
        ("9 queries", "≤ 8 queries", "missed"),
        ("0", "0", "yes"),
    ]
    assert registers.as_json(slow)["milliseconds"] == [7.0, 6.2, 1.0]


def test_memory_may_grow_by_five_hundredths():
    grown = [memory.figures_of(10, 100, 100, after)[-1].met for after in (105, 106, 90)]
    assert grown == [True, False, True]


def test_datasette_is_held_against_the_portal(monkeypatch):
    monkeypatch.setattr(datasette, "find_spec", lambda name: None)
    (figure,) = datasette.measure(Run(50_000))
    assert figure.measured == "not measured"


def test_what_was_measured_is_told_though_another_measurement_fails(monkeypatch, tmp_path):
    def raising(error: BaseException):
        def measure(run: Run) -> list[Figure]:
            raise error

        return measure

    measures = {
        "slow": raising(RuntimeError("No answer.")),
        "first": lambda run: [Figure("p95", 7, "ms")],
        "left out": lambda run: [Figure("left out", 1)],
        "last": raising(KeyboardInterrupt()),
    }
    monkeypatch.setattr(bench, "MEASURES", measures)
    monkeypatch.setattr(bench, "two_sets", lambda queries: ([], []))
    command = bench.Command(stdout=StringIO(), stderr=StringIO())
    monkeypatch.setattr(command, "records", lambda items: nullcontext())
    file = tmp_path / "figures.json"
    with pytest.raises(KeyboardInterrupt):
        command.measure(Run(50), ["last", "first", "slow"], 10, file)
    assert [line.split("  ")[0] for line in command.stdout.getvalue().splitlines()[2:]] == [
        "slow (broken off; the reason stands above)",
        "p95",
    ]
    assert "RuntimeError: No answer." in command.stderr.getvalue()
    assert [each["value"] for each in json.loads(file.read_text())["figures"]] == [None, 7]
