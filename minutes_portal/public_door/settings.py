"""The settings of the public door's database, made from those of the officers' door."""

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


def through_public_door(database: dict[str, Any]) -> dict[str, Any]:
    """The same database, read as the public may read it from the first statement on."""
    given = database.get("OPTIONS", {})
    ours = " ".join(f"-c {name}={value}" for name, value in AT_CONNECTING.items())
    # Of two settings of one name the later counts.
    options = f"{given.get('options', '')} {ours}".strip()
    made_of = {"connection_factory": PlanningConnection, "cursor_factory": PlanningCursor}
    return database | {
        "OPTIONS": given | made_of | {"options": options},
        "TEST": {"MIRROR": "default"},
    }
