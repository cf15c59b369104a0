"""Titles, paragraphs, and what officers propose and members decide."""

from functools import cache
from random import Random

from django.utils.text import slugify

from agenda.bench.vocabulary import names, vocabulary

WORDS_OF_MINUTES = 455  # about 2,900 characters
SENTENCES = (11, 17, 23, 14, 29, 19)
SENTENCES_A_PARAGRAPH = 4
SERVICES = (
    "Adult Social Care|Children’s Services|Community Safety|Culture and Leisure|Education|"
    "Environment and Waste|Finance|Highways|Housing|Libraries|Licensing|Parks|Planning|"
    "Public Health|Regeneration|Transport|Youth Services|Customer Services"
).split("|")
POSTS = (
    "Strategic Director|Assistant Director|Head of|Interim Director|Deputy Director|Service Manager"
).split("|")
KINDS = (
    ("Overview and Scrutiny Committee", "scrutiny"),
    ("Area Committee", "area"),
    ("Planning Panel", "regulatory"),
    ("Partnership Board", "panel"),
    ("Advisory Group", "other"),
)
AREAS = ("Corporate", "Children’s Services", "Environment", "Health and Social Care", "Economy")
# Pairs of words that make a subject of a report, each pair once.
MATTERS = (
    "access adoption allotments arts buses cemeteries childcare cycling drainage flooding fostering "
    "footpaths grants heritage homelessness hospitals landlords lighting litter markets museums "
    "noise nurseries parking pavements playgrounds policing pools recycling rents safeguarding "
    "schools sports taxis tenancies toilets trees tourism volunteering wellbeing"
).split()
ASPECTS = (
    "strategy|action plan|funding|improvement programme|inspection findings|review|"
    "partnership arrangements|performance|consultation|outcomes framework"
).split("|")


def sentences(random: Random, count: int) -> list[str]:
    """About `count` words as sentences, each beginning with a capital."""
    words = vocabulary().draw(random, count)
    made, done, turn = [], 0, random.randrange(len(SENTENCES))
    while done < count:
        length = SENTENCES[turn % len(SENTENCES)]
        made.append(" ".join(words[done : done + length]).capitalize() + ".")
        done, turn = done + length, turn + 1
    return made


def paragraphs(random: Random, count: int = WORDS_OF_MINUTES) -> list[str]:
    said = sentences(random, count)
    step = SENTENCES_A_PARAGRAPH
    return [" ".join(said[n : n + step]) for n in range(0, len(said), step)]


def few_words(random: Random, count: int) -> str:
    return " ".join(vocabulary().draw(random, count))


@cache
def committee_name(number: int) -> tuple[str, str]:
    """A committee's name and kind, each number another."""
    kind, word = KINDS[number % len(KINDS)]
    return f"{names()[number].title()} {kind}", word


@cache
def post_name(number: int) -> str:
    """A post, each number another."""
    rank, rest = POSTS[number % len(POSTS)], number // len(POSTS)
    service, place = SERVICES[rest % len(SERVICES)], rest // len(SERVICES)
    return f"{rank} {service}" + (f" {names()[-place].title()}" if place else "")


@cache
def subject(number: int) -> str:
    """What a report is about, in two or three words; each number another."""
    matter, rest = MATTERS[number % len(MATTERS)], number // len(MATTERS)
    aspect, place = ASPECTS[rest % len(ASPECTS)], rest // len(ASPECTS)
    return f"{names()[place + 500]} {matter} {aspect}"


def acronym(words: str) -> str:
    return "".join(word[0] for word in words.split()).upper()


def document_letter(place: int) -> str:
    """The letter of the report at this place of a meeting: A, B, …"""
    return chr(ord("A") + place % 26)


def slug(name: str) -> str:
    """As the portal makes it; its own function cannot be used where there is no database."""
    return slugify(name, allow_unicode=True)
