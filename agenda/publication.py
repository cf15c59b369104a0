"""The state that the public record is in."""

from django.db import models
from django.db.models import Q


class Publication(models.Model):
    """The one row whose number every change of what the public may see raises.

    The database does it (`minutes_portal.kept_pages.publication`), whoever makes the change.
    """

    number = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_publication")]

    def __str__(self) -> str:
        return f"Publication {self.number}"


class PublicationChange(models.Model):
    """That a transaction has changed something; gone again when it ends."""

    transaction = models.PositiveBigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return f"Transaction {self.transaction}"
