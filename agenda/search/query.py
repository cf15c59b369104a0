"""What a reader asks for: words, "exact phrases", -without, OR, as conditions of the database."""

from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from agenda.search.words import pairs, stem_of

# The fields of an item that can be searched alone, and the letter before their words in the index.
FIELDS = {
    "title": "t",
    "resolutions": "r",
    "recommendations": "c",
    "actions": "a",
    "report": "b",
    "discussion": "m",
}
ENTRIES = "agenda_searchentry"
# Each entry belongs to one of so many shares, by lot, and has a lexeme that says to which: the
# index then finds the words within some shares without looking at the rest.
SHARES = 100
# The index looks up each share by itself; of more than these it is quicker to look at entries.
MOST_SHARES = 5
# What may tell when a meeting was held.
DATE_STEMS = {stem_of(name) for name in month_name if name} | set(map(str, range(1900, 2100)))


@dataclass(frozen=True, slots=True)
class Sql:
    """A condition with its parameters."""

    text: str
    values: tuple = ()

    def __and__(self, other: "Sql") -> "Sql":
        return all_of([self, other])


def all_of(conditions: list[Sql]) -> Sql:
    return _together(conditions, " AND ", "true")


def any_of(conditions: list[Sql]) -> Sql:
    return _together(conditions, " OR ", "false")


def _together(conditions: list[Sql], between: str, none: str) -> Sql:
    text = between.join(condition.text for condition in conditions)
    values = tuple(value for condition in conditions for value in condition.values)
    return Sql(f"({text})" if len(conditions) > 1 else text or none, values)


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must all stand in an item; with `phrase` as they are and in this order."""

    stems: tuple[str, ...]
    phrase: str = ""

    def lexemes(self, letters: str = "", dated: bool = True) -> str:
        """Each word behind one of these letters, or anywhere; `dated` takes the meeting's date."""
        stems = (any_form(stem, letters, dated) for stem in dict.fromkeys(self.stems))
        marks = (f"'{pair_lexeme(mark)}'" for mark in sorted(pairs(self.phrase)))
        return " & ".join((*stems, *marks))

    def condition(self, scope: str) -> Sql:
        if self.phrase:
            return says(self.phrase, scope)
        return matches(self.lexemes(FIELDS.get(scope, ""), dated=not scope))


def any_form(stem: str, letters: str, dated: bool) -> str:
    """The lexemes that stand for a word."""
    found = [f"'{letter}:{stem}'" for letter in letters] or [f"'{stem}'"]
    if dated and stem in DATE_STEMS:
        found.append(f"'{date_lexeme(stem)}'")
    return f"({' | '.join(found)})" if len(found) > 1 else found[0]


@dataclass(frozen=True, slots=True)
class Clause:
    """One of several terms, such as an acronym and what it stands for; or none of them."""

    terms: tuple[Term, ...]
    typed: str
    excluded: bool = False

    @property
    def has_phrase(self) -> bool:
        return any(term.phrase for term in self.terms)

    def lexemes(self, letters: str = "", dated: bool = True) -> str:
        """The clause without the order of words; empty where it says nothing without it."""
        if not self.excluded:
            return f"({' | '.join(f'({t.lexemes(letters, dated)})' for t in self.terms)})"
        if self.has_phrase:
            return ""
        return " & ".join(f"!({term.lexemes(letters, dated)})" for term in self.terms)

    def condition(self, scope: str) -> Sql:
        condition = any_of([term.condition(scope) for term in self.terms])
        return Sql(f"NOT ({condition.text})", condition.values) if self.excluded else condition


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives, of each of which every clause must be met; `also` tells what was added."""

    typed: str = ""
    alternatives: tuple[tuple[Clause, ...], ...] = ()
    also: tuple[str, ...] = field(default=(), compare=False)

    @property
    def clauses(self) -> Iterator[Clause]:
        """What is asked for, without what is excluded."""
        return (c for clauses in self.alternatives for c in clauses if not c.excluded)

    @property
    def terms(self) -> list[Term]:
        return [term for clause in self.clauses for term in clause.terms]

    @property
    def excludes(self) -> bool:
        return any(clause.excluded for clauses in self.alternatives for clause in clauses)

    @property
    def is_single(self) -> bool:
        """Whether one word is all that is asked for, so that nothing can stand scattered."""
        return all(sum(len(c.terms[0].stems) for c in each) < 2 for each in self.alternatives)

    @property
    def is_one_word(self) -> bool:
        """Whether it is one plain word, and nothing else is asked for or excluded."""
        if len(self.alternatives) != 1 or len(self.alternatives[0]) != 1:
            return False
        [clause] = self.alternatives[0]
        terms = clause.terms
        return not (clause.excluded or clause.has_phrase) and [len(t.stems) for t in terms] == [1]

    def lexemes(self, letters: str = "", dated: bool = True) -> str:
        each = [
            " & ".join(filter(None, (clause.lexemes(letters, dated) for clause in clauses)))
            for clauses in self.alternatives
        ]
        return "" if "" in each else " | ".join(f"({lexemes})" for lexemes in each)

    def any_of_it(self, letter: str) -> str:
        """That one of the words stands behind this letter, wherever the others do."""
        some = " | ".join(f"({clause.lexemes(letter)})" for clause in self.clauses)
        return f"({self.lexemes()}) & ({some})" if some and self.lexemes() else self.lexemes(letter)

    def lexemes_within(self, fields: Iterator[str] | tuple[str, ...]) -> str:
        """That one of these fields has it all."""
        return " | ".join(f"({self.lexemes(FIELDS[name])})" for name in fields)

    def condition(self, scope: str = "") -> Sql:
        """That an entry matches; the index finds the words, the text settles the phrases."""
        if not self.alternatives:
            return Sql("false" if self.typed.strip() else "true")
        lexemes = self.lexemes(FIELDS.get(scope, ""), dated=not scope)
        found = [matches(lexemes)] if lexemes else []
        return all_of([*found, *self.checks(scope)])

    def checks(self, scope: str) -> list[Sql]:
        """What the index cannot settle: the order of words."""
        if not any(c.has_phrase for clauses in self.alternatives for c in clauses):
            return []
        if len(self.alternatives) == 1:
            return [c.condition(scope) for c in self.alternatives[0] if c.has_phrase]
        return [any_of([all_of([c.condition(scope) for c in each]) for each in self.alternatives])]

    def without(self, dropped: Clause) -> "Query":
        """The same without this clause, where something is left of it."""
        kept = (tuple(c for c in each if c is not dropped) for each in self.alternatives)
        return replace(self, alternatives=tuple(each for each in kept if each))


def date_lexeme(stem: str) -> str:
    """Stands for the year or the month of the meeting."""
    return f"d:{stem}"


def share_lexeme(share: int) -> str:
    return f"n:{share}"


def pair_lexeme(mark: str) -> str:
    """Stands for two words in a row, so that the index knows most of what is not a phrase."""
    return f"p:{mark}"


def within_shares(query: Query, scope: str, shares: int) -> Sql:
    """The entries of the first shares, those alone that may match where there are words."""
    lexemes = query.lexemes(FIELDS.get(scope, ""), dated=not scope)
    if not lexemes:
        return Sql("e.share < %s", (shares,))
    if shares > MOST_SHARES:
        return matches(lexemes) & Sql("e.share < %s", (shares,))
    any_share = " | ".join(f"'{share_lexeme(share)}'" for share in range(shares))
    return matches(f"({lexemes}) & ({any_share})")


def matches(lexemes: str) -> Sql:
    return Sql("e.words @@ %s::tsquery", (lexemes,))


def says(phrase: str, scope: str = "") -> Sql:
    """That the exact words stand in this field, or in any."""
    text = "e.plain"
    if scope:
        text = f"split_part(e.plain, E'\\n', {list(FIELDS).index(scope) + 1})"
    return Sql(f"strpos({text}, %s) > 0", (f" {phrase} ",))
