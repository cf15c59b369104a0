"""Compares, dates and connects all stored items anew, as after an update of the portal."""

from django.core.management.base import BaseCommand
from django.db import transaction
from tqdm import tqdm

from agenda import search
from agenda.models import AgendaItem
from agenda.tracking.recording import recompute

BATCH = 100


class Command(BaseCommand):
    help = (
        "Set outcomes, due dates, expected reports, topics and matters of all items anew, batch by "
        "batch. What officers confirmed or rejected stays. Interrupted, it can be run again."
    )

    def handle(self, *args, verbosity: int, **options) -> None:
        numbers = list(AgendaItem.objects.order_by("pk").values_list("pk", flat=True))
        with tqdm(total=len(numbers), unit=" items", disable=not verbosity) as progress:
            for start in range(0, len(numbers), BATCH):
                batch = AgendaItem.objects.filter(pk__in=numbers[start : start + BATCH])
                with transaction.atomic():
                    recompute(batch)
                    search.refresh(batch)
                progress.update(len(numbers[start : start + BATCH]))
