"""What a clause picks among several: an option, a person, a firm. Another pick is another decision."""

import re
from dataclasses import dataclass

_LABEL = r"\"?(?:[A-Z]|\d{1,2})\"?(?=\W|$)"
_LABELLED = re.compile(
    r"\b(?:[Oo]ption|[Bb]id|[Tt]ender|[Ss]ite|[Rr]oute|[Dd]esign|[Mm]odel|[Ll]ot|[Aa]lternative)s?"
    rf"\s({_LABEL}(?:(?:,\s|\s)(?:(?:and|or)\s)?{_LABEL}){{0,6}})"
)
_NAME = r"[A-Z][\w'-]+"
_TITLE = r"(?:Councillors?|Cllrs?|Messrs|Mrs?|Ms|Miss|Mx|Dr|Professor|Sir|Dame|Reverend|Revd?)\.?"
_PERSONS = re.compile(rf"\b{_TITLE}\s((?:{_NAME}(?:,?\s(?:and\s)?(?={_NAME})(?!{_TITLE}\s))?)+)")
_PERSON_CHOSEN = frozenset("appoint select choos approv".split())
_FIRM = re.compile(
    r"\b(?:(?:awarded|sold|let|transferred)\sto|(?:lease|licence|tenancy)\sbe\sgranted\sto|(?:tender|bid|offer|quotation)s?\s(?:of|from|by|submitted\sby)"
    rf"|contract\swith)\s((?:the\s)?{_NAME}(?:\s(?:(?:and|&|of)\s)?{_NAME})*)"
)
_FIRM_FIRST = re.compile(
    rf"\b({_NAME}(?:\s(?:(?:and|&)\s)?{_NAME})*)\sbe\s(?:appointed|selected|chosen|awarded)\b"
)
_INSTEAD = re.compile(
    r"\b(?:and\snot|not)\s(?=to|in|at|for|from|on|the\b)|\b(?:rather\sthan|instead\sof|in\splace\sof)\s"
)


_NO_NAMES = frozenset(
    "that the ltd limited plc llp company co group partnership services sons councillor councillors cllr mr mrs ms miss dr professor".split()
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The labels and names a clause picks, in small letters, and the words it turns down."""

    labels: frozenset[str]
    names: frozenset[str]
    turned_down: frozenset[str]


def find_choice(text: str) -> Choice:
    """What a plain clause picks."""
    names = [
        found[1] for pattern in (_PERSONS, _FIRM, _FIRM_FIRST) for found in pattern.finditer(text)
    ]
    instead = _INSTEAD.search(text)
    return Choice(
        labels=frozenset(
            label.lower()
            for found in _LABELLED.finditer(text)
            for label in re.findall(r"\b(?:[A-Z]|\d{1,2})\b", found[1])
        ),
        names=frozenset(word.lower() for name in names for word in re.findall(_NAME, name))
        - _NO_NAMES,
        turned_down=frozenset(
            re.findall(r"[a-z]{4,}", text[instead.end() :].lower()) if instead else ()
        ),
    )


def picks_another(proposed: Choice, decided: Choice, verb: str | None) -> bool:
    """Whether the second picks none of what the first does, where both pick."""
    pairs = [(proposed.labels, decided.labels)]
    if verb is None or verb in _PERSON_CHOSEN or verb in ("award", "sell", "let", "transfer"):
        pairs.append((proposed.names, decided.names))
    return any(one and other and not one & other for one, other in pairs)
