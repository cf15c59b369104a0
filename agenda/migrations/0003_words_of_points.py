"""The database keeps the searchable words of recommendations and resolutions, sub-points and all.

As in `agenda.search.plain`, accents do not count.
"""

from django.db import migrations

from agenda.migrations import _statements as statements


class Migration(migrations.Migration):
    dependencies = [("agenda", "0002_keep_source_text")]

    operations = [migrations.RunSQL(statements.KEEP_WORDS, statements.LET_GO_WORDS)]
