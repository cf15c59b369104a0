"""What must be there before the portal is served, made where it is missing."""

import contextlib
import fcntl
import hashlib
import os
import secrets
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.core.management.base import CommandError, OutputWrapper
from django.db import DatabaseError, connection, transaction

from agenda.models import SourceDocument
from agenda.roles import OFFICERS

FIRST_DOCUMENTS = settings.BASE_DIR / "agenda" / "documents" / "bradford"
OFFICER = "officer"
# What collecting leaves behind: without it nothing counts as collected.
MANIFEST = "staticfiles.json"
# Any number that no other user of the database takes for its own lock.
PREPARING = 7_163_904_221


def prepare(stdout: OutputWrapper) -> None:
    with reachable_database(), one_at_a_time():
        call_command("migrate", interactive=False, verbosity=0)
        if not SourceDocument.objects.exists():
            stdout.write("Reading the first documents …")
            # All or none: a start cut short begins again with the first.
            with transaction.atomic():
                call_command("ingest_documents", FIRST_DOCUMENTS, publish=True, stdout=stdout)
        password = make_first_officer()
        if password:
            stdout.write(introduce_officer(password))
    collect_static_files()


def collect_static_files() -> None:
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    directory = os.open(settings.STATIC_ROOT, os.O_RDONLY)
    try:
        fcntl.flock(directory, fcntl.LOCK_EX)
        collect_what_changed(settings.STATIC_ROOT.with_name("static.collected"))
    finally:
        os.close(directory)


def collect_what_changed(mark: Path) -> None:
    """Collect the static files, unless `mark` says that these are collected already."""
    told = mark.read_text() if mark.exists() and staticfiles_storage.exists(MANIFEST) else ""
    sources = state_of_static_files()
    if told != sources:
        mark.unlink(missing_ok=True)
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(sources)


def state_of_static_files() -> str:
    """Differs whenever a static file, or what prepares the files, has changed."""
    files = sorted(
        (name, storage.path(name), Path(storage.path(name)).stat())
        for finder in get_finders()
        for name, storage in finder.list([])
    )
    told = [(name, path, stat.st_size, stat.st_mtime_ns) for name, path, stat in files]
    made_by = [settings.STATIC_URL, settings.STORAGES, *map(version, ("django", "whitenoise"))]
    return hashlib.sha256(repr([made_by, told]).encode()).hexdigest()


def make_first_officer() -> str | None:
    """The password, shown this once, or None where anybody has an account already."""
    if User.objects.exists():
        return None
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        officer = User.objects.create_user(OFFICER, password=password, is_staff=True)
        officer.groups.add(Group.objects.get_or_create(name=OFFICERS)[0])
    return password


def introduce_officer(password: str) -> str:
    return (
        "\nAn account to correct and publish with, under /admin/:\n"
        f"    user name  {OFFICER}\n    password   {password}\n"
        "The password is not shown again; this sets another:\n"
        f"    .venv/bin/python manage.py changepassword {OFFICER}\n"
    )


@contextlib.contextmanager
def reachable_database() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        reason = str(error).strip().split("\n")[0]
        remedy = "correct DATABASE_URL" if settings.DATABASE_URL else "start the portal again"
        raise CommandError(
            f"The database cannot be used ({reason}): see that it runs, or {remedy}."
        ) from error


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two portals started together on one database prepare it one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARING])
    try:
        yield
    finally:
        # Closing the connection gives the lock back, whatever state it is in.
        connection.close()
