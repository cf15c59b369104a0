"""What is kept from the public: why it is, which anybody may read, and the locked text itself."""

import re

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver

from agenda.models import AgendaItem
from agenda.querysets import OfItemQuerySet
from agenda.search import still_says
from committees.history import History
from committees.models import Meeting
from minutes_portal.public_door import ROLE


class Paragraph(models.IntegerChoices):
    """The descriptions of exempt information in Schedule 12A to the Local Government Act 1972."""

    INDIVIDUALS = 1, "Paragraph 1: information relating to any individual"
    IDENTITY = 2, "Paragraph 2: information likely to reveal the identity of an individual"
    FINANCE = 3, "Paragraph 3: the financial or business affairs of any person or the council"
    LABOUR = 4, "Paragraph 4: consultations or negotiations about labour relations"
    LEGAL = 5, "Paragraph 5: legal professional privilege in legal proceedings"
    NOTICES = 6, "Paragraph 6: a notice, order or direction that the council proposes"
    CRIME = 7, "Paragraph 7: preventing, investigating or prosecuting crime"


class Withheld(models.Model):
    """That something of an item is withheld, by which paragraph and why; itself public.

    What is withheld stands in `ExemptText`, a table that public pages cannot read.
    """

    class Kind(models.TextChoices):
        MINUTES = "minutes", "Part of the minutes"
        REPORT = "report", "Report"
        APPENDIX = "appendix", "Appendix"

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="withheld")
    kind = models.CharField("what is withheld", max_length=10, choices=Kind, default=Kind.MINUTES)
    name = models.CharField(
        "name of the paper",
        max_length=200,
        blank=True,
        help_text="As the agenda names it, such as “Document B” or “Appendix C of Document B”. "
        "Anybody may read it. Leave it empty for part of the minutes.",
    )
    paragraph = models.PositiveSmallIntegerField(
        "Schedule 12A", choices=Paragraph, help_text="The paragraph that makes it exempt."
    )
    reason = models.TextField(
        help_text="Why withholding it serves the public better than disclosing it. "
        "Anybody may read the reason."
    )
    public_summary = models.TextField(
        blank=True,
        help_text="What the public may know of it (section 100C(2)), where the minutes make "
        "no fair and coherent record without it.",
    )

    objects = OfItemQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["item", "pk"]
        verbose_name = verbose_name_plural = "exempt matter"
        constraints = [
            models.CheckConstraint(
                condition=Q(paragraph__range=(1, 7)), name="exempt_by_a_paragraph_of_schedule_12a"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="withheld_for_a_reason"),
            models.CheckConstraint(
                condition=Q(kind="minutes", name="") | (~Q(kind="minutes") & ~Q(name="")),
                name="withheld_paper_has_a_name",
                violation_error_message="Name the paper, or leave its name empty for minutes.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.get_kind_display()

    def save(self, *args, **kwargs) -> None:
        super().save(*args, **kwargs)
        if not self.item.not_for_publication:
            self.item.not_for_publication = True
            self.item.save(update_fields=["not_for_publication"])
            self.item.mark_corrected("not_for_publication")

    @property
    def words_of_paragraph(self) -> str:
        """As the public page goes on with it: "paragraph 3: the financial affairs of …"."""
        words = self.get_paragraph_display()
        return words[:1].lower() + words[1:]

    @property
    def text(self) -> str:
        """The exempt text, for officers; empty where the portal does not hold it."""
        exempt = ExemptText.objects.filter(withheld=self).first()
        return exempt.text if exempt else ""

    @property
    def is_still_shown(self) -> bool:
        """Whether the exempt words stand in a field of the item that the public reads."""
        return still_says(self.item_id, self.text)

    def lock_away(self, text: str) -> None:
        """Keep this as the exempt text, or none where it is empty."""
        exempt = ExemptText.objects.filter(withheld=self).first() or ExemptText(withheld=self)
        exempt.text = text
        if text.strip():
            exempt.save()
        elif not exempt._state.adding:
            exempt.delete()


class ExemptText(models.Model):
    """Exempt minutes, or what is exempt in a paper. No public page can read this table.

    `spans` bounds its passages in the item's source, as [start, end]: where it stands in the
    source text, the public sees a gap.
    """

    withheld = models.OneToOneField(
        Withheld, models.CASCADE, primary_key=True, related_name="locked"
    )
    text = models.TextField()
    spans = models.JSONField(default=list, editable=False)

    history = History(excluded_fields=["spans"])

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="exempt_text_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"Exempt text of {self.withheld}"

    def save(self, *args, **kwargs) -> None:
        self.spans = passages_of(self.text, self.withheld.item.source.text)
        super().save(*args, **kwargs)


def passages_of(words: str, text: str) -> list[list[int]]:
    """Each place where the words stand in the text, however its lines are broken."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [[found.start(), found.end()] for found in re.finditer(pattern, text)]


@receiver(post_save, sender=AgendaItem)
def find_passages_again(
    instance: AgendaItem, update_fields: frozenset[str] | None, **_: object
) -> None:
    """A newer text of the page may have come, with the exempt words at another place."""
    if update_fields and update_fields & {"source", "source_id"}:
        for exempt in ExemptText.objects.filter(withheld__item=instance):
            exempt.save()


class Withdrawal(models.Model):
    """All that the public learns of a withdrawn item: since when and why, at which addresses.

    A view in the database, since the public cannot read the withdrawn item itself.
    """

    item = models.OneToOneField(AgendaItem, models.DO_NOTHING, primary_key=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.DO_NOTHING, related_name="withdrawals")
    committee_slugs = ArrayField(models.CharField())
    withdrawn_at = models.DateTimeField()
    withdrawal_reason = models.TextField()

    class Meta:
        managed = False
        # The view stands in the schema of the public door, which both doors can name.
        db_table = f'{ROLE}"."agenda_withdrawal'
        default_permissions = ()
        ordering = ["-withdrawn_at", "-item_id"]

    def __str__(self) -> str:
        return f"Item {self.item_id}, withdrawn"
