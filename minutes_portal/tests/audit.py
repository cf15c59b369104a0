"""Scores every type of page as Lighthouse would, with Chromium alone: `make audit`.

A portal of its own is started on made-up records. Each page is loaded as on a first visit with a
cheap phone; one that scores too little for its speed is loaded twice more, and the middle counts.
The checks of the other three scores are Lighthouse's, but each counts the same; two are not asked:
HTTPS, which no portal has on its own machine, and whether pages that are left out of indexes on
purpose (searches, errors) may be indexed. Ends with an error where a score is below 98.
`python -m minutes_portal.tests.audit agenda:item search` looks at these types alone.
"""

import os
import signal
import sys
import tempfile
import urllib.request
from pathlib import Path
from statistics import median
from typing import Any
from urllib.robotparser import RobotFileParser

import django
from playwright.sync_api import sync_playwright

from conftest import QUIET, browser_path
from minutes_portal.tests import scores
from minutes_portal.tests.page_checks import PRACTICE, SEO, Sent, failures
from minutes_portal.tests.page_types import page_types
from minutes_portal.tests.portal_process import Portal, manage
from minutes_portal.tests.slow_phone import Seen, look

ENOUGH = 98
ITEMS = "600"
LOADS = 3
# A page that says that there is no such page is answered so on purpose.
EXPECTED = "server responded with a status of"
MOST_SMALL = 0.4


def practice(seen: Seen) -> tuple[list[str], int]:
    """What a careful browser does not like, and how many things were looked at."""
    told = [words for words in seen.complaints if EXPECTED not in words]
    found = failures(seen.sent, PRACTICE)
    if told:
        found.append(f"gives the browser nothing to complain of: {told}")
    if seen.wrong_shapes:
        found.append("draws images in their own shape")
    return found, len(PRACTICE) + 2


def search_engines(seen: Seen, robots: RobotFileParser) -> tuple[list[str], int]:
    found = failures(seen.sent, SEO)
    if seen.small_share > MOST_SMALL:
        found.append("has text that can be read on a phone")
    if any(words.startswith("target-size") for words in seen.violations):
        found.append("has links and buttons for fingers")
    if not robots.can_fetch("*", seen.sent.address) or not robots.site_maps():
        found.append("is open to robots")
    return found, len(SEO) + 3


def speed(browser: Any, seen: Seen) -> dict[str, float]:
    """As measured, or the middle of three loads where that was slow."""
    loads = [seen.measured]
    sent: Sent = seen.sent
    while scores.performance(seen.measured) < ENOUGH and len(loads) < LOADS:
        loads.append(look(browser, sent.name, sent.address).measured)
    return {name: median(load[name] for load in loads) for name in seen.measured}


def audit(browser: Any, host: str, name: str, path: str, robots: RobotFileParser) -> bool:
    """Look at a page, print its line, and whether it is good enough."""
    seen = look(browser, name, host + path)
    measured = speed(browser, seen)
    practised, found = practice(seen), search_engines(seen, robots)
    four = [
        scores.performance(measured),
        scores.share(seen.violations, seen.rules),
        scores.share(*practised),
        scores.share(*found),
    ]
    told = "".join(f"{measured[each]:8.0f}" for each in ("FCP", "LCP", "TBT"))
    print(
        f"{name:32}" + "".join(f"{s:8.1f}" for s in four) + f"{told}{measured['CLS']:8.3f}",
        flush=True,
    )
    for words in (*seen.violations, *practised[0], *found[0]):
        print(f"    not so: {words}")
    return min(four) >= ENOUGH


def audit_all(host: str, chosen: list[str]) -> list[str]:
    """The types of page that are not good enough; of all where none are chosen."""
    robots = RobotFileParser(f"{host}/robots.txt")
    robots.read()
    found = page_types(lambda path: urllib.request.urlopen(host + path).read())
    pages = {name: found[name] for name in chosen or found}
    heads = ("speed", "access", "practice", "SEO", "FCP ms", "LCP ms", "TBT ms", "CLS")
    print(f"{'page':32}" + "".join(f"{head:>8}" for head in heads))
    with sync_playwright() as playwright:
        arguments = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        return [n for n, path in pages.items() if not audit(browser, host, n, path, robots)]


def warn_if_busy() -> None:
    """Pages are loaded and served on this machine, so that whatever else it does slows both."""
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        print(f"This machine is busy ({load:.1f} at work on {cores} cores): pages seem slower.")


def main(chosen: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes_portal.settings")
    warn_if_busy()
    with tempfile.TemporaryDirectory() as scratch:
        # A server of PostgreSQL that root starts runs as another user.
        Path(scratch).chmod(0o755)
        data = Path(scratch) / "data"
        for command in (["migrate"], ["generate_records", "--items", ITEMS]):
            manage(*command, data=data).check_returncode()
        portal = Portal(data, Path(scratch) / "log")
        try:
            django.setup()
            lacking = audit_all(f"http://127.0.0.1:{portal.wait_until_ready().port}", chosen)
        finally:
            portal.stop(signal.SIGTERM)
    print(f"Below {ENOUGH}: {', '.join(lacking)}" if lacking else f"All are {ENOUGH} or more.")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
