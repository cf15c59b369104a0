"""One table holds all that searching asks of an item; the words of the index come back after migrating.

An entry has the status of its item, so that the public door need not ask the item: the key of two
columns keeps both alike. Vectors and texts are stored as they are, since reading them packed takes
longer than reading more of them.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from agenda.migrations import _statements as statements


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0018_publication"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("committees", "0002_approval_and_history"),
    ]

    operations = [
        migrations.DeleteModel(
            name="SearchEntry",
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
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
                ("edition", models.PositiveSmallIntegerField(default=1)),
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
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="KnownWord",
            fields=[
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
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Acronym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
            name="HistoricalAcronym",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        auto_created=True, blank=True, db_index=True, verbose_name="ID"
                    ),
                ),
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
            ],
            options={
                "verbose_name": "historical acronym",
                "verbose_name_plural": "historical acronyms",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
                "indexes": [],
                "constraints": [],
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddIndex(
            model_name="Reference",
            index=models.Index(
                django.db.models.functions.text.Lower("value"),
                condition=models.Q(("kind", "acronym")),
                name="reference_acronym",
            ),
        ),
        migrations.RunSQL(statements.KEEP_STATUS_ALIKE, statements.LET_GO_STATUS),
        migrations.RunSQL(statements.STORE_UNPACKED, migrations.RunSQL.noop),
    ]
