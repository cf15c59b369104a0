"""From a doubt of the reader to a published, corrected record that a new import leaves alone."""

import pytest
from django.urls import reverse

from agenda.models import AgendaItem, ReadingWarning
from agenda.tests.test_admin import change_url, errors_in, form_of, ingest, officer  # noqa: F401

pytestmark = pytest.mark.django_db


def test_an_item_without_a_title_goes_from_doubt_to_correction_to_publication(
    officer,  # noqa: F811
    client,
):
    item = ingest()
    review = officer.get(reverse("admin:agenda_readingwarning_changelist")).content.decode()
    assert "No title is printed" in review
    assert change_url(item) in review

    url = change_url(item)
    data = form_of(officer, url)
    del data["title_inferred"]
    cleared = {f"warnings-{n}-cleared": "on" for n in range(item.warnings.count())}
    saved = officer.post(url, data | cleared | {"title": "Child sexual exploitation: update"})
    assert saved.status_code == 302, errors_in(saved)
    assert not ReadingWarning.objects.filter(cleared=False).exists()

    listing = reverse("admin:agenda_agendaitem_changelist")
    officer.post(listing, {"action": "publish", "_selected_action": [item.pk]})
    page = client.get(AgendaItem.objects.get().get_absolute_url()).content.decode()
    assert ">Child sexual exploitation: update</h1>" in page
    assert "The source prints no title" not in page
    assert "No title is printed" not in page

    ingest()
    again = client.get(AgendaItem.objects.get().get_absolute_url()).content.decode()
    assert ">Child sexual exploitation: update</h1>" in again
    assert not ReadingWarning.objects.filter(cleared=False).exists()
