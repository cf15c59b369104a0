"""Reads the settings that an installation gives by environment variables."""

import contextlib
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


class SettingError(ImproperlyConfigured):
    """One sentence naming the variable at fault and the remedy."""


def flag(name: str) -> bool:
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    listed = os.environ.get(name, default).split(",")
    return [word.strip() for word in listed if word.strip()]


def whole_number(name: str, default: int, *, least: int, most: int) -> int:
    text = os.environ.get(name) or str(default)
    if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
        raise SettingError(f"{name} must be a whole number from {least} to {most}, not {text!r}.")
    return int(text)


def database(url: str, variable: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for a database's URL. It holds a password, so no
    message repeats it."""
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError:
        settings = {}
    if settings.get("ENGINE") != "django.db.backends.postgresql" or not settings["NAME"]:
        raise SettingError(
            f"{variable} must read postgres://user:password@host:5432/database, with "
            "special characters percent-encoded; unset it to use the portal's own database."
        )
    settings["OPTIONS"] = {"connect_timeout": 10} | settings.get("OPTIONS", {})
    return settings


def secret_key(path: Path) -> str:
    """SECRET_KEY or, where none is given, one made at first and kept in a file."""
    given = os.environ.get("SECRET_KEY")
    if given:
        return given
    try:
        if not path.exists():
            _keep_secret(path, secrets.token_urlsafe(50))
        return path.read_text().strip()
    except OSError as error:
        raise SettingError(
            f"The secret key in {path} cannot be used ({error.strerror}): start the portal "
            "as that file's owner, or set SECRET_KEY or MINUTES_PORTAL_DATA."
        ) from error


def _keep_secret(path: Path, secret: str) -> None:
    """Never seen half-written, and the first of several writers wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made with mode 0600.
    with tempfile.NamedTemporaryFile("w", dir=path.parent) as written:
        written.write(secret)
        written.flush()
        with contextlib.suppress(FileExistsError):
            os.link(written.name, path)
