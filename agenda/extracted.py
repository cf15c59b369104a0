"""Where each fact was read: the characters of the source text it came from."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q


def validate_spans(value: object) -> None:
    """Spans are {"field": [[start, end], …]} with 0 <= start < end."""
    pairs = [pair for pairs in value.values() for pair in pairs] if isinstance(value, dict) else [0]
    if not all(isinstance(p, list) and len(p) == 2 and 0 <= p[0] < p[1] for p in pairs):
        raise ValidationError("Spans must be lists of [start, end] under the field’s name.")


class Extracted(models.Model):
    """A record read from a source text, or (with no span) written by an officer.

    `start` and `end` bound the whole record. `spans` says for each field where its words
    stand: a list of [start, end], one for each paragraph or sub-point.
    """

    start = models.PositiveIntegerField(null=True, blank=True, editable=False)
    end = models.PositiveIntegerField(null=True, blank=True, editable=False)
    spans = models.JSONField(default=dict, editable=False, validators=[validate_spans])

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | Q(end__gt=F("start")),
                name="%(app_label)s_%(class)s_span_in_order",
            ),
        ]
