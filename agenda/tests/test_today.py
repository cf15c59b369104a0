"""A query that was written yesterday asks for today's date."""

from datetime import date

import pytest
from django.utils import timezone

from agenda.models import ExpectedReport
from agenda.tests.builders import make_item
from agenda.tracking.recording import recompute
from agenda.whole_items import published_item

pytestmark = pytest.mark.django_db


def test_a_page_that_was_loaded_long_ago_knows_what_is_overdue_today(monkeypatch) -> None:
    item = make_item(
        held_on="2016-10-06", resolutions=("That a further report be presented in 12 months.",)
    )
    recompute([item])
    reports = ExpectedReport.objects.with_state()
    for day, state in [(date(2017, 10, 6), "waiting"), (date(2017, 10, 7), "overdue")]:
        monkeypatch.setattr(timezone, "localdate", lambda day=day: day)
        assert reports.all().get().state == state
        shown = published_item(item.pk)
        [report] = shown.expected_reports.all()
        assert report.state == state
