"""Finds where a resolution promises that something comes back to members."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REPORT = r"(?:reports?|updates?|briefings?|papers?|presentations?|feedback|reviews?\sreports?)"
_SOME = r"(?:an?|another|further|regular|more|additional|(?:half-?|bi-?)?yearly|(?:bi-?)?annual|quarterly|monthly|(?:six|three|6|3|12|twelve)[\s-]monthly|fortnightly|weekly|progress|full|updated?|written|detailed|final|interim)"
_SOME_REPORT = rf"\b{_SOME}\s(?:[\w'-]+[,\s]\s?){{0,4}}?{_REPORT}\b"
_OWN_HOME = r"\b(?:back\b|again\b|(?:to|before|at)\s(?:this\s(?:[\w'&,-]+\s){0,7}?|the\s(?:Area\s|Sub-)?|its\s|a\s|each\s|every\s|(?:the|its|a)\s(?:[\w'-]+\s){1,3}?)(?:Committee|Panel|Board|Forum|Commission|meetings?)\b|(?:to|before)\s(?:all\s)?(?:[Ww]ard\s)?(?:Members|Committee|Councillors)\b)"
_DELIVERED = r"(?:re-?)?(?:presented|submitted|brought|provided|received|reported|made|given|tabled|produced|prepared|circulated|issued|returned|considered|shared|sent|put|placed|taken|requested|supplied|awaited|compiled|completed|published|delivered|scheduled)"
_DELIVER = r"(?:submit|present|bring|provide|prepare|produce|give|make|return|circulate|receive|supply|send|share|take|compile|requests?|receives|write|offer|deliver)"
_ADVERB = r"(?:(?:then|also|again|now|further|next|first|thereafter|formally|\w+ly)\s)*"

_PASSIVE = re.compile(
    rf"\b(?P<not>not\s)?be\s{_ADVERB}(?P<verb>{_DELIVERED})\b(?:\s(?:and|or)\s{_DELIVERED}\b)?"
)
_ACTIVE = re.compile(rf"(?<!at\s)(?<!the\s)\b(?P<verb>{_DELIVER})\b(?=(?P<object>[^.;:]{{0,240}}))")
_REPORTS = re.compile(
    r"(?P<before>[\w’']+,?\s)(?P<verb>reports?)\s(?:back\b|again\b|to\s(?:this|the|a|its|each|every|Members|Council|Cabinet|Committee)\b|progress\b|in\s(?=\d|the\s|[a-z]+\s(?:days|weeks|months|years))|annually\b|quarterly\b|monthly\b|six-monthly\b|on\s|(?:its|their|the)\s(?:findings|results?|outcomes?|conclusions?|views?|progress)\b)"
)
_UPDATES = re.compile(
    r"\b(?P<verb>update\s(?:this|the|Members|all|Ward)\b|be\s(?:kept\s)?(?:updated|informed\sof\sprogress)|keep\s(?:this|the|Members|Ward)\b[^.;]{0,60}?\b(?:informed|updated)|kept\s(?:informed|updated|advised))",
)
_BARE = re.compile(
    rf"(?:^(?:That\s)?|,\s|\band\s|\bwith\s|\bfollowed\sby\s|\brequests?\s|\bfor\s(?=a\sfurther|an\supdate)){_SOME_REPORT}"
    r"(?!\s(?:[\w'-]+\s){0,6}?be\s)"
)
_PUT_OFF = re.compile(
    r"\b(?:be\s(?:further\s)?(?:deferred|adjourned|postponed)|(?:defers?|adjourns?)\s(?=consideration|the\s|this|a\sdecision|determination)"
    r"|be\s(?:re-?)?considered\s(?:again|further|afresh)|be\sreconsidered|consider\s(?:it|this|the\s\w+|this\s\w+)\sagain|(?:come|comes|return)\s(?:back\s)?to\s(?:this|the)\s(?:Committee|Panel|matter|item|issue))"
)
_NOT_BEFORE_REPORTS = frozenset(
    "a an the this that these those further update progress full annual quarterly monthly final interim officers' director's"
    " any detailed written new group's panel's committee's such its their each no said draft"
    " verbal your his her every joint for in of".split()
)
_BEFORE_A_NOUN = re.compile(
    r"\b(?:an?|the|this|that|its|their|each|any)\s(?:[\w']+\s)?$", re.IGNORECASE
)
_REPORTERS = re.compile(
    r"\b(?:officers?|directors?|group|panel|committee|board|executive|cabinet|chair|manager|head|team|party|forum|commission"
    r"|leader|solicitor|trust|company|contractor|operator|council|police|clerk|and|to|to\s\w+ly)\s$",
    re.IGNORECASE,
)
_OF_A_REPORT_IN_HAND = frozenset(("received", "considered", "made", "requested", "published"))
_FURTHEST = 400
_CLAUSE_START = re.compile(
    r"[.;:]\s|,?\s(?:and|but)\sthat\s|,\s(?:and|but)\s|\sand\s|,\s(?:however|with)\s|,\s(?=followed\sby)"
)
_CONDITION = re.compile(
    r"\b(?:if|should|unless|whenever|where|in\sthe\sevent|however)\b[^.;]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ReportPhrase:
    """Words from `start` to `end` that promise something to members; its verb is at `verb`.

    `named` says that a report is named, rather than only what is to be brought; `put_off` that
    the item itself is to come back; `conditional` that it stands behind an "if"; `needs_time`
    that it is a promise only if a time is named.
    """

    start: int
    verb: int
    end: int
    named: bool
    put_off: bool = False
    conditional: bool = False
    needs_time: bool = False


def find_report_phrases(text: str) -> list[ReportPhrase]:
    """The promises of a text in order, one for each clause that makes one."""
    found = [
        *_passive(text),
        *_active(text),
        *_reporting(text),
        *_updating(text),
        *_bare(text),
        *_put_off(text),
    ]
    found.sort(key=lambda phrase: (phrase.verb, not phrase.named))
    return _one_a_clause(found, text)


def _clause_start(text: str, at: int) -> int:
    start = len("That ") if text.startswith("That ") else 0
    for cut in _CLAUSE_START.finditer(text, max(0, at - _FURTHEST), at):
        start = cut.end()
    return min(max(start, at - _FURTHEST), at)


def _is_conditional(text: str, at: int) -> bool:
    return _CONDITION.search(text[max(0, at - _FURTHEST) : at]) is not None


def _passive(text: str) -> Iterator[ReportPhrase]:
    """ "A report be presented", "the findings be reported", "the text be brought back"."""
    for match in _PASSIVE.finditer(text):
        start = _clause_start(text, match.start())
        subject, behind = text[start : match.start()], text[match.end() : match.end() + 120]
        if match["not"] or re.search(r"\bno\b", subject):
            continue
        promised = re.search(_SOME_REPORT, subject) or re.match(rf"{_REPORT}\b", subject)
        if promised or re.match(rf"\s{_SOME_REPORT}", behind):
            first = start + (promised.start() if promised else 0)
            yield _phrase(text, first, match, named=True)
        elif re.search(rf"\b{_REPORT}$", subject.strip()):
            # The report in hand is received or considered; only a time makes it a promise.
            home = match["verb"] not in _OF_A_REPORT_IN_HAND and _is_home(behind)
            yield _phrase(text, start, match, named=True, needs_time=not home)
        elif _comes_home(match["verb"], behind):
            yield _phrase(text, start, match, named=False)


def _is_home(behind: str) -> bool:
    return re.match(rf"[^.;]{{0,60}}?{_OWN_HOME}", behind) is not None


def _comes_home(verb: str, behind: str) -> bool:
    """Whether something that is no report by name is brought before members."""
    if verb.endswith("reported"):
        return True
    return verb not in ("made", "requested", "considered", "completed") and _is_home(behind)


def _phrase(
    text: str, start: int, match: re.Match[str], *, named: bool, needs_time: bool = False
) -> ReportPhrase:
    conditional = _is_conditional(text, match.start("verb"))
    return ReportPhrase(
        start, match.start("verb"), match.end("verb"), named, False, conditional, needs_time
    )


def _active(text: str) -> Iterator[ReportPhrase]:
    for match in _ACTIVE.finditer(text):
        named = re.match(
            rf"\s(?:(?:this|the)\s\w+\s|Members\s(?:with\s)?|it\swith\s|that\s)?{_SOME_REPORT}",
            match["object"],
        )
        plural = re.match(r"\s(?:\w+\s){0,2}?(?:updates|reports|briefings)\b", match["object"])
        home = re.match(
            rf"\s(?:it|them|this|these|those|the|its|their|any|a|an|figures|details|information|proposals|options)\b[^.;]{{0,90}}?{_OWN_HOME}",
            match["object"],
        )
        if match["verb"] in ("requests", "request") and not named:
            continue
        if (
            named
            or plural
            or home
            and match["verb"]
            not in ("make", "receive", "receives", "write", "give", "take", "send")
        ):
            start = match.start("verb")
            if match["verb"] in ("requests", "request"):
                start = match.end() + re.search(_SOME_REPORT, match["object"]).start()
            yield _phrase(text, start, match, named=bool(named or plural))


def _reporting(text: str) -> Iterator[ReportPhrase]:
    for match in _REPORTS.finditer(text):
        before = text[max(0, match.start("verb") - 60) : match.start("verb")]
        word = before.split()[-1].lower().rstrip(",") if before.split() else ""
        noun = _BEFORE_A_NOUN.search(before) and not _REPORTERS.search(before)
        if word not in _NOT_BEFORE_REPORTS and not noun:
            yield _phrase(text, match.start("verb"), match, named=True)


def _updating(text: str) -> Iterator[ReportPhrase]:
    for match in _UPDATES.finditer(text):
        yield _phrase(text, match.start("verb"), match, named=True)


def _bare(text: str) -> Iterator[ReportPhrase]:
    """ "And a full report in 12 months": nothing says how it comes, only when."""
    for match in _BARE.finditer(text):
        report = re.search(_SOME_REPORT, match[0])
        if report:
            start, end = match.start() + report.start(), match.end()
            yield ReportPhrase(start, end, end, True, False, _is_conditional(text, start), True)


def _put_off(text: str) -> Iterator[ReportPhrase]:
    for match in _PUT_OFF.finditer(text):
        yield ReportPhrase(
            _clause_start(text, match.start()), match.end(), match.end(), True, put_off=True
        )


def _one_a_clause(phrases: list[ReportPhrase], text: str) -> list[ReportPhrase]:
    """Phrases of one clause are one promise; a clause's own words tell where it ends."""
    found: list[ReportPhrase] = []
    for phrase in phrases:
        if found and _same_clause(found[-1], phrase, text):
            found[-1] = _joined(found[-1], phrase)
        else:
            found.append(phrase)
    return found


def _same_clause(one: ReportPhrase, other: ReportPhrase, text: str) -> bool:
    if (
        other.start <= one.verb <= other.verb
        and other.start <= one.start
        or other.start == one.start
    ):
        return True
    between = text[one.verb : other.start]
    return not re.search(r"[.;,:]|\b(?:and|but|with|followed)\b", between)


def _joined(one: ReportPhrase, other: ReportPhrase) -> ReportPhrase:
    first, last = (one, other) if one.verb <= other.verb else (other, one)
    return ReportPhrase(
        min(one.start, other.start),
        last.verb if not last.needs_time or first.needs_time else first.verb,
        max(one.end, other.end),
        one.named or other.named,
        one.put_off or other.put_off,
        one.conditional or other.conditional,
        one.needs_time and other.needs_time,
    )
