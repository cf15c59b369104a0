"""Committees and meetings, as the migrations named below make them one after another."""

from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

ID = (
    "id",
    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
)

RECORD_ID = (
    "id",
    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
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
        ("committees", "0001_initial"),
        ("committees", "0002_approval_and_history"),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            "Committee",
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
                (
                    "name",
                    models.CharField(
                        help_text="The committee’s full name, as its papers print it.",
                        max_length=200,
                        unique=True,
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
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="committee_has_a_name"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            "Meeting",
            [
                ID,
                CORRECTED,
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        help_text="Leave empty where nothing shows which committee met.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="committees.committee",
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
                    "approved_at_meeting",
                    models.ForeignKey(
                        blank=True,
                        help_text="The later meeting of the same committee that approved these minutes.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approved_meetings",
                        to="committees.meeting",
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
            ],
            options={
                "ordering": [
                    models.OrderBy(models.F("held_on"), descending=True, nulls_last=True),
                    "-pk",
                ],
                "indexes": [
                    models.Index(
                        models.F("committee"),
                        models.OrderBy(models.F("held_on"), descending=True),
                        name="meeting_committee_date",
                    ),
                    models.Index(
                        models.OrderBy(models.F("held_on"), descending=True, nulls_last=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="meeting_date",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("committee__isnull", False), ("held_on__isnull", False)
                        ),
                        fields=("committee", "held_on", "start_time"),
                        name="meeting_is_unique",
                        nulls_distinct=False,
                        violation_error_message="This committee already has a meeting at that time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("committee_basis", "inferred"), _negated=True),
                            models.Q(("committee_evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="inferred_committee_has_evidence",
                        violation_error_message="An inferred committee needs its evidence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on_basis", "inferred"), _negated=True),
                            models.Q(("held_on_evidence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="inferred_date_has_evidence",
                        violation_error_message="An inferred date needs its evidence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("committee__isnull", True), ("committee_basis", "")),
                            models.Q(
                                ("committee__isnull", False),
                                models.Q(("committee_basis", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="committee_says_how_it_is_known",
                        violation_error_message="Say how the committee is known; leave that empty if it is not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("held_on__isnull", True), ("held_on_basis", "")),
                            models.Q(
                                ("held_on__isnull", False),
                                models.Q(("held_on_basis", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="date_says_how_it_is_known",
                        violation_error_message="Say how the date is known; leave that empty if it is not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes_status", "approved"),
                            models.Q(
                                ("approved_at_meeting__isnull", True), ("approved_on__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="draft_minutes_are_not_approved",
                        violation_error_message="Choose “Approved”, or leave out when it was approved.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approved_at_meeting", models.F("id")), _negated=True),
                        name="a_later_meeting_approves_the_minutes",
                        violation_error_message="A meeting cannot approve its own minutes.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            "HistoricalCommittee",
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
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("committee", "committees"),
            bases=HISTORICAL,
        ),
        migrations.CreateModel(
            "HistoricalMeeting",
            [
                RECORD_ID,
                CORRECTED,
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
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Leave empty where nothing shows which committee met.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="committees.committee",
                    ),
                ),
                (
                    "approved_at_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The later meeting of the same committee that approved these minutes.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="committees.meeting",
                    ),
                ),
                *HISTORY,
                HISTORY_USER,
            ],
            options=options_of_history("meeting", "meetings"),
            bases=HISTORICAL,
        ),
    ]
