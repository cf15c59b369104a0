"""The headers that tell browsers what pages may do."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from agenda.exempt import Withheld
from agenda.models import AgendaItem
from agenda.tests.builders import make_full_item
from minutes_portal.content_policy import POLICY
from minutes_portal.tests.visits import SIDEWAYS

PASSWORD = "a long pass phrase"
DESK = ["index", "agenda_agendaitem_changelist", "committees_meeting_changelist"]
DESK += ["agenda_sourcedocument_changelist", "agenda_action_changelist", "auth_user_add", "confirm"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/items/", "/nowhere/", "/admin/login/", "/admin/"])
def test_every_answer_says_what_may_run_and_who_may_frame_it(address: str) -> None:
    headers = Client().get(address).headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def complaints_of(page: Any, addresses: list[str]) -> list[str]:
    """What the browser refused to run or show, and the pages that are wider than the screen."""
    said: list[str] = []
    too_wide: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    for address in addresses:
        page.goto(address)
        if page.evaluate(SIDEWAYS) > 0:
            too_wide.append(page.url)
    return [words for words in said if "content security policy" in words.lower()] + too_wide


def test_browser_notices_what_the_policy_forbids(page: Any) -> None:
    page.goto("/about/")
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.evaluate("document.body.append(Object.assign(document.createElement('style')))")
    page.evaluate("document.querySelector('style').textContent = 'p { color: red }'")
    page.wait_for_timeout(100)
    assert any("Content Security Policy" in words for words in refused)


def test_no_public_page_needs_what_the_policy_forbids(page: Any) -> None:
    item = make_full_item()
    addresses = ["/", "/items/?q=report", "/resolutions/", "/actions/", "/owners/", "/about/"]
    addresses += [item.get_absolute_url(), item.meeting.get_absolute_url(), "/nowhere/"]
    assert complaints_of(page, addresses) == []


def test_no_page_of_the_desk_needs_what_is_forbidden_or_more_than_a_phone(page: Any) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    User.objects.create_superuser("clerk", password=PASSWORD)
    item = make_full_item()
    Withheld.objects.create(item=item, paragraph=3, reason="It would harm the sale.")
    page.goto("/admin/login/")
    page.fill("input[name=username]", "clerk")
    page.fill("input[name=password]", PASSWORD)
    page.click("[type=submit]")
    addresses = [reverse(f"admin:{name}") for name in DESK]
    change = reverse("admin:agenda_agendaitem_change", args=[AgendaItem.objects.get().pk])
    assert complaints_of(page, [*addresses, change]) == []
    assert page.locator("text=Exempt text").first.is_visible()
