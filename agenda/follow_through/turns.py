"""Turns of phrase that say the same: each is brought to one plain form before words are compared."""

import re
from collections.abc import Callable

BODY = r"(?:Sub-?\s?Committee|Committee|Panel|Forum|Board|Commission|Executive|Cabinet|Council)"
NAMED_BODY = rf"(?:[A-Z][\w'-]*,?\s(?:(?:and|of|for|&)\s(?:the\s)?)?){{0,7}}{BODY}"
_MODIFIER = (
    r"(?:Strategic|Assistant|Deputy|Interim|Corporate|Executive|Acting|Joint|Group|Service|Senior)"
)
_AREA_OF_WORK = (
    r"(?:[A-Z][\w']+(?:(?:,\s|\sand\s|\s&\s|\s)(?:of\s|the\s)*(?=[A-Z])[A-Z][\w']+){0,5})"
)
POST = (
    rf"(?:(?:{_MODIFIER}\s){{0,3}}(?:Director|Head)(?:(?:\sof|,)\s(?:the\s)?{_AREA_OF_WORK})?"
    r"|(?:City|Borough|County|Town)\s(?:Solicitor|Treasurer|Clerk)|Monitoring\sOfficer|Section\s151\sOfficer"
    r"|Chief\s(?:Executive|(?:[A-Z]\w+\s)?Officer)|(?:[Tt]he\s)?(?:relevant\s|appropriate\s)?[Oo]fficers?)"
)
_COUNTED = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
_SIGNS = str.maketrans("‘’‛`“”„–—‑−\xa0", "''''\"\"\"---- ")
_THOUSANDS = {"m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9, "k": 10**3}

Replacement = str | Callable[[re.Match[str]], str]


def _sum(match: re.Match[str]) -> str:
    amount = float(match[1].replace(",", "")) * _THOUSANDS.get((match[2] or "").lower(), 1)
    return f"£{amount:.2f}".removesuffix(".00")


def _number(match: re.Match[str]) -> str:
    return _COUNTED[match[0].lower()]


def _turn(pattern: str, replacement: Replacement) -> tuple[re.Pattern[str], Replacement]:
    return re.compile(pattern, re.IGNORECASE), replacement


_ASKED = r"(?:invited|asked|recommended|requested)"
_GIVEN = r"(?:is|be)\s(?:hereby\s)?(?:given|granted|recorded|expressed|extended)(?:\s(?:to|for))?"

TURNS: tuple[tuple[re.Pattern[str], Replacement], ...] = (
    _turn(
        r"\s*\((?:(?:previously|already)\scirculated|circulated\s(?:before|earlier|previously))\)",
        "",
    ),
    _turn(r"^(?:That\s)?it\s(?:is|be)\srecommended\sthat\s", "That "),
    _turn(rf"^(?:That\s)?Members\s(?:are|be)\s{_ASKED}\sto\s", ""),
    _turn(r"\bthe\scontents?\sof\s", ""),
    _turn(r"£(\d[\d,]*(?:\.\d+)?)\s?(million|billion|bn|m|k)?\b", _sum),
    _turn(r"(?<=\d)(?:st|nd|rd|th)\b", ""),
    _turn(r"\s?(?:per\s?cent\b|%)", "%"),
    _turn(r"(\d)(?:[.:]00)?\s?([ap])\.?m\b\.?", r"\1\2m"),
    _turn(rf"(?<![\w-])(?:{'|'.join(_COUNTED)})(?![\w-])", _number),
    _turn(r"\b((?:days?|weeks?|months?|years?))'?(?:\stime)?\b", r"\1"),
    _turn(r"\bapproval\s" + _GIVEN, "approved"),
    _turn(r"\b(?:agreement|consent)\s" + _GIVEN, "agreed"),
    _turn(r"\bsupport\s" + _GIVEN, "supported"),
    _turn(r"\bthanks\s" + _GIVEN, "thanked"),
    _turn(r"\bconsideration\s(?:is|be)\sgiven\sto", "considered"),
    _turn(
        r"\b(?:delegated\s)?authority\s(?:is|be)\s(?:given|granted|delegated)(?:\sto)?",
        "be authorised",
    ),
    _turn(
        r"\bbe\s(?:given|granted)\s(?:delegated\s)?(?:authority|powers?)|\bbe\sdelegated\s(?:authority|powers?)",
        "be authorised",
    ),
    _turn(
        r"\b(?:not\sbe\s(?:changed|altered|varied)|(?:be\s(?:left|kept)|stay|remain)s?\s"
        r"(?:as\s(?:it\sis|they\sare|now|at\spresent)|unchanged|alone))\b",
        "be unchanged",
    ),
    _turn(
        r"\b(?:not\s(?:to\s)?exceed(?:ing)?|(?:not|no)\s(?:more|later|less|fewer|earlier)\sthan|up\sto\sa\svalue\sof|up\sto)\b",
        "limit",
    ),
    _turn(r"\bnot\sbe\s(?:granted|approved|agreed|accepted|permitted|allowed)\b", "be refused"),
    _turn(
        r"\bnot\sbe\s(?:removed|closed|sold|ended|demolished|withdrawn|disposed\sof)\b",
        "be retained",
    ),
    _turn(r"\bset[\s-]up\b", "established"),
    _turn(r"\b(?:put|brought)\sin(?:to)?\s(?:place|operation|force)\b", "implemented"),
    _turn(r"\b(?:carried\sout|carry\sout)\b", "undertaken"),
    _turn(r"\blook(?:s|ed)?\s(?:into|at)\b", "examine"),
    _turn(
        r"\b(?:in\s(?:respect|relation)\s(?:of|to)|with\s(?:regard|respect)\sto|relating\sto|regarding|concerning)\b",
        "on",
    ),
    _turn(r"\bon\sthe\sgrounds?\s(?:that|of)\b", "as"),
    _turn(r"\bwith\seffect\sfrom\b", "from"),
    _turn(r"\breport(?:s|ed)?\sback\b", "submit a further report"),
    _turn(
        r"\b(?:planning\s)?(?:permission|consent)\s(?=(?:not\s)?be\s(?:granted|refused|given|approved))",
        "application ",
    ),
)
_INVITED = re.compile(
    rf"^(?:That\s)?(?:[Tt]he\s|[Tt]his\s)?({NAMED_BODY})\s(?:is|are)\s{_ASKED}\sto\s"
)
_SELF = re.compile(
    rf"\b[Tt]his\s{NAMED_BODY}\b|\b[Tt]he\s(?:Area\s|Sub-?)?(?:Committee|Panel|Forum|Board|Commission)\b(?!\s[A-Z])"
    r"|^(?:That\s)?(?:Committee|Members)(?=\s[a-z])"
)
_DECIDES = (
    r"(?:note|approve|agree|endorse|support|request|ask|commit|recommend|welcome|receive|continue|thank|consider|adopt"
    r"|confirm|commend|authorise|accept)"
)
_DECIDER = re.compile(rf"^(?:That\s)?(?:[Tt]he\s)?({NAMED_BODY})\s(?={_DECIDES}s?\b)")
SELF = "§"


def unify_signs(text: str) -> str:
    """One kind of quotation mark, dash and space."""
    return " ".join(text.translate(_SIGNS).split())


def invited_body(text: str) -> str | None:
    """The body that "The … Committee is invited to note" names."""
    found = _INVITED.match(text)
    return found[1] if found else None


def plain(text: str, own_names: frozenset[str] = frozenset()) -> tuple[str, str | None]:
    """The plain form of a clause, and another body's name where that body is its subject.

    The deciding body itself becomes `SELF`. A named body is taken for the deciding one unless
    `own_names`, the names the item gives it, are known and none of them is part of it.
    """
    text = _INVITED.sub("", unify_signs(text))
    for pattern, replacement in TURNS:
        text = pattern.sub(replacement, text)
    text = _SELF.sub(SELF, text)
    decider = _DECIDER.match(text)
    if decider is None:
        return text, None
    named = set(decider[1].split())
    other = bool(own_names) and not any(named.issuperset(name.split()) for name in own_names)
    return f"{SELF} {text[decider.end() :]}", decider[1] if other else None
