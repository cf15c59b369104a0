"""When actions are due, going by their own words and those of the resolutions they name."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from agenda.follow_through.deadlines import Deadline, deadline
from agenda.models import Action, AgendaItem, Resolution
from agenda.register.entry import DuePlace

FIELDS = ("due_on", "due_phrase", "due_place", "due_reckoning")
Found = tuple[DuePlace, Deadline]
Finder = Callable[[str, date | None], Deadline | None]


def set_for(
    action: Action,
    named: Sequence[Resolution],
    decided: Sequence[Resolution],
    held_on: date | None,
    find: Finder = deadline,
) -> bool:
    """Date an action, stored or not; saves nothing, and says whether anything changed.

    `named` are the resolutions that the action names, `decided` all those of its item: where
    none is named, a text that is the item's only resolution counts. What an officer confirmed
    stays as it is.
    """
    if action.due_confirmed:
        return False
    values = _values(list(_found(action, named, decided, held_on, find)))
    changed = [name for name in FIELDS if getattr(action, name) != values[name]]
    for name in changed:
        setattr(action, name, values[name])
    return bool(changed)


def recompute(item: AgendaItem) -> None:
    """Date the stored actions of an item anew; prefetch its resolutions and `actions__resolutions`."""
    decided, held_on = list(item.resolutions.all()), item.meeting.held_on
    for action in item.actions.all():
        if set_for(action, list(action.resolutions.all()), decided, held_on):
            values = {name: getattr(action, name) for name in FIELDS}
            Action.objects.filter(pk=action.pk).update(**values)


def _values(found: Sequence[Found]) -> dict[str, object]:
    if not found:
        return {"due_on": None, "due_phrase": "", "due_place": "", "due_reckoning": ""}
    place, words = _first(found)
    return {
        "due_on": words.due_on,
        "due_phrase": words.phrase,
        "due_place": place.value,
        "due_reckoning": words.reckoning.value,
    }


def _first(found: Sequence[Found]) -> Found:
    """What the action itself says, else the first day of the resolutions, else the first words."""
    dated = [each for each in found if each[1].due_on]
    own = [each for each in dated if each[0] == DuePlace.NOTE]
    return min(own or dated or found[:1], key=lambda each: each[1].due_on or date.max)


def _found(
    action: Action,
    named: Sequence[Resolution],
    decided: Sequence[Resolution],
    held_on: date | None,
    find: Finder,
) -> Iterator[Found]:
    for place, text in _texts(action, named, decided):
        if found := find(text, held_on):
            yield place, found


def _texts(
    action: Action, named: Sequence[Resolution], decided: Sequence[Resolution]
) -> Iterator[tuple[DuePlace, str]]:
    yield DuePlace.NOTE, action.note
    only = decided if not named and len(decided) == 1 else ()
    for place, resolutions in ((DuePlace.NAMED, named), (DuePlace.ONLY, only)):
        for resolution in resolutions:
            for text in (resolution.text, *resolution.sub_points):
                yield place, text
