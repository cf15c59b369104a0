"""`manage.py dbshell --database public` opens psql behind the public door."""

import os
from typing import Any

from django.core.management.commands import dbshell
from django.db import connections


class Command(dbshell.Command):
    """Django's own leaves out the settings that a connection begins with, and so the role."""

    def handle(self, **options: Any) -> None:
        beginning = connections[options["database"]].settings_dict["OPTIONS"].get("options")
        if beginning:
            os.environ["PGOPTIONS"] = beginning
        super().handle(**options)
