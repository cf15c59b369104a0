"""What dashboards count is answered by indexes alone, without the long texts of items and points."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agenda", "0020_search")]

    operations = [
        migrations.RemoveIndex("agendaitem", "published_item"),
        migrations.AddIndex(
            "agendaitem",
            models.Index(
                condition=models.Q(("publication_status", "published")),
                fields=["id"],
                include=("meeting",),
                name="published_item",
            ),
        ),
        migrations.AddIndex(
            "recommendation",
            models.Index(fields=["item"], include=("outcome",), name="recommendation_item_outcome"),
        ),
        migrations.AddIndex(
            "resolution",
            models.Index(fields=["item"], include=("outcome",), name="resolution_item_outcome"),
        ),
    ]
