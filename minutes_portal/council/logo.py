"""The council's logo, read when the portal starts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutes_portal.council.facts import Logo

KINDS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
MOST_BYTES = 100_000
WIDEST, HIGHEST = 400, 80


def faults_of_logo(given: dict[str, Any], folder: Path) -> Iterator[str]:
    if not given["file"]:
        return
    path = folder / given["file"]
    if path.suffix.lower() not in KINDS:
        yield f"file must end in {', '.join(KINDS)}"
    if not path.is_file():
        yield f"file: there is no {path}"
    elif path.stat().st_size > MOST_BYTES:
        yield f"file has {path.stat().st_size:,} bytes, and may have {MOST_BYTES:,}"
    if not given["words"].strip():
        yield "words must say what the logo says"
    # Pages that know the size in advance do not jump when the picture comes.
    if not (0 < given["width"] <= WIDEST and 0 < given["height"] <= HIGHEST):
        yield f"width and height must be from 1 to {WIDEST} and {HIGHEST}"


def read_logo(given: dict[str, Any], folder: Path) -> Logo | None:
    """The logo of faultless settings, or None where they name none."""
    if not given["file"]:
        return None
    path = folder / given["file"]
    return Logo(
        content=path.read_bytes(),
        content_type=KINDS[path.suffix.lower()],
        words=given["words"],
        width=given["width"],
        height=given["height"],
    )
