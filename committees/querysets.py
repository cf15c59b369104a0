"""Questions about committees and meetings, in the readers' words.

What a meeting considered belongs to another application, which hangs its items on
`Meeting.items`; it is reached through that relation, so that imports go one way only.
"""

from typing import Self

from django.db import models
from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from committees.slugs import SluggedQuerySet


class CommitteeQuerySet(SluggedQuerySet):
    def public(self) -> Self:
        """Those with a published item, or to which a published action refers a matter."""
        meetings = self.model._meta.get_field("meetings").related_model.objects.public()
        referrals = self.model._meta.get_field("referred_actions").related_model.objects.public()
        return self.filter(
            Exists(meetings.filter(committee=OuterRef("pk")))
            | Exists(referrals.filter(referred_to=OuterRef("pk")))
        )

    def that_met(self) -> Self:
        """Those with a published item."""
        meetings = self.model._meta.get_field("meetings").related_model.objects.public()
        return self.filter(Exists(meetings.filter(committee=OuterRef("pk"))))

    def for_listing(self) -> Self:
        """With `meeting_count` and `latest_on`, of public meetings alone."""
        meetings = self.model._meta.get_field("meetings").related_model.objects.public()
        of_each = meetings.filter(committee=OuterRef("pk")).order_by()
        counted = of_each.values("committee").annotate(n=Count("pk")).values("n")
        latest = of_each.exclude(held_on=None).order_by("-held_on").values("held_on")[:1]
        return self.annotate(
            meeting_count=Coalesce(Subquery(counted, output_field=models.IntegerField()), 0),
            latest_on=Subquery(latest),
        ).order_by("name")


class MeetingQuerySet(models.QuerySet):
    def public(self) -> Self:
        """Those with at least one published item."""
        items = self.model._meta.get_field("items").related_model.objects.public()
        return self.filter(Exists(items.filter(meeting=OuterRef("pk"))))

    def without_date(self) -> Self:
        return self.filter(held_on=None)

    def that_may_approve(self, number: str) -> Self:
        """The later meetings of the committee of the meeting with this number."""
        meeting = self.filter(pk=number).first() if number.isdecimal() else None
        if meeting is None or meeting.held_on is None:
            return self.exclude(pk=number) if number.isdecimal() else self
        return self.filter(committee=meeting.committee, held_on__gt=meeting.held_on).order_by(
            "held_on"
        )

    def newest_first(self) -> Self:
        return self.order_by(models.F("held_on").desc(nulls_last=True), "-pk")

    def for_listing(self) -> Self:
        """With the committee and `item_count`, the number of published items."""
        items = self.model._meta.get_field("items").related_model.objects.public()
        counted = items.filter(meeting=OuterRef("pk")).order_by().values("meeting")
        count = Subquery(counted.annotate(n=Count("pk")).values("n"))
        return self.select_related("committee").annotate(item_count=Coalesce(count, 0))
