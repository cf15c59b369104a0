"""Review and withdrawal of agenda items, and the history of what officers change."""

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import agenda.extracted

# Until now an item was taken from the public by making it a draft again.
WITHDRAW_ONCE_PUBLIC = """
UPDATE agenda_agendaitem SET publication_status = 'withdrawn', withdrawn_at = now(),
    withdrawal_reason = 'It was taken back before reasons were recorded.'
WHERE publication_status = 'draft' AND published_at IS NOT NULL;
"""
BACK_TO_DRAFT = """
UPDATE agenda_agendaitem SET publication_status = 'draft'
WHERE publication_status IN ('in_review', 'withdrawn');
"""


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0003_words_of_points"),
        ("committees", "0002_approval_and_history"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalAction",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "spans",
                    models.JSONField(
                        default=dict, editable=False, validators=[agenda.extracted.validate_spans]
                    ),
                ),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical action",
                "verbose_name_plural": "historical actions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAction_owners",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
            name="HistoricalAction_resolutions",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
            name="HistoricalAgendaItem",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "corrected",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="The parts an officer has changed. Reading the source again leaves these alone.",
                        size=None,
                    ),
                ),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical agenda item",
                "verbose_name_plural": "historical agenda items",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAppendix",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "spans",
                    models.JSONField(
                        default=dict, editable=False, validators=[agenda.extracted.validate_spans]
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical appendix",
                "verbose_name_plural": "historical appendices",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalContactOfficer",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "spans",
                    models.JSONField(
                        default=dict, editable=False, validators=[agenda.extracted.validate_spans]
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(editable=False)),
                ("name", models.CharField()),
                ("phone", models.CharField(blank=True)),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical contact officer",
                "verbose_name_plural": "historical contact officers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPost",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        allow_unicode=True,
                        blank=True,
                        help_text="The last part of the page’s address. Left empty, it is made from the name. When it is changed, the old address leads to the new one.",
                        max_length=120,
                    ),
                ),
                (
                    "former_slugs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                ("name", models.CharField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical post",
                "verbose_name_plural": "historical posts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalRecommendation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "spans",
                    models.JSONField(
                        default=dict, editable=False, validators=[agenda.extracted.validate_spans]
                    ),
                ),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical recommendation",
                "verbose_name_plural": "historical recommendations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalReport",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "spans",
                    models.JSONField(
                        default=dict, editable=False, validators=[agenda.extracted.validate_spans]
                    ),
                ),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical report",
                "verbose_name_plural": "historical reports",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalResolution",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                ("end", models.PositiveIntegerField(blank=True, editable=False, null=True)),
                (
                    "spans",
                    models.JSONField(
                        default=dict, editable=False, validators=[agenda.extracted.validate_spans]
                    ),
                ),
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
            ],
            options={
                "verbose_name": "historical resolution",
                "verbose_name_plural": "historical resolutions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AlterModelOptions(
            name="agendaitem",
            options={
                "ordering": ["source", "position"],
                "permissions": [("publish_agendaitem", "Can publish and withdraw agenda items")],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="withdrawal_reason",
            field=models.TextField(
                blank=True,
                editable=False,
                help_text="These words are shown to whoever asks for the page. Do not repeat what is withdrawn.",
                verbose_name="reason it was withdrawn",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="withdrawn_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="withdrawn since"
            ),
        ),
        migrations.AlterField(
            model_name="agendaitem",
            name="publication_status",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="agendaitem",
            name="published_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="first published"
            ),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(
                models.F("meeting"),
                condition=models.Q(("publication_status", "withdrawn")),
                name="withdrawn_item_of_meeting",
            ),
        ),
        migrations.RunSQL(WITHDRAW_ONCE_PUBLIC, BACK_TO_DRAFT),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="agendaitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("publication_status__in", ["published", "withdrawn"]),
                    ("published_at__isnull", True),
                    _connector="OR",
                ),
                name="item_once_public_is_published_or_withdrawn",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction",
            name="referred_to",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The same committee, where the portal has it.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="committees.committee",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction_owners",
            name="action",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.action",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction_owners",
            name="history",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="agenda.historicalaction",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction_owners",
            name="post",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.post",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction_resolutions",
            name="action",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.action",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction_resolutions",
            name="history",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="agenda.historicalaction",
            ),
        ),
        migrations.AddField(
            model_name="historicalaction_resolutions",
            name="resolution",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                db_tablespace="",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.resolution",
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="meeting",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="committees.meeting",
            ),
        ),
        migrations.AddField(
            model_name="historicalagendaitem",
            name="source",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.sourcedocument",
            ),
        ),
        migrations.AddField(
            model_name="historicalappendix",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalappendix",
            name="report",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.report",
            ),
        ),
        migrations.AddField(
            model_name="historicalcontactofficer",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalcontactofficer",
            name="item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="historicalpost",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalrecommendation",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalrecommendation",
            name="item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="historicalreport",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalreport",
            name="item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="historicalresolution",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalresolution",
            name="item",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="agenda.agendaitem",
            ),
        ),
    ]
