"""An index of what an item can be narrowed down by, several to an item."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_squashed_0023_terms_everybody_uses")]

    operations = [
        migrations.AddIndex(
            "searchentry", GinIndex("outcomes", "statuses", "owners", name="search_lists")
        ),
    ]
