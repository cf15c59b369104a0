"""The portal's own settings, for a server that is measured: another database, and no kept pages.

BENCH_DATABASE names the database. With BENCH_KEEPS=1 pages are kept, as they are in production;
without it the same is done for every page, but none is ever found again.
"""

import os

from minutes_portal.environment import flag
from minutes_portal.settings import *  # noqa: F403
from minutes_portal.settings import CACHES, DATABASES

for _door in DATABASES.values():
    _door["NAME"] = os.environ["BENCH_DATABASE"]

if not flag("BENCH_KEEPS"):
    CACHES["pages"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
