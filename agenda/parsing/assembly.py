"""Makes an item's records of what its reader found."""

from .actions import MOST_ACTIONS, read_actions
from .blocks import PointDraft
from .contacts import read_contacts
from .coverage import field_spans, unclaimed
from .document import (
    ParsedAction,
    ParsedAgendaItem,
    ParsedContact,
    ParsedParagraph,
    ParsedPoint,
    ParsedRecommendation,
    ParsedResolution,
    ParseWarning,
    Passage,
    Span,
)
from .doubts import Doubt, warn
from .draft import ItemDraft, Words
from .exempt import privacy_marks
from .inferred_titles import infer_title
from .item import ItemReader
from .kinds import refuse_too_many
from .lines import Line, line_passage, passage
from .motions import find_carried_motion
from .paragraphs import paragraph_kind
from .privacy import find_in_camera, told_passages
from .prose import find_told_decision
from .references import find_references
from .repeats import without_repeated_actions, without_repeats
from .reports import read_documents, read_reports
from .scrutiny import read_area
from .titles import read_title


def read_item(
    source: str,
    lines: list[Line],
    warnings: list[ParseWarning],
    navigation: list[Span],
    number: Passage | None = None,
) -> ParsedAgendaItem:
    """The item that marked `lines` hold; `warnings` and `navigation` are added to."""
    draft = ItemReader(lines).read()
    warnings.extend(draft.warnings)
    navigation.extend(Span(line.start, line.end) for line in draft.navigation)
    return _Assembly(source, lines, draft, warnings, number).item()


class _Assembly:
    def __init__(
        self,
        source: str,
        lines: list[Line],
        draft: ItemDraft,
        warnings: list[ParseWarning],
        number: Passage | None,
    ) -> None:
        self.source, self.lines, self.draft, self.warnings = source, lines, draft, warnings
        self.number = number
        self.start, self.end = lines[0].start, lines[-1].end

    def item(self) -> ParsedAgendaItem:
        source, draft = self.source, self.draft
        number, title = self._title()
        area = next((found for found in map(self._area, draft.areas) if found), None)
        background = self._passages(draft.background)
        minutes = tuple(
            ParsedParagraph(w, paragraph_kind(w.text)) for w in self._passages(draft.minutes)
        )
        recommendations = self._recommendations()
        resolutions, actions, contacts = self._resolutions(), self._actions(), self._contacts()
        said = list(background) or [paragraph.text for paragraph in minutes[:1]]
        documents = read_documents(source, self.start, self.end)
        private = privacy_marks(source, self.start, self.end)
        records = (*recommendations, *resolutions, *actions, *contacts)
        return ParsedAgendaItem(
            span=Span(self.start, self.end),
            number=number,
            title=title,
            inferred_title=self._inferred(title, said),
            background=background,
            reports=read_reports(source, self.start, self.end, said, documents, private),
            recommendations=recommendations,
            minutes=minutes,
            resolutions=resolutions,
            actions=actions,
            contacts=contacts,
            overview_and_scrutiny_area=area,
            in_camera=find_in_camera(source, told_passages(minutes, _texts(resolutions))),
            not_for_publication=private[0] if private else None,
            references=find_references(source, self.start, self.end, documents),
            other=self._other(field_spans((number, title, area, *background), records, minutes)),
        )

    def _recommendations(self) -> tuple[ParsedRecommendation, ...]:
        points = (point for block in self.draft.recommendations for point in block.points)
        return tuple(
            _point(self.source, p, ParsedRecommendation)
            for p in points
            if p.text_end > p.text_start
        )

    def _area(self, line: Line) -> Passage | None:
        return read_area(self.source, line)

    def _title(self) -> tuple[Passage | None, Passage | None]:
        if self.draft.title is None:
            return self.number, None
        own = self.number.text if self.number else None
        number, title = read_title(self.source, *self.draft.title, own)
        return self.number or number, title

    def _inferred(self, title: Passage | None, said: list[Passage]) -> Passage | None:
        if title is not None or not said:
            return None
        self.warnings.append(warn(Doubt.NO_TITLE, self.lines[0]))
        return infer_title(self.source, said[0])

    def _passages(self, words: list[Words]) -> tuple[Passage, ...]:
        return tuple(passage(self.source, w.start, w.end) for w in words)

    # Decisions

    def _resolutions(self) -> tuple[ParsedResolution, ...]:
        draft = self.draft
        points, repeated = without_repeats(self.source, draft.decided)
        self.warnings.extend(warn(Doubt.PRINTED_TWICE, point.line) for point in repeated)
        if not points:
            points = self._told_decisions()
        if draft.minutes and not points:
            self.warnings.append(warn(Doubt.NO_DECISION, draft.minutes[-1].last))
        self._warn_of_end(points)
        return tuple(
            _point(self.source, p, ParsedResolution) for p in points if p.text_end > p.text_start
        )

    def _told_decisions(self) -> list[PointDraft]:
        """What a vote or a sentence of the discussion decided, where nothing is headed "Resolved"."""
        doubt = Doubt.DECIDED_BY_MOTION
        block = find_carried_motion(self.draft.told)
        if block is None:
            doubt, block = Doubt.DECIDED_IN_PROSE, find_told_decision(self.draft.told)
        points = block.points if block else []
        self.warnings.extend(warn(doubt, point.line) for point in points[:1])
        return points

    def _warn_of_end(self, points: list[PointDraft]) -> None:
        """A text that stops within a sentence was cut off."""
        last = self.lines[-1]
        if points and points[-1].end == last.end and last.text[-1] not in ".;:!?)”’\"'":
            self.warnings.append(warn(Doubt.RESOLUTION_WITHOUT_END, last))

    def _actions(self) -> tuple[ParsedAction, ...]:
        found: list[tuple[int, ParsedAction]] = []
        for draft in self.draft.actions:
            actions = read_actions(self.source, draft.start, draft.end)
            if not actions:
                self.warnings.append(warn(Doubt.ACTION_WITHOUT_OWNER, draft.line))
            found.extend((draft.section, action) for action in actions)
            refuse_too_many(found, "actions", MOST_ACTIONS)
        return without_repeated_actions(found)

    def _contacts(self) -> tuple[ParsedContact, ...]:
        found: dict[tuple[str, str | None], ParsedContact] = {}
        lines: dict[str, Line] = {}
        for line in self.draft.contacts:
            lines.setdefault(line.text, line)
        for line in lines.values():
            for contact in read_contacts(self.source, line):
                phone = contact.phone.text if contact.phone else None
                found.setdefault((contact.name.text, phone), contact)
        return tuple(found.values())

    # Nothing is dropped

    def _other(self, taken: list[Span]) -> tuple[Passage, ...]:
        """Every line that no field holds."""
        taken += [Span(line.start, line.end) for line in self.draft.navigation]
        return tuple(map(line_passage, unclaimed(self.lines, taken)))


def _point(source: str, point: PointDraft, kind: type[ParsedPoint]) -> ParsedPoint:
    text = passage(source, point.text_start, point.text_end)
    subs = tuple(passage(source, a, b) for a, b in point.subs if b > a)
    return kind(point.number, text, subs, Span(point.start, max(point.end, point.text_end)))


def _texts(points: tuple[ParsedResolution, ...]) -> list[Passage]:
    return [words for point in points for words in (point.text, *point.sub_points)]
