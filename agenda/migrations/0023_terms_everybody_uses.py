"""What residents call things, and what minutes call them."""

from django.db import migrations, models

from agenda.migrations import _terms as terms

SOURCE = models.CharField(
    choices=[
        ("learned", "Read in the minutes"),
        ("officer", "Given by an officer"),
        ("common", "In common use"),
    ],
    default="officer",
    editable=False,
    help_text="Those read in the minutes are used while a published item explains them.",
    max_length=10,
)


class Migration(migrations.Migration):
    dependencies = [("agenda", "0022_search_edition")]

    operations = [
        migrations.AlterField("acronym", "source", SOURCE),
        migrations.AlterField("historicalacronym", "source", SOURCE),
        migrations.RunPython(terms.add, terms.take_out),
    ]
