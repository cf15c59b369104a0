"""Questions about agenda items and their parts, in the readers' words; they chain.

Every public page starts from `.public()`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Window
from django.db.models.functions import JSONObject, RowNumber

from agenda import search
from agenda.register.entry import OUTSTANDING
from agenda.today import Today
from committees.slugs import SluggedQuerySet

BY_MEETING = (F("meeting__held_on").desc(nulls_last=True), "-meeting_id", "position", "pk")
BY_NEWEST_ITEM = (F("item__meeting__held_on").desc(nulls_last=True), "-item_id", "position")
SOONEST = (F("due_on").asc(nulls_last=True), *BY_NEWEST_ITEM)
IS_OPEN = Q(status__in=OUTSTANDING)


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
        """Those whose words match `text`, as a reader may type it; errors impossible."""
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

    def for_paper(self) -> Self:
        """With everything of an item that stands in the minutes of its meeting."""
        return self.select_related("meeting__committee").prefetch_related(
            "reports__appendices",
            "withheld",
            "recommendations",
            "resolutions",
            models.Prefetch("actions", self._related("actions").select_related("referred_to")),
            "actions__owners",
            "actions__resolutions",
        )

    def _related(self, relation: str) -> models.QuerySet:
        return self.model._meta.get_field(relation).related_model.objects.all()

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

    def with_answers(self) -> Self:
        """Annotate `answers_given`: each recommendation's number, and what became of it."""
        answers = self.model._meta.get_field("answers").related_model.objects
        given = answers.filter(resolution=OuterRef("pk")).order_by("recommendation__position")
        pair = JSONObject(recommendation="recommendation_id", outcome="outcome")
        return self.annotate(answers_given=ArraySubquery(given.values(pair=pair)))


class ActionQuerySet(OfItemQuerySet):
    def outstanding(self) -> Self:
        """Those that nobody has finished or overtaken."""
        return self.filter(IS_OPEN)

    def first_by_owner(
        self, posts: Iterable[models.Model], most: int
    ) -> list[tuple[int, int, int]]:
        """Of each of these posts the first actions: the post's number, the action's, and how many
        of these actions the post owns in all."""
        of_owner = {"partition_by": [F("owners")]}
        place = Window(RowNumber(), order_by=[F("is_open").desc(), *SOONEST], **of_owner)
        ranked = (
            self.soonest_first()
            .select_related(None)
            .prefetch_related(None)
            .filter(owners__in=posts)
            .annotate(place=place, total=Window(Count("pk"), **of_owner))
        )
        return list(ranked.filter(place__lte=most).values_list("owners", "pk", "total"))

    def count_by_owner(self, posts: Iterable[models.Model]) -> dict[int, dict[str, int]]:
        """By the number of each of these posts how many there are: `n`, `open` and `overdue`."""
        overdue = IS_OPEN & Q(due_on__lt=Today())
        counted = (
            self.order_by()
            .filter(owners__in=posts)
            .values("owners")
            .annotate(
                n=Count("pk"), open=Count("pk", filter=IS_OPEN), overdue=Count("pk", filter=overdue)
            )
        )
        return {each["owners"]: each for each in counted}

    def overdue(self, today: date | None = None) -> Self:
        """The outstanding ones whose day has passed."""
        return self.outstanding().filter(due_on__lt=today or Today())

    def open_first(self) -> Self:
        """The outstanding before the rest, then the newest first."""
        return self.alias(is_open=IS_OPEN).order_by("-is_open", *BY_NEWEST_ITEM)

    def soonest_first(self) -> Self:
        """The outstanding by the day they are due, those without a day last, then the rest."""
        return self.alias(is_open=IS_OPEN).order_by("-is_open", *SOONEST)

    def of_current_items(self) -> Self:
        """Those of items that are not withdrawn."""
        return self.exclude(item__publication_status="withdrawn")

    def undated_since(self, day: date) -> Self:
        """The outstanding ones without a due date, of meetings before this day."""
        undated = self.outstanding().of_current_items().filter(due_on=None)
        return undated.filter(item__meeting__held_on__lt=day)

    def of_committee(self, committee: models.Model) -> Self:
        return self.filter(item__meeting__committee=committee)

    def referrals(self) -> Self:
        return self.filter(Q(referred_to__isnull=False) | ~Q(referral=""))

    def for_listing(self) -> Self:
        """With item, meeting, committees, owners, and the resolutions of action and item."""
        related = super().for_listing().select_related("referred_to")
        # The texts of an item are long, and no list of actions shows them.
        brief = related.defer("item__minutes", "item__background", "item__spans")
        points = self.model._meta.get_field("resolutions").related_model.objects
        without_places = points.defer("spans", "words")
        return brief.prefetch_related(
            "owners",
            models.Prefetch("resolutions", without_places),
            models.Prefetch("item__resolutions", without_places),
        )


class PostQuerySet(SluggedQuerySet):
    def public(self) -> Self:
        """Those that own an action of a published item."""
        return self.filter(Exists(self._links(self._actions().public())))

    def owning(self, actions: models.QuerySet) -> Self:
        """Those that own one of these actions, by name."""
        return self.filter(Exists(self._links(actions.order_by()))).order_by("name")

    def _actions(self) -> models.QuerySet:
        return self.model._meta.get_field("actions").related_model.objects

    def _links(self, actions: models.QuerySet) -> models.QuerySet:
        """The links of a post with these actions."""
        through = self._actions().model.owners.through.objects
        return through.filter(post=OuterRef("pk"), action__in=actions.values("pk"))
