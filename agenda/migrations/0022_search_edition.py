from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0021_parts_change_places"),
    ]

    operations = [
        migrations.AlterField(
            model_name="searchentry",
            name="edition",
            field=models.PositiveSmallIntegerField(),
        ),
    ]
