from django.db import migrations, models

PLACE = models.CharField(
    blank=True,
    choices=[
        ("note", "in the action’s own words"),
        ("named", "in the resolution that the action names"),
        ("only", "in the item’s only resolution, which the action does not name"),
    ],
    editable=False,
    max_length=5,
    verbose_name="where these words stand",
)
RECKONING = models.CharField(
    blank=True,
    choices=[
        ("printed", "The day is printed"),
        ("period", "The last day of the time that is named"),
        ("meeting", "Reckoned from the day of the meeting"),
        ("later_meeting", "A meeting whose date is not stated"),
        ("event", "Counted from something that has no date here"),
        ("supplied", "Set by an officer"),
    ],
    editable=False,
    max_length=13,
    verbose_name="how the date is known",
)


class Migration(migrations.Migration):
    dependencies = [("agenda", "0013_acronyms_of_topics")]

    operations = [
        migrations.AddField(model, name, field.clone())
        for model in ("action", "historicalaction")
        for name, field in (("due_place", PLACE), ("due_reckoning", RECKONING))
    ] + [
        migrations.AddIndex("action", models.Index("due_on", name="action_due")),
        migrations.AddIndex(
            "action", models.Index(models.F("owner_names__0"), name="action_first_owner")
        ),
    ]
