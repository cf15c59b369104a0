"""Approval of minutes, publication of agendas, and the history of what officers change."""

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("committees", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalCommittee",
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
                (
                    "name",
                    models.CharField(
                        db_index=True,
                        help_text="The committee’s full name, as its papers print it.",
                        max_length=200,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("council", "Council"),
                            ("executive", "Executive"),
                            ("scrutiny", "Overview and scrutiny"),
                            ("area", "Area committee"),
                            ("regulatory", "Regulatory"),
                            ("panel", "Board or panel"),
                            ("other", "Other"),
                        ],
                        default="other",
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
                "verbose_name": "historical committee",
                "verbose_name_plural": "historical committees",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
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
                (
                    "committee_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stated", "stated in the source"),
                            ("inferred", "inferred from evidence"),
                            ("supplied", "supplied by an officer"),
                        ],
                        max_length=10,
                        verbose_name="how the committee is known",
                    ),
                ),
                (
                    "committee_evidence",
                    models.TextField(
                        blank=True,
                        help_text="The words, and where they stand, that show which committee met.",
                        verbose_name="evidence for the committee",
                    ),
                ),
                (
                    "held_on",
                    models.DateField(
                        blank=True,
                        help_text="Leave empty where nothing shows the date.",
                        null=True,
                        verbose_name="date",
                    ),
                ),
                (
                    "held_on_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("stated", "stated in the source"),
                            ("inferred", "inferred from evidence"),
                            ("supplied", "supplied by an officer"),
                        ],
                        max_length=10,
                        verbose_name="how the date is known",
                    ),
                ),
                (
                    "held_on_evidence",
                    models.TextField(
                        blank=True,
                        help_text="The words, and where they stand, that show the date or narrow it down.",
                        verbose_name="evidence for the date",
                    ),
                ),
                ("start_time", models.TimeField(blank=True, null=True)),
                (
                    "agenda_published_on",
                    models.DateField(
                        blank=True,
                        help_text="The day the agenda was first open to the public. Leave empty if it is not known.",
                        null=True,
                    ),
                ),
                ("venue", models.CharField(blank=True, max_length=200)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_stated", "Not stated"),
                            ("scheduled", "Scheduled"),
                            ("held", "Held"),
                            ("postponed", "Postponed"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                (
                    "minutes_status",
                    models.CharField(
                        choices=[("draft", "Draft, subject to approval"), ("approved", "Approved")],
                        default="draft",
                        help_text="Minutes stay a draft until a later meeting approves them.",
                        max_length=10,
                        verbose_name="minutes",
                    ),
                ),
                (
                    "approved_on",
                    models.DateField(
                        blank=True,
                        help_text="The day the minutes were approved, where the meeting is not in the portal.",
                        null=True,
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
                "verbose_name": "historical meeting",
                "verbose_name_plural": "historical meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="meeting",
            name="agenda_published_on",
            field=models.DateField(
                blank=True,
                help_text="The day the agenda was first open to the public. Leave empty if it is not known.",
                null=True,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="approved_at_meeting",
            field=models.ForeignKey(
                blank=True,
                help_text="The later meeting of the same committee that approved these minutes.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="approved_meetings",
                to="committees.meeting",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="approved_on",
            field=models.DateField(
                blank=True,
                help_text="The day the minutes were approved, where the meeting is not in the portal.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("minutes_status", "approved"),
                    models.Q(("approved_at_meeting__isnull", True), ("approved_on__isnull", True)),
                    _connector="OR",
                ),
                name="draft_minutes_are_not_approved",
                violation_error_message="Choose “Approved”, or leave out when it was approved.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_at_meeting", models.F("id")), _negated=True),
                name="a_later_meeting_approves_the_minutes",
                violation_error_message="A meeting cannot approve its own minutes.",
            ),
        ),
        migrations.AddField(
            model_name="historicalcommittee",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="historicalmeeting",
            name="approved_at_meeting",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="The later meeting of the same committee that approved these minutes.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="committees.meeting",
            ),
        ),
        migrations.AddField(
            model_name="historicalmeeting",
            name="committee",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="Leave empty where nothing shows which committee met.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="committees.committee",
            ),
        ),
        migrations.AddField(
            model_name="historicalmeeting",
            name="history_user",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
