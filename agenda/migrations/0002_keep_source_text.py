"""Source texts are kept for ever as they came: the database itself refuses to change them."""

from django.db import migrations

from agenda.migrations import _statements as statements


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]

    operations = [migrations.RunSQL(statements.KEEP_SOURCE_TEXT, statements.LET_GO_SOURCE_TEXT)]
