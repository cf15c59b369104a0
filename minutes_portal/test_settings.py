"""The settings under test: a throw-away database, and nothing slow."""

import os
import secrets
import tempfile
from pathlib import Path

# One directory for all the processes of a test run: the first to come here
# names it, and the others inherit the name.
TEST_DATA = os.environ.setdefault(
    "MINUTES_PORTAL_TEST_DATA",
    str(Path(tempfile.gettempdir()) / f"minutes-portal-tests-{secrets.token_hex(6)}"),
)
os.environ.setdefault("SECRET_KEY", "only-for-tests")

from minutes_portal.public_door.settings import through_public_door  # noqa: E402
from minutes_portal.settings import *  # noqa: E402, F403
from minutes_portal.settings import (  # noqa: E402
    DATABASE_URL,
    DATABASES,
    MIDDLEWARE,
    STORAGES,
)

DATABASES["default"]["CONN_MAX_AGE"] = 0
if not DATABASE_URL:
    DATABASES["default"] |= {"DIRECTORY": Path(TEST_DATA), "DURABLE": False}
# Within a test's transaction the public reads on the same connection, as the same role.
DATABASES["public"] = through_public_door(DATABASES["default"])
DATABASES["public"]["ENGINE"] = "minutes_portal.tests.one_connection"

# A test's changes stay within its transaction, which ends without raising the number of the
# publication; what needs kept pages asks for them.
MIDDLEWARE = [name for name in MIDDLEWARE if "kept_pages" not in name]

# Plain files, so that no test waits for static files to be collected.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
