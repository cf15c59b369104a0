"""What officers changed by hand, so that reading a source again leaves it alone."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Correctable(models.Model):
    """A record read from a source, of which officers correct parts."""

    corrected = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        editable=False,
        help_text="The parts an officer has changed. Reading the source again leaves these alone.",
    )

    class Meta:
        abstract = True

    def mark_corrected(self, *parts: str) -> None:
        """Remember that an officer changed these fields or lists; saves only that."""
        self.corrected = sorted({*self.corrected, *parts})
        self.save(update_fields=["corrected"])

    def set_uncorrected(self, values: dict[str, object]) -> list[str]:
        """Set the fields that no officer corrected; the names of those that changed.

        Nothing is saved.
        """
        changed = [
            name
            for name, value in values.items()
            if name not in self.corrected and getattr(self, name) != value
        ]
        for name in changed:
            setattr(self, name, values[name])
        return changed
