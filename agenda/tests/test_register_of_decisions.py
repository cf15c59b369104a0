"""Entries of the register of decisions, as they are stored."""

from datetime import date
from pathlib import Path

import pytest

from agenda.ingest import ingest_document

pytestmark = pytest.mark.django_db
REGISTER = Path(__file__).parent / "documents" / "heldout" / "151.txt"


def test_entry_keeps_its_title_and_the_meeting_it_was_made_at() -> None:
    """The day that an entry stands under is not always that of the meeting."""
    text = REGISTER.read_text(encoding="utf-8")
    items = ingest_document(REGISTER.name, text, publish=True).items
    held = date(2032, 2, 12)
    assert [(item.title, item.meeting.held_on) for item in items] == [
        ("GRANTS TO VILLAGE HALLS – YEAR 2", held),
        ("CAR PARK CHARGES", None),
        ("OBJECTIONS TO HUMPS, WELL LANE", held),
    ]
    for item in items:
        [(start, end)] = item.spans["title"]
        assert text[start:end] == item.title
        assert item.start <= start <= end <= item.end


def test_register_read_again_changes_nothing() -> None:
    text = REGISTER.read_text(encoding="utf-8")
    ingest_document(REGISTER.name, text)
    assert ingest_document(REGISTER.name, text).outcome == "unchanged"
