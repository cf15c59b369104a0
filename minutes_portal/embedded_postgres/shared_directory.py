"""The directory outside the project that every account may enter."""

import hashlib
import os
from pathlib import Path

SHARED_DIRECTORY = Path("/var/lib/minutes-portal")


def make_shared_directory() -> None:
    SHARED_DIRECTORY.mkdir(parents=True, exist_ok=True)
    SHARED_DIRECTORY.chmod(0o755)


def short_name(*parts: object) -> str:
    """The same short name for the same parts, in every process."""
    text = "\n".join(map(str, parts))
    return hashlib.sha256(os.fsencode(text)).hexdigest()[:12]
