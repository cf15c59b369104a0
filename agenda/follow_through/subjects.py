"""The subject of a title: its words without those that any title may hold."""

import re
from functools import lru_cache

import snowballstemmer

from .turns import unify_signs

_WORD = re.compile(r"\w+(?:[/']\w+)*")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# Dates, years and quarters, and what stands in brackets, tell nothing of the subject.
_ASIDE = re.compile(
    r"\([^()]*\)|\b(?:document|appendix|minute|item)s?\s\"?[a-z0-9]{1,3}\"?(?!\w)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b|\b(?:19|20)\d\d(?:\s?[-/]\s?\d{{2,4}})?\b"
    r"|\b(?:month|period|quarter|q|week|term)\s?\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.IGNORECASE,
)
_STOP = frozenset(
    "a about across after against an and are around as at be been before between by during for from has have if in into is it its not of off on or our out over per regarding"
    " relating s since than that the their them these this those through to under up upon was were which who will with"
    " within without".split()
)
_GENERIC = frozenset(
    "report update annual year half quarter month weekly review progress final interim draft further follow revised new"
    " propose proposal outcome find result overview summary present presentation brief information inform position"
    " statement response respond monitor perform performance note discussion discuss item part stage phase version first"
    " second third fourth one two three four five six latest current recent previous next matter issue subject general"
    " verbal oral written standing january february march april may june july august september october november december"
    " winter spring summer autumn end period decision decide recommend recommendation consider consideration approve"
    " approval request receive receipt set outline detail describe".split()
)
# With one of these and no other word a title names no subject that could be told from others.
_WEAK = frozenset(
    "action activity agenda application area arrangement board borough budget business cabinet chair city committee community company"
    " corporate council councillor delivery department development director district executive finance financial forum"
    " fund governance group implementation improvement key local management meeting member officer panel partnership"
    " plan policy portfolio priority process programme project public risk scheme scrutiny service strategic strategy"
    " support system task team town use ward work".split()
)
_BOILERPLATE = re.compile(
    r"(?:apolog(?:y|ies)|announcements|correspondence|attendance|deputations?|petitions?|referrals?|introductions?|prayers?"
    r"|(?:notices?\sof\s)?motions?|terms\sof\sreference|roll\scall|open\sforum|called?-?\s?in(?:\sitems|s)?|agenda|untitled\sitem"
    r"|membership|substitutes?|public\sparticipation|matters\sarising|urgent\s(?:business|items)|any\sother\s(?:urgent\s)?business"
    r"|(?:miscellaneous|planning|licen[cs]ing|enforcement)\s(?:items|applications|appeals|matters|requests|hearings))$"
    r"|apologies\s|declarations?\sof\s|disclosures?\sof\s|minutes(?:\s(?:of|from|and)\b|$)|alternate\smembers|substitut(?:ion|e\smembers)"
    r"|(?:confirmation|approval|signing|to\s(?:confirm|approve|sign|receive|note))\b.*\bminutes\b|exclusion\sof\b.*\b(?:public|press)"
    r"|(?:any\sother\s|other\s)?urgent\s(?:business|items?)\s|appointment\sof\s(?:a\s)?(?:vice-?\s?)?chair|election\sof\s(?:a\s)?(?:vice-?\s?)?chair"
    r"|(?:inspection\sof|access\sto)\s(?:reports|information|background)|(?:public|members'?|councillors'?)\s(?:question|speaking)"
    r"|questions?\s(?:from|by|to)\s|(?:dates?|time|venue)\b.*\b(?:next|future)\smeetings?|(?:next|future)\smeetings?$"
    r"|chair(?:man|person|woman)?'?s?'?\s(?:announcements?|communications?|business|remarks|update)|welcome\b"
    r"|(?:.*\s)?(?:work|forward|rolling)\s(?:programmes?|plans?|planning)(?:\s(?:update|report|\d.*))?$"
    r"|(?:issues|matters|items?|business)\s(?:referred|arising|raised|not\s)|recommendations?\s(?:to|from)\sthe\s"
    r"|(?:exempt|confidential|private|part\s(?:2|ii|b))\s(?:items?|business|session|reports?|information|minutes|section|appendi)"
    r"|applications\s(?:recommended|for\s(?:approval|planning|determination|refusal))|appeals?\sdecisions?$|filming\b|fire\sprocedure",
    re.IGNORECASE,
)
_PLACE_OF = re.compile(
    r"\s(?:Area|Neighbourhood|Ward|Community|Locality)\s(?:Committee|Forum|Panel|Board)$"
)


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The common form of a word in small letters: "licensing" and "licences" are one."""
    # A stemmer keeps the word it works on, so two threads must not share one.
    found = snowballstemmer.stemmer("english").stemWord(word.removesuffix("'s").removesuffix("'"))
    return found.replace("licenc", "licens")


def _roots(words: frozenset[str]) -> frozenset[str]:
    return words | frozenset(map(root, words))


_GENERIC_ROOTS, _WEAK_ROOTS = _roots(_GENERIC), _roots(_WEAK)
# Short for months: "Oct 2016".
_SHORT = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec q".split())


def is_boilerplate(title: str) -> bool:
    """Whether an item of this title stands on every agenda: apologies, minutes, urgent business."""
    return _BOILERPLATE.match(_plain(title)) is not None


def subject_words(title: str, committee: str = "") -> list[re.Match[str]]:
    """The words of a title that tell its subject; the committee's own name does not."""
    plain = _own_name(committee).sub(lambda own: " " * len(own[0]), _plain(title))
    plain = _ASIDE.sub(lambda aside: " " * len(aside[0]), plain)
    return [word for word in _WORD.finditer(plain) if _tells(word[0].lower())]


def normal_form(words: list[str]) -> str:
    """The same for all orders and endings of these words; little words do not count."""
    telling = {root(word) for word in map(str.lower, words) if word not in _STOP}
    return "-".join(sorted(telling))


def normal_form_of(phrase: str) -> str:
    return normal_form([word[0] for word in _WORD.finditer(_plain(phrase))])


def is_telling(words: list[str]) -> bool:
    """Whether these words tell one subject from others: two, of which one is no everyday word."""
    roots = {root(word.lower()) for word in words if word.isalpha() or "'" in word}
    return len(roots) > 1 and not roots <= _WEAK_ROOTS


def _tells(word: str) -> bool:
    if (len(word) < 2 and word.isalpha()) or word in _STOP or word in _SHORT:
        return False
    return word not in _GENERIC_ROOTS and root(word) not in _GENERIC_ROOTS


@lru_cache(maxsize=500)
def _own_name(committee: str) -> re.Pattern[str]:
    """The committee's name and, of an area's committee, the place; no words where it is unknown."""
    names = [_plain(committee), _plain(_PLACE_OF.sub("", committee))] if committee else []
    own = [names[0], *(name for name in names[1:] if name != names[0])] if names else []
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in own) or r"(?!)", re.IGNORECASE)


def _plain(text: str) -> str:
    return unify_signs(text)
