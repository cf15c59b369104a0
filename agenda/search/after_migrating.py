"""After a migration: writes the search entries that are missing or of an earlier edition."""

from typing import Any

from django.apps import AppConfig, apps
from django.db import DEFAULT_DB_ALIAS

READ = (
    "AgendaItem",
    "Report",
    "Recommendation",
    "Resolution",
    "Action",
    "ContactOfficer",
    "Reference",
    "SearchEntry",
)


def catch_up_after_migrating(
    sender: AppConfig, using: str = DEFAULT_DB_ALIAS, apps: Any = apps, **_: object
) -> None:
    if using == DEFAULT_DB_ALIAS and is_migrated(apps):
        from agenda.search.entries import catch_up

        catch_up()


def is_migrated(state: Any) -> bool:
    """Whether the tables are those of the code, and not those of a migration on the way."""
    return all(columns_of(state, name) == columns_of(apps, name) for name in READ)


def columns_of(state: Any, name: str) -> set[str]:
    try:
        model = state.get_model("agenda", name)
    except LookupError:
        return set()
    return {field.column for field in model._meta.local_concrete_fields}
