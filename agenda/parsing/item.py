"""Reads one agenda item from its lines: what was to be said, proposed, discussed and decided.

The reader goes through the lines once; the draft remembers in which part the next one stands.
"""

from .actions import action_label_end, goes_on_action, names_post
from .blocks import Block
from .contacts import is_name_alone
from .doubts import Doubt, warn
from .draft import DraftAction, ItemDraft, Mode, Part, wraps
from .lines import Line, LineKind
from .minutes_start import MinutesStart
from .numbering import read_marker
from .placing import goes_on_list
from .points import PointReader
from .quotations import announces_quotation, ends_in_resolved, is_quoted
from .tense import is_past
from .titles import find_title
from .unheaded import heads_points, heads_points_in_minutes, is_decision, is_proposal, opens_list


class ItemReader:
    """Goes through an item's marked lines once; `read` gives the draft."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.draft = ItemDraft()
        self.last_numbered: Line | None = None
        self.has_resolved = any(line.kind is LineKind.RESOLVED for line in lines)
        self.has_resolved = self.has_resolved or heads_points_in_minutes(lines)

    def read(self) -> ItemDraft:
        self.draft.title, index = find_title(self.lines)
        first = self.draft.title[0] if self.draft.title else None
        above = self.lines[: index if first is None else self.lines.index(first)]
        self.draft.navigation += [line for line in above if line.kind is LineKind.NAVIGATION]
        self.start = MinutesStart(self.lines, index)
        while index < len(self.lines):
            index = self._STEPS[self.lines[index].kind](self, index)
        return self.draft

    # Headings

    def _navigation(self, index: int) -> int:
        self.draft.navigation.append(self.lines[index])
        return index + 1

    def _documents(self, index: int) -> int:
        self.draft.mode = Mode.DOCUMENTS
        return self._navigation(index)

    def _minutes(self, index: int) -> int:
        self.draft.enter(Part.MINUTES)
        return index + 1

    def _decision(self, index: int) -> int:
        """Its own part of the page, or what stands for "Resolved" within the minutes."""
        if self.draft.part is Part.MINUTES and heads_points(self.lines, index):
            return self._resolved(index)
        self.draft.enter(Part.DECISION)
        return index + 1

    def _reasons(self, index: int) -> int:
        self.draft.leave(Mode.ASIDE)
        return index + 1

    def _note(self, index: int) -> int:
        return index + 1

    # Points under a heading, and points whose heading was lost

    def _recommended(self, index: int) -> int:
        draft = self.draft
        if draft.part is not Part.AGENDA and not self.has_resolved:
            return self._resolved(index)
        if draft.recommendations:
            draft.warnings.append(warn(Doubt.SEVERAL_RECOMMENDATION_BLOCKS, self.lines[index]))
        block, index = self._read_block(index + 1)
        if draft.part is Part.AGENDA or not draft.recommendations:
            draft.recommendations.append(block)
        if draft.part is Part.AGENDA:
            self.start.tail_seen, draft.mode = bool(block.points), Mode.TEXT
        return index

    def _resolved(self, index: int) -> int:
        if self.draft.part is Part.AGENDA and not self.start.is_headed:
            self._start_minutes(self.lines[index])
        return self._decide(index + 1)

    def _decide(self, index: int) -> int:
        """Reads what was decided from the line at `index` on."""
        block, after = self._read_block(index)
        self.draft.decide(block)
        return after

    def _propose(self, index: int) -> int:
        """Reads what was proposed from the line at `index` on, without a heading above it."""
        block, after = self._read_block(index)
        self.draft.recommendations.append(block)
        self.start.tail_seen = True
        return after

    def _read_block(self, index: int) -> tuple[Block, int]:
        reader = PointReader(self.last_numbered)
        if index < len(self.lines) and self.lines[index].kind is LineKind.RECOMMENDED:
            index += 1
        return reader.block, self._read_points(reader, index)

    def _read_points(self, reader: PointReader, index: int) -> int:
        """Gives the reader its lines; returns the index of the first it does not take."""
        known = len(reader.block.jumps)
        while index < len(self.lines) and reader.takes(self.lines, index):
            if self.lines[index].kind is LineKind.NAVIGATION:
                self.draft.navigation.append(self.lines[index])
            index += 1
        jumps = (warn(Doubt.NUMBERING_JUMPS, point.line) for point in reader.block.jumps[known:])
        self.draft.warnings.extend(jumps)
        return index

    # Lines with one fact each

    def _contact(self, index: int) -> int:
        self.draft.contacts.append(self.lines[index])
        return self._end_agenda(index)

    def _area(self, index: int) -> int:
        self.draft.areas.append(self.lines[index])
        return self._end_agenda(index)

    def _end_agenda(self, index: int) -> int:
        self.start.tail_seen = self.start.tail_seen or self.draft.part is Part.AGENDA
        return index + 1

    def _action(self, index: int) -> int:
        """An action with the lines that go on with it, and those of further owners below it."""
        line = self.lines[index]
        index = self._finish_action(line, line.start + action_label_end(line.raw), index + 1)
        while index < len(self.lines) and names_post(self.lines[index]):
            line = self.lines[index]
            index = self._finish_action(line, line.start, index + 1)
        self.draft.leave(Mode.AFTER)
        return self._go_on_deciding(index)

    def _go_on_deciding(self, index: int) -> int:
        """An action may stand below its own point: "(2)" behind it goes on with the list of "(1)".

        So does another "That …" where the points have no numbers.
        """
        decided = self.draft.decided[-1:]
        if not decided or decided[0].section != self.draft.section or index >= len(self.lines):
            return index
        block, line = decided[0].block, self.lines[index]
        if line.kind is LineKind.PROSE:
            return self._decide(index) if is_decision(line) else index
        marker = read_marker(line.raw) if line.kind is LineKind.POINT else None
        if marker is None or not (goes_on_list(block, marker) or is_decision(line)):
            return index
        return self._read_points(PointReader(self.last_numbered, block), index)

    def _finish_action(self, line: Line, start: int, index: int) -> int:
        """Adds the action whose words start at `start`; returns the index behind its last line."""
        lines = self.lines
        while index < len(lines) and goes_on_action(lines[index - 1], lines[index], start):
            index += 1
        end = lines[index - 1].end
        self.draft.actions.append(DraftAction(line, start, end, self.draft.section))
        return index

    def _bracket(self, index: int) -> int:
        """A stage direction or a remark: part of the discussion, otherwise beside it."""
        line, draft = self.lines[index], self.draft
        if self._names_contact(line):
            return self._contact(index)
        if self._may_start_minutes() and self.start.is_staged_at(index, line):
            self._start_minutes(line)
        if draft.mode is Mode.AFTER or (draft.part is Part.MINUTES and draft.mode is Mode.TEXT):
            draft.add(line)
        return index + 1

    def _names_contact(self, line: Line) -> bool:
        """Whether brackets below the agenda's text hold nothing but names."""
        if self.draft.part is not Part.AGENDA or not is_name_alone(line.raw):
            return False
        return bool(self.draft.background) or self.start.tail_seen

    # Sentences

    def _text(self, index: int) -> int:
        line = self.lines[index]
        if self.draft.mode is Mode.DOCUMENTS:
            if line.raw[-1] != "." or not is_past(line.text):
                return index + 1
            self.draft.mode, self.start.tail_seen = Mode.TEXT, True
        if self._may_start_minutes() and self._is_first_of_minutes(index):
            self._start_minutes(line)
        if self._proposes(line):
            return max(self._propose(index), index + 1)
        if self._decides(line):
            return max(self._decide(index), index + 1)
        return self._discuss(line, index)

    def _may_start_minutes(self) -> bool:
        """Without the heading, minutes start behind the agenda's text or the decision's points."""
        draft = self.draft
        if self.start.is_headed or draft.part is Part.MINUTES:
            return False
        return draft.part is Part.AGENDA or draft.mode is Mode.AFTER

    def _is_first_of_minutes(self, index: int) -> bool:
        line = self.lines[index]
        if self.draft.part is Part.DECISION:
            return is_past(line.text) is True
        if not self.start.is_at(index, line):
            return False
        return self.start.is_marked or not wraps(self.draft.background, line)

    def _start_minutes(self, line: Line) -> None:
        self.draft.enter(Part.MINUTES)
        self.draft.warnings.append(warn(Doubt.NO_MINUTES_HEADING, line))

    def _proposes(self, line: Line) -> bool:
        """Whether a line is a recommendation although the word "Recommended" was lost."""
        draft = self.draft
        if draft.part is not Part.AGENDA or draft.mode is not Mode.TEXT:
            return False
        return not self.start.tail_seen and is_proposal(line)

    def _decides(self, line: Line) -> bool:
        """Whether a line is a decision although no "Resolved" stands anywhere in the item."""
        draft = self.draft
        if draft.part is Part.AGENDA or draft.mode is not Mode.TEXT or self.has_resolved:
            return False
        return is_decision(line) or (draft.part is Part.DECISION and opens_list(line))

    def _discuss(self, line: Line, index: int) -> int:
        """A sentence; it may end in "it was resolved:" or announce words quoted from elsewhere."""
        draft = self.draft
        if draft.mode is not Mode.ASIDE:
            draft.add(line)
        if line.kind is LineKind.POINT and draft.part is Part.MINUTES:
            self.last_numbered = line
        if draft.part is Part.MINUTES and draft.mode is Mode.TEXT:
            draft.told.append(line)
        if line.raw[-1] not in ":;–—-":
            return index + 1
        if announces_quotation(line):
            return self._pass_quotation(index + 1)
        return self._resolved_below(index) if self._leads_to_points(index) else index + 1

    def _leads_to_points(self, index: int) -> bool:
        if self.draft.part is Part.AGENDA or not ends_in_resolved(self.lines[index]):
            return False
        below = self.lines[index + 1] if index + 1 < len(self.lines) else None
        return below is None or below.kind is not LineKind.RESOLVED

    def _resolved_below(self, index: int) -> int:
        self.has_resolved = True
        return self._decide(index + 1)

    def _pass_quotation(self, index: int) -> int:
        """Quoted points are part of what surrounds them, not decided here."""
        self.draft.warnings.append(warn(Doubt.QUOTED_RESOLUTION, self.lines[index - 1]))
        while index < len(self.lines) and is_quoted(self.lines[index]):
            if self.draft.mode is not Mode.ASIDE:
                self.draft.add(self.lines[index])
            index += 1
        return index

    _STEPS = {
        LineKind.PROSE: _text,
        LineKind.POINT: _text,
        LineKind.NAVIGATION: _navigation,
        LineKind.DOCUMENTS: _documents,
        LineKind.MINUTES: _minutes,
        LineKind.DECISION: _decision,
        LineKind.RECOMMENDED: _recommended,
        LineKind.RESOLVED: _resolved,
        LineKind.ACTION: _action,
        LineKind.CONTACT: _contact,
        LineKind.AREA: _area,
        LineKind.REASONS: _reasons,
        LineKind.NOTE: _note,
        LineKind.BRACKET: _bracket,
        LineKind.STAGE: _bracket,
    }
