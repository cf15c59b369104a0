import re

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.management import call_command
from django.test import Client

from minutes_portal.first_start import introduce_officer, make_first_officer

pytestmark = pytest.mark.django_db


def test_first_officer_may_publish_but_not_govern(client: Client) -> None:
    password = make_first_officer()
    officer = User.objects.get()
    assert (officer.username, officer.is_staff, officer.is_superuser) == ("officer", True, False)
    assert [group.name for group in officer.groups.all()] == ["Officers"]
    assert password in introduce_officer(password)
    client.post("/admin/login/", {"username": "officer", "password": password})
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/auth/user/").status_code == 403


def test_officer_is_made_only_where_nobody_is() -> None:
    User.objects.create_user("clerk")
    assert make_first_officer() is None
    assert User.objects.count() == 1


def test_every_migration_is_written() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_password_is_long_and_new() -> None:
    first = make_first_officer()
    User.objects.all().delete()
    second = make_first_officer()
    assert first != second
    assert re.fullmatch(r"[\w-]{16}", first)
    validate_password(first, User.objects.get())
