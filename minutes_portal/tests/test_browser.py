"""That the other tests can rely on a browser."""

from typing import Any


def test_browser_shows_a_page_of_the_portal(page: Any) -> None:
    page.goto("/admin/login/")
    assert page.locator("input[name=username]").is_visible()


def test_queries_go_on_after_the_browser(page: Any, db: None) -> None:
    from django.contrib.auth.models import User

    assert User.objects.count() == 0
