"""What an item speaks of, in its own words, each with what shows it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from agenda.parsing.document import Passage, Span

from .subjects import is_boilerplate, is_telling, normal_form, normal_form_of, subject_words

MOST_TOPICS = 8
LONGEST_VALUE = 120
# An acronym that stands fewer times than this is named in passing.
OFTEN = 3
_ACRONYM = re.compile(r"[A-Z](?<!\w\w)[A-Z&]{0,5}[A-Z](?=s?\b)")
_FIRST_SENTENCE = re.compile(r".{20,700}?[.;](?=\s|$)", re.DOTALL)
# Words in capitals that are no acronyms, and acronyms of anything at all.
_NO_SUBJECT = frozenset(
    "ACTION AND AT BME CEO COVID EU FOI FOR GDPR HM HMCI ICT II III IN IT IV KPI KPIS MBE MP MPS NB NHS NO NOT NOTE OBE OF ON"
    " OR PDF PLC PM QC RESOLV TBC THAT THE TO TV UK US VAT VI".split()
)
# What such an expansion ends in is somebody who acts, not what is spoken of.
_SOMEBODY = frozenset(
    "agency assembly association authority board cabinet commission committee company constabulary council department"
    " director executive federation forum foundation group inspector institute network office officer ofsted panel"
    " partnership police service services society team trust union university".split()
)


Uses = Mapping[str, list[int]]


@dataclass(frozen=True, slots=True)
class Expansion:
    """ "child sexual exploitation (CSE)": the letters, the words they stand for, and where."""

    acronym: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject; items with the same `value` speak of the same one.

    Only a telling topic is enough to connect two items. An acronym that the item uses and does
    not expand has no value: what it stands for is known from other items, if at all.
    """

    value: str
    text: str
    evidence: str
    telling: bool
    start: int
    end: int
    acronym: str = ""


@dataclass(frozen=True, slots=True)
class ItemWords:
    """What of an item is read for topics; the title has a place of its own or the whole item's.

    `text` begins at `offset` of the source, in which all places are counted; `opening` is what
    the report, or else the discussion, begins with.
    """

    text: str
    title: Passage
    opening: str = ""
    expansions: Sequence[Expansion] = field(default=())
    committee: str = ""
    title_inferred: bool = False
    offset: int = 0


def expansion_of(printed: str, words: str, place: Span) -> Expansion:
    """What an acronym stands for; it may be printed in brackets or quotation marks."""
    return Expansion(printed.strip('()“”"'), words, place.start, place.end)


def find_topics(item: ItemWords) -> tuple[Topic, ...]:
    """The topics of an item, the telling ones first; none of one that stands on every agenda."""
    if is_boilerplate(item.title.text):
        return ()
    uses = _uses(item.text)
    found = [*_expanded(item, uses), *_of_title(item), *_used(item, uses)]
    kept = {topic.value or f"({topic.acronym})": topic for topic in reversed(found)}
    in_order = sorted(kept.values(), key=lambda topic: (not topic.telling, found.index(topic)))
    return tuple(in_order[:MOST_TOPICS])


def _uses(text: str) -> Uses:
    """Where each acronym stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for match in _ACRONYM.finditer(text):
        found[match[0]].append(match.start())
    return found


def _expanded(item: ItemWords, uses: Uses) -> list[Topic]:
    """The acronyms that the item says the words of; each once."""
    first = {each.acronym: each for each in reversed(item.expansions)}
    topics = (_of_expansion(item, each, _count(item, each, uses)) for each in first.values())
    return sorted(filter(None, topics), key=lambda topic: topic.start)


def _count(item: ItemWords, each: Expansion, uses: Uses) -> int:
    return len(uses.get(each.acronym, ())) or item.text.count(each.acronym)


def _of_expansion(item: ItemWords, each: Expansion, uses: int) -> Topic | None:
    value = normal_form_of(each.words)
    if not value or len(value) > LONGEST_VALUE:
        return None
    in_full = f"“{each.words} ({each.acronym})”"
    is_subject = is_telling(value.split("-")) and each.acronym not in _NO_SUBJECT
    telling = True
    if is_subject and _names(item.title.text, each):
        evidence = f"The title{_inferred(item)} names {in_full}."
    elif is_subject and not is_somebody(each.words) and _names(first_sentence(item.opening), each):
        evidence = f"The first sentence of the report names {in_full}."
    elif is_subject and not is_somebody(each.words) and uses >= OFTEN:
        evidence = f"{in_full} is expanded, and “{each.acronym}” stands {uses} times."
    else:
        telling, evidence = False, f"{in_full} is named in passing."
    return Topic(value, each.words, evidence, telling, each.start, each.end, each.acronym)


def is_subject(words: str, acronym: str) -> bool:
    """Whether an acronym stands for something to speak of, rather than for a body or anything."""
    roots = normal_form_of(words).split("-")
    return is_telling(roots) and acronym not in _NO_SUBJECT and not is_somebody(words)


def is_somebody(words: str) -> bool:
    """Whether an expansion names a body or a post rather than a subject."""
    last = words.split()[-1].lower().rstrip(".,")
    return last in _SOMEBODY or last.rstrip("s") in _SOMEBODY


def _names(text: str, each: Expansion) -> bool:
    words = set(normal_form_of(each.words).split("-"))
    return each.acronym in text or words <= set(normal_form_of(text).split("-"))


def first_sentence(opening: str) -> str:
    found = _FIRST_SENTENCE.match(opening)
    return found[0] if found else opening[:700]


def _of_title(item: ItemWords) -> list[Topic]:
    words = subject_words(item.title.text, item.committee)
    value = normal_form([word[0] for word in words])
    if not value or len(value) > LONGEST_VALUE:
        return []
    topics = [_of_words(item, words, "speaks of", telling=is_telling([w[0] for w in words]))]
    if len(words) > 2:
        topics.append(_of_words(item, words[:2], "begins with", telling=False))
    return topics


def _of_words(item: ItemWords, words: list[re.Match[str]], says: str, *, telling: bool) -> Topic:
    title = " ".join(item.title.text.split())
    text = title[words[0].start() : words[-1].end()]
    evidence = f"The title{_inferred(item)} {says} “{text}”."
    value = normal_form([word[0] for word in words])
    return Topic(value, text, evidence, telling, item.title.span.start, item.title.span.end)


def _inferred(item: ItemWords) -> str:
    return ", inferred from the report," if item.title_inferred else ""


def _used(item: ItemWords, uses: Uses) -> list[Topic]:
    """The acronyms that the item uses often and does not expand, the most frequent first."""
    expanded = {each.acronym for each in item.expansions}
    title = item.title.text.split() if item.title.text.isupper() else []
    skipped = expanded | _NO_SUBJECT | set(title)
    often = [a for a, places in uses.items() if len(places) >= OFTEN and a not in skipped]
    often.sort(key=lambda acronym: -len(uses[acronym]))
    return [_use(acronym, uses[acronym], item.offset) for acronym in often]


def _use(acronym: str, places: Sequence[int], offset: int) -> Topic:
    start = offset + places[0]
    evidence = f"“{acronym}” stands {len(places)} times in the item."
    return Topic("", acronym, evidence, False, start, start + len(acronym), acronym)
