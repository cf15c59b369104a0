"""An officer's day: import, review, correct, publish, approve, withdraw, look back, revert."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from agenda.models import AgendaItem
from agenda.roles import OFFICERS
from agenda.tests.importing import UPLOAD, text_of
from agenda.tests.test_pages import words_of
from conftest import opened

PASSWORD = "a long pass phrase"
CORRECTED = "Child sexual exploitation: yearly update"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without"])
def desk(
    browser: Any, live_server: Any, transactional_db: None, request: pytest.FixtureRequest
) -> Iterator[Any]:
    """The page of an officer who has signed in."""
    user = User.objects.create_user("officer", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=OFFICERS)[0])
    with opened(browser, live_server.url, javascript=request.param) as page:
        page.goto(UPLOAD)
        page.fill("input[name=username]", "officer")
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("#id_text")
        yield page


def change_form(record: Any) -> str:
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def publicly(address: str) -> tuple[int, str]:
    """What a reader who has not signed in is shown at an address."""
    answer = Client().get(address)
    return answer.status_code, words_of(answer.content.decode())


def test_an_officers_day(desk: Any) -> None:
    import_a_page(desk)
    item = AgendaItem.objects.get()
    address = item.get_absolute_url()
    assert publicly(address)[0] == 404

    send_to_review(desk, item)
    correct_and_publish(desk)
    see_it_public(desk, item)
    item.refresh_from_db()
    address = item.get_absolute_url()
    status, shown = publicly(address)
    assert (status, CORRECTED in shown) == (200, True)
    meeting = item.meeting.get_absolute_url()
    assert "Draft, subject to approval" in publicly(meeting)[1]

    approve_the_minutes(desk, item)
    assert "Draft, subject to approval" not in publicly(meeting)[1]

    withdraw(desk, item, "Published before the embargo ended.")
    status, shown = publicly(address)
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


def send_to_review(desk: Any, item: AgendaItem) -> None:
    desk.goto(change_form(item))
    desk.click("button.step[value=send_to_review]")
    desk.wait_for_selector(".messagelist .success")


def correct_and_publish(desk: Any) -> None:
    """From the list of what is in review, which the desk's first page leads to."""
    desk.goto(reverse("admin:index"))
    desk.click("text=Items in review")
    desk.click("#result_list tbody th a")
    desk.fill("#id_title", CORRECTED)
    desk.uncheck("#id_title_inferred")
    desk.click("button.step[value=publish]")
    desk.wait_for_selector(".messagelist .success")


def see_it_public(desk: Any, item: AgendaItem) -> None:
    desk.goto(change_form(item))
    desk.click("text=View on site")
    assert desk.get_by_role("heading", level=1).inner_text() == CORRECTED


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
