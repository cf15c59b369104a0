"""That the tests which ask axe would notice what is wrong."""

from typing import Any

from minutes_portal.tests.visits import WIDTHS, by_axe


def test_axe_would_find_what_is_wrong(page: Any) -> None:
    page.goto("/about/")
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=/favicon.svg>'")
    page.evaluate("document.querySelector('.lead').style.color = '#777'")
    found = {cell: " ".join(names) for cell, names in by_axe(page).items()}
    assert all("color-contrast" in names for names in found.values())
    assert all("image-alt" in found[width, "light"] for width in WIDTHS)
