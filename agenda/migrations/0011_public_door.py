"""What the public door asks of every part of an item is answered by an index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agenda", "0010_exempt_matter")]

    operations = [
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(
                models.F("id"),
                condition=models.Q(("publication_status", "published")),
                name="published_item",
            ),
        ),
    ]
