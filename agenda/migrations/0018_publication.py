"""The number of the public record's state, and how a transaction raises it."""

from django.db import migrations, models

from agenda.migrations import _statements as statements


class Migration(migrations.Migration):
    dependencies = [("agenda", "0015_confirmed_recommendations")]

    operations = [
        migrations.CreateModel(
            "Publication",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            "PublicationChange",
            [
                (
                    "transaction",
                    models.PositiveBigIntegerField(primary_key=True, serialize=False),
                ),
            ],
        ),
        migrations.AddConstraint(
            "publication",
            models.CheckConstraint(condition=models.Q(pk=1), name="one_publication"),
        ),
        migrations.RunSQL(statements.COUNT_PUBLICATIONS, migrations.RunSQL.noop),
    ]
