"""Which stored items may be the reports that were promised; how likely is judged elsewhere."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import connection

from agenda.expected_reports import ExpectedReport
from agenda.follow_through import returning
from agenda.follow_through.when import Precision, Recurrence
from agenda.matters import Topic
from agenda.models import AgendaItem, Reference

Pair = tuple[int, int]

# What comes this long after its time is no return.
_IN_TIME = "(report.recurs <> '' OR {later} <= coalesce(report.due_on, promised.held_on) + 550)"
# What was promised, and later items of the same committee that speak of the same, or that name
# the day of the meeting.
_PROMISED = f"""
SELECT report.id, later.id
FROM agenda_expectedreport report
JOIN agenda_agendaitem earlier ON earlier.id = report.item_id
JOIN committees_meeting promised ON promised.id = earlier.meeting_id
{{link}}
JOIN committees_meeting held ON held.id = later.meeting_id
    AND held.committee_id = promised.committee_id AND held.held_on > promised.held_on
    AND {_IN_TIME.format(later="held.held_on")}
WHERE report.is_promise AND report.id = ANY(%s)"""
_OF_SAME_TOPIC = _PROMISED.format(
    link="""
JOIN agenda_topic said ON said.item_id = earlier.id AND said.value LIKE '%%-%%'
JOIN agenda_topic again ON again.value = said.value
JOIN agenda_agendaitem later ON later.id = again.item_id"""
)
_NAMING_ITS_DAY = _PROMISED.format(
    link="""
JOIN agenda_reference named ON named.kind = 'date'
    AND named.value = to_char(promised.held_on, 'YYYY-MM-DD')
JOIN agenda_agendaitem later ON later.id = named.item_id"""
)
# The same from the later items' side. Each step is told, since the database's own estimates are
# far off while an import fills its tables.
_BROUGHT = f"""
WITH later AS MATERIALIZED (
    SELECT item.id, held.committee_id, held.held_on, said.value
    FROM {{said}} said
    JOIN agenda_agendaitem item ON item.id = said.item_id
    JOIN committees_meeting held ON held.id = item.meeting_id
    WHERE said.item_id = ANY(%s) AND {{telling}}),
near AS MATERIALIZED ({{near}}),
promised AS MATERIALIZED (
    SELECT near.id, near.value, meeting.committee_id, meeting.held_on
    FROM near JOIN committees_meeting meeting ON meeting.id = near.meeting_id)
SELECT report.id, later.id
FROM promised
JOIN agenda_expectedreport report ON report.item_id = promised.id AND report.is_promise
JOIN later ON later.value = promised.value
    AND later.committee_id = promised.committee_id AND later.held_on > promised.held_on
    AND {_IN_TIME.format(later="later.held_on")}"""
_BY_TOPIC = _BROUGHT.format(
    said="agenda_topic",
    telling="said.value LIKE '%%-%%'",
    near="""
    SELECT DISTINCT earlier.id, earlier.meeting_id, said.value
    FROM (SELECT DISTINCT value FROM later WHERE committee_id IS NOT NULL) spoken
    JOIN agenda_topic said ON said.value = spoken.value
    JOIN agenda_expectedreport report ON report.item_id = said.item_id
    JOIN agenda_agendaitem earlier ON earlier.id = said.item_id""",
)
_BY_DAY = _BROUGHT.format(
    said="agenda_reference",
    telling="said.kind = 'date' AND said.value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'",
    near="""
    SELECT DISTINCT earlier.id, earlier.meeting_id, named.value
    FROM (SELECT DISTINCT committee_id, value FROM later) named
    JOIN committees_meeting meeting ON meeting.committee_id = named.committee_id
        AND meeting.held_on = named.value::date
    JOIN agenda_agendaitem earlier ON earlier.meeting_id = meeting.id
    JOIN agenda_expectedreport report ON report.item_id = earlier.id""",
)


def reports_near(items: Iterable[int]) -> set[int]:
    """The expected reports that these items promise or may have brought back."""
    numbers = list(items)
    returned = ExpectedReport.objects.filter(returns__item__in=numbers, is_promise=True)
    found = {*_promised_by(numbers), *returned.values_list("pk", flat=True)}
    return found | {report for report, _ in _brought_by(numbers)}


def pairs_of(reports: Iterable[int]) -> set[Pair]:
    """Each of these expected reports with each item that may have brought it back."""
    numbers = list(reports)
    statements = (_OF_SAME_TOPIC, _NAMING_ITS_DAY)
    return {pair for statement in statements for pair in _pairs(statement, numbers)}


def pairs_with(items: Iterable[int]) -> set[Pair]:
    """Each of these items with what it may have brought back, or what may have brought back its own."""
    numbers = list(items)
    return _brought_by(numbers) | pairs_of(_promised_by(numbers))


def _promised_by(items: list[int]) -> Iterable[int]:
    own = ExpectedReport.objects.filter(item__in=items, is_promise=True)
    return own.values_list("pk", flat=True)


def _brought_by(items: list[int]) -> set[Pair]:
    return {pair for statement in (_BY_TOPIC, _BY_DAY) for pair in _pairs(statement, items)}


def _pairs(statement: str, numbers: list[int]) -> list[Pair]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [numbers])
        return cursor.fetchall()


def promises(numbers: Iterable[int]) -> dict[int, returning.Promise]:
    """Expected reports as the comparison reads them, by their number."""
    reports = list(ExpectedReport.objects.filter(pk__in=list(numbers)))
    items = items_of(report.item_id for report in reports)
    return {
        report.pk: returning.Promise(
            items[report.item_id],
            report.due_on,
            Precision(report.precision),
            Recurrence(report.recurs) if report.recurs else None,
        )
        for report in reports
    }


def items_of(numbers: Iterable[int]) -> dict[int, returning.Item]:
    """Items of dated meetings as the comparison reads them, by their number."""
    wanted = set(numbers)
    topics, days = _topics(wanted), _days(wanted)
    columns = ("pk", "title", "background", "minutes", "meeting__held_on")
    return {
        pk: returning.Item(title, background or minutes, held_on, topics[pk], days[pk])
        for pk, title, background, minutes, held_on in AgendaItem.objects.filter(
            pk__in=wanted
        ).values_list(*columns)
    }


def _topics(items: set[int]) -> dict[int, tuple[Topic, ...]]:
    found: dict[int, tuple[Topic, ...]] = defaultdict(tuple)
    for topic in Topic.objects.filter(item__in=items).exclude(value="").order_by("pk"):
        found[topic.item_id] += (topic,)
    return found


def _days(items: set[int]) -> dict[int, frozenset[date]]:
    found: dict[int, frozenset[date]] = defaultdict(frozenset)
    named = Reference.objects.filter(item__in=items, kind=Reference.Kind.DATE)
    for item, value in named.values_list("item", "value"):
        if len(value) == len("2016-10-06"):
            found[item] |= {date.fromisoformat(value)}
    return found
