"""The items that stand on every agenda, told by the fixed wording of their titles."""

import re
from calendar import month_name

from agenda.search.words import words

_MONTHS = "|".join(month_name[1:]).casefold()
_MEETING = r"(?: of)?(?: the)?(?: (?:last|previous|preceding))?(?: (?:meetings?|minutes))"
_DAY = (
    r"(?: held)?(?: on)?(?: \w+day)?(?: \d{1,2}(?:st|nd|rd|th)?)?"
    rf"(?: (?:{_MONTHS}))?(?: \d{{4}})?"
)
_INTERESTS = r"(?: of)?(?: members)?(?: \w+)? interests?(?: (?:and|in|by|from|of|under) .*)?"
# Each beside a title that it is made for.
WORDINGS = (
    r"apolog(?:y|ies)(?: for (?:absence|lateness))?(?: and substitut\w+)?",  # APOLOGIES FOR ABSENCE
    r"alternate members(?: standing order \d+)?",  # ALTERNATE MEMBERS (Standing Order 34)
    r"(?:appointment of )?substitut(?:es?|ions)(?: members)?",  # Substitutions
    rf"(?:members )?(?:declarations?|disclosures?){_INTERESTS}",  # DISCLOSURES OF INTEREST
    rf"(?:(?:approval|confirmation) of )?(?:the )?minutes(?:{_MEETING})?{_DAY}",  # MINUTES
    r"inspection of (?:the )?(?:reports?|documents?)(?: and background papers)?",
    r"(?:any )?(?:other )?urgent (?:business|items?)",  # URGENT BUSINESS
    r"any other (?:urgent )?business",
    r"dates?(?: and time)? of (?:the )?next meetings?",  # Date of next meeting
    r"exclusion of (?:the )?(?:press and )?public(?: and press)?",  # EXCLUSION OF THE PUBLIC
    r"(?:evacuation|fire|emergency|housekeeping) procedures?",  # Evacuation procedure
    r"welcome(?: and (?:introductions|apologies))?(?: for absence)?",  # Welcome and introductions
)
_BEFORE = (
    r"(?:(?:agenda )?item )?(?:\d{1,3}[a-z]? )?(?:to (?:receive|note|approve) )?(?:any |the )?"
)
_WHOLE = re.compile(rf"{_BEFORE}(?:{'|'.join(WORDINGS)})")


def is_routine(title: str) -> bool:
    """Whether a title is one that every agenda has, such as "Apologies for absence"."""
    return bool(_WHOLE.fullmatch(words(title)))
