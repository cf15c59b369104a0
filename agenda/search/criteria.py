"""Everything a reader asked for at once, and the order to show it in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from agenda.search.query import (
    ENTRIES,
    FIELDS,
    Query,
    Sql,
    all_of,
    date_lexeme,
    matches,
    within_shares,
)

PUBLISHED = Sql("e.publication_status = 'published'")
NEWEST = "held_on DESC NULLS LAST, meeting_id DESC, position, item_id"
ORDERS = {
    "newest": NEWEST,
    "oldest": "held_on ASC NULLS LAST, meeting_id, position, item_id",
    "title": "sort_title, item_id",
}
# More years than these need not be told to the index; no entry has the other lexeme.
MOST_YEARS, NONE = 50, "'d:none'"
# Not chosen by the reader: what is left out until somebody asks for it.
ROUTINE, SCATTERED = "routine", "scattered"


@dataclass(frozen=True, slots=True)
class Criteria:
    """The words, the field they must stand in, and what narrows the list, by name of the filter."""

    query: Query = Query()
    scope: str = ""
    narrowed: dict[str, Sql] = field(default_factory=dict)
    order: str = "newest"
    with_routine: bool = True

    @property
    def words(self) -> Sql:
        """The published entries with these words, however the list is narrowed."""
        return PUBLISHED & self.query.condition(self.scope)

    def words_within(self, shares: int, each: int = 1) -> Sql:
        """Of the published entries with these words those of the first shares, or of these each so
        many; only the exact phrases need a look at the entry."""
        drawn = [Sql("mod(e.item_id, %s) = 0", (each,))] if each > 1 else []
        within = within_shares(self.query, self.scope, shares)
        return all_of([PUBLISHED, within, *drawn, *self.query.checks(self.scope)])

    @property
    def conditions(self) -> dict[str, Sql]:
        """What an entry must meet beside the words, each by its name."""
        left_out = {} if self.with_routine else {ROUTINE: Sql("NOT e.routine")}
        if self.leaves_out_scattered:
            left_out[SCATTERED] = among(self.query.lexemes_within(tuple(FIELDS)))
        return self.narrowed | left_out

    @property
    def leaves_out_scattered(self) -> bool:
        """By date, an item with the words far apart would stand above one about the matter."""
        asked = self.query.alternatives and not self.query.is_single
        return bool(asked and not self.scope and self.order != "relevance")

    @property
    def is_well_known(self) -> bool:
        """Whether the planner knows the number of matches better than a sample tells it: it has
        counted single words, but not which of them stand together."""
        return self.query.is_one_word and not self.scope and len(self.conditions) < 2

    @property
    def has_phrase(self) -> bool:
        """Whether each entry that the index finds is looked at for the order of its words."""
        return any(term.phrase for term in self.query.terms)

    @property
    def is_open(self) -> bool:
        """Whether nothing is asked for: the list as it stands."""
        return not (self.query.typed or self.narrowed)

    @property
    def everything(self) -> Sql:
        return all_of([self.words, *self.conditions.values()])

    def within(self, lexemes: str = "", years: range | None = None) -> Sql:
        """Everything asked for that has these lexemes besides, and is of these years, in one
        question to the index of words."""
        words = self.query.lexemes(FIELDS.get(self.scope, ""), dated=not self.scope)
        asked = [] if lexemes and self._are_within_the_words else [words]
        together = [f"({each})" for each in (*asked, lexemes, self._years(years)) if each]
        found = [matches(" & ".join(together))] if together else []
        # Without a word that the index knows, what was typed may find nothing at all.
        asked = [PUBLISHED, *self.query.checks(self.scope)] if words else [self.words]
        return all_of([*asked, *found, *self.conditions.values()])

    @property
    def _are_within_the_words(self) -> bool:
        """Whether no better match lacks the words, so that they need not be looked up besides."""
        return not (self.scope or self.query.excludes)

    def _years(self, within: range | None) -> str:
        """The lexemes of the years that what is asked for can be of; empty where of any."""
        asked = self._years_asked_for()
        if within is not None:
            asked = within if asked is None else [year for year in asked if year in within]
        if asked is None or len(asked) > MOST_YEARS:
            return ""
        return " | ".join(f"'{date_lexeme(str(year))}'" for year in asked) or NONE

    def _years_asked_for(self) -> Sequence[int] | None:
        if "year" in self.narrowed:
            return self.narrowed["year"].values[0]
        if self.narrowed.keys() >= {"held_from", "held_to"}:
            since, until = (self.narrowed[name].values[0] for name in ("held_from", "held_to"))
            return range(since.year, until.year + 1)
        return None

    def may_be_of(self, years: range | None) -> bool:
        """Whether what is asked for can be of these years, or of none that is known."""
        asked = self._years_asked_for()
        return asked is None or (years is not None and any(year in years for year in asked))

    @property
    def by_strength(self) -> bool:
        """Whether the better matches come first, and some are better."""
        return self.order == "relevance" and bool(self.tiers)

    @property
    def tiers(self) -> list[str]:
        """The better matches, best first: all of it in the title, all of it in the resolutions,
        all of it in these two, some of it in the title, all of it in one of the other fields.

        Each is looked up for itself, and may find what is better, too, or leave that out.
        """
        if not self.query.alternatives or self.scope in ("title", "resolutions"):
            return []
        title, resolutions = FIELDS["title"], FIELDS["resolutions"]
        tiers = [self.query.lexemes(title), self.query.lexemes(resolutions)]
        if not self.query.is_single:
            tiers.append(self.query.lexemes(title + resolutions))
            tiers.append(self.query.any_of_it(title))
            others = (name for name in FIELDS if FIELDS[name] not in (title, resolutions))
            tiers.append(self.query.lexemes_within(tuple(others)))
        return tiers


def among(lexemes: str) -> Sql:
    """The entries that the index of words finds; it says so without reading a single text."""
    if not lexemes:
        return Sql("true")
    found = f"SELECT s.item_id FROM {ENTRIES} s WHERE s.words @@ %s::tsquery"
    return Sql(f"e.item_id IN ({found})", (lexemes,))
