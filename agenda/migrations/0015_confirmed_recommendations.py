from django.db import migrations, models

CONFIRMED = models.BooleanField(
    default=False,
    help_text="Tick when no resolution answers it. Nothing changes that but an officer.",
    verbose_name="that it was not taken up is confirmed",
)


class Migration(migrations.Migration):
    dependencies = [("agenda", "0014_due_dates")]

    operations = [
        migrations.AddField("historicalrecommendation", "outcome_confirmed", CONFIRMED.clone()),
        migrations.AddField("recommendation", "outcome_confirmed", CONFIRMED.clone()),
        migrations.AddIndex(
            "recommendation",
            models.Index(
                "item",
                condition=models.Q(
                    outcome_confirmed=False, outcome__in=["not_taken_up", "unmatched"]
                ),
                name="recommendation_to_confirm",
            ),
        ),
    ]
