"""An officer's day in a browser: import, correct, publish, approve, withdraw, look back, revert."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from agenda.models import AgendaItem
from agenda.roles import OFFICERS
from agenda.tests.importing import UPLOAD, text_of

PASSWORD = "a long pass phrase"
CORRECTED = "Child sexual exploitation: yearly update"


@pytest.fixture
def desk(page: Any, transactional_db: None) -> Any:
    """The page of an officer who has signed in."""
    user = User.objects.create_user("officer", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=OFFICERS)[0])
    page.goto(UPLOAD)
    page.fill("input[name=username]", "officer")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_text")
    return page


def change_form(record: Any) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def publicly(page: Any, address: str) -> tuple[int, str]:
    """What a reader who has not signed in is shown at an address."""
    visitor = page.context.browser.new_context(base_url=page.url.split("/admin")[0])
    reader = visitor.new_page()
    answer = reader.goto(address)
    shown = answer.status, reader.inner_text("body")
    visitor.close()
    return shown


def test_an_officers_day(desk: Any) -> None:
    import_a_page(desk)
    item = AgendaItem.objects.get()
    address = item.get_absolute_url()
    assert publicly(desk, address)[0] == 404

    correct_and_publish(desk, item)
    item.refresh_from_db()
    address = item.get_absolute_url()
    status, shown = publicly(desk, address)
    assert (status, CORRECTED in shown) == (200, True)
    meeting = item.meeting.get_absolute_url()
    assert "Draft, subject to approval" in publicly(desk, meeting)[1]

    approve_the_minutes(desk, item)
    assert "Draft, subject to approval" not in publicly(desk, meeting)[1]

    withdraw(desk, item, "Published before the embargo ended.")
    status, shown = publicly(desk, address)
    assert status == 410
    assert "Published before the embargo ended." in shown
    assert CORRECTED not in shown

    revert_the_title(desk, item)
    item.refresh_from_db()
    assert item.title.startswith("Report on child sexual exploitation")


def import_a_page(desk: Any) -> None:
    desk.fill("#id_text", text_of())
    desk.click("text=Show what would be stored")
    desk.click("text=Store this document")
    desk.wait_for_selector("text=Stored: 1 document")


def correct_and_publish(desk: Any, item: AgendaItem) -> None:
    desk.goto(change_form(item))
    desk.fill("#id_title", CORRECTED)
    desk.uncheck("#id_title_inferred")
    desk.click("button.step[value=publish]")
    desk.wait_for_selector(".messagelist .success")


def approve_the_minutes(desk: Any, item: AgendaItem) -> None:
    desk.goto(change_form(item.meeting))
    desk.select_option("#id_minutes_status", "approved")
    desk.fill("#id_approved_on", "2016-11-03")
    desk.click("input[name=_save]")
    desk.wait_for_selector(".messagelist .success")


def withdraw(desk: Any, item: AgendaItem, reason: str) -> None:
    desk.goto(change_form(item))
    desk.click("button.step[value=withdraw]")
    desk.fill("#id_reason", reason)
    desk.click("input[value=Withdraw]")
    desk.wait_for_selector(".messagelist .success")


def revert_the_title(desk: Any, item: AgendaItem) -> None:
    desk.goto(change_form(item))
    desk.click("text=History")
    assert CORRECTED in desk.inner_text("#content")
    desk.locator(".version a").last.click()
    desk.click("input[value='Go back to this version']")
    desk.wait_for_selector(".messagelist .success")
