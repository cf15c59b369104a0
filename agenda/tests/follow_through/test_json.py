"""`parse_documents --json`: the comparison and the promised reports beside what was read."""

import io
import json
import subprocess
import sys
from pathlib import Path

from django.core.management import call_command

from .samples import BRADFORD, FOLDER

MEETING = """Agenda, decisions and minutes

Licensing Panel - Wednesday 6 March 2024 10.00 am

Venue: Town Hall

1. TAXI FARES

Recommended –

That fares rise by four per cent.

Minutes:

Resolved –

(1) That fares rise by three per cent.

(2) That a further report be presented in 12 months.

ACTION: Director of Place
"""


def parsed(path: Path, *options: str) -> dict:
    out = io.StringIO()
    call_command("parse_documents", "--json", *options, str(path), stdout=out)
    return json.loads(out.getvalue())


def test_an_item_is_printed_with_its_comparison_and_dated_promises() -> None:
    [path] = BRADFORD.glob("000_*.txt")
    found = parsed(path, "--held-on", "2016-10-06")
    rows = [
        (row["resolution"], row["recommendation"], row["also"], row["class"])
        for row in found["comparison"]
    ]
    assert rows == [
        (0, 0, [], "agreed as recommended"),
        (1, 1, [], "agreed with changes"),
        (2, None, [], "added by members"),
    ]
    assert found["not_taken_up"] == []
    [report] = found["expected_reports"]
    assert (report["resolution"], report["due_on"]) == (1, "2017-10-06")
    text = found["resolutions"][1]["text"]
    assert text[slice(*report["span"])] == report["phrase"]


def test_one_resolution_may_answer_several_recommendations() -> None:
    [row] = parsed(FOLDER / "pairs" / "008.txt")["comparison"]
    assert (row["recommendation"], row["also"], row["class"]) == (0, [1, 2], "decided differently")


def test_items_of_a_meeting_count_from_its_own_date(tmp_path: Path) -> None:
    path = tmp_path / "meeting.txt"
    path.write_text(MEETING, encoding="utf-8")
    found = parsed(path)
    assert found["page_kind"] == "meeting"
    [item] = found["items"]
    assert [row["class"] for row in item["comparison"]] == [
        "agreed with changes",
        "added by members",
    ]
    assert [report["due_on"] for report in item["expected_reports"]] == ["2025-03-06"]


def test_nothing_here_needs_django() -> None:
    program = (
        "import sys, agenda.follow_through.as_json; "
        "sys.exit(any(name.split('.')[0] == 'django' for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
