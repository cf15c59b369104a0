"""A database of its own for a measurement, beside the one in use."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, connections

from minutes_portal.public_door import ALIAS


@contextmanager
def scratch_database() -> Iterator[None]:
    """An empty database behind both doors, gone afterwards; that in use is left alone."""
    public = connections[ALIAS]
    used, seen = connection.settings_dict["NAME"], public.settings_dict["NAME"]
    connection.settings_dict["TEST"]["NAME"] = f"{used}_bench"
    try:
        made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        public.close()
        public.settings_dict["NAME"] = made
        yield
    finally:
        for door in (public, connection):
            door.close()
        public.settings_dict["NAME"] = seen
        # Broken off before the other database was made, the connection still names that in use.
        if connection.settings_dict["NAME"] != used:
            connection.creation.destroy_test_db(used, verbosity=0)
