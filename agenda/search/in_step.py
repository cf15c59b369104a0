"""Writes an item's search entry anew when something it is found by changes.

New records are written many at once, and whoever writes them calls `search.refresh` when all
are there. A committee's name and kind stand in no entry: they are read where they are shown.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save

from agenda.models import (
    Action,
    AgendaItem,
    ContactOfficer,
    Post,
    Recommendation,
    Report,
    Resolution,
)
from agenda.search.entries import refresh_numbers
from committees.models import Meeting


def of_meeting(meeting: Meeting) -> list[int]:
    return list(meeting.items.values_list("pk", flat=True))


def of_post(post: Post) -> list[int]:
    return list(Action.objects.filter(owners=post).values_list("item", flat=True).distinct())


PARTS = (Report, Recommendation, Resolution, Action, ContactOfficer)
NUMBERS: dict[type[Model], Callable[[Any], list[int]]] = {
    AgendaItem: lambda item: [item.pk],
    **dict.fromkeys(PARTS, lambda part: [part.item_id]),
    Meeting: of_meeting,
    Post: of_post,
}


def keep_in_step() -> None:
    """Called once, when the applications are ready."""
    for model in NUMBERS:
        post_save.connect(write_anew, sender=model, dispatch_uid=f"search entry of {model}")


def write_anew(
    sender: type[Model], instance: Model, created: bool, raw: bool = False, **_: Any
) -> None:
    if not created and not raw:
        refresh_numbers(NUMBERS[sender](instance))
