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

# A later item of the same committee that speaks of the same, or that names the day of the
# meeting. What comes this long after its time is no return.
_LATER = """
JOIN agenda_agendaitem later ON later.id = {link}.item_id
JOIN committees_meeting held ON held.id = later.meeting_id
    AND held.committee_id = promised.committee_id AND held.held_on > promised.held_on
    AND (report.recurs <> '' OR held.held_on <= coalesce(report.due_on, promised.held_on) + 550)
WHERE report.is_promise AND {those}.id = ANY(%s)"""
_PROMISED = """
SELECT report.id, later.id
FROM agenda_expectedreport report
JOIN agenda_agendaitem earlier ON earlier.id = report.item_id
JOIN committees_meeting promised ON promised.id = earlier.meeting_id
"""
_BY_TOPIC = f"""{_PROMISED}
JOIN agenda_topic said ON said.item_id = earlier.id AND said.value LIKE '%%-%%'
JOIN agenda_topic again ON again.value = said.value
{_LATER.replace("{link}", "again")}"""
_BY_DAY = f"""{_PROMISED}
JOIN agenda_reference named ON named.kind = 'date'
    AND named.value = to_char(promised.held_on, 'YYYY-MM-DD')
{_LATER.replace("{link}", "named")}"""
_NAMED_DAYS = """
SELECT report.id, later.id
FROM agenda_agendaitem later
JOIN committees_meeting held ON held.id = later.meeting_id
JOIN agenda_reference named ON named.item_id = later.id AND named.kind = 'date'
JOIN committees_meeting promised ON promised.committee_id = held.committee_id
    AND promised.held_on < held.held_on
    AND promised.held_on = CASE WHEN named.value ~ '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$'
        THEN named.value::date END
JOIN agenda_agendaitem earlier ON earlier.meeting_id = promised.id
JOIN agenda_expectedreport report ON report.item_id = earlier.id AND report.is_promise
WHERE later.id = ANY(%s)"""


def reports_near(items: Iterable[int]) -> set[int]:
    """The expected reports that these items promise or may have brought back."""
    numbers = list(items)
    own = ExpectedReport.objects.filter(item__in=numbers, is_promise=True)
    returned = ExpectedReport.objects.filter(returns__item__in=numbers, is_promise=True)
    found = {*own.values_list("pk", flat=True), *returned.values_list("pk", flat=True)}
    for statement in (_BY_TOPIC.format(those="later"), _NAMED_DAYS.format()):
        found |= {report for report, _ in _pairs(statement, numbers)}
    return found


def pairs_of(reports: Iterable[int]) -> set[Pair]:
    """Each of these expected reports with each item that may have brought it back."""
    numbers = list(reports)
    statements = (_BY_TOPIC.format(those="report"), _BY_DAY.format(those="report"))
    return {pair for statement in statements for pair in _pairs(statement, numbers)}


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
