"""What became of what officers proposed: which resolution answers which recommendation, and how.

Comparing suggests it; officers confirm it or put it right, and what they confirmed stays.
"""

from django.db import models
from django.db.models import Q

from committees.history import History


class ResolutionOutcome(models.TextChoices):
    """What a resolution made of the recommendations it answers; empty where none was printed."""

    AGREED = "agreed", "Agreed as recommended"
    CHANGED = "changed", "Agreed with changes"
    DIFFERENT = "different", "Decided differently"
    ADDED = "added", "Added by members"
    UNMATCHED = "unmatched", "Not matched"


class RecommendationOutcome(models.TextChoices):
    """What became of a recommendation; empty where no decision on it was printed."""

    AGREED = "agreed", "Agreed as recommended"
    CHANGED = "changed", "Agreed with changes"
    DIFFERENT = "different", "Decided differently"
    NOT_TAKEN_UP = "not_taken_up", "Not taken up"
    UNMATCHED = "unmatched", "Not matched"


class Answer(models.Model):
    """That a resolution answers a recommendation of the same item.

    `score` says how sure the comparison is, from 0 to 1; an officer's own answers have none.
    """

    class Outcome(models.TextChoices):
        AGREED = "agreed", "Agreed as recommended"
        CHANGED = "changed", "Agreed with changes"
        DIFFERENT = "different", "Decided differently"

    resolution = models.ForeignKey("agenda.Resolution", models.CASCADE, related_name="answers")
    recommendation = models.ForeignKey(
        "agenda.Recommendation", models.CASCADE, related_name="answers"
    )
    outcome = models.CharField(max_length=12, choices=Outcome)
    score = models.FloatField(null=True, blank=True, editable=False)

    history = History()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "recommendation"], name="one_answer_of_a_pair"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=1),
                name="answer_score_is_a_share",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.recommendation}"
