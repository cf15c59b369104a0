"""All kinds of suggestions, in the order in which the list offers them."""

from agenda.confirming.comparisons import Comparisons, NotTakenUp
from agenda.confirming.kind import Kind
from agenda.confirming.links import MatterItems, Matters, Returns
from agenda.confirming.promises import ActionDates, DueDates

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Comparisons(),
        NotTakenUp(),
        DueDates(),
        ActionDates(),
        Returns(),
        Matters(),
        MatterItems(),
    )
}
