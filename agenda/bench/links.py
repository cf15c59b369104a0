"""What connects items: subjects, matters, and reports that came back."""

from collections.abc import Iterator
from random import Random

from agenda.bench import prose
from agenda.bench.content import Content
from agenda.bench.maker import Maker, part_of

TOPIC = "The report’s first sentence names it."


def link_rows(
    maker: Maker, n: int, content: Content, start: int, random: Random
) -> Iterator[tuple[str, tuple]]:
    """Table and row of each link of item n, whose subject is named from `start` on."""
    pk, subject = n + 1, content.subject
    end = start + len(subject)
    yield "agenda_topic", (pk, pk, prose.slug(subject), subject, TOPIC, start, end)
    if content.named != subject:
        letters = f"({prose.acronym(subject)})"
        place = end + 1, end + 1 + len(letters)
        yield "agenda_reference", (part_of(n, 1), pk, "acronym", letters, subject, *place)
    number = maker.timetable.subject_of(n)
    if maker.is_matter(number):
        evidence = f"It speaks of “{subject}”."
        yield "agenda_matteritem", (pk, number + 1, pk, evidence, _standing(random))
    before = maker.brings_back(n)
    if before is not None:
        evidence = f"Both speak of “{subject}”."
        yield "agenda_return", (pk, before + 1, pk, 0.9, evidence, _standing(random))


def _standing(random: Random) -> str:
    return random.choices(("confirmed", "suggested", "rejected"), (50, 45, 5))[0]
