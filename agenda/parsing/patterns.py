"""The phrases that give a document its shape, each beside a line it matches.

A phrase is looked for at the start of a line. `first_words` are the only words (in small
letters) that such a line can start with, so that most lines are never tried against it.
No phrase holds an unbounded repetition that could be tried twice over the same words: possessive
ones keep what they took, and a run of spaces is only tried from its first one on.
"""

import re
from dataclasses import dataclass

from .lines import LineKind

# Some pages shorten "Overview and Scrutiny".
SCRUTINY = r"(?:Overview\s+(?:and|&)\s+Scrutiny|O\s?&\s?S)"
_END = r"\s*(?:[:;–—-][\s:;–—-]*|\.?$)"
# The end of a line that leads to what stands below it.
_LEAD = r"\s*+[:–—-]++$"
LEAD_SIGNS = ":–—-"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A wording: what it makes of the line, and an example of it; `leads` if it is a whole line."""

    kind: LineKind
    first_words: tuple[str, ...]
    pattern: re.Pattern[str]
    example: str
    leads: bool


def _phrase(kind: LineKind, first_words: str, pattern: str, example: str) -> Phrase:
    words, leads = tuple(first_words.split()), pattern.endswith(_LEAD)
    return Phrase(kind, words, re.compile(pattern, re.IGNORECASE), example, leads)


_HOW = (
    r"(?:,?\s++(?:unanimously|accordingly|nem\.?\s++con\.?|by\s++\d{1,3}\s++votes?\s++to\s++\d{1,3}))?"
    r"(?:\s*\((?:[a-z]|\d{1,4}[/.])[^()]{1,80}\))?,?"
)
# "Resolved to note …" decides; "Resolved to open eight miles, the team had opened six" tells.
_TO = (
    r"(?=\s++to\s++(?:note|approve|agree|endorse|recommend|support|grant|refuse|defer|receive|adopt|accept|appoint|delegate"
    r"|authorise|request|ask|welcome|confirm|exclude|refer|thank|continue|instruct|establish|award|amend)\b)"
)
_THAT = rf"|(?=\s++that\b)|{_TO}|(?=\s*\(?\d{{1,2}}[.)])"
_ADVERBS = r"(?:(?:then|therefore|unanimously|further|also|accordingly|duly|subsequently)\s++){0,2}"
_IT_WAS = rf"(?:and\s++)?it\s++was(?:\s*+[:–-]++)?\s++{_ADVERBS}"

_WHO = (
    r"(?:(?:it\s++was|(?:(?:the|this)\s++)?(?:[A-Z][\w’&,]*+\s++){0,5}?(?:(?:Sub-?\s?)?Committee|Cabinet|Council|Panel|Board|Executive|Forum"
    r"|Commission|Members|Meeting))\s++)?"
)

PHRASES: tuple[Phrase, ...] = (
    _phrase(LineKind.MINUTES, "minutes minute", r"Minutes?\s*(?::\s*|$)", "Minutes:"),
    _phrase(
        LineKind.DECISION,
        "decision decisions",
        r"Decisions?(?:\s++made)?\s*(?::\s*|$)",
        "Decision:",
    ),
    # Bradford's licensing panels write "Decision –" where others write "Resolved –".
    _phrase(LineKind.RESOLVED, "decision decisions", r"Decisions?\s*[–—-]+\s*", "Decision –"),
    _phrase(LineKind.RESOLVED, "resolved", rf"Resolved{_HOW}(?:{_END}{_THAT})", "Resolved –"),
    _phrase(
        LineKind.RESOLVED, "resolution resolutions", rf"Resolutions?(?:\(s\))?{_END}", "RESOLUTION:"
    ),
    _phrase(
        LineKind.RESOLVED,
        "agreed decided",
        rf"(?:Agreed|Decided){_HOW}(?:{_END}{_THAT})",
        "AGREED: That",
    ),
    _phrase(
        LineKind.RESOLVED,
        "it and",
        rf"{_IT_WAS}resolved{_HOW}(?:{_END}{_THAT})",
        "It was resolved that the report be noted.",
    ),
    _phrase(
        LineKind.RESOLVED,
        "it and",
        rf"{_IT_WAS}(?:agreed|decided){_HOW}(?:\s*+that)?{_LEAD}",
        "It was agreed:",
    ),
    _phrase(
        LineKind.RESOLVED,
        "the this members cabinet council accordingly whereupon thereupon on",
        rf"(?:(?:Accordingly|Whereupon|Thereupon|On\s++being\s++put\s++to\s++the\s++vote),?\s++(?:and\s++)?)?{_WHO}"
        rf"{_ADVERBS}(?:resolved|agreed|decided){_HOW}(?:\s++(?:that|to))?{_LEAD}",
        "The Committee resolved to:",
    ),
    _phrase(
        LineKind.RECOMMENDED,
        "recommended recommendation recommendations officer officers",
        rf"(?:Officers?[’'`]?s?[’'`]?\s++)?(?:Recommended|Recommendations?(?:\s?\(s\))?)"
        rf"(?:{_END}|(?=\s++that\b)|(?=\s*\(?\d{{1,2}}[.)])|\s++(?:to|for|from)\s[^.:]{{3,60}}?(?:\s++that)?(?:\s*:[–—-]*|\s[–—-]+)\s*$)",
        "Recommendation(s):",
    ),
    _phrase(
        LineKind.RECOMMENDED,
        "it the members proposed",
        rf"(?:(?:It\s++is|(?:The\s++)?[\w\s&’'-]{{4,60}}?\s(?:is|are))\s++(?:therefore\s++)?"
        rf"(?:recommended|asked|invited|requested)(?:\s++(?:that|to(?:\s++\w+)?))?|The\s++report\s++recommends(?:\s++that)?|Proposed\s++recommendations?){_LEAD}",
        "The Committee is recommended to:",
    ),
    _phrase(
        LineKind.RECOMMENDED,
        "that",
        rf"That\s++it\s++be\s++(?:a\s++)?recommend(?:ed|ation)(?:\s++to\s++(?:the\s++)?[\w\s-]{{3,40}}?)?(?:\s++that)?{_LEAD}",
        "That it be recommended to Council –",
    ),
    _phrase(
        LineKind.CONTACT,
        "officer officers contact contacts report lead author authors further for",
        r"(?:(?:Lead\s++)?Officers?(?:\s?\(s\))?(?:\s++contacts?)?|(?:Report\s++)?Authors?|Contacts?(?:\s++(?:officers?(?:\s?\(s\))?|details|point))?|Report\s++contact"
        r"|(?:For\s++)?(?:further|more)\s++information(?:\s*,?\s*(?:please\s++)?contact)?)"
        r"(?:\s*[:–—-]\s*|(?<=tact)\s++)(?=\S)",
        "Contact Officer: Jo Bell, Tel: 01632 960001",
    ),
    _phrase(
        LineKind.ACTION,
        "action actions actioned lead to for responsible responsibility",
        r"(?:(?:For\s++)?Actions?(?:\s*\(?(?:required|by|for|points?|officers?|to\s++be\s++taken|of)\)?(?!\w))*|Lead|(?:To\s++be\s++)?Actioned\s++by"
        r"|Responsible(?:\s++officers?)?|Responsibility)(?:\s*[:;–—-]+\s*|\s*$)|(?-i:ACTION)S?\s++(?=(?-i:[A-Z][a-z]))",
        "ACTION: City Solicitor",
    ),
    _phrase(
        LineKind.AREA,
        "overview o scrutiny relevant",
        rf"(?:Relevant\s++)?(?:{SCRUTINY}(?:\s++(?:Area|Committee|Panel|Commission|Board)){{0,2}}|Scrutiny\s++Area)(?:\s*[:–—-]+\s*|(?<=Area)\s++(?=(?-i:[A-Z])))(?=\S)",
        "Overview and Scrutiny Area: Corporate",
    ),
    _phrase(
        LineKind.REASONS,
        "reason reasons alternative alternatives other options",
        r"(?:Reasons?(?:\s++for\s++(?:the\s++)?(?:\w+\s++)?(?:decisions?|recommendations?|resolutions?|urgency|refusal|approval))?"
        r"|(?:(?:Alternative|Other)\s++)?Options\s++(?:considered|rejected|available)(?:\s++(?:and|but)\s++rejected)?"
        r"|Alternatives?(?:\s++options)?(?:\s++considered)?(?:\s++and\s++rejected)?)(?:\s*[:–—-]+\s*|\s*$)",
        "Reasons for decision",
    ),
    _phrase(
        LineKind.NOTE,
        "previous note notes ward wards meeting portfolio",
        r"(?:Previous\s++references?|Notes?|Wards?(?:\s++affected)?|Portfolio(?:\s++holder)?)\s*[:–—-]"
        r"|Meeting\s++of\s[^()]{3,200}\(Item\b",
        "Previous reference: Minute 11 (2015/16)",
    ),
    _phrase(
        LineKind.NAVIGATION,
        "home you",
        r"(?:Home|You\s++are\s++here)\b[^.]{0,20}[>»›:]",
        "Home > Council meetings > Area Committee",
    ),
    _phrase(
        LineKind.NAVIGATION,
        "view",
        r"View\s++(?:directions|the\s++(?:background|reasons|declarations)\b|agenda\s++as\s++HTML)",
        "View the background to item 35",
    ),
)

# Lines of the web site itself; compared in small letters.
NAVIGATION = frozenset({
    "local democracy", "agenda item", "skip to content", "skip to main content", "media", "items",
    "no. item", "note no. item", "no item", "view directions", "issue - meetings", "decisions",
    "decisions published", "use the search options below to find recent decisions.", "home",
    "agenda", "agenda and minutes", "agenda and draft minutes", "agenda and decisions", "agenda, decisions and minutes",
    "agenda and printed minutes", "decisions and minutes", "printed minutes", "council meetings",
    "meeting details", "issue details", "issue - items at meetings", "decision details", "no. | item |",
    "---|---|", "|", "note | no. | item |", "---|---|---|", "webcast", "share this item", "print this page", "councillors and committees", "share this page",
   "earlier - later", "earlier", "later", "back to top", "attendance details", "contact us",
})  # fmt: skip

# After these the page lists the files of an item.
DOCUMENTS = frozenset(
    {
        "supporting documents:",
        "additional documents:",
        "supporting documents",
        "additional documents",
    }
)

OF_THE_SITE = dict.fromkeys(NAVIGATION, LineKind.NAVIGATION) | dict.fromkeys(
    DOCUMENTS, LineKind.DOCUMENTS
)

# "View directions" follows the venue on its line; file sizes are glued to titles.
_FILE_SIZE = re.compile(
    r"(?:(?<!\s)\s++)?(?:\b(?:pdf|doc|docx|xls)\s+icon\s+)?\b(?:PDF|DOC|DOCX|XLS|XLSX|RTF)\s+[\d.,]{1,9}\s*[KM]B\b.*$"
)
VIEW_DIRECTIONS = re.compile(r"(?:(?<![.\s])[.\s]++)?\bView\s+directions\b.*$", re.IGNORECASE)


def file_size_at(words: str) -> int | None:
    """Where the size of a file, glued to a title, begins."""
    match = _FILE_SIZE.search(words) if "KB" in words or "MB" in words else None
    return match.start() if match else None


# "… Overview and Scrutiny Committee", bare or in brackets, as Bradford's area committees write it.
AREA_ENDING = re.compile(
    r"\(?\s*(?P<area>[\w’'‘`&,/ \xa0-]{2,90}?)\s+"
    + SCRUTINY
    + r"(?:\s+(?:Committees?|Area|Panel|Commission|Board)){0,2}\s*\)?\.?$",
    re.IGNORECASE,
)

# "01274 432438", "01632-960221", "(01274) 432438", "020 7332 1234", "07700 900456", "+44 1274 432438".
PHONE = re.compile(
    r"(?:\+44\s?\d{2,4}|\(0\d{2,4}\)|\b0\d{2,4})[\s-]*\d{3,4}(?:[\s-]*\d{2,4}){0,2}\b(?:\s*(?:ext\.?|x)\s*\d{2,5})?"
)

# "There being no other names it was resolved:", the end of a paragraph before the points.
RESOLVED_AT_END = re.compile(
    r"\b(?:it\s+was|was|were|and|(?:sub-)?committee|cabinet|council|panel|board|executive|members|meeting|unanimously)\s+"
    r"(?:then\s+|therefore\s+|unanimously\s+|duly\s+|further\s+){0,2}(?:resolved|agreed|decided)"
    r"(?:\s+unanimously)?(?:\s+(?:that|to))?\s*[:–—-]+$",
    re.IGNORECASE,
)

# "Cabinet RESOLVED that …" in capitals, "it was resolved that …" in small letters.
_BEHIND_RESOLVED = (
    r"(?:\s+(?:unanimously|UNANIMOUSLY))?(?=\s*[:–—-]|\s+(?:that|That|to|THAT)\b|$)[\s:–—-]*"
)
RESOLVED_WITHIN = re.compile(
    rf"\b(?P<capital>RESOLVED){_BEHIND_RESOLVED}|\b[Ii]t\s+was\s+{_ADVERBS}(?P<small>resolved){_BEHIND_RESOLVED}"
)

# Words that make "resolved" a report of an earlier decision, not a decision.
QUOTING = re.compile(
    r"\b(?:had|previously|earlier|has|have)\s+(?:been\s+)?(?:unanimously\s+)?resolved\b|\bamongst\s+other\s+things\b"
    r"|\bat\s+(?:its|the|their|a)\s+(?:\w+\s+){0,3}meeting\s+(?:held\s+)?(?:on|of|in)\b"
    r"|\b(?:meeting|resolution)\s+(?:held\s+)?(?:on|of)\s+\d",
    re.IGNORECASE,
)

# "COUNCILLOR PETRIE IN THE CHAIR".
STAGE_DIRECTION = re.compile(
    r"(?:\b(?:in|took|resumed|vacated|left)\s+the\s+chair|\b(?:left|rejoined|re-joined|joined)\s+the\s+(?:meeting|room)"
    r"|\b(?:withdrew|adjourned))\b[^.]{0,40}[.)]*$",
    re.IGNORECASE,
)
