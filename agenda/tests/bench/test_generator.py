"""Made-up records stand in the database as an import's do."""

from datetime import date

import pytest
from django.db.models import F

from agenda.bench.generator import NotEmpty, generate
from agenda.bench.items import rows_of
from agenda.bench.maker import Maker
from agenda.bench.tables import COLUMNS
from agenda.bench.timetable import Timetable
from agenda.expected_reports import ExpectedReport, Return
from agenda.matters import Matter
from agenda.models import Action, AgendaItem, Post, Recommendation, Resolution
from agenda.tests.builders import make_item
from committees.models import Committee, Meeting

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 3, 31)


def test_records_are_whole_and_public_pages_can_show_them(client):
    generate(1_200, 1, until=UNTIL)
    assert AgendaItem.objects.count() == 1_200
    assert Meeting.objects.count() == 100
    for model in (Resolution, Recommendation, Action, ExpectedReport, Return, Matter, Post):
        assert model.objects.exists(), model
    assert not Resolution.objects.filter(words=None).exists()
    assert Action.objects.filter(resolutions__item=F("item")).exists()
    assert not Action.objects.exclude(resolutions=None).exclude(resolutions__item=F("item"))
    item = AgendaItem.objects.public().exclude(background="").first()
    assert client.get(item.get_absolute_url()).status_code == 200


def test_new_records_follow_the_made_up_ones():
    generate(60, 1, until=UNTIL)
    assert Committee.named("Another Committee").pk > 4
    item = make_item(resolutions=("That it be noted.",), owners=("City Solicitor",))
    assert item.pk == 61


def test_made_up_records_are_not_put_beside_others():
    make_item()
    with pytest.raises(NotEmpty):
        generate(20, 1, until=UNTIL)
    assert AgendaItem.objects.count() == 1


def test_progress_tells_how_many_items_are_written():
    told: list[int] = []
    generate(700, 1, until=UNTIL, progress=told.append)
    assert told == [500, 200]


def test_several_processes_write_the_same():
    generate(600, 3, until=UNTIL, processes=2)
    written = list(AgendaItem.objects.order_by("pk").values_list("title", "minutes"))
    made = rows_of(Maker(Timetable(600, UNTIL), 3), range(600))["agenda_agendaitem"]
    title, minutes = (COLUMNS["agenda_agendaitem"].index(name) for name in ("title", "minutes"))
    assert written == [(row[title], row[minutes]) for row in made]
