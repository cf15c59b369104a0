"""Every labelled promise: when the report is due, how exactly, and whether it comes back."""

from datetime import date
from typing import Any

import pytest

from agenda.follow_through.promises import expected_reports
from agenda.follow_through.when import Precision, Recurrence

from .samples import read_json, resolutions

CASES = read_json("due_dates.json") + read_json("due_dates_more.json")


def _name(case: dict[str, Any]) -> str:
    return f"{case['phrase']} {case['meeting_date']} {case.get('nth', '')}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_labelled_promises_are_due_as_labelled(case: dict[str, Any]) -> None:
    held_on = date.fromisoformat(case["meeting_date"]) if case["meeting_date"] else None
    reports = expected_reports(resolutions(case["phrase"]), held_on)
    expected = case["expected"]
    if expected["kind"] == "none":
        assert reports == ()
        return
    report = reports[case.get("nth", 1) - 1]
    due_on = date.fromisoformat(expected["due_on"]) if expected["due_on"] else None
    assert (report.due_on, report.precision, report.recurs) == (
        due_on,
        expected["precision"],
        expected["recurs"],
    )
    assert case["phrase"][report.span.start : report.span.end] == report.phrase


def test_a_promise_in_a_sub_point_names_it() -> None:
    [report] = expected_reports(
        resolutions(
            {
                "text": "That the Head of Parks be requested to:",
                "sub_points": ["mend the gate;", "bring a further report in six months."],
            }
        ),
        date(2024, 3, 15),
    )
    assert (report.sub_point, report.phrase) == (1, "bring a further report in six months")
    assert report.due_on == date(2024, 9, 15)


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    """From Thursday 28 March 2024: Good Friday and Easter Monday do not count."""
    [report] = expected_reports(
        resolutions("That a report be submitted within two working days."), date(2024, 3, 28)
    )
    assert (report.due_on, report.precision) == (date(2024, 4, 3), Precision.DAY)


def test_thereafter_counts_from_the_first_report() -> None:
    first, series = expected_reports(
        resolutions("That a report be presented in six months and every year thereafter."),
        date(2024, 3, 15),
    )
    assert (first.due_on, first.recurs) == (date(2024, 9, 15), None)
    assert (series.due_on, series.recurs) == (date(2025, 9, 15), Recurrence.ANNUAL)
