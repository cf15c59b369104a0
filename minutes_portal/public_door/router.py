"""Sends each query through the door that the code came by."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

from minutes_portal.public_door import ALIAS
from minutes_portal.public_door.doors import current_door


class DoorRouter:
    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return ALIAS if current_door() == ALIAS else self.db_for_write(model)

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """Nothing is written through the public door, whichever way a record was read."""
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """Both doors lead to the same records."""
        return True

    def allow_migrate(self, database: str, app_label: str, **hints: Any) -> bool | None:
        return False if database == ALIAS else None
