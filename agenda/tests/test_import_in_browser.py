"""An officer imports in a browser: with the keyboard alone, on a phone, many files at once."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User

from agenda.models import AgendaItem, SourceDocument
from agenda.roles import OFFICERS
from agenda.tests.importing import UPLOAD, short_item, text_of

PASSWORD = "a long pass phrase"


@pytest.fixture
def desk(page: Any, transactional_db: None) -> Any:
    """The page of an officer who has signed in, as wide as a phone."""
    user = User.objects.create_user("officer", password=PASSWORD, is_staff=True)
    user.groups.add(Group.objects.get_or_create(name=OFFICERS)[0])
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(UPLOAD)
    page.fill("input[name=username]", "officer")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#id_text")
    return page


def tab_to(page: Any, text: str) -> None:
    """Press the tabulator until what has the focus says this."""
    says = "() => { const e = document.activeElement; return (e.value || '') + e.textContent }"
    for _ in range(200):
        page.keyboard.press("Tab")
        if text in page.evaluate(says):
            return
    raise AssertionError(f"The keyboard does not reach “{text}”.")


def check(page: Any) -> None:
    """The page is no wider than the screen, and has no fault that axe finds in our part of it."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, page.title()
    found = Axe().run(page, context="#content", options={"runOnly": ["wcag2a", "wcag2aa"]})
    assert found.violations_count == 0, found.generate_report()


def test_a_pasted_page_is_looked_at_and_stored_with_the_keyboard_alone(desk: Any) -> None:
    check(desk)
    desk.focus("#id_text")
    desk.keyboard.insert_text(text_of())
    tab_to(desk, "Show what would be stored")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#import-glance")
    assert desk.locator("mark >> text=Resolution 3").first.is_visible()
    check(desk)
    assert not SourceDocument.objects.exists()
    tab_to(desk, "Correct what was given")
    desk.keyboard.press("Enter")
    tab_to(desk, "")
    desk.keyboard.insert_text("Executive")
    tab_to(desk, "Read it again with these")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("text=Executive (supplied by an officer)")
    tab_to(desk, "Store this document")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("text=Stored: 1 document")
    check(desk)
    assert AgendaItem.objects.get().meeting.committee.name == "Executive"
    assert SourceDocument.objects.get().text == text_of()


def test_many_files_show_how_far_they_are_and_only_the_ticked_ones_go_in(
    desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agenda.imports.reading.STEP_DOCUMENTS", 2)
    for n in range(1, 6):
        (tmp_path / f"{n}.txt").write_text(short_item(n))
    (tmp_path / "plan.txt").write_bytes(b"%PDF-1.7")
    desk.set_input_files("input[type=file]", sorted(tmp_path.iterdir()))
    desk.click("text=Show what would be stored")
    assert "Reading: 3 of 6 documents" in desk.inner_text("#content")
    desk.wait_for_selector("text=Ready to store: 5 documents")
    assert "plan.txt: This is a PDF" in desk.inner_text("#content")
    check(desk)
    desk.uncheck("text=2.txt")
    desk.click("text=Store the ticked documents")
    desk.wait_for_selector("text=Stored: 4 documents")
    assert "Ready to store: 1 document" in desk.inner_text("#content")
    assert set(SourceDocument.objects.values_list("name", flat=True)) == {
        f"{n}.txt" for n in (1, 3, 4, 5)
    }
