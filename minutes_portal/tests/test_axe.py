"""That the tests of every page would notice what is wrong."""

from typing import Any

from minutes_portal.tests.comfort import SMALL, as_the_reader_chose
from minutes_portal.tests.visits import WIDTHS, by_axe


def test_axe_would_find_what_is_wrong(page: Any) -> None:
    page.goto("/about/")
    page.evaluate("document.querySelector('h1').outerHTML = '<img src=/favicon.svg>'")
    page.evaluate("document.querySelector('.lead').style.color = '#777'")
    found = {cell: " ".join(names) for cell, names in by_axe(page).items()}
    assert all("color-contrast" in names for names in found.values())
    assert all("image-alt" in found[width, "light"] for width in WIDTHS)


FAULTS = """
<del>gone</del><strong class="tag">Open</strong>
<svg class="bar"><rect class="bar-none"/><rect class="bar-none"/></svg>
<button>x</button><a href="#a">a</a>
"""


def test_what_is_too_small_too_lively_or_lost_would_be_found(page: Any) -> None:
    page.goto("/about/")
    page.evaluate("html => { document.querySelector('main').innerHTML = html }", FAULTS)
    page.evaluate("document.querySelector('del').style.textDecoration = 'none'")
    page.evaluate("document.querySelector('.tag').style.border = '0'")
    page.evaluate("document.querySelector('main button').style = 'min-height: 0; font-size: 4px'")
    page.evaluate("document.querySelector('main a').style.transition = 'color 1s'")
    found = as_the_reader_chose(page)
    assert [words.split()[0] for words in found["moving"]] == ["<a"]
    lost = {words.split()[0] for words in found["lost"]}
    # The last are the looks of the two pieces of one bar, which are the same.
    assert lost == {"<del", "<strong", "<rect", "rgb(0,"}
    assert [words.split()[0] for words in page.evaluate(SMALL)] == ["<button"]
