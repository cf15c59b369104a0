"""What all the tests share: a throw-away database, Hypothesis's profiles, a browser."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_BROWSER = "NO BROWSER FOUND: install Chromium (on Debian: apt install chromium)"
NO_PDF = "NO PDF CAN BE MADE HERE: install"
# Without these a browser looks for its maker's services over the network.
QUIET = (
    "--headless --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
).split()

settings.register_profile("default", max_examples=25, deadline=None)
settings.register_profile(
    "thorough", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_configure(config: pytest.Config) -> None:
    """Every test with a database has both its doors, and the connection of the test before."""
    from django.test import TestCase, TransactionTestCase

    TransactionTestCase.databases = frozenset({"default", "public"})
    TestCase.tearDownClass = classmethod(roll_back)


def roll_back(case: Any) -> None:
    """End a test's transaction. Django closes the connection too, and a new one is slow at first:
    it has yet to read what the tables are like."""
    case._rollback_atomics(case.cls_atomics)


def pytest_collection_finish() -> None:
    """What was imported stays for the whole run: it need not be looked through for garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """One database for all the tests of a process, also where none of them is marked as its user."""
    from django.test.utils import setup_databases, teardown_databases

    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False, aliases={"default"})
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)


def pytest_unconfigure(config: pytest.Config) -> None:
    """The process that handed out the tests removes the database they used."""
    is_worker = hasattr(config, "workerinput")
    directory = os.environ.get("MINUTES_PORTAL_TEST_DATA")
    if directory and not is_worker:
        from minutes_portal.embedded_postgres.server import server_in

        server_in(Path(directory), durable=False).remove()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    print_axe_table(terminalreporter)
    skipped = [str(report.longrepr) for report in terminalreporter.stats.get("skipped", [])]
    for kind, reason in {"browser": NO_BROWSER, "PDF": NO_PDF}.items():
        found = [
            words[words.index(reason) :].removesuffix("')") for words in skipped if reason in words
        ]
        if found:
            line = f"{len(found)} {kind} tests did not run. {found[0]}"
            terminalreporter.write_line(line, red=True, bold=True)


def print_axe_table(terminalreporter: Any) -> None:
    """What axe found on each type of page: at 375 and 1280 pixels, each light and dark."""
    reports = [r for results in terminalreporter.stats.values() for r in results]
    properties = {
        tuple(map(repr, p)): p for r in reports for p in getattr(r, "user_properties", ())
    }
    found = sorted(value for name, value in properties.values() if name == "axe")
    if found:
        terminalreporter.write_line("axe: violations at 375 light, dark, 1280 light, dark")
    for name, counts in found:
        terminalreporter.write_line(f"  {name:34}{'  '.join(map(str, counts))}")


def browser_path() -> str:
    for name in BROWSERS:
        path = shutil.which(name)
        if path:
            return path
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(NO_BROWSER)
    pytest.skip(NO_BROWSER)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium without a window, driven by Playwright, for all the tests of a process."""
    path = browser_path()
    from playwright.sync_api import sync_playwright

    arguments = [*QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    # Playwright leaves an event loop in this thread, for which Django would
    # refuse every later query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chromium
        chromium.close()


@contextmanager
def opened(browser: Any, host: str, *, javascript: bool = True) -> Iterator[Any]:
    """An empty page of the browser, which afterwards must have asked no other host for anything."""
    context = browser.new_context(base_url=host, locale="en-GB", java_script_enabled=javascript)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    yield context.new_page()
    context.close()
    assert [url for url in asked if not url.startswith((host, "data:"))] == []


@contextmanager
def standing_portal(django_db_blocker: Any, fill: Callable[[], None]) -> Iterator[Any]:
    """A portal whose records, made by `fill`, stay for all the tests of a module."""
    from django.core.management import call_command
    from django.db import connections
    from pytest_django.live_server_helper import LiveServer

    with django_db_blocker.unblock():
        server = LiveServer("localhost")
        try:
            fill()
            yield server
        finally:
            server.stop()
            call_command("flush", interactive=False, verbosity=0)
            connections.close_all()


@pytest.fixture
def page(browser: Any, live_server: Any) -> Iterator[Any]:
    """An empty page of the browser; `page.goto("/")` opens the portal under test."""
    with opened(browser, live_server.url) as page:
        yield page
