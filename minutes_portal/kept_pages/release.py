"""The mark of everything but the record that a page is made with."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

MADE_WITH = ("templates", "static", "minutes_portal", "committees", "agenda", "requirements.txt")
ENDINGS = {".py", ".html", ".css", ".js", ".svg", ".txt", ".toml"}


@cache
def release() -> str:
    """Differs after the portal was updated, or its council's look was changed."""
    state = [f"{p}:{p.stat().st_mtime_ns}:{p.stat().st_size}" for p in _files()]
    return hashlib.sha256("\n".join([*state, repr(settings.COUNCIL)]).encode()).hexdigest()[:12]


def _files() -> Iterator[Path]:
    for name in MADE_WITH:
        place = settings.BASE_DIR / name
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (path for path in found if path.suffix in ENDINGS and path.is_file())
