"""Officers see a draft as the public would; nobody else does."""

import pytest
from django.test import Client
from django.urls import reverse

from agenda.tests.builders import make_item
from agenda.tests.test_admin import officer  # noqa: F401

pytestmark = pytest.mark.django_db


def preview_of(item) -> str:
    return reverse("admin:agenda_agendaitem_preview", args=[item.pk])


def test_an_officer_sees_a_draft_in_the_public_layout_marked_and_never_cached(officer):  # noqa: F811
    item = make_item("Bus station", resolutions=("That it be built",), published=False)
    page = officer.get(preview_of(item))
    shown = page.content.decode()
    assert page.status_code == 200
    assert "That it be built" in shown
    assert "Preview for officers: draft" in shown
    assert "no-store" in page.headers["Cache-Control"]


def test_nobody_else_sees_a_draft():
    item = make_item("Bus station", published=False)
    answer = Client().get(preview_of(item))
    assert answer.status_code == 302
    assert "login" in answer.headers["Location"]


def test_the_public_page_is_not_marked_as_a_preview(client):
    page = client.get(make_item().get_absolute_url())
    assert "Preview for officers" not in page.content.decode()
