"""What is kept from the public: the public facts of it, and the locked text."""

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0007_roles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
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
            name="Withheld",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withheld",
                        to="agenda.agendaitem",
                    ),
                ),
            ],
            options={
                "verbose_name": "exempt matter",
                "verbose_name_plural": "exempt matter",
                "ordering": ["item", "pk"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalExemptText",
            fields=[
                ("text", models.TextField()),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
            ],
            options={
                "verbose_name": "historical exempt text",
                "verbose_name_plural": "historical exempt texts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalWithheld",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
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
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "historical exempt matter",
                "verbose_name_plural": "historical exempt matter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ExemptText",
            fields=[
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
        migrations.AddConstraint(
            model_name="withheld",
            constraint=models.CheckConstraint(
                condition=models.Q(("paragraph__range", (1, 7))),
                name="exempt_by_a_paragraph_of_schedule_12a",
            ),
        ),
        migrations.AddConstraint(
            model_name="withheld",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="withheld_for_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="withheld",
            constraint=models.CheckConstraint(
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
        ),
    ]
