"""Questions about agenda items and their parts, in the readers' words; they chain.

Every public page starts from `.public()`.
"""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q

from agenda import search
from committees.slugs import SluggedQuerySet

BY_MEETING = (F("meeting__held_on").desc(nulls_last=True), "-meeting_id", "position", "pk")
BY_NEWEST_ITEM = (F("item__meeting__held_on").desc(nulls_last=True), "-item_id", "position")


class AgendaItemQuerySet(models.QuerySet):
    def public(self) -> Self:
        return self.filter(publication_status="published")

    def drafts(self) -> Self:
        return self.filter(publication_status="draft")

    def in_review(self) -> Self:
        return self.filter(publication_status="in_review")

    def withdrawn(self) -> Self:
        """Those that were public once; newest withdrawal first."""
        return self.filter(publication_status="withdrawn").order_by("-withdrawn_at", "-pk")

    def drafts_read_before(self, moment: datetime) -> Self:
        """The drafts whose source document was imported before this."""
        return self.drafts().filter(source__ingested_at__lt=moment)

    def publish(self, by: models.Model | None = None) -> list[models.Model]:
        """Publish those that never were public; what was withdrawn stays withdrawn."""
        from agenda import workflow

        return workflow.take(workflow.PUBLISH, self, by)

    def decided(self) -> Self:
        """Those with at least one resolution."""
        return self.filter(Exists(self._parts("resolutions")))

    def search(self, text: str) -> Self:
        """Those whose words match `text`, with `rank`; web search syntax, errors impossible."""
        return search.matching(self, text)

    def newest_first(self) -> Self:
        return self.order_by(*BY_MEETING)

    def for_listing(self) -> Self:
        """With meeting, committee, reports, and `resolution_count`."""
        return (
            self.select_related("meeting__committee")
            .prefetch_related("reports")
            .annotate(resolution_count=models.functions.Coalesce(self._count("resolutions"), 0))
        )

    def for_page(self) -> Self:
        """With everything an item's own page shows."""
        actions = self.model._meta.get_field("actions").related_model.objects
        return self.select_related("meeting__committee", "source").prefetch_related(
            "reports__appendices",
            "withheld",
            "recommendations",
            "resolutions",
            models.Prefetch("actions", actions.select_related("referred_to")),
            "actions__owners",
            "actions__resolutions",
            "contacts",
        )

    def _parts(self, relation: str) -> models.QuerySet:
        related = self.model._meta.get_field(relation).related_model
        return related._base_manager.filter(item=OuterRef("pk"))

    def _count(self, relation: str) -> models.Subquery:
        counted = self._parts(relation).order_by().values("item").annotate(n=Count("pk"))
        return models.Subquery(counted.values("n"), output_field=models.IntegerField())


class OfItemQuerySet(models.QuerySet):
    """Parts of agenda items are public when their item is."""

    def public(self) -> Self:
        return self.filter(item__publication_status="published")

    def newest_first(self) -> Self:
        return self.order_by(*BY_NEWEST_ITEM)

    def for_listing(self) -> Self:
        return self.select_related("item__meeting__committee")


class PointQuerySet(OfItemQuerySet):
    def search(self, text: str) -> Self:
        return search.matching_text(self, text)


class RecommendationQuerySet(PointQuerySet):
    """What officers proposed."""


class ResolutionQuerySet(PointQuerySet):
    """What members decided."""

    def for_listing(self) -> Self:
        return super().for_listing().prefetch_related("actions__owners")


class ActionQuerySet(OfItemQuerySet):
    def outstanding(self) -> Self:
        """Those that nobody has finished or overtaken."""
        return self.filter(status__in=["open", "in_progress"])

    def open_first(self) -> Self:
        """The outstanding before the rest, then the newest first."""
        is_open = Q(status__in=["open", "in_progress"])
        return self.alias(is_open=is_open).order_by("-is_open", *BY_NEWEST_ITEM)

    def outstanding_since(self, day: date) -> Self:
        """The outstanding ones of meetings before this day, of items that are not withdrawn."""
        current = self.outstanding().exclude(item__publication_status="withdrawn")
        return current.filter(item__meeting__held_on__lt=day)

    def of_committee(self, committee: models.Model) -> Self:
        return self.filter(item__meeting__committee=committee)

    def referrals(self) -> Self:
        return self.filter(Q(referred_to__isnull=False) | ~Q(referral=""))

    def for_listing(self) -> Self:
        related = super().for_listing().select_related("referred_to")
        return related.prefetch_related("owners", "resolutions")


class PostQuerySet(SluggedQuerySet):
    def public(self) -> Self:
        """Those that own an action of a published item."""
        return self.filter(Exists(self._public_actions().filter(owners=OuterRef("pk"))))

    def for_listing(self) -> Self:
        """With `action_count` and `open_count`, of public actions alone."""
        public = Q(actions__in=self._public_actions())
        is_open = public & Q(actions__status__in=["open", "in_progress"])
        return self.annotate(
            action_count=Count("actions", filter=public, distinct=True),
            open_count=Count("actions", filter=is_open, distinct=True),
        ).order_by("name")

    def _public_actions(self) -> models.QuerySet:
        return self.model._meta.get_field("actions").related_model.objects.public()
