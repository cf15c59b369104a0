"""The commands that make records up, and that measure pages over them."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from agenda.bench.generator import generate
from agenda.bench.timing import LISTS, addresses, timed
from agenda.models import AgendaItem
from agenda.tests.builders import make_item


@pytest.mark.django_db(transaction=True)
def test_records_are_made_up_and_can_be_searched(client):
    until = ["--until", "2026-03-31", "--processes", "1"]
    call_command("generate_records", "--items", "60", *until, stderr=StringIO())
    assert AgendaItem.objects.count() == 60
    assert AgendaItem.objects.public().search("report").exists()


@pytest.mark.django_db
def test_a_database_with_records_is_left_as_it_is():
    make_item()
    with pytest.raises(CommandError, match="empty database alone"):
        call_command("generate_records", "--items", "20", stderr=StringIO())
    assert AgendaItem.objects.count() == 1


@pytest.mark.parametrize("command", ["generate_records", "bench"])
def test_no_items_are_no_number_of_items(command):
    with pytest.raises(CommandError, match="one or more"):
        call_command(command, "--items", "0")


@pytest.mark.django_db
def test_every_list_and_a_page_of_each_kind_is_timed():
    generate(120, 1, until=date(2026, 3, 31))
    paths = addresses()
    assert paths[0] == "/items/"
    assert {reverse(name) for name in LISTS} <= set(paths)
    assert any(path.startswith("/items/") and path != "/items/" for path in paths)
    pages = timed(paths, 1)
    assert [(page.path, page.status) for page in pages] == [(path, 200) for path in paths]
    assert all(page.queries for page in pages)
