"""The ways to narrow a list further, each with how many results it would leave."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from agenda.models import Action, Post
from agenda.search.counting import Found
from agenda.search.filterset import OUTCOMES, AgendaItemFilterSet
from agenda.search.many import Named
from committees.models import Committee
from minutes_portal.kept_pages.values import once_a_publication

# So many stand open, the next in a fold of their own; the rest can be searched for by name.
SHOWN, FOLDED = 6, 40
OPEN = ("committee", "year")


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One kind of choice, its first options open, the rest folded."""

    name: str
    label: str
    options: list[Option]
    is_open: bool
    shown: int
    about: str
    """ "about " where the counts come from a sample."""

    @property
    def boxes(self) -> SafeString:
        return self._boxes_of(self.options[: self.shown])

    @property
    def folded_boxes(self) -> SafeString:
        return self._boxes_of(self.options[self.shown :])

    def _boxes_of(self, options: list[Option]) -> SafeString:
        """A page has hundreds of boxes, and a template takes too long over each."""
        return mark_safe("".join(map(self._box, options)))  # noqa: S308

    def _box(self, option: Option) -> str:
        checked = " checked" * option.chosen
        return (
            f'<label class="box"><input type="checkbox" name="{self.name}" '
            f'value="{escape(option.value)}"{checked}> <span>{escape(option.words)}</span> '
            f'<span class="number">({self.about}{option.count:,})</span></label>\n'
        )


def facets_of(filterset: AgendaItemFilterSet, found: Found) -> list[Facet]:
    """Every facet that has something to choose."""
    named = {
        "committee": committees(filterset, found.counts["committee"]),
        "kind": kinds(filterset, found.counts["kind"]),
        "year": sorted(plainly(found.counts["year"]), key=lambda pair: pair[0].value, reverse=True),
        "outcome": of_choices(OUTCOMES.items(), found.counts["outcome"]),
        "status": of_choices(Action.Status.choices, found.counts["status"]),
        "owner": owners(found.counts["owner"]),
        "area": plainly(found.counts["area"]),
        "document": plainly(found.counts["document"]),
    }
    facets = (
        facet_of(filterset, name, counted, "about " * is_estimate(found, name))
        for name, counted in named.items()
    )
    return [facet for facet in facets if facet.options]


def is_estimate(found: Found, facet: str) -> bool:
    return found.counts_are_estimates and facet not in found.counted


Counted = Sequence[tuple[Named, int]]


def facet_of(filterset: AgendaItemFilterSet, name: str, counted: Counted, about: str) -> Facet:
    """What is chosen comes first, even where nothing is left of it."""
    field = filterset.form.fields[name]
    counts = {each.value: count for each, count in counted}
    values = {named.value for named in field.chosen}
    chosen = [Option(n.value, n.words, counts.get(n.value, 0), True) for n in field.chosen]
    others = [
        Option(named.value, named.words, n, False)
        for named, n in counted
        if named.value not in values
    ]
    shown = max(SHOWN, len(chosen))
    options = (chosen + others)[: shown + FOLDED]
    return Facet(name, field.label, options, bool(chosen) or name in OPEN, shown, about)


def plainly(counts: dict[str, int]) -> list[tuple[Named, int]]:
    """Values that are their own words; those of most items first."""
    return [(Named(v, v, v), n) for v, n in most(counts)]


def most(counts: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def of_choices(choices: Iterable[tuple[str, str]], counts: dict[str, int]) -> Counted:
    """In the order of the choices."""
    return [(Named(v, v, str(w)), counts[v]) for v, w in choices if v in counts]


def committees(filterset: AgendaItemFilterSet, counts: dict[str, int]) -> Counted:
    by_number = {str(c.pk): c for c in filterset.form.fields["committee"].committees}
    known = [(by_number[number], n) for number, n in most(counts) if number in by_number]
    return [(Named(c.slug, c.pk, c.name), n) for c, n in known]


def kinds(filterset: AgendaItemFilterSet, counts: dict[str, int]) -> Counted:
    """The kind is the committee's own, so that it is never out of date."""
    kind_of = {str(c.pk): c.kind for c in filterset.form.fields["committee"].committees}
    by_kind: Counter[str] = Counter()
    for number, n in counts.items():
        if number in kind_of:
            by_kind[kind_of[number]] += n
    return of_choices(Committee.Kind.choices, by_kind)


def owners(counts: dict[str, int]) -> Counted:
    posts = once_a_publication("public posts", public_posts) if counts else {}
    return [(posts[number], n) for number, n in most(counts) if number in posts]


def public_posts() -> dict[str, Named]:
    """Each that acts, by its number."""
    posts = Post.objects.public().values_list("pk", "slug", "name")
    return {str(pk): Named(slug, pk, name) for pk, slug, name in posts}
