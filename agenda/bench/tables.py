"""The tables and the columns of them that are given."""

POINT = ("id", "item_id", "position", "number", "text", "outcome", "start", "end", "spans")
# The columns that are given; the others of a table have their model's default.
COLUMNS: dict[str, tuple[str, ...]] = {
    "committees_committee": ("id", "slug", "name", "kind"),
    "committees_meeting": (
        *("id", "committee_id", "committee_basis", "committee_evidence"),
        *("held_on", "held_on_basis", "held_on_evidence", "status"),
        *("minutes_status", "approved_on"),
    ),
    "agenda_post": ("id", "slug", "name"),
    "agenda_sourcedocument": ("id", "name", "text", "sha256", "page_kind", "ingested_at"),
    "agenda_agendaitem": (
        *("id", "meeting_id", "source_id", "number", "title", "background", "minutes"),
        *("overview_and_scrutiny_area", "publication_status", "published_at", "withdrawn_at"),
        *("withdrawal_reason", "start", "end", "spans"),
    ),
    "agenda_report": ("id", "item_id", "position", "reference", "start", "end", "spans"),
    "agenda_recommendation": POINT,
    "agenda_resolution": (*POINT, "outcome_confirmed"),
    "agenda_answer": ("id", "resolution_id", "recommendation_id", "outcome", "score"),
    "agenda_expectedreport": (
        *("id", "item_id", "resolution_id", "phrase", "due_on", "precision"),
        *("due_confirmed", "start", "end"),
    ),
    "agenda_return": ("id", "expected_report_id", "item_id", "score", "evidence", "standing"),
    "agenda_action": (
        *("id", "item_id", "position", "owner_names", "note", "referral", "referred_to_id"),
        *("status", "status_since", "due_on", "due_phrase", "due_confirmed"),
        *("start", "end", "spans"),
    ),
    "agenda_action_owners": ("id", "action_id", "post_id"),
    "agenda_action_resolutions": ("id", "action_id", "resolution_id"),
    "agenda_contactofficer": (
        "id",
        "item_id",
        "position",
        "name",
        "phone",
        "start",
        "end",
        "spans",
    ),
    "agenda_reference": ("id", "item_id", "kind", "text", "value", "start", "end"),
    "agenda_topic": ("id", "item_id", "value", "text", "evidence", "start", "end"),
    "agenda_matter": ("id", "slug", "name", "topic", "confirmed"),
    "agenda_matteritem": ("id", "matter_id", "item_id", "evidence", "standing"),
}
