"""What committees considered and decided, as the migrations named below make it one after another.

A database that has applied some of these goes on with them, and so mends what it holds.
"""

from typing import Any

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import agenda.extracted
import agenda.register.entry
from agenda.migrations import _statements as statements
from agenda.migrations import _terms as terms

ID = (
    "id",
    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
)

RECORD_ID = (
    "id",
    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
)

PLACE = (
    ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
    ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
    (
        "spans",
        models.JSONField(
            default=dict, editable=False, validators=[agenda.extracted.validate_spans]
        ),
    ),
)

HISTORY = (
    ("history_id", models.AutoField(primary_key=True, serialize=False)),
    ("history_date", models.DateTimeField(db_index=True)),
    ("history_change_reason", models.CharField(max_length=100, null=True)),
    (
        "history_type",
        models.CharField(
            choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
        ),
    ),
)

HISTORY_USER = (
    "history_user",
    models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    ),
)

CORRECTED = (
    "corrected",
    django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(max_length=40),
        blank=True,
        default=list,
        editable=False,
        help_text="The parts an officer has changed. Reading the source again leaves these alone.",
        size=None,
    ),
)

FORMER_SLUGS = (
    "former_slugs",
    django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(max_length=120),
        blank=True,
        default=list,
        editable=False,
        size=None,
    ),
)


HISTORICAL = (simple_history.models.HistoricalChanges, models.Model)


def options_of_history(one: str, several: str) -> dict[str, Any]:
    return {
        "verbose_name": f"historical {one}",
        "verbose_name_plural": f"historical {several}",
        "ordering": ("-history_date", "-history_id"),
        "get_latest_by": ("history_date", "history_id"),
    }


class Migration(migrations.Migration):
    initial = True
    replaces = [
        ("agenda", "0001_initial"),
        ("agenda", "0002_keep_source_text"),
        ("agenda", "0003_words_of_points"),
        ("agenda", "0004_workflow_and_history"),
        ("agenda", "0006_import_drafts"),
        ("agenda", "0007_roles"),
        ("agenda", "0010_exempt_matter"),
        ("agenda", "0011_public_door"),
        ("agenda", "0012_follow_through"),
        ("agenda", "0013_acronyms_of_topics"),
        ("agenda", "0014_due_dates"),
        ("agenda", "0015_confirmed_recommendations"),
        ("agenda", "0016_counting"),
        ("agenda", "0018_publication"),
        ("agenda", "0020_search"),
        ("agenda", "0021_parts_change_places"),
        ("agenda", "0022_search_edition"),
        ("agenda", "0023_terms_everybody_uses"),
    ]

    dependencies = [
        ("committees", "0001_squashed_0002_approval_and_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "SourceDocument",
            [
                ID,
                (
                    "name",
                    models.CharField(
                        help_text="The file’s name when it was imported.", max_length=300
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="The page’s address on the council’s web site.",
                        max_length=500,
                        validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                    ),
                ),
                ("text", models.TextField()),
                ("sha256", models.CharField(max_length=64, unique=True, verbose_name="SHA-256")),
                ("page_kind", models.CharField(max_length=12)),
                ("ingested_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-ingested_at", "-pk"],
                "permissions": [("import_documents", "Can import documents")],
                "indexes": [models.Index(models.F("address"), name="source_address")],
            },
        ),
        migrations.CreateModel(
            "AgendaItem",
            [
                ID,
                CORRECTED,
                *PLACE,
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="committees.meeting",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="agenda.sourcedocument",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=1, editable=False)),
                ("number", models.CharField(blank=True, verbose_name="item number")),
                (
                    "title",
                    models.TextField(
                        help_text="The title as printed, or words of the report in its place."
                    ),
                ),
                (
                    "title_inferred",
                    models.BooleanField(
                        default=False,
                        help_text="Tick where the source prints no title. The public page then says so.",
                        verbose_name="title is inferred",
                    ),
                ),
                (
                    "background",
                    models.TextField(
                        blank=True,
                        help_text="What the report was to say. An empty line parts paragraphs.",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        help_text="What was said. An empty line parts paragraphs.",
                        verbose_name="discussion",
                    ),
                ),
                ("overview_and_scrutiny_area", models.CharField(blank=True)),
                (
                    "in_camera",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the meeting closed its doors to the public for this item.",
                    ),
                ),
                (
                    "not_for_publication",
                    models.BooleanField(
                        default=False,
                        help_text="Whether a paper of this item is not for publication.",
                    ),
                ),
                (
                    "publication_status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="withdrawn since"
                    ),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="These words are shown to whoever asks for the page. Do not repeat what is withdrawn.",
                        verbose_name="reason it was withdrawn",
                    ),
                ),
            ],
            options={
                "ordering": ["source", "position"],
                "permissions": [("publish_agendaitem", "Can publish and withdraw agenda items")],
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("meeting"),
                        condition=models.Q(("publication_status", "published")),
                        name="published_item_of_meeting",
                    ),
                    models.Index(
                        condition=models.Q(("publication_status", "published")),
                        fields=["id"],
                        include=("meeting",),
                        name="published_item",
                    ),
                    models.Index(
                        models.F("meeting"),
                        condition=models.Q(("publication_status", "withdrawn")),
                        name="withdrawn_item_of_meeting",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_agendaitem_span_in_order",
                    ),
                    models.UniqueConstraint(
                        fields=("source", "position"), name="one_item_a_place_in_a_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="agenda_item_has_a_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("publication_status", "published"), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="published_item_says_since_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("publication_status", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawal_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withdrawn_item_says_why_and_since_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publication_status__in", ["published", "withdrawn"]),
                            ("published_at__isnull", True),
                            _connector="OR",
                        ),
                        name="item_once_public_is_published_or_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Recommendation",
            [
                ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "number",
                    models.CharField(blank=True, help_text="As printed, without brackets or dots."),
                ),
                ("text", models.TextField()),
                (
                    "sub_points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="One sub-point a line.",
                        size=None,
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        editable=False,
                        help_text="Text and sub-points, kept by the database.",
                        null=True,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed as recommended"),
                            ("changed", "Agreed with changes"),
                            ("different", "Decided differently"),
                            ("not_taken_up", "Not taken up"),
                            ("unmatched", "Not matched"),
                        ],
                        max_length=12,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "outcome_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when no resolution answers it. Nothing changes that but an officer.",
                        verbose_name="that it was not taken up is confirmed",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "position"],
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("words"), name="recommendation_words"
                    ),
                    models.Index(models.F("outcome"), name="recommendation_outcome"),
                    models.Index(
                        fields=["item"], include=("outcome",), name="recommendation_item_outcome"
                    ),
                    models.Index(
                        models.F("item"),
                        condition=models.Q(
                            ("outcome__in", ["not_taken_up", "unmatched"]),
                            ("outcome_confirmed", False),
                        ),
                        name="recommendation_to_confirm",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_recommendation_span_in_order",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("item", "position"),
                        name="one_recommendation_a_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Resolution",
            [
                ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "number",
                    models.CharField(blank=True, help_text="As printed, without brackets or dots."),
                ),
                ("text", models.TextField()),
                (
                    "sub_points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="One sub-point a line.",
                        size=None,
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        editable=False,
                        help_text="Text and sub-points, kept by the database.",
                        null=True,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resolutions",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed as recommended"),
                            ("changed", "Agreed with changes"),
                            ("different", "Decided differently"),
                            ("added", "Added by members"),
                            ("unmatched", "Not matched"),
                        ],
                        max_length=12,
                        verbose_name="set beside the recommendations",
                    ),
                ),
                (
                    "outcome_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when the recommendations it answers, and how, are right. Nothing changes that any more but an officer.",
                        verbose_name="comparison is confirmed",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "position"],
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("words"), name="resolution_words"
                    ),
                    models.Index(models.F("outcome"), name="resolution_outcome"),
                    models.Index(
                        fields=["item"], include=("outcome",), name="resolution_item_outcome"
                    ),
                    models.Index(
                        models.F("item"),
                        condition=models.Q(
                            ("outcome_confirmed", False), models.Q(("outcome", ""), _negated=True)
                        ),
                        name="resolution_to_confirm",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_resolution_span_in_order",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("item", "position"),
                        name="one_resolution_a_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Answer",
            [
                ID,
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="agenda.resolution",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="agenda.recommendation",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("agreed", "Agreed as recommended"),
                            ("changed", "Agreed with changes"),
                            ("different", "Decided differently"),
                        ],
                        max_length=12,
                    ),
                ),
                ("score", models.FloatField(blank=True, editable=False, null=True)),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("resolution", "recommendation"), name="one_answer_of_a_pair"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", True),
                            models.Q(("score__gte", 0), ("score__lte", 1)),
                            _connector="OR",
                        ),
                        name="answer_score_is_a_share",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Report",
            [
                ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="The letters alone: Q, or AB.",
                        max_length=20,
                        verbose_name="document letter",
                    ),
                ),
                ("submitted_by", models.CharField(blank=True)),
                ("not_for_publication", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True, verbose_name="reason it is withheld")),
            ],
            options={
                "ordering": ["item", "position"],
                "abstract": False,
                "indexes": [models.Index(models.F("reference"), name="report_reference")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_report_span_in_order",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("item", "position"),
                        name="one_report_a_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Appendix",
            [
                ID,
                *PLACE,
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appendices",
                        to="agenda.report",
                    ),
                ),
                (
                    "reference",
                    models.CharField(
                        help_text="The letter or number alone: C, or 1.", max_length=20
                    ),
                ),
                ("not_for_publication", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True, verbose_name="reason it is withheld")),
            ],
            options={
                "verbose_name_plural": "appendices",
                "ordering": ["report", "pk"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_appendix_span_in_order",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "Post",
            [
                ID,
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The last part of the page’s address. Left empty, it is made from the name. When it is changed, the old address leads to the new one.",
                        max_length=120,
                        unique=True,
                    ),
                ),
                FORMER_SLUGS,
                ("name", models.CharField()),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            "Action",
            [
                ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "owner_names",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        editable=False,
                        help_text="The owners as the source prints them, in its order.",
                        size=None,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What stands in brackets behind the owners."
                    ),
                ),
                (
                    "referral",
                    models.CharField(
                        blank=True,
                        help_text="The committee’s name.",
                        verbose_name="referred to (as printed)",
                    ),
                ),
                (
                    "referred_to",
                    models.ForeignKey(
                        blank=True,
                        help_text="The same committee, where the portal has it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referred_actions",
                        to="committees.committee",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("in_progress", "In progress"),
                            ("done", "Done"),
                            ("overtaken", "Overtaken by events"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                (
                    "status_since",
                    models.DateField(
                        blank=True,
                        help_text="The day from which the status holds.",
                        null=True,
                        verbose_name="since",
                    ),
                ),
                (
                    "progress",
                    models.TextField(
                        blank=True,
                        help_text="What has been done. Anybody may read it.",
                        verbose_name="progress note",
                    ),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave it empty where nothing tells the date.",
                        null=True,
                        verbose_name="due",
                    ),
                ),
                (
                    "due_phrase",
                    models.TextField(
                        blank=True,
                        help_text="As printed in the action or in the resolution it names.",
                        verbose_name="words that tell when it is due",
                    ),
                ),
                (
                    "due_place",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("note", "in the action’s own words"),
                            ("named", "in the resolution that the action names"),
                            (
                                "only",
                                "in the item’s only resolution, which the action does not name",
                            ),
                        ],
                        editable=False,
                        max_length=5,
                        verbose_name="where these words stand",
                    ),
                ),
                (
                    "due_reckoning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("printed", "The day is printed"),
                            ("period", "The last day of the time that is named"),
                            ("meeting", "Reckoned from the day of the meeting"),
                            ("later_meeting", "A meeting whose date is not stated"),
                            ("event", "Counted from something that has no date here"),
                            ("supplied", "Set by an officer"),
                        ],
                        editable=False,
                        max_length=13,
                        verbose_name="how the date is known",
                    ),
                ),
                (
                    "due_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when the date is right. Reading the source again leaves it alone.",
                        verbose_name="due date is confirmed",
                    ),
                ),
                (
                    "owners",
                    models.ManyToManyField(blank=True, related_name="actions", to="agenda.post"),
                ),
                (
                    "resolutions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Only the resolutions that the source names.",
                        related_name="actions",
                        to="agenda.resolution",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "position"],
                "abstract": False,
                "indexes": [
                    models.Index(models.F("status"), name="action_status"),
                    models.Index(models.F("due_on"), name="action_due"),
                    models.Index(models.F("owner_names__0"), name="action_first_owner"),
                    models.Index(
                        models.F("due_on"),
                        condition=models.Q(("status__in", ["open", "in_progress"])),
                        name="action_outstanding_due",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_action_span_in_order",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("item", "position"),
                        name="one_action_a_place",
                    ),
                ],
            },
            bases=(agenda.register.entry.RegisterEntry, models.Model),
        ),
        migrations.CreateModel(
            "ContactOfficer",
            [
                ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="agenda.agendaitem",
                    ),
                ),
                ("name", models.CharField()),
                ("phone", models.CharField(blank=True)),
            ],
            options={
                "ordering": ["item", "position"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_contactofficer_span_in_order",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("item", "position"),
                        name="one_contactofficer_a_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "ReadingWarning",
            [
                ID,
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="warnings",
                        to="agenda.agendaitem",
                    ),
                ),
                ("code", models.SlugField(max_length=40)),
                ("message", models.TextField()),
                ("line", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "cleared",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when you have looked at it and the record is right.",
                    ),
                ),
            ],
            options={
                "ordering": ["item", "line", "pk"],
                "indexes": [
                    models.Index(
                        models.F("item"),
                        condition=models.Q(("cleared", False)),
                        name="warning_to_review",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "Reference",
            [
                ID,
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("committee", "Committee"),
                            ("date", "Date"),
                            ("period", "Period"),
                            ("document", "Document"),
                            ("acronym", "Acronym"),
                            ("post", "Post"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField(help_text="As printed.")),
                (
                    "value",
                    models.CharField(
                        help_text="The normal form: a committee’s or post’s slug, a date as 2016-10-06.",
                        max_length=120,
                    ),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["item", "start", "pk"],
                "indexes": [
                    models.Index(models.F("kind"), models.F("value"), name="reference_value"),
                    models.Index(
                        django.db.models.functions.text.Lower("value"),
                        condition=models.Q(("kind", "acronym")),
                        name="reference_acronym",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "SearchEntry",
            [
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="agenda.agendaitem",
                    ),
                ),
                ("publication_status", models.CharField(max_length=10)),
                ("edition", models.PositiveSmallIntegerField()),
                (
                    "counted",
                    models.BooleanField(
                        help_text="Whether its words are counted among the known ones."
                    ),
                ),
                (
                    "share",
                    models.PositiveSmallIntegerField(
                        help_text="From 0 to 99, by lot: those below 5 are five in a hundred."
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="committees.meeting",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "committee",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="committees.committee",
                    ),
                ),
                ("held_on", models.DateField(null=True)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("area", models.TextField()),
                (
                    "outcomes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), size=None
                    ),
                ),
                (
                    "statuses",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), size=None
                    ),
                ),
                (
                    "owners",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                (
                    "documents",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("decided", models.BooleanField(help_text="Whether it has a resolution.")),
                ("in_camera", models.BooleanField()),
                ("not_for_publication", models.BooleanField()),
                (
                    "routine",
                    models.BooleanField(
                        help_text="Whether every agenda has an item of this title."
                    ),
                ),
                ("sort_title", models.CharField(max_length=100)),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        help_text="The stems of its words, and again with the letter of the field they stand in."
                    ),
                ),
                (
                    "plain",
                    models.TextField(
                        help_text="Its words one after another, a line a field, for exact phrases."
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("words"), name="search_words"
                    ),
                    models.Index(
                        models.OrderBy(models.F("held_on"), descending=True, nulls_last=True),
                        models.OrderBy(models.F("meeting"), descending=True),
                        models.F("position"),
                        models.F("item"),
                        name="search_newest",
                    ),
                    models.Index(
                        models.F("held_on"),
                        models.F("meeting"),
                        models.F("position"),
                        models.F("item"),
                        name="search_oldest",
                    ),
                    models.Index(
                        models.F("committee"),
                        models.OrderBy(models.F("held_on"), descending=True, nulls_last=True),
                        models.OrderBy(models.F("meeting"), descending=True),
                        models.F("position"),
                        models.F("item"),
                        name="search_committee",
                    ),
                    models.Index(models.F("sort_title"), models.F("item"), name="search_title"),
                    models.Index(models.F("share"), name="search_share"),
                    django.contrib.postgres.indexes.GinIndex(
                        models.F("documents"), name="search_documents"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "KnownWord",
            [
                ("word", models.CharField(max_length=60, primary_key=True, serialize=False)),
                (
                    "items",
                    models.PositiveIntegerField(
                        help_text="In how many published items, when that was last counted; 0 where in none."
                    ),
                ),
            ],
            options={
                "ordering": ["word"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            "Acronym",
            [
                ID,
                ("acronym", models.CharField(help_text="As printed, such as CSE.", max_length=20)),
                (
                    "expansion",
                    models.CharField(
                        help_text="What it stands for, such as child sexual exploitation.",
                        max_length=120,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("learned", "Read in the minutes"),
                            ("officer", "Given by an officer"),
                            ("common", "In common use"),
                        ],
                        default="officer",
                        editable=False,
                        help_text="Those read in the minutes are used while a published item explains them.",
                        max_length=10,
                    ),
                ),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick where a search for the one means the other seldom.",
                        verbose_name="in use",
                    ),
                ),
                (
                    "letters",
                    models.CharField(
                        editable=False, help_text="As it is looked up.", max_length=20
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        editable=False,
                        help_text="The stems of the expansion, as it is looked up.",
                        max_length=160,
                    ),
                ),
            ],
            options={
                "ordering": ["acronym", "expansion"],
                "indexes": [
                    models.Index(models.F("letters"), name="acronym_letters"),
                    models.Index(models.F("key"), name="acronym_key"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("acronym"),
                        django.db.models.functions.text.Lower("expansion"),
                        name="one_acronym_of_an_expansion",
                        violation_error_message="This acronym is there already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "Withheld",
            [
                ID,
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withheld",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("minutes", "Part of the minutes"),
                            ("report", "Report"),
                            ("appendix", "Appendix"),
                        ],
                        default="minutes",
                        max_length=10,
                        verbose_name="what is withheld",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="As the agenda names it, such as “Document B” or “Appendix C of Document B”. Anybody may read it. Leave it empty for part of the minutes.",
                        max_length=200,
                        verbose_name="name of the paper",
                    ),
                ),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Paragraph 1: information relating to any individual"),
                            (
                                2,
                                "Paragraph 2: information likely to reveal the identity of an individual",
                            ),
                            (
                                3,
                                "Paragraph 3: the financial or business affairs of any person or the council",
                            ),
                            (
                                4,
                                "Paragraph 4: consultations or negotiations about labour relations",
                            ),
                            (5, "Paragraph 5: legal professional privilege in legal proceedings"),
                            (
                                6,
                                "Paragraph 6: a notice, order or direction that the council proposes",
                            ),
                            (7, "Paragraph 7: preventing, investigating or prosecuting crime"),
                        ],
                        help_text="The paragraph that makes it exempt.",
                        verbose_name="Schedule 12A",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        help_text="Why withholding it serves the public better than disclosing it. Anybody may read the reason."
                    ),
                ),
                (
                    "public_summary",
                    models.TextField(
                        blank=True,
                        help_text="What the public may know of it (section 100C(2)), where the minutes make no fair and coherent record without it.",
                    ),
                ),
            ],
            options={
                "verbose_name": "exempt matter",
                "verbose_name_plural": "exempt matter",
                "ordering": ["item", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("paragraph__range", (1, 7))),
                        name="exempt_by_a_paragraph_of_schedule_12a",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="withheld_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "minutes"), ("name", "")),
                            models.Q(
                                models.Q(("kind", "minutes"), _negated=True),
                                models.Q(("name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="withheld_paper_has_a_name",
                        violation_error_message="Name the paper, or leave its name empty for minutes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "ExemptText",
            [
                (
                    "withheld",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="locked",
                        serialize=False,
                        to="agenda.withheld",
                    ),
                ),
                ("text", models.TextField()),
                ("spans", models.JSONField(default=list, editable=False)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="exempt_text_is_not_empty",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "Withdrawal",
            [
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="withdrawals",
                        to="committees.meeting",
                    ),
                ),
                (
                    "committee_slugs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(), size=None
                    ),
                ),
                ("withdrawn_at", models.DateTimeField()),
                ("withdrawal_reason", models.TextField()),
            ],
            options={
                "db_table": 'minutes_public"."agenda_withdrawal',
                "ordering": ["-withdrawn_at", "-item_id"],
                "managed": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            "ExpectedReport",
            [
                ID,
                *PLACE,
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="expected_reports",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="expected_reports",
                        to="agenda.resolution",
                    ),
                ),
                (
                    "phrase",
                    models.TextField(help_text="The promise in the words of the resolution."),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day that the words allow. Leave it empty where nothing tells it.",
                        null=True,
                        verbose_name="due",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "on a day"),
                            ("month", "in a month"),
                            ("season", "in a season"),
                            ("year", "in a year"),
                            ("meeting", "at a later meeting"),
                            ("unknown", "at no time that is stated"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "recurs",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("annual", "every year"),
                            ("six-monthly", "every six months"),
                            ("quarterly", "every three months"),
                            ("monthly", "every month"),
                        ],
                        max_length=12,
                        verbose_name="comes back",
                    ),
                ),
                (
                    "due_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when promise and date are right. Reading the source again leaves them alone.",
                        verbose_name="due date is confirmed",
                    ),
                ),
                (
                    "is_promise",
                    models.BooleanField(
                        default=True,
                        help_text="Untick where these words promise nothing. The public then does not see it.",
                        verbose_name="is a promise",
                    ),
                ),
            ],
            options={
                "ordering": ["start", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        models.F("due_on"),
                        condition=models.Q(("is_promise", True)),
                        name="expected_report_due",
                    ),
                    models.Index(
                        models.F("item"),
                        condition=models.Q(("due_confirmed", False)),
                        name="expected_report_to_confirm",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end__isnull", True), ("start__isnull", True)),
                            ("end__gt", models.F("start")),
                            _connector="OR",
                        ),
                        name="agenda_expectedreport_span_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("phrase", ""), _negated=True),
                        name="expected_report_has_a_phrase",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Return",
            [
                ID,
                (
                    "expected_report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="returns",
                        to="agenda.expectedreport",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="returned_reports",
                        to="agenda.agendaitem",
                    ),
                ),
                ("score", models.FloatField(blank=True, editable=False, null=True)),
                (
                    "evidence",
                    models.TextField(
                        blank=True,
                        help_text="What shows that this item is the report that was promised.",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("confirmed", "Confirmed by an officer"),
                            ("rejected", "Rejected by an officer"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["-score", "pk"],
                "indexes": [
                    models.Index(
                        models.F("id"),
                        condition=models.Q(("standing", "suggested")),
                        name="return_to_confirm",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("expected_report", "item"), name="one_return_of_a_report_by_an_item"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("standing", "suggested"), _negated=True),
                            models.Q(("evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="suggested_return_has_evidence",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "ImportDraft",
            [
                ID,
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="import_drafts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("touched_at", models.DateTimeField(auto_now=True)),
                (
                    "publish",
                    models.BooleanField(
                        default=False,
                        help_text="Whether what is stored is shown to the public at once.",
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
                "default_permissions": (),
                "indexes": [models.Index(models.F("touched_at"), name="import_draft_touched")],
            },
        ),
        migrations.CreateModel(
            "DraftDocument",
            [
                ID,
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="agenda.importdraft",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("name", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                (
                    "committee",
                    models.CharField(
                        blank=True,
                        help_text="The committee that met, as its papers print the name. It is used where the text itself names none.",
                        max_length=200,
                    ),
                ),
                (
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="It is used where the text itself gives no date.",
                        null=True,
                        verbose_name="date of the meeting",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        blank=True,
                        help_text="Where the page stands on the council’s web site. With it, an amended page is recognised as a newer text of the same page.",
                        max_length=500,
                        validators=[django.core.validators.URLValidator(schemes=["http", "https"])],
                        verbose_name="address of the page",
                    ),
                ),
                (
                    "page_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agenda_item", "One agenda item"),
                            ("meeting", "A whole meeting"),
                            ("issue", "One matter over its meetings"),
                            ("decisions", "A register of decisions"),
                        ],
                        help_text="Choose one only where the portal takes the page for another kind.",
                        max_length=12,
                        verbose_name="kind of page",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("new", "New"),
                            ("changed", "Changed"),
                            ("unchanged", "Unchanged"),
                            ("superseded", "Superseded"),
                            ("refused", "Cannot be imported"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True, help_text="Why it cannot be imported.")),
                ("about", models.TextField(blank=True, help_text="Its title or its meeting.")),
                (
                    "summary",
                    models.TextField(blank=True, help_text="How many of each part were read."),
                ),
                ("doubts", models.PositiveIntegerField(default=0)),
                ("confirmed", models.BooleanField(default=False)),
                ("stored_at", models.DateTimeField(null=True)),
                (
                    "source",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="import_documents",
                        to="agenda.sourcedocument",
                    ),
                ),
            ],
            options={
                "ordering": ["draft", "position"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draft", "position"), name="one_document_a_place_in_an_import"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "refused"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="refused_document_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stored_at__isnull", True), ("confirmed", True), _connector="OR"
                        ),
                        name="only_confirmed_documents_are_stored",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Topic",
            [
                ID,
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topics",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        blank=True, help_text="The normal form, for comparing.", max_length=120
                    ),
                ),
                (
                    "acronym",
                    models.CharField(
                        blank=True,
                        help_text="The letters, where it was read from an acronym. Where the item does not say what they stand for, the value is empty: other items may.",
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(help_text="As printed.")),
                (
                    "evidence",
                    models.TextField(help_text="How the item shows that it speaks of this."),
                ),
                ("telling", models.BooleanField(default=True)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["start", "pk"],
                "indexes": [
                    models.Index(models.F("value"), models.F("item"), name="topic_value"),
                    models.Index(
                        models.F("acronym"),
                        models.F("value"),
                        models.F("item"),
                        condition=models.Q(("acronym", ""), _negated=True),
                        name="topic_acronym",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Matter",
            [
                ID,
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The last part of the page’s address. Left empty, it is made from the name. When it is changed, the old address leads to the new one.",
                        max_length=120,
                        unique=True,
                    ),
                ),
                FORMER_SLUGS,
                ("name", models.CharField(max_length=200)),
                (
                    "topic",
                    models.CharField(
                        editable=False,
                        help_text="The normal form of the topic by which it was suggested.",
                        max_length=120,
                        null=True,
                        unique=True,
                    ),
                ),
                (
                    "confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when this is a matter of its own, and its name is right.",
                    ),
                ),
                (
                    "rejected",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when these items have no subject in common. Nobody but officers then sees it, and it is not suggested again.",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="matter_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("confirmed", False), ("rejected", False), _connector="OR"
                        ),
                        name="matter_is_not_both_confirmed_and_rejected",
                        violation_error_message="Confirm the matter or reject it, not both.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "MatterItem",
            [
                ID,
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="agenda.matter",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="What connects the item with the matter."
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("confirmed", "Confirmed by an officer"),
                            ("rejected", "Rejected by an officer"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        models.F("id"),
                        condition=models.Q(("standing", "suggested")),
                        name="matter_item_to_confirm",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("matter", "item"), name="item_once_in_a_matter"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("standing", "suggested"), _negated=True),
                            models.Q(("evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="suggested_matter_item_has_evidence",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "Publication",
            [
                ID,
                ("number", models.PositiveBigIntegerField(default=1)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_publication")
                ],
            },
        ),
        migrations.CreateModel(
            "PublicationChange",
            [
                ("transaction", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            "HistoricalAnswer",
            [
                RECORD_ID,
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("agreed", "Agreed as recommended"),
                            ("changed", "Agreed with changes"),
                            ("different", "Decided differently"),
                        ],
                        max_length=12,
                    ),
                ),
                ("score", models.FloatField(blank=True, editable=False, null=True)),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.resolution",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.recommendation",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("answer", "answers"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalAgendaItem",
            [
                RECORD_ID,
                CORRECTED,
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("position", models.PositiveSmallIntegerField(default=1, editable=False)),
                ("number", models.CharField(blank=True, verbose_name="item number")),
                (
                    "title",
                    models.TextField(
                        help_text="The title as printed, or words of the report in its place."
                    ),
                ),
                (
                    "title_inferred",
                    models.BooleanField(
                        default=False,
                        help_text="Tick where the source prints no title. The public page then says so.",
                        verbose_name="title is inferred",
                    ),
                ),
                (
                    "background",
                    models.TextField(
                        blank=True,
                        help_text="What the report was to say. An empty line parts paragraphs.",
                    ),
                ),
                (
                    "minutes",
                    models.TextField(
                        blank=True,
                        help_text="What was said. An empty line parts paragraphs.",
                        verbose_name="discussion",
                    ),
                ),
                ("overview_and_scrutiny_area", models.CharField(blank=True)),
                (
                    "in_camera",
                    models.BooleanField(
                        default=False,
                        help_text="Whether the meeting closed its doors to the public for this item.",
                    ),
                ),
                (
                    "not_for_publication",
                    models.BooleanField(
                        default=False,
                        help_text="Whether a paper of this item is not for publication.",
                    ),
                ),
                (
                    "publication_status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="status",
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="first published"
                    ),
                ),
                (
                    "withdrawn_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="withdrawn since"
                    ),
                ),
                (
                    "withdrawal_reason",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="These words are shown to whoever asks for the page. Do not repeat what is withdrawn.",
                        verbose_name="reason it was withdrawn",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="committees.meeting",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.sourcedocument",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("agenda item", "agenda items"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalRecommendation",
            [
                RECORD_ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "number",
                    models.CharField(blank=True, help_text="As printed, without brackets or dots."),
                ),
                ("text", models.TextField()),
                (
                    "sub_points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="One sub-point a line.",
                        size=None,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed as recommended"),
                            ("changed", "Agreed with changes"),
                            ("different", "Decided differently"),
                            ("not_taken_up", "Not taken up"),
                            ("unmatched", "Not matched"),
                        ],
                        max_length=12,
                        verbose_name="what became of it",
                    ),
                ),
                (
                    "outcome_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when no resolution answers it. Nothing changes that but an officer.",
                        verbose_name="that it was not taken up is confirmed",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("recommendation", "recommendations"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalResolution",
            [
                RECORD_ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "number",
                    models.CharField(blank=True, help_text="As printed, without brackets or dots."),
                ),
                ("text", models.TextField()),
                (
                    "sub_points",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="One sub-point a line.",
                        size=None,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed as recommended"),
                            ("changed", "Agreed with changes"),
                            ("different", "Decided differently"),
                            ("added", "Added by members"),
                            ("unmatched", "Not matched"),
                        ],
                        max_length=12,
                        verbose_name="set beside the recommendations",
                    ),
                ),
                (
                    "outcome_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when the recommendations it answers, and how, are right. Nothing changes that any more but an officer.",
                        verbose_name="comparison is confirmed",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("resolution", "resolutions"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalReport",
            [
                RECORD_ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "reference",
                    models.CharField(
                        blank=True,
                        help_text="The letters alone: Q, or AB.",
                        max_length=20,
                        verbose_name="document letter",
                    ),
                ),
                ("submitted_by", models.CharField(blank=True)),
                ("not_for_publication", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True, verbose_name="reason it is withheld")),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("report", "reports"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalAppendix",
            [
                RECORD_ID,
                *PLACE,
                (
                    "reference",
                    models.CharField(
                        help_text="The letter or number alone: C, or 1.", max_length=20
                    ),
                ),
                ("not_for_publication", models.BooleanField(default=False)),
                ("reason", models.TextField(blank=True, verbose_name="reason it is withheld")),
                (
                    "report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.report",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("appendix", "appendices"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalPost",
            [
                RECORD_ID,
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The last part of the page’s address. Left empty, it is made from the name. When it is changed, the old address leads to the new one.",
                        max_length=120,
                    ),
                ),
                FORMER_SLUGS,
                ("name", models.CharField()),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("post", "posts"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalAction",
            [
                RECORD_ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                (
                    "owner_names",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        editable=False,
                        help_text="The owners as the source prints them, in its order.",
                        size=None,
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What stands in brackets behind the owners."
                    ),
                ),
                (
                    "referral",
                    models.CharField(
                        blank=True,
                        help_text="The committee’s name.",
                        verbose_name="referred to (as printed)",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("in_progress", "In progress"),
                            ("done", "Done"),
                            ("overtaken", "Overtaken by events"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                (
                    "status_since",
                    models.DateField(
                        blank=True,
                        help_text="The day from which the status holds.",
                        null=True,
                        verbose_name="since",
                    ),
                ),
                (
                    "progress",
                    models.TextField(
                        blank=True,
                        help_text="What has been done. Anybody may read it.",
                        verbose_name="progress note",
                    ),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave it empty where nothing tells the date.",
                        null=True,
                        verbose_name="due",
                    ),
                ),
                (
                    "due_phrase",
                    models.TextField(
                        blank=True,
                        help_text="As printed in the action or in the resolution it names.",
                        verbose_name="words that tell when it is due",
                    ),
                ),
                (
                    "due_place",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("note", "in the action’s own words"),
                            ("named", "in the resolution that the action names"),
                            (
                                "only",
                                "in the item’s only resolution, which the action does not name",
                            ),
                        ],
                        editable=False,
                        max_length=5,
                        verbose_name="where these words stand",
                    ),
                ),
                (
                    "due_reckoning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("printed", "The day is printed"),
                            ("period", "The last day of the time that is named"),
                            ("meeting", "Reckoned from the day of the meeting"),
                            ("later_meeting", "A meeting whose date is not stated"),
                            ("event", "Counted from something that has no date here"),
                            ("supplied", "Set by an officer"),
                        ],
                        editable=False,
                        max_length=13,
                        verbose_name="how the date is known",
                    ),
                ),
                (
                    "due_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when the date is right. Reading the source again leaves it alone.",
                        verbose_name="due date is confirmed",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "referred_to",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The same committee, where the portal has it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="committees.committee",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("action", "actions"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalAction_owners",
            [
                RECORD_ID,
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.action",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.post",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="agenda.historicalaction",
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalAction_owners",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            "HistoricalAction_resolutions",
            [
                RECORD_ID,
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.action",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.resolution",
                    ),
                ),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="agenda.historicalaction",
                    ),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
            ],
            options={
                "verbose_name": "HistoricalAction_resolutions",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            "HistoricalContactOfficer",
            [
                RECORD_ID,
                *PLACE,
                ("position", models.PositiveSmallIntegerField(editable=False)),
                ("name", models.CharField()),
                ("phone", models.CharField(blank=True)),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("contact officer", "contact officers"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalAcronym",
            [
                RECORD_ID,
                ("acronym", models.CharField(help_text="As printed, such as CSE.", max_length=20)),
                (
                    "expansion",
                    models.CharField(
                        help_text="What it stands for, such as child sexual exploitation.",
                        max_length=120,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("learned", "Read in the minutes"),
                            ("officer", "Given by an officer"),
                            ("common", "In common use"),
                        ],
                        default="officer",
                        editable=False,
                        help_text="Those read in the minutes are used while a published item explains them.",
                        max_length=10,
                    ),
                ),
                (
                    "active",
                    models.BooleanField(
                        default=True,
                        help_text="Untick where a search for the one means the other seldom.",
                        verbose_name="in use",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("acronym", "acronyms"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalWithheld",
            [
                RECORD_ID,
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("minutes", "Part of the minutes"),
                            ("report", "Report"),
                            ("appendix", "Appendix"),
                        ],
                        default="minutes",
                        max_length=10,
                        verbose_name="what is withheld",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="As the agenda names it, such as “Document B” or “Appendix C of Document B”. Anybody may read it. Leave it empty for part of the minutes.",
                        max_length=200,
                        verbose_name="name of the paper",
                    ),
                ),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Paragraph 1: information relating to any individual"),
                            (
                                2,
                                "Paragraph 2: information likely to reveal the identity of an individual",
                            ),
                            (
                                3,
                                "Paragraph 3: the financial or business affairs of any person or the council",
                            ),
                            (
                                4,
                                "Paragraph 4: consultations or negotiations about labour relations",
                            ),
                            (5, "Paragraph 5: legal professional privilege in legal proceedings"),
                            (
                                6,
                                "Paragraph 6: a notice, order or direction that the council proposes",
                            ),
                            (7, "Paragraph 7: preventing, investigating or prosecuting crime"),
                        ],
                        help_text="The paragraph that makes it exempt.",
                        verbose_name="Schedule 12A",
                    ),
                ),
                (
                    "reason",
                    models.TextField(
                        help_text="Why withholding it serves the public better than disclosing it. Anybody may read the reason."
                    ),
                ),
                (
                    "public_summary",
                    models.TextField(
                        blank=True,
                        help_text="What the public may know of it (section 100C(2)), where the minutes make no fair and coherent record without it.",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("exempt matter", "exempt matter"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalExemptText",
            [
                ("text", models.TextField()),
                (
                    "withheld",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.withheld",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("exempt text", "exempt texts"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalExpectedReport",
            [
                RECORD_ID,
                *PLACE,
                (
                    "phrase",
                    models.TextField(help_text="The promise in the words of the resolution."),
                ),
                (
                    "due_on",
                    models.DateField(
                        blank=True,
                        help_text="The last day that the words allow. Leave it empty where nothing tells it.",
                        null=True,
                        verbose_name="due",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "on a day"),
                            ("month", "in a month"),
                            ("season", "in a season"),
                            ("year", "in a year"),
                            ("meeting", "at a later meeting"),
                            ("unknown", "at no time that is stated"),
                        ],
                        default="unknown",
                        max_length=8,
                        verbose_name="how exact",
                    ),
                ),
                (
                    "recurs",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("annual", "every year"),
                            ("six-monthly", "every six months"),
                            ("quarterly", "every three months"),
                            ("monthly", "every month"),
                        ],
                        max_length=12,
                        verbose_name="comes back",
                    ),
                ),
                (
                    "due_confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when promise and date are right. Reading the source again leaves them alone.",
                        verbose_name="due date is confirmed",
                    ),
                ),
                (
                    "is_promise",
                    models.BooleanField(
                        default=True,
                        help_text="Untick where these words promise nothing. The public then does not see it.",
                        verbose_name="is a promise",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                (
                    "resolution",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.resolution",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("expected report", "expected reports"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalReturn",
            [
                RECORD_ID,
                ("score", models.FloatField(blank=True, editable=False, null=True)),
                (
                    "evidence",
                    models.TextField(
                        blank=True,
                        help_text="What shows that this item is the report that was promised.",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("confirmed", "Confirmed by an officer"),
                            ("rejected", "Rejected by an officer"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                (
                    "expected_report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.expectedreport",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("return", "returns"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalMatter",
            [
                RECORD_ID,
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The last part of the page’s address. Left empty, it is made from the name. When it is changed, the old address leads to the new one.",
                        max_length=120,
                    ),
                ),
                FORMER_SLUGS,
                ("name", models.CharField(max_length=200)),
                (
                    "topic",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        help_text="The normal form of the topic by which it was suggested.",
                        max_length=120,
                        null=True,
                    ),
                ),
                (
                    "confirmed",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when this is a matter of its own, and its name is right.",
                    ),
                ),
                (
                    "rejected",
                    models.BooleanField(
                        default=False,
                        help_text="Tick when these items have no subject in common. Nobody but officers then sees it, and it is not suggested again.",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("matter", "matters"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalMatterItem",
            [
                RECORD_ID,
                (
                    "evidence",
                    models.TextField(
                        blank=True, help_text="What connects the item with the matter."
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("suggested", "Suggested"),
                            ("confirmed", "Confirmed by an officer"),
                            ("rejected", "Rejected by an officer"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.matter",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="agenda.agendaitem",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("matter item", "matter items"),
            bases=HISTORICAL,
        ),
        migrations.AddField(
            model_name="Resolution",
            name="recommendations",
            field=models.ManyToManyField(
                blank=True,
                related_name="resolutions",
                through="agenda.Answer",
                to="agenda.recommendation",
            ),
        ),
        migrations.AddField(
            model_name="Matter",
            name="items",
            field=models.ManyToManyField(
                blank=True,
                related_name="matters",
                through="agenda.MatterItem",
                to="agenda.agendaitem",
            ),
        ),
        migrations.RunSQL(statements.KEEP_SOURCE_TEXT, statements.LET_GO_SOURCE_TEXT),
        migrations.RunSQL(statements.KEEP_WORDS, statements.LET_GO_WORDS),
        migrations.RunSQL(statements.COUNT_PUBLICATIONS, migrations.RunSQL.noop),
        migrations.RunSQL(statements.KEEP_STATUS_ALIKE, statements.LET_GO_STATUS),
        migrations.RunSQL(statements.STORE_UNPACKED, migrations.RunSQL.noop),
        migrations.RunPython(terms.add, terms.take_out),
    ]
