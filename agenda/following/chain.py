"""The items that are linked with one by returns: what it brought back, and what came of it."""

from agenda.models import AgendaItem

# Longer chains than this are cut, and a ring of returns ends here.
_LONGEST = 20
# Each step goes on in its own direction: from this item to what it answers, and to what answers it.
_LINKED = f"""
WITH RECURSIVE chain (item_id, step, evidence, standing) AS (
    SELECT %s::bigint, 0, ''::text, ''::varchar
    UNION
    SELECT link.item_id, chain.step + link.direction, link.evidence, link.standing
    FROM chain, LATERAL (
        SELECT later.item_id, 1 AS direction, later.evidence, later.standing
        FROM agenda_expectedreport promise
        JOIN agenda_return later ON later.expected_report_id = promise.id
        WHERE promise.item_id = chain.item_id AND promise.is_promise AND chain.step >= 0
        UNION ALL
        SELECT promise.item_id, -1, earlier.evidence, earlier.standing
        FROM agenda_return earlier
        JOIN agenda_expectedreport promise ON promise.id = earlier.expected_report_id
        WHERE earlier.item_id = chain.item_id AND promise.is_promise AND chain.step <= 0
    ) link
    WHERE link.standing <> 'rejected' AND abs(chain.step) < {_LONGEST}
    AND EXISTS (
        SELECT FROM agenda_agendaitem item
        WHERE item.id = link.item_id AND item.publication_status = 'published')
)
SELECT DISTINCT ON (item.id) item.id, item.title, chain.step, chain.evidence, chain.standing,
    meeting.held_on, meeting.held_on_basis, committee.name AS committee
FROM chain
JOIN agenda_agendaitem item ON item.id = chain.item_id
JOIN committees_meeting meeting ON meeting.id = item.meeting_id
LEFT JOIN committees_committee committee ON committee.id = meeting.committee_id
ORDER BY item.id, abs(chain.step), chain.standing
"""


def chain_of(item: AgendaItem) -> list[AgendaItem]:
    """The item with all that it is linked with, in the order of their meetings.

    Each has `step`, counted from this item, `evidence` and `standing` of the link to the one
    before, `held_on` and `committee`. Empty where nothing is linked.
    """
    linked = list(AgendaItem.objects.raw(_LINKED, [item.pk]))
    in_order = sorted(linked, key=lambda each: (each.step, f"{each.held_on}", each.pk))
    return in_order if len(in_order) > 1 else []
