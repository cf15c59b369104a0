"""The number of the public record's state, and how a transaction raises it."""

from django.db import migrations, models

FUNCTIONS = """
INSERT INTO agenda_publication (id, number) VALUES (1, 1);

CREATE FUNCTION note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO agenda_publicationchange VALUES (pg_current_xact_id()::text::bigint)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

CREATE FUNCTION raise_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM agenda_publicationchange WHERE transaction = NEW.transaction;
    UPDATE agenda_publication SET number = number + 1;
    RETURN NULL;
END $$;

-- Deferred: the row of the number is held from here to the end of the transaction alone.
CREATE CONSTRAINT TRIGGER raise_publication AFTER INSERT ON agenda_publicationchange
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_publication();
"""


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
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
    ]
