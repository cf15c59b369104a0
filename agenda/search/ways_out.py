"""What to do where nothing is found: which filter or word to drop, and what that would find."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from agenda.search.asking import COUNTED_TO, count_up_to_many
from agenda.search.counting import Found
from agenda.search.criteria import ROUTINE, SCATTERED
from agenda.search.filterset import AgendaItemFilterSet
from agenda.search.query import Sql

MOST = 6


@dataclass(frozen=True, slots=True)
class WayOut:
    """A step that leads to results: in words, where it leads, and to how many."""

    words: str
    parameters: QueryDict
    total: int

    @property
    def in_figures(self) -> str:
        return results(self.total)

    @property
    def total_in_figures(self) -> str:
        return f"{self.total:,}"


def results(total: int) -> str:
    """ "1 result", "41 results", or that there are more than were counted."""
    if total >= COUNTED_TO:
        return f"{COUNTED_TO:,} results or more"
    return "1 result" if total == 1 else f"{total} results"


def ways_out(filterset: AgendaItemFilterSet, found: Found) -> list[WayOut]:
    """The steps that would find something, those that keep most of the question first."""
    return without_a_filter(filterset, found) or with_fewer_words(filterset)


def without_a_filter(filterset: AgendaItemFilterSet, found: Found) -> list[WayOut]:
    ways = [WayOut(*step(filterset, name), total) for name, total in found.more_without.items()]
    return sorted((way for way in ways if way.total), key=lambda way: -way.total)


def step(filterset: AgendaItemFilterSet, name: str) -> tuple[str, QueryDict]:
    if name == ROUTINE:
        return "Include routine items", added(filterset, "routine", "on")
    if name == SCATTERED:
        return "Include items with the words far apart", added(filterset, "sort", "relevance")
    named = filterset.form.fields[name]
    chosen = ", ".join(each.words for each in getattr(named, "chosen", ()))
    label = f"{named.label}: {chosen}" if chosen else named.label
    return f"Leave out “{label}”", filterset.without(name)


def with_fewer_words(filterset: AgendaItemFilterSet) -> list[WayOut]:
    """Without all filters, in the whole item, or without one of the words; each that finds any."""
    steps = list(_steps(filterset))[:MOST]
    if not steps:
        return []
    totals = count_up_to_many([where for _, _, where in steps])
    ways = [WayOut(*step[:2], total) for step, total in zip(steps, totals, strict=True)]
    return [way for way in ways if way.total]


def _steps(filterset: AgendaItemFilterSet):
    criteria, query = filterset.criteria, filterset.query
    if criteria.narrowed:
        alone = QueryDict(mutable=True)
        alone["q"] = query.typed
        yield "Leave out all filters", alone, replace(criteria, narrowed={}, scope="").everything
    if criteria.scope:
        yield "Look in the whole item", filterset.without("scope"), anywhere(filterset)
    clauses = list(query.clauses)
    for clause in clauses if len(clauses) > 1 else ():
        left = query.typed.replace(clause.typed, "", 1).strip()
        other = replace(criteria, query=query.without(clause))
        yield f"Leave out {clause.typed}", added(filterset, "q", left), other.everything


def anywhere(filterset: AgendaItemFilterSet) -> Sql:
    return replace(filterset.criteria, scope="").everything


def added(filterset: AgendaItemFilterSet, name: str, value: str) -> QueryDict:
    parameters = filterset.kept
    parameters[name] = value
    return parameters
