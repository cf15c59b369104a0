"""Pictures of every type of page, narrow and wide, light and dark: `make screenshots`.

They are taken of a portal of their own, with the documents that an empty one starts with. The
README shows four of them, cut to one screen.
"""

import os
import signal
import sys
import tempfile
import urllib.request
from itertools import product
from pathlib import Path
from typing import Any

import django
from playwright.sync_api import sync_playwright

from conftest import QUIET, browser_path
from minutes_portal.tests.page_types import page_types
from minutes_portal.tests.portal_process import PROJECT, Portal

WIDTHS = (375, 1280)
SCHEMES = ("light", "dark")
README = PROJECT / "docs" / "pictures"
# The type of page, the width and the colours of each picture of the README.
SHOWN = {
    "item": ("agenda:item", 1280, "light"),
    "item-phone": ("agenda:item", 375, "dark"),
    "search": ("search", 1280, "light"),
    "dashboard-phone": ("agenda:dashboard", 375, "light"),
}


def take_all(portal: Portal, folder: Path) -> int:
    """Write a picture of each page, width and scheme, and those of the README; their number."""
    address = f"http://127.0.0.1:{portal.port}"
    pages = page_types(lambda path: urllib.request.urlopen(address + path).read())
    with sync_playwright() as playwright:
        arguments = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        for width, scheme in product(WIDTHS, SCHEMES):
            viewport: Any = {"width": width, "height": 800}
            context = browser.new_context(base_url=address, locale="en-GB", viewport=viewport)
            page = context.new_page()
            page.emulate_media(color_scheme=scheme)
            for name, path in pages.items():
                page.goto(path)
                file = folder / f"{name.replace(':', '-')}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
                for picture in pictures_of(name, width, scheme):
                    page.screenshot(path=README / f"{picture}.png")
            context.close()
    return len(pages) * len(WIDTHS) * len(SCHEMES) + len(SHOWN)


def pictures_of(*shown: object) -> list[str]:
    """The pictures of the README that show this page, in this width and these colours."""
    return [picture for picture, each in SHOWN.items() if each == shown]


def main(folder: Path) -> None:
    for each in (folder, README):
        each.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes_portal.settings")
    with tempfile.TemporaryDirectory() as scratch:
        # A server of PostgreSQL that root starts runs as another user.
        Path(scratch).chmod(0o755)
        portal = Portal(Path(scratch) / "data", Path(scratch) / "log")
        try:
            django.setup()
            count = take_all(portal.wait_until_ready(), folder)
        finally:
            portal.stop(signal.SIGTERM)
    print(f"{count} pictures are in {folder} and {README}.")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "docs" / "screenshots")
