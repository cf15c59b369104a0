"""What the reader found in a source text: frozen records, each with the place where it was read.

Every `Span` counts characters (code points) of the stored source text. The promise of this
module is kept by the parser: for any `Passage`, cutting the source at its span and collapsing
the white space gives exactly its text.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """The characters from `start` up to, not including, `end` of the source text."""

    start: int
    end: int


class Passage(NamedTuple):
    """Words of the source, with white space collapsed, and where they stand."""

    text: str
    span: Span


class PageKind(StrEnum):
    AGENDA_ITEM = "agenda_item"
    MEETING = "meeting"
    ISSUE = "issue"
    DECISIONS = "decisions"


class ParagraphKind(StrEnum):
    """What a paragraph of the discussion is, where its wording is fixed enough to tell."""

    QUESTION = "question"
    ANSWER = "answer"
    STATEMENT = "statement"
    OTHER = "other"


class ReferenceKind(StrEnum):
    COMMITTEE = "committee"
    DATE = "date"
    PERIOD = "period"
    DOCUMENT = "document"
    ACRONYM = "acronym"
    POST = "post"


@dataclass(frozen=True, slots=True)
class ParsedPoint:
    """One numbered (or the only) point of a list; `span` covers its number and its sub-points too."""

    number: str | None
    text: Passage
    sub_points: tuple[Passage, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedRecommendation(ParsedPoint):
    """What officers proposed."""


@dataclass(frozen=True, slots=True)
class ParsedResolution(ParsedPoint):
    """What members decided."""


@dataclass(frozen=True, slots=True)
class ParsedAction:
    """Who must act: posts as printed, the note in brackets, and what the note says.

    `resolution_numbers` are the numbers the note names ("Resolution 3" gives "3"), empty where
    it names none. `referred_to` is the committee a "referral to …" names.
    """

    owners: tuple[Passage, ...]
    note: Passage | None
    resolution_numbers: tuple[str, ...]
    referred_to: Passage | None
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedContact:
    """An officer to ask, with the telephone number as printed."""

    name: Passage
    phone: Passage | None
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedAppendix:
    """A report's appendix; `reference` is its letter or number ("C" of "Appendix C")."""

    reference: Passage
    not_for_publication: bool
    reason: Passage | None
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedReport:
    """A report to the meeting; `reference` is the letter of 'Document "Q"', where it has one."""

    reference: Passage | None
    submitted_by: Passage | None
    not_for_publication: bool
    reason: Passage | None
    appendices: tuple[ParsedAppendix, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedParagraph:
    """A paragraph of the discussion."""

    text: Passage
    kind: ParagraphKind = ParagraphKind.OTHER


@dataclass(frozen=True, slots=True)
class Reference:
    """Something the text names. `value` is its normal form: a date as YYYY-MM-DD (or YYYY-MM, or
    --MM for a month without its year), a period without its "in", a document's letter, an
    acronym's expansion; otherwise the words themselves."""

    kind: ReferenceKind
    text: Passage
    value: str


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """What the reader was unsure of. `code` is a short fixed word for it, `line` counts from 1."""

    code: str
    message: str
    line: int
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedAgendaItem:
    """One item: what the report was to say, what was proposed, discussed and decided.

    `title` is the printed one or None; then `inferred_title` holds words of the report that can
    stand for it. `other` holds lines that belong to the item and to none of its fields:
    headings, stage directions, notes.
    """

    span: Span
    number: Passage | None = None
    title: Passage | None = None
    inferred_title: Passage | None = None
    background: tuple[Passage, ...] = ()
    reports: tuple[ParsedReport, ...] = ()
    recommendations: tuple[ParsedRecommendation, ...] = ()
    minutes: tuple[ParsedParagraph, ...] = ()
    resolutions: tuple[ParsedResolution, ...] = ()
    actions: tuple[ParsedAction, ...] = ()
    contacts: tuple[ParsedContact, ...] = ()
    overview_and_scrutiny_area: Passage | None = None
    in_camera: Passage | None = None
    not_for_publication: Passage | None = None
    references: tuple[Reference, ...] = ()
    other: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A date and the words it was read from."""

    value: date
    text: Passage


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    """A whole meeting's page. `start_time` is as printed ("10.30 am")."""

    span: Span
    committee: Passage | None = None
    held_on: ParsedDate | None = None
    start_time: Passage | None = None
    venue: Passage | None = None
    contact_officers: tuple[Passage, ...] = ()
    items: tuple[ParsedAgendaItem, ...] = ()
    other: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedIssueMeeting:
    """One meeting at which an issue was considered, with the item as it was minuted there."""

    held_on: ParsedDate
    committee: Passage
    item: ParsedAgendaItem
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedIssue:
    """A matter over its meetings (ModernGov's "Issue - meetings")."""

    span: Span
    title: Passage | None = None
    meetings: tuple[ParsedIssueMeeting, ...] = ()
    other: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedDecision:
    """One entry of the register of decisions; its text is read like an agenda item's.

    It was made at the meeting of `made_at` on `met_on`, which is not always the day it stands under.
    """

    decided_on: ParsedDate | None
    title: Passage
    reference: Passage | None
    status: Passage | None
    decision_maker: Passage | None
    made_at: Passage | None
    met_on: ParsedDate | None
    published_on: ParsedDate | None
    effective_from: ParsedDate | None
    item: ParsedAgendaItem
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedDecisions:
    """The register of decisions."""

    span: Span
    decisions: tuple[ParsedDecision, ...] = ()
    other: tuple[Passage, ...] = ()


Page = ParsedAgendaItem | ParsedMeeting | ParsedIssue | ParsedDecisions


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """Everything read from one source text. `navigation` marks the web site's own lines."""

    page_kind: PageKind
    page: Page
    warnings: tuple[ParseWarning, ...] = ()
    navigation: tuple[Span, ...] = field(default=())
