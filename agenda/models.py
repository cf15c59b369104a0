"""What committees considered, what officers proposed, what members decided, and who must act."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify

from agenda.extracted import Extracted
from agenda.outcomes import RecommendationOutcome, ResolutionOutcome
from agenda.parsing.questions import question_in
from agenda.querysets import (
    ActionQuerySet,
    AgendaItemQuerySet,
    OfItemQuerySet,
    PostQuerySet,
    RecommendationQuerySet,
    ResolutionQuerySet,
)
from agenda.register.entry import DuePlace, DueReckoning, RegisterEntry
from committees.corrections import Correctable
from committees.history import History
from committees.models import Committee, Meeting
from committees.slugs import SLUG_LENGTH, Slugged, slug_of

SLUG_WORDS = 80


class SourceDocument(models.Model):
    """The text of one council page, exactly as it came; it is never changed or deleted."""

    name = models.CharField(max_length=300, help_text="The file’s name when it was imported.")
    address = models.CharField(
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="The page’s address on the council’s web site.",
    )
    text = models.TextField()
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)
    page_kind = models.CharField(max_length=12)
    ingested_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-ingested_at", "-pk"]
        indexes = [models.Index("address", name="source_address")]
        permissions = [("import_documents", "Can import documents")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs) -> None:
        """Store a new text; raise TypeError for one that is stored already."""
        if not self._state.adding:
            raise TypeError(f"The source text of {self.name} is kept as it came.")
        super().save(*args, **kwargs)


def address_of_item(number: int, title: str) -> str:
    """Its end is there to be read; the number before it is what finds the item."""
    slug = slugify(title)[:SLUG_WORDS].strip("-") or "item"
    return f"{_address_of_items(get_script_prefix())}{number}/{slug}/"


@lru_cache
def _address_of_items(prefix: str) -> str:
    """What the addresses of all items begin with; a list has dozens of them."""
    return reverse("agenda:item", args=[0, "item"]).removesuffix("0/item/")


def paragraphs_in(text: str) -> list[str]:
    """An empty line parts paragraphs."""
    return [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]


def name_of_report(reference: str) -> str:
    return f"Document “{reference}”" if reference else "Report"


class AgendaItem(Correctable, Extracted):
    """One matter on the agenda of one meeting."""

    class PublicationStatus(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    source = models.ForeignKey(SourceDocument, models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField(default=1, editable=False)
    number = models.CharField("item number", blank=True)
    title = models.TextField(help_text="The title as printed, or words of the report in its place.")
    title_inferred = models.BooleanField(
        "title is inferred",
        default=False,
        help_text="Tick where the source prints no title. The public page then says so.",
    )
    background = models.TextField(
        blank=True, help_text="What the report was to say. An empty line parts paragraphs."
    )
    minutes = models.TextField(
        "discussion", blank=True, help_text="What was said. An empty line parts paragraphs."
    )
    overview_and_scrutiny_area = models.CharField(blank=True)
    in_camera = models.BooleanField(
        default=False, help_text="Whether the meeting closed its doors to the public for this item."
    )
    not_for_publication = models.BooleanField(
        default=False, help_text="Whether a paper of this item is not for publication."
    )
    publication_status = models.CharField(
        "status", max_length=10, choices=PublicationStatus, default=PublicationStatus.DRAFT
    )
    published_at = models.DateTimeField("first published", null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField("withdrawn since", null=True, blank=True, editable=False)
    withdrawal_reason = models.TextField(
        "reason it was withdrawn",
        blank=True,
        editable=False,
        help_text="These words are shown to whoever asks for the page. Do not repeat what is withdrawn.",
    )

    objects = AgendaItemQuerySet.as_manager()
    history = History(excluded_fields=["spans"])

    class Meta(Extracted.Meta):
        ordering = ["source", "position"]
        constraints = [
            *Extracted.Meta.constraints,
            models.UniqueConstraint(
                fields=["source", "position"], name="one_item_a_place_in_a_source"
            ),
            models.CheckConstraint(condition=~Q(title=""), name="agenda_item_has_a_title"),
            models.CheckConstraint(
                condition=~Q(publication_status="published") | Q(published_at__isnull=False),
                name="published_item_says_since_when",
            ),
            models.CheckConstraint(
                condition=~Q(publication_status="withdrawn")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason="")),
                name="withdrawn_item_says_why_and_since_when",
            ),
            models.CheckConstraint(
                condition=Q(publication_status__in=["published", "withdrawn"])
                | Q(published_at__isnull=True),
                name="item_once_public_is_published_or_withdrawn",
            ),
        ]
        permissions = [("publish_agendaitem", "Can publish and withdraw agenda items")]
        indexes = [
            models.Index(
                "meeting",
                name="published_item_of_meeting",
                condition=Q(publication_status="published"),
            ),
            # The public door asks of every part whether its item is published.
            models.Index(
                fields=["id"],
                include=["meeting"],
                name="published_item",
                condition=Q(publication_status="published"),
            ),
            models.Index(
                "meeting",
                name="withdrawn_item_of_meeting",
                condition=Q(publication_status="withdrawn"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return address_of_item(self.pk, self.title)

    @property
    def is_public(self) -> bool:
        return self.publication_status == self.PublicationStatus.PUBLISHED

    def save(self, *args, **kwargs) -> None:
        if self.is_public:
            self.set_public()
        super().save(*args, **kwargs)

    def set_public(self) -> None:
        """Make it public, since now unless it was before; saves nothing."""
        self.publication_status = self.PublicationStatus.PUBLISHED
        self.published_at = self.published_at or timezone.now()
        self.withdrawn_at, self.withdrawal_reason = None, ""

    def publish(self) -> None:
        """Show it to the public from now on."""
        self.set_public()
        self._save_status()

    def withdraw(self, reason: str) -> None:
        """Take it from the public, who are told since when and why; no import publishes it again."""
        self.withdrawn_at, self.withdrawal_reason = timezone.now(), reason
        self._set_by_officer(self.PublicationStatus.WITHDRAWN)

    def send_to_review(self) -> None:
        """Ask for a second look; no import publishes it unasked."""
        self._set_by_officer(self.PublicationStatus.IN_REVIEW)

    def return_to_draft(self) -> None:
        """Take it back from review."""
        self._set_by_officer(self.PublicationStatus.DRAFT)

    def _set_by_officer(self, status: str) -> None:
        self.publication_status = status
        self.corrected = sorted({*self.corrected, "publication_status"})
        self._save_status()

    def _save_status(self) -> None:
        self.save(
            update_fields=[
                "publication_status",
                "published_at",
                "withdrawn_at",
                "withdrawal_reason",
                "corrected",
            ]
        )

    @property
    def source_text(self) -> str:
        """The part of the source that this item was read from; the rest may be another item's."""
        return self.source.text[self.start : self.end]

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the discussion, in order."""
        return paragraphs_in(self.minutes)

    @property
    def questions(self) -> list[tuple[int, str]]:
        """What members asked, in the words of the minutes, with the paragraph's number."""
        asked = ((n, question_in(text)) for n, text in enumerate(self.paragraphs, start=1))
        return [(number, question) for number, question in asked if question]


class OfItem(Extracted):
    """A part of an agenda item, in the order of the source.

    `position` is given once and never changed: permalinks are made of it.
    """

    position = models.PositiveSmallIntegerField(editable=False)

    objects = OfItemQuerySet.as_manager()

    class Meta(Extracted.Meta):
        abstract = True
        ordering = ["item", "position"]
        constraints = [
            *Extracted.Meta.constraints,
            # Looked at when a transaction ends, so that parts can change places within it.
            models.UniqueConstraint(
                fields=["item", "position"],
                name="one_%(class)s_a_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def save(self, *args, **kwargs) -> None:
        if self.position is None:
            last = (
                type(self).objects.filter(item=self.item).aggregate(m=models.Max("position"))["m"]
            )
            self.position = (last or 0) + 1
        super().save(*args, **kwargs)

    @property
    def anchor(self) -> str:
        """The part of the item page's address that leads here: "resolution-2"."""
        return f"{self._meta.model_name}-{self.position}"

    def get_absolute_url(self) -> str:
        return f"{self.item.get_absolute_url()}#{self.anchor}"


class Point(OfItem):
    """A numbered statement with its sub-points."""

    number = models.CharField(blank=True, help_text="As printed, without brackets or dots.")
    text = models.TextField()
    sub_points = ArrayField(
        models.TextField(), default=list, blank=True, help_text="One sub-point a line."
    )
    words = SearchVectorField(
        null=True, editable=False, help_text="Text and sub-points, kept by the database."
    )

    class Meta(OfItem.Meta):
        abstract = True
        indexes = [GinIndex("words", name="%(class)s_words")]

    def __str__(self) -> str:
        return f"({self.number}) {self.text}" if self.number else self.text


class Recommendation(Point):
    """What officers proposed that members decide."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="recommendations")
    outcome = models.CharField(
        "what became of it", max_length=12, choices=RecommendationOutcome, blank=True
    )
    outcome_confirmed = models.BooleanField(
        "that it was not taken up is confirmed",
        default=False,
        help_text="Tick when no resolution answers it. Nothing changes that but an officer.",
    )

    objects = RecommendationQuerySet.as_manager()
    history = History(excluded_fields=["words"])

    class Meta(Point.Meta):
        indexes = [
            *Point.Meta.indexes,
            models.Index("outcome", name="recommendation_outcome"),
            models.Index(fields=["item"], include=["outcome"], name="recommendation_item_outcome"),
            models.Index(
                "item",
                name="recommendation_to_confirm",
                condition=Q(outcome_confirmed=False, outcome__in=["not_taken_up", "unmatched"]),
            ),
        ]


class Resolution(Point):
    """What members decided."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="resolutions")
    outcome = models.CharField(
        "set beside the recommendations", max_length=12, choices=ResolutionOutcome, blank=True
    )
    outcome_confirmed = models.BooleanField(
        "comparison is confirmed",
        default=False,
        help_text="Tick when the recommendations it answers, and how, are right. "
        "Nothing changes that any more but an officer.",
    )
    recommendations = models.ManyToManyField(
        Recommendation, through="agenda.Answer", related_name="resolutions", blank=True
    )

    objects = ResolutionQuerySet.as_manager()
    history = History(excluded_fields=["words"])

    class Meta(Point.Meta):
        indexes = [
            *Point.Meta.indexes,
            models.Index("outcome", name="resolution_outcome"),
            models.Index(fields=["item"], include=["outcome"], name="resolution_item_outcome"),
            models.Index(
                "item",
                name="resolution_to_confirm",
                condition=Q(outcome_confirmed=False) & ~Q(outcome=""),
            ),
        ]


class Report(OfItem):
    """A paper before the meeting, such as Document "Q"."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="reports")
    reference = models.CharField(
        "document letter", max_length=20, blank=True, help_text="The letters alone: Q, or AB."
    )
    submitted_by = models.CharField(blank=True)
    not_for_publication = models.BooleanField(default=False)
    reason = models.TextField("reason it is withheld", blank=True)

    history = History()

    class Meta(OfItem.Meta):
        indexes = [models.Index("reference", name="report_reference")]

    def __str__(self) -> str:
        return name_of_report(self.reference)


class Appendix(Extracted):
    """An appendix of a report."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="appendices")
    reference = models.CharField(max_length=20, help_text="The letter or number alone: C, or 1.")
    not_for_publication = models.BooleanField(default=False)
    reason = models.TextField("reason it is withheld", blank=True)

    history = History()

    class Meta(Extracted.Meta):
        ordering = ["report", "pk"]
        verbose_name_plural = "appendices"

    def __str__(self) -> str:
        return f"Appendix {self.reference}"

    @property
    def item(self) -> AgendaItem:
        return self.report.item


class Post(Slugged):
    """An office that actions are given to, such as the City Solicitor.

    The same post is printed with and without a comma, with straight and curly apostrophes;
    its slug is the same for all of these, and tells posts apart.
    """

    name = models.CharField()

    objects = PostQuerySet.as_manager()
    history = History()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agenda:owner", args=[self.slug])

    @classmethod
    def named(cls, name: str) -> Self:
        """The post of this name in any of its spellings, made if it is new."""
        return cls.objects.named(name) or cls.add(name)

    @classmethod
    def add(cls, name: str) -> Self:
        """Store a post whose name, in any of its spellings, no other has or had."""
        return cls(name=name, slug=slug_of(name)).stored_as_read()


class PrintedOwner(NamedTuple):
    """An owner of an action in the words of its source."""

    words: str
    post: Post


def printed_owners(names: Sequence[str], posts: Iterable[Post]) -> list[PrintedOwner]:
    """These posts in the order of the names that the source prints; those not printed last."""
    by_slug = {slug: post for post in posts for slug in post.slugs}
    printed = [(name, by_slug.get(slug_of(name))) for name in names]
    named = [PrintedOwner(words, post) for words, post in printed if post]
    added = set(by_slug.values()) - {owner.post for owner in named}
    return named + [PrintedOwner(post.name, post) for post in sorted(added, key=str)]


class Action(RegisterEntry, OfItem):
    """Something that posts must do after the meeting."""

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        IN_PROGRESS = "in_progress", "In progress"
        DONE = "done", "Done"
        OVERTAKEN = "overtaken", "Overtaken by events"

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="actions")
    owners = models.ManyToManyField(Post, blank=True, related_name="actions")
    owner_names = ArrayField(
        models.TextField(),
        default=list,
        editable=False,
        help_text="The owners as the source prints them, in its order.",
    )
    note = models.TextField(blank=True, help_text="What stands in brackets behind the owners.")
    resolutions = models.ManyToManyField(
        Resolution,
        blank=True,
        related_name="actions",
        help_text="Only the resolutions that the source names.",
    )
    referral = models.CharField(
        "referred to (as printed)", blank=True, help_text="The committee’s name."
    )
    referred_to = models.ForeignKey(
        Committee,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="referred_actions",
        help_text="The same committee, where the portal has it.",
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    status_since = models.DateField(
        "since", null=True, blank=True, help_text="The day from which the status holds."
    )
    progress = models.TextField(
        "progress note", blank=True, help_text="What has been done. Anybody may read it."
    )
    due_on = models.DateField(
        "due", null=True, blank=True, help_text="Leave it empty where nothing tells the date."
    )
    due_phrase = models.TextField(
        "words that tell when it is due",
        blank=True,
        help_text="As printed in the action or in the resolution it names.",
    )
    due_place = models.CharField(
        "where these words stand", max_length=5, choices=DuePlace, blank=True, editable=False
    )
    due_reckoning = models.CharField(
        "how the date is known", max_length=13, choices=DueReckoning, blank=True, editable=False
    )
    due_confirmed = models.BooleanField(
        "due date is confirmed",
        default=False,
        help_text="Tick when the date is right. Reading the source again leaves it alone.",
    )

    objects = ActionQuerySet.as_manager()
    history = History(m2m_fields=[owners, resolutions])

    class Meta(OfItem.Meta):
        indexes = [
            models.Index("status", name="action_status"),
            models.Index("due_on", name="action_due"),
            models.Index(models.F("owner_names__0"), name="action_first_owner"),
            models.Index(
                "due_on",
                name="action_outstanding_due",
                condition=Q(status__in=["open", "in_progress"]),
            ),
        ]

    def __str__(self) -> str:
        return f"Action {self.position}: {self.note or 'no note'}"

    @cached_property
    def owners_as_printed(self) -> list[PrintedOwner]:
        """The owners in the order and the words of the source; those an officer added last."""
        return printed_owners(self.owner_names, self.owners.all())


class ContactOfficer(OfItem):
    """An officer whom the page names to ask, with the telephone number printed."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="contacts")
    name = models.CharField()
    phone = models.CharField(blank=True)

    history = History()

    def __str__(self) -> str:
        return f"{self.name}, {self.phone}" if self.phone else self.name


class ReadingWarning(models.Model):
    """Something the reader was unsure of; officers look at it and clear it, the public never sees it."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="warnings")
    code = models.SlugField(max_length=40)
    message = models.TextField()
    line = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    cleared = models.BooleanField(
        default=False, help_text="Tick when you have looked at it and the record is right."
    )

    class Meta:
        ordering = ["item", "line", "pk"]
        indexes = [
            models.Index("item", name="warning_to_review", condition=Q(cleared=False)),
        ]

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}"

    @property
    def passage(self) -> str:
        """The words of the source that the doubt is about."""
        return " ".join(self.item.source.text[self.start : self.end].split())


class Reference(models.Model):
    """Something an item's text names: a committee, a date, a document, an acronym, a post."""

    class Kind(models.TextChoices):
        COMMITTEE = "committee", "Committee"
        DATE = "date", "Date"
        PERIOD = "period", "Period"
        DOCUMENT = "document", "Document"
        ACRONYM = "acronym", "Acronym"
        POST = "post", "Post"

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="references")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField(help_text="As printed.")
    value = models.CharField(
        max_length=SLUG_LENGTH,
        help_text="The normal form: a committee’s or post’s slug, a date as 2016-10-06.",
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["item", "start", "pk"]
        indexes = [
            models.Index("kind", "value", name="reference_value"),
            models.Index(Lower("value"), name="reference_acronym", condition=Q(kind="acronym")),
        ]

    def __str__(self) -> str:
        return self.text


from agenda.search.tables import Acronym, KnownWord, SearchEntry  # noqa: E402, F401, I001
from agenda.exempt import ExemptText, Withdrawal, Withheld  # noqa: E402, F401
from agenda.expected_reports import ExpectedReport, Return  # noqa: E402, F401
from agenda.import_models import DraftDocument, ImportDraft  # noqa: E402, F401
from agenda.matters import Matter, MatterItem, Topic  # noqa: E402, F401
from agenda.outcomes import Answer  # noqa: E402, F401
from agenda.publication import Publication, PublicationChange  # noqa: E402, F401
