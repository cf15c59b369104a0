"""Topics know their acronym, and officers can reject a matter for good."""

from django.db import migrations, models
from django.db.models import Q

from committees.slugs import SLUG_LENGTH

REJECTED = models.BooleanField(
    default=False,
    help_text="Tick when these items have no subject in common. Nobody but officers then sees "
    "it, and it is not suggested again.",
)


class Migration(migrations.Migration):
    dependencies = [("agenda", "0012_follow_through")]

    operations = [
        migrations.AddField("historicalmatter", "rejected", REJECTED.clone()),
        migrations.AddField("matter", "rejected", REJECTED.clone()),
        migrations.AddConstraint(
            "matter",
            models.CheckConstraint(
                condition=Q(confirmed=False) | Q(rejected=False),
                name="matter_is_not_both_confirmed_and_rejected",
                violation_error_message="Confirm the matter or reject it, not both.",
            ),
        ),
        migrations.AddField(
            "topic",
            "acronym",
            models.CharField(
                max_length=20,
                blank=True,
                default="",
                help_text="The letters, where it was read from an acronym. Where the item does not "
                "say what they stand for, the value is empty: other items may.",
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            "topic",
            "value",
            models.CharField(
                max_length=SLUG_LENGTH,
                blank=True,
                help_text="The normal form, for comparing.",
            ),
        ),
        migrations.AddIndex(
            "topic",
            models.Index(
                "acronym",
                "value",
                "item",
                name="topic_acronym",
                condition=~Q(acronym=""),
            ),
        ),
    ]
