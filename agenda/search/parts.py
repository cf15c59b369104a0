"""The passages of items that a list of results shows snippets of, read in one statement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from agenda.models import Post, printed_owners
from agenda.search.asking import look_up
from agenda.search.results import Result

# The parts of items that are public, as the caller must know them to be.
PARTS = """
SELECT item_id, 1 AS place, position, number, text, sub_points, NULL::json FROM agenda_resolution
WHERE item_id = ANY(%(items)s)
UNION ALL
SELECT item_id, 2, position, number, text, sub_points, NULL FROM agenda_recommendation
WHERE item_id = ANY(%(items)s)
UNION ALL
SELECT item_id, 3, position, note, referral, owner_names, (
    SELECT json_agg(json_build_array(p.id, p.slug, p.former_slugs, p.name))
    FROM agenda_action_owners o JOIN agenda_post p ON p.id = o.post_id WHERE o.action_id = a.id)
FROM agenda_action a WHERE item_id = ANY(%(items)s)
UNION ALL
SELECT item_id, 4, position, '', name, '{}', NULL FROM agenda_contactofficer
WHERE item_id = ANY(%(items)s)
ORDER BY 1, 2, 3
"""
NAMES = {
    1: ("resolutions", "resolution", "Resolution"),
    2: ("recommendations", "recommendation", "Recommendation"),
    4: ("report", "contactofficer", "Contact"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A passage of an item: the field, what to call it, and where the item's page shows it."""

    field: str
    label: str
    anchor: str
    text: str


def parts_of_items(items: Iterable[Result]) -> dict[int, list[Part]]:
    """The parts of each of these items by its number.

    What members decided first, then what was proposed, who acts, the report, the discussion.
    """
    by_number = {item.pk: item for item in items}
    found: dict[int, list[Part]] = defaultdict(list)
    for item, place, *row in look_up(PARTS, {"items": list(by_number)}):
        found[item].append(point(*NAMES[place], *row) if place in NAMES else action(*row))
    for number, item in by_number.items():
        found[number] += texts(item)
    return found


def point(
    field: str,
    name: str,
    label: str,
    position: int,
    number: str,
    text: str,
    sub_points: list[str],
    _: None,
) -> Part:
    words = " ".join([text, *sub_points])
    return Part(field, f"{label} {number or position}", f"{name}-{position}", words)


def action(
    position: int, note: str, referral: str, names: list[str], posts: list[list] | None
) -> Part:
    owners = printed_owners(names, [Post(*values) for values in posts or ()])
    said = ", ".join(owner.words for owner in owners), note, referral
    return Part(
        "actions", f"Action {position}", f"action-{position}", " · ".join(filter(None, said))
    )


def texts(item: Result) -> Iterator[Part]:
    yield Part("report", "Report", "report", item.background)
    for number, text in enumerate(item.paragraphs, start=1):
        yield Part("discussion", f"Discussion, paragraph {number}", f"paragraph-{number}", text)
