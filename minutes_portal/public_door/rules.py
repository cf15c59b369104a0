"""What the public may see, table by table. A table that is not named here stays locked.

Each condition is kept by the database itself, as a row-level policy. The parts of items are seen
through views of the same names besides, which are quicker (`Part`), and two tables through views
alone, since not all of their columns are for the public (`View`).
"""

from dataclasses import dataclass

PUBLISHED = "publication_status = 'published'"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table that the public may see."""

    condition: str


@dataclass(frozen=True, slots=True)
class Part(Rows):
    """The rows of a table that public pages read by a view with the same condition.

    A policy is tried on each row before anything else is asked of it, and rules out an index of
    words, since a function that searches words might tell what it met. A view's condition is
    planned together with the query. But a view has no primary key: whoever counts what belongs
    to a part does it in a subquery.
    """


@dataclass(frozen=True, slots=True)
class View:
    """A view in the place of a table whose columns are not all for the public."""

    query: str


def of_item(table: str) -> str:
    """The rows that belong to a published item."""
    return f"""EXISTS (
        SELECT FROM agenda_agendaitem item
        WHERE item.id = {table}.item_id AND item.{PUBLISHED})"""


def of_action(table: str) -> str:
    """The rows that belong to an action of a published item."""
    return f"""EXISTS (
        SELECT FROM agenda_action action JOIN agenda_agendaitem item ON item.id = action.item_id
        WHERE action.id = {table}.action_id AND item.{PUBLISHED})"""


COMMITTEES = f"""EXISTS (
        SELECT FROM committees_meeting meeting
        JOIN agenda_agendaitem item ON item.meeting_id = meeting.id
        WHERE meeting.committee_id = committees_committee.id AND item.{PUBLISHED})
    OR EXISTS (
        SELECT FROM agenda_action action JOIN agenda_agendaitem item ON item.id = action.item_id
        WHERE action.referred_to_id = committees_committee.id AND item.{PUBLISHED})"""
MEETINGS = f"""EXISTS (
        SELECT FROM agenda_agendaitem item
        WHERE item.meeting_id = committees_meeting.id AND item.{PUBLISHED})"""
POSTS = f"""EXISTS (
        SELECT FROM agenda_action_owners owner
        JOIN agenda_action action ON action.id = owner.action_id
        JOIN agenda_agendaitem item ON item.id = action.item_id
        WHERE owner.post_id = agenda_post.id AND item.{PUBLISHED})"""
ANSWERS = f"""EXISTS (
        SELECT FROM agenda_resolution resolution
        JOIN agenda_agendaitem item ON item.id = resolution.item_id
        WHERE resolution.id = agenda_answer.resolution_id AND item.{PUBLISHED})"""
RETURNS = f"""standing <> 'rejected' AND EXISTS (
        SELECT FROM agenda_agendaitem item
        WHERE item.id = agenda_return.item_id AND item.{PUBLISHED})
    AND EXISTS (
        SELECT FROM agenda_expectedreport report
        JOIN agenda_agendaitem item ON item.id = report.item_id
        WHERE report.id = agenda_return.expected_report_id AND report.is_promise
        AND item.{PUBLISHED})"""
MATTER_ITEMS = f"standing <> 'rejected' AND {of_item('agenda_matteritem')}"
# A matter that was suggested needs two items: with one it connects nothing.
MATTERS = f"""NOT rejected AND (
        SELECT count(*) FROM agenda_matteritem member
        JOIN agenda_agendaitem item ON item.id = member.item_id
        WHERE member.matter_id = agenda_matter.id AND member.standing <> 'rejected'
        AND item.{PUBLISHED}) >= CASE WHEN confirmed THEN 1 ELSE 2 END"""
# Letters read in the minutes mean something to the public while a published item explains them.
ACRONYMS = f"""active AND (source <> 'learned' OR EXISTS (
        SELECT FROM agenda_reference reference
        JOIN agenda_agendaitem item ON item.id = reference.item_id
        WHERE reference.kind = 'acronym' AND item.{PUBLISHED}
        AND lower(reference.value) = lower(agenda_acronym.expansion)
        AND strpos(reference.text, agenda_acronym.acronym) > 0))"""
APPENDICES = f"""EXISTS (
        SELECT FROM agenda_report report JOIN agenda_agendaitem item ON item.id = report.item_id
        WHERE report.id = agenda_appendix.report_id AND item.{PUBLISHED})"""

# One page may hold published items and drafts. Of its text the public has the passages of the
# published items without what is exempt in them, each at its place; the rest is blank.
SOURCES = f"""
SELECT id, name, address, coalesce((
    SELECT string_agg(
        repeat(' ', lower(piece) - done)
        || substr(source.text, lower(piece) + 1, upper(piece) - lower(piece)),
        '' ORDER BY lower(piece))
    FROM (
        SELECT piece, coalesce(lag(upper(piece)) OVER (ORDER BY lower(piece)), 0) AS done
        FROM unnest((
            SELECT range_agg(int4range(item.start, item."end"))
            FROM agenda_agendaitem item
            WHERE item.source_id = source.id AND item.start IS NOT NULL AND item.{PUBLISHED}
        ) - coalesce((
            SELECT range_agg(int4range((span->>0)::int, (span->>1)::int))
            FROM agenda_exempttext exempt
            JOIN agenda_withheld withheld ON withheld.id = exempt.withheld_id
            JOIN agenda_agendaitem item ON item.id = withheld.item_id,
            jsonb_array_elements(exempt.spans) span
            WHERE item.source_id = source.id
        ), '{{}}'::int4multirange)) piece
    ) pieces
), '') AS text, ''::varchar(64) AS sha256, page_kind, ingested_at
FROM agenda_sourcedocument source
WHERE EXISTS (
    SELECT FROM agenda_agendaitem item
    WHERE item.source_id = source.id AND item.{PUBLISHED})"""
# Whoever asks for a withdrawn page is told since when and why, and nothing of what it said.
WITHDRAWALS = """
SELECT item.id AS item_id, item.meeting_id, item.withdrawn_at, item.withdrawal_reason,
    coalesce(committee.former_slugs || committee.slug, '{}') AS committee_slugs
FROM agenda_agendaitem item
JOIN committees_meeting meeting ON meeting.id = item.meeting_id
LEFT JOIN committees_committee committee ON committee.id = meeting.committee_id
WHERE item.publication_status = 'withdrawn'"""

PUBLIC: dict[str, Rows | View] = {
    "committees_committee": Rows(COMMITTEES),
    "committees_meeting": Rows(MEETINGS),
    "agenda_agendaitem": Rows(PUBLISHED),
    "agenda_sourcedocument": View(SOURCES),
    "agenda_report": Part(of_item("agenda_report")),
    "agenda_appendix": Part(APPENDICES),
    "agenda_recommendation": Part(of_item("agenda_recommendation")),
    "agenda_resolution": Part(of_item("agenda_resolution")),
    "agenda_action": Part(of_item("agenda_action")),
    "agenda_action_owners": Part(of_action("agenda_action_owners")),
    "agenda_action_resolutions": Part(of_action("agenda_action_resolutions")),
    "agenda_answer": Part(ANSWERS),
    "agenda_expectedreport": Part(f"is_promise AND {of_item('agenda_expectedreport')}"),
    "agenda_return": Part(RETURNS),
    "agenda_matter": Rows(MATTERS),
    "agenda_matteritem": Part(MATTER_ITEMS),
    "agenda_post": Rows(POSTS),
    "agenda_contactofficer": Part(of_item("agenda_contactofficer")),
    "agenda_reference": Part(of_item("agenda_reference")),
    "agenda_searchentry": Part(PUBLISHED),
    "agenda_knownword": Rows("items > 0"),
    "agenda_acronym": Part(ACRONYMS),
    "agenda_withheld": Part(of_item("agenda_withheld")),
    "agenda_withdrawal": View(WITHDRAWALS),
    "agenda_publication": Rows("true"),
}

# Patterns of table names, each locked for a reason. The tests ask for a table to be named here
# or above, so that whoever adds one decides.
LOCKED = (
    "agenda_exempttext",  # exempt matter
    "agenda_readingwarning",  # doubts of the reader, for officers to look at
    "agenda_topic",  # what the reader takes for the subject, of drafts too
    "agenda_publicationchange",  # which transactions are at work
    "agenda_importdraft",  # what an officer is about to import
    "agenda_draftdocument",
    "*_historical*",  # what a record said before, which may be what was withdrawn
    "auth_*",  # accounts
    "axes_*",
    "otp_*",
    "django_*",  # sessions, the log of the admin, migrations
)
