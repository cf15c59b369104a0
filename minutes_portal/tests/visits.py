"""What a browser notices on a page: as first met on a phone, by the keyboard, by axe, on paper."""

import gzip
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT

from minutes_portal.tests.comfort import SMALL, as_the_reader_chose

WIDTHS = (375, 1280)
# A screen of 1280 pixels, zoomed in to 400 %.
NARROWEST = 320
# What the page itself takes notes of, from before its first word.
NOTES = """
window.moved = 0;
new PerformanceObserver(list => list.getEntries().forEach(e => { moved += e.value }))
  .observe({ type: "layout-shift", buffered: true });
window.reached = new Set(); window.unseen = [];
document.addEventListener("focusin", e => {
  if (e.target.matches("main, body")) return;
  reached.add(e.target);
  const style = getComputedStyle(e.target);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) unseen.push(e.target.outerHTML);
});
"""
# Links, buttons and fields in sight that the keyboard has not come to.
UNREACHED = """
[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && !reached.has(e))
  .map(e => e.outerHTML)
"""
# What axe is asked: everything, and in dark colours again what has to do with colours. The size of
# targets is a rule that it leaves out unless asked.
ASKED = {
    "light": {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}},
    "dark": {
        "resultTypes": ["violations"],
        "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    },
}
MOST_PRESSES = 600
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))"
VIOLATIONS = """options => axe.run(document, options).then(found =>
  found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).slice(0, 3).join(" ")}`))"""


@dataclass
class Visit:
    """One page, and what was noticed."""

    name: str
    status: int
    title: str
    levels: list[int]
    too_wide: int
    moved: float
    small: list[str]
    weight: int
    hosts: set[str]
    complaints: list[str]
    cookies: list[Any]
    unreached: list[str]
    unseen: list[str]
    violations: dict[tuple[int, str], list[str]]
    lost: list[str]
    moving: list[str]
    on_paper: str
    too_wide_on_paper: int


def visit(browser: Any, host: str, name: str, path: str) -> Visit:
    """Open a page as nobody who was here before, and look at it from all sides."""
    context = browser.new_context(
        base_url=host, locale="en-GB", viewport={"width": NARROWEST, "height": 640}
    )
    page, answers, complaints = context.new_page(), [], []
    page.add_init_script(NOTES)
    page.on("response", lambda answer: answers.append(answer))
    page.on("console", lambda message: complaints.append((message.type, message.text)))
    first = {
        "status": page.goto(path).status,
        "title": page.title(),
        "levels": page.evaluate(LEVELS),
        "too_wide": page.evaluate(SIDEWAYS),
        "moved": page.evaluate("moved"),
        "small": page.evaluate(SMALL),
        "weight": sum(len(gzip.compress(answer.body())) for answer in answers),
        "hosts": {urlsplit(answer.url).netloc for answer in answers},
        "cookies": context.cookies(),
    }
    keyboard = by_keyboard(page)
    violations, choices, paper = by_axe(page), as_the_reader_chose(page), on_paper(page)
    context.close()
    # Pages that say that there is no such page are answered so on purpose.
    errors = [t for kind, t in complaints if kind == "error" and "server responded" not in t]
    return Visit(
        name, complaints=errors, violations=violations, **first, **keyboard, **choices, **paper
    )


def by_keyboard(page: Any) -> dict[str, list[str]]:
    """Press the tabulator until everything in sight was reached, or far too often."""
    page.set_viewport_size({"width": WIDTHS[-1], "height": 900})
    for presses in range(MOST_PRESSES):
        if presses % 10 == 0 and not page.evaluate(UNREACHED):
            break
        page.keyboard.press("Tab")
    return {"unreached": page.evaluate(UNREACHED), "unseen": page.evaluate("unseen")}


def by_axe(page: Any) -> dict[tuple[int, str], list[str]]:
    """The names of all that axe finds wrong, by width and colours."""
    page.evaluate(AXE_SCRIPT)
    # A link that shows itself where it has the focus covers others.
    page.evaluate("document.activeElement.blur()")
    found = {}
    for width, scheme in product(WIDTHS, ASKED):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found[width, scheme] = page.evaluate(VIOLATIONS, ASKED[scheme])
    return found


def on_paper(page: Any) -> dict[str, Any]:
    """What stands on a sheet of A4 at the foot of a page, and whether it is cut off."""
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 643, "height": 900})
    return {
        "on_paper": page.inner_text("body"),
        "too_wide_on_paper": page.evaluate(SIDEWAYS),
    }
