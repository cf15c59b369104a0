"""Questions about matters, in the readers' words; they chain."""

from typing import Self

from django.db import models
from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from committees.slugs import SluggedQuerySet


class MatterItemQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those that no officer rejected, of published items."""
        return self.exclude(standing="rejected").filter(item__publication_status="published")

    def suggested(self) -> Self:
        return self.filter(standing="suggested")


class MatterQuerySet(SluggedQuerySet):
    def public(self) -> Self:
        """Those with a published item; a suggested one needs two, or it connects nothing."""
        shown = self._memberships().filter(matter=OuterRef("pk"))
        counted = shown.order_by().values("matter").annotate(n=Count("pk"))
        return self.filter(
            Q(Exists(shown), confirmed=True) | Q(Exists(counted.filter(n__gte=2).values("n")))
        )

    def for_listing(self) -> Self:
        """With `item_count`, `committee_count`, `first_held_on` and `last_held_on`, of what is public."""
        shown = Q(memberships__in=self._memberships())
        meeting = "memberships__item__meeting"
        return self.annotate(
            item_count=Count("memberships", filter=shown, distinct=True),
            committee_count=Count(f"{meeting}__committee", filter=shown, distinct=True),
            first_held_on=Min(f"{meeting}__held_on", filter=shown),
            last_held_on=Max(f"{meeting}__held_on", filter=shown),
        ).order_by("name")

    def _memberships(self) -> models.QuerySet:
        return self.model._meta.get_field("memberships").related_model.objects.public()
