"""Questions about matters, in the readers' words; they chain."""

from typing import Self

from django.db import models
from django.db.models import Count, Exists, Max, Min, Prefetch, Q

from committees.slugs import SluggedQuerySet


class MatterItemQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those that no officer rejected, of published items."""
        return self.exclude(standing="rejected").filter(item__publication_status="published")

    def suggested(self) -> Self:
        return self.filter(standing="suggested")

    def for_timeline(self) -> Self:
        """By date, with all that a matter's page shows of each item."""
        item = self.model._meta.get_field("item").related_model
        reports = item._meta.get_field("expected_reports").related_model.objects.public()
        actions = item._meta.get_field("actions").related_model.objects.outstanding()
        day = models.F("item__meeting__held_on").asc(nulls_last=True)
        return (
            self.select_related("item__meeting__committee")
            .defer("item__background", "item__minutes", "item__spans")
            .prefetch_related(
                "item__recommendations",
                "item__resolutions",
                Prefetch("item__actions", actions.prefetch_related("owners"), "open_actions"),
                Prefetch(
                    "item__expected_reports",
                    reports.with_state().for_listing(),
                    "public_expected_reports",
                ),
            )
            .order_by(day, "item_id")
        )


class MatterQuerySet(SluggedQuerySet):
    def public(self) -> Self:
        """Those with a published item; a suggested one needs two, or it connects nothing."""
        shown = self._memberships()
        counted = shown.values("matter").annotate(n=Count("pk")).filter(n__gte=2)
        confirmed = Q(Exists(shown), confirmed=True)
        return self.filter(confirmed | Q(Exists(counted.values("n"))), rejected=False)

    def for_listing(self) -> Self:
        """With how many public items, committees and dates it has, and the first and last date."""
        meeting = "item__meeting"
        return self.annotate(
            item_count=self._of_members(Count("pk")),
            committee_count=self._of_members(Count(f"{meeting}__committee", distinct=True)),
            dated_count=self._of_members(Count(f"{meeting}__held_on")),
            first_held_on=self._of_members(Min(f"{meeting}__held_on")),
            last_held_on=self._of_members(Max(f"{meeting}__held_on")),
        )

    def _of_members(self, aggregate: models.Aggregate) -> models.Subquery:
        found = self._memberships().values("matter").annotate(found=aggregate)
        return models.Subquery(found.values("found"))

    def _memberships(self) -> models.QuerySet:
        """The public memberships of the matter that is asked about."""
        members = self.model._meta.get_field("memberships").related_model.objects.public()
        return members.filter(matter=models.OuterRef("pk")).order_by()
