import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.test import Client

from minutes_portal import first_start
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


def test_static_files_are_collected_when_one_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    style, made = tmp_path / "static" / "style.css", []
    style.parent.mkdir()
    style.write_text("p { color: red }")
    storage = FileSystemStorage(style.parent)
    monkeypatch.setattr(first_start, "get_finders", lambda: [FilesOf(storage)])
    monkeypatch.setattr(first_start, "call_command", lambda name, **_: made.append(name))
    monkeypatch.setattr(staticfiles_storage, "exists", lambda name: bool(made))
    collect = partial(first_start.collect_what_changed, tmp_path / "collected")
    collect()
    collect()
    assert made == ["collectstatic"]
    style.write_text("p { color: green }")
    collect()
    assert made == ["collectstatic"] * 2
    made.clear()
    collect()
    assert made == ["collectstatic"]


class FilesOf:
    """A finder of the files of one directory."""

    def __init__(self, storage: FileSystemStorage) -> None:
        self.storage = storage

    def list(self, ignored: list[str]) -> Iterator[tuple[str, FileSystemStorage]]:
        return ((name, self.storage) for name in self.storage.listdir("")[1])
