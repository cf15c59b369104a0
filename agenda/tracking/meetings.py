"""Due dates are counted from the day of the meeting: when that is put right, so are they."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from agenda.tracking.recording import recompute
from committees.models import Meeting


@receiver(post_save, sender=Meeting)
def follow_meeting(instance: Meeting, created: bool, **kwargs: object) -> None:
    if not created:
        recompute(instance.items.all())
