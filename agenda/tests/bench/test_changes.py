"""Adding and correcting items, with the search and without it."""

import sqlite3
from datetime import date

import pytest
from django.contrib.auth.models import User

from agenda import search
from agenda.bench import sqlite_copy
from agenda.bench.generator import generate
from agenda.bench.measures import changes
from agenda.bench.run import Run
from agenda.models import AgendaItem, SearchEntry

pytestmark = pytest.mark.django_db


def test_items_are_added_and_corrected_with_the_search_and_without():
    generate(24, 1, until=date(2026, 3, 31))
    search.refresh(AgendaItem.objects.all())
    figures = changes.measure(Run(24, pairs=1))
    assert [figure.unit for figure in figures] == ["ms", "×"] * 2
    # One to begin with, then one with the search and one without.
    assert AgendaItem.objects.count() == 24 + 3
    assert AgendaItem.objects.filter(search_entry=None).count() == 1
    corrected = AgendaItem.objects.filter(corrected=["title"])
    assert sorted(item.title[-3:] for item in corrected) == [f"({n})" for n in (0, 2, 3)]
    in_step = [item for item in corrected if search.still_says(item.pk, item.title)]
    assert len(in_step) == 2


def test_a_change_that_is_refused_is_told(client):
    client.force_login(User.objects.create_superuser("bench"))
    generate(24, 1, until=date(2026, 3, 31))
    address = "/admin/agenda/agendaitem/5/change/"
    item = AgendaItem.objects.filter(pk=5)
    real = client.post

    def meanwhile(*arguments, **options):
        item.update(background="Changed by somebody else.")
        return real(*arguments, **options)

    client.post = meanwhile
    with pytest.raises(RuntimeError, match="was not saved"):
        changes.save(client, address, 1)
    assert not SearchEntry.objects.exists()


def test_sqlite_gets_every_public_item_with_an_index_of_its_words(tmp_path):
    generate(60, 1, until=date(2026, 3, 31))
    told: list[int] = []
    sqlite_copy.write(tmp_path / "bench.db", told.append)
    copy = sqlite3.connect(tmp_path / "bench.db")
    rows = copy.execute("SELECT id, title, committee FROM items ORDER BY id").fetchall()
    public = AgendaItem.objects.public().order_by("pk")
    expected = public.values_list("pk", "title", "meeting__committee__slug")
    assert rows == [(pk, title, slug or "") for pk, title, slug in expected]
    assert sum(told) == len(rows)
    found = copy.execute("SELECT count(*) FROM items_fts WHERE items_fts MATCH 'minute'")
    assert found.fetchone()[0] >= sum(title == "MINUTES" for _, title, _ in rows) > 0
    copy.close()
