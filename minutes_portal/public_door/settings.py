"""The settings of the two doors to the database."""

from typing import Any

from minutes_portal.public_door import ROLE
from minutes_portal.public_door.lasting_plans import PlanningConnection, PlanningCursor

# No public page needs a tenth of this.
STATEMENT_SECONDS = 10
AT_CONNECTING = {
    "role": ROLE,
    "search_path": f"{ROLE},public",
    "default_transaction_read_only": "on",
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "idle_in_transaction_session_timeout": "60s",
    # What is planned ahead asks for records by their numbers, for which one plan serves all.
    "plan_cache_mode": "force_generic_plan",
}


# What is new waits beside the index of words, where every search reads it: it should be little.
AT_THE_DESK = {"gin_pending_list_limit": "512kB"}


def through_officers_door(database: dict[str, Any]) -> dict[str, Any]:
    return database | {"OPTIONS": with_options(database, AT_THE_DESK)}


def through_public_door(database: dict[str, Any]) -> dict[str, Any]:
    """The same database, read as the public may read it from the first statement on."""
    made_of = {"connection_factory": PlanningConnection, "cursor_factory": PlanningCursor}
    return database | {
        "OPTIONS": with_options(database, AT_CONNECTING) | made_of,
        "TEST": {"MIRROR": "default"},
    }


def with_options(database: dict[str, Any], ours: dict[str, str]) -> dict[str, Any]:
    given = database.get("OPTIONS", {})
    settings = " ".join(f"-c {name}={value}" for name, value in ours.items())
    # Of two settings of one name the later counts.
    return given | {"options": f"{given.get('options', '')} {settings}".strip()}
