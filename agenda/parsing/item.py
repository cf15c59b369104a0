"""Reads one agenda item from its lines: what was to be said, proposed, discussed and decided.

The reader goes through the lines once and remembers in which part it is. Where the word
"Minutes:" was lost, the minutes start behind the contact line or the recommendations, where the
report sentence is told again in the past tense, or at a bracketed stage direction.
"""

import re

from .actions import action_label_end, goes_on_action, names_post
from .contacts import is_name_alone
from .doubts import Doubt, warn
from .draft import DecidedBlock, ItemDraft, Mode, Part, Words
from .headings import ends_in_resolved
from .lines import Line, LineKind
from .numbering import read_bare_marker, read_marker
from .patterns import QUOTING
from .points import Block, PointReader
from .sentences import goes_on
from .tense import is_past, is_retold
from .titles import continues_title, is_title

_BARE_HEADINGS = (
    LineKind.MINUTES,
    LineKind.DECISION,
    LineKind.RECOMMENDED,
    LineKind.ACTION,
    LineKind.REASONS,
)
_STAGE = re.compile(
    r"\b(?:Councillors?|Cllrs?|Chair|Chairman|Members?|Mayor)\b.*\b(?:in\s+the\s+Chair|left|declared|attended|disclosed|withdrew"
    r"|joined|arrived|spoke|took|presiding|was|were|abstained)\b",
    re.IGNORECASE,
)
_AGENDA_TAIL = re.compile(
    r"(?:Appendi(?:x|ces)|Report|Document|Please|To\s[a-z]|Copies|A\s+copy|\*)"
)
_THAT = re.compile(r"(?:That\s|To\s+(?:note|approve|agree|endorse)\b)")
_INVITED = re.compile(r"\b(?:is|are)\s+(?:invited|asked|requested|recommended)\s+to\b")
_BE = re.compile(r"\b(?:be|notes?|approves?|agrees?|is|are)\b")


class ItemReader:
    """Goes through an item's marked lines once; `read` gives the draft."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.draft = ItemDraft()
        self.part, self.mode = Part.AGENDA, Mode.TEXT
        self.tail_seen = self.quoting = False
        self.after: list[Words] = []
        self.has_resolved = any(line.kind is LineKind.RESOLVED for line in lines)
        self.retold_at = self.tail_at = -1

    def read(self) -> ItemDraft:
        index = self._read_title()
        heading = any(line.kind is LineKind.MINUTES for line in self.lines[index:])
        self.draft.minutes_heading = heading
        if not heading:
            self.retold_at = self._find_retold(index)
            self.tail_at = self._find_tail(index)
        while index < len(self.lines):
            index = self._STEPS[self.lines[index].kind](self, index)
        return self.draft

    # The title

    def _read_title(self) -> int:
        index = 0
        while index < len(self.lines) and self.lines[index].kind in (
            LineKind.NAVIGATION,
            LineKind.NOTE,
        ):
            if self.lines[index].kind is LineKind.NAVIGATION:
                self.draft.navigation.append(self.lines[index])
            index += 1
        if index == len(self.lines) or not self._starts_with_title(self.lines[index]):
            return index
        first = last = self.lines[index]
        index += 1
        while (
            index < len(self.lines)
            and continues_title(last, self.lines[index])
            and last.number - first.number < 6
        ):
            last = self.lines[index]
            index += 1
        self.draft.title = (first, last)
        return index

    def _starts_with_title(self, line: Line) -> bool:
        if line.kind in _BARE_HEADINGS:
            return line.raw[-1].isalpha() and len(self.lines) > 1
        return is_title(line)

    def _find_tail(self, index: int) -> int:
        """Where the recommendations or the contact stand above anything decided; -1 without."""
        for k in range(index, len(self.lines)):
            kind = self.lines[k].kind
            if kind in (LineKind.RESOLVED, LineKind.ACTION):
                return -1
            if kind in (LineKind.RECOMMENDED, LineKind.CONTACT, LineKind.AREA):
                return k
        return -1

    def _find_retold(self, index: int) -> int:
        """Where the first words of the item are told again with another verb; -1 without."""
        first = next(
            (k for k in range(index, len(self.lines)) if self.lines[k].kind is LineKind.PROSE), -1
        )
        if first < 0:
            return -1
        said = self.lines[first].text
        for k in range(first + 1, len(self.lines)):
            line = self.lines[k]
            if line.kind in (LineKind.RESOLVED, LineKind.ACTION):
                return -1
            if (
                line.kind is LineKind.PROSE
                and is_retold(said, line.text)
                and is_past(line.text) is not False
            ):
                return k
        return -1

    # Headings

    def _navigation(self, index: int) -> int:
        self.draft.navigation.append(self.lines[index])
        return index + 1

    def _documents(self, index: int) -> int:
        self.mode = Mode.DOCUMENTS
        return self._navigation(index)

    def _minutes(self, index: int) -> int:
        return self._enter(Part.MINUTES, index)

    def _decision(self, index: int) -> int:
        return self._enter(Part.DECISION, index)

    def _enter(self, part: Part, index: int) -> int:
        self.part, self.mode, self.quoting, self.after = part, Mode.TEXT, False, []
        return index + 1

    def _recommended(self, index: int) -> int:
        if self.part is not Part.AGENDA and not self.has_resolved:
            return self._resolved(index)
        if self.draft.recommendations:
            self.draft.warnings.append(warn(Doubt.SEVERAL_RECOMMENDATION_BLOCKS, self.lines[index]))
        block, index = self._read_block(index + 1)
        if self.part is Part.AGENDA or not self.draft.recommendations:
            self.draft.recommendations.append(block)
        if self.part is Part.AGENDA:
            self.tail_seen, self.mode = bool(block.points), Mode.TEXT
        return index

    def _resolved(self, index: int) -> int:
        heading = self.lines[index]
        self._start_minutes_at(heading)
        if self.mode is Mode.AFTER:
            self._take_discussion()
        block, index = self._read_block(index + 1)
        self._decide(block, heading)
        return index

    def _decide(self, block: Block, heading: Line) -> None:
        if block.points:
            self.draft.decided.append(
                DecidedBlock(block, self.part, bool(self.draft.minutes), heading)
            )
        self.mode, self.after = Mode.AFTER, []

    def _start_minutes_at(self, line: Line) -> None:
        """The agenda's part ends where something was decided, unless "Minutes:" is still to come."""
        if self._may_start_minutes():
            self._start_minutes(line)

    def _take_discussion(self) -> None:
        """What stands between two decisions was discussion."""
        if self.part is Part.MINUTES:
            self.draft.minutes.extend(self.after)
        self.after = []

    def _read_block(self, index: int) -> tuple[Block, int]:
        reader = PointReader()
        if index < len(self.lines) and self.lines[index].kind is LineKind.RECOMMENDED:
            index += 1
        while index < len(self.lines) and reader.takes(self.lines, index):
            if self.lines[index].kind is LineKind.NAVIGATION:
                self.draft.navigation.append(self.lines[index])
            index += 1
        self.draft.warnings.extend(
            warn(Doubt.NUMBERING_JUMPS, point.line) for point in reader.block.jumps
        )
        return reader.block, index

    # Lines with one fact each

    def _contact(self, index: int) -> int:
        self.draft.contacts.append(self.lines[index])
        self.tail_seen = self.tail_seen or self.part is Part.AGENDA
        return index + 1

    def _area(self, index: int) -> int:
        self.draft.areas.append(self.lines[index])
        self.tail_seen = self.tail_seen or self.part is Part.AGENDA
        return index + 1

    def _action(self, index: int) -> int:
        """An action with the lines that go on with it, and those of further owners below it."""
        line = self.lines[index]
        start = line.start + action_label_end(line.raw)
        index = self._finish_action(line, start, index + 1)
        while index < len(self.lines) and names_post(self.lines[index]):
            line = self.lines[index]
            index = self._finish_action(line, line.start, index + 1)
        self.mode, self.after = Mode.AFTER, []
        return index

    def _finish_action(self, line: Line, start: int, index: int) -> int:
        """Adds the action whose words start at `start`; returns the index behind its last line."""
        while index < len(self.lines) and goes_on_action(
            self.lines[index - 1], self.lines[index], start
        ):
            index += 1
        self.draft.actions.append((line, start, self.lines[index - 1].end, self.part))
        return index

    def _reasons(self, index: int) -> int:
        self.mode, self.after = Mode.ASIDE, []
        return index + 1

    def _note(self, index: int) -> int:
        return index + 1

    def _bracket(self, index: int) -> int:
        """A stage direction or a remark: part of the discussion, otherwise beside it."""
        line = self.lines[index]
        if (
            self.part is Part.AGENDA
            and is_name_alone(line.raw)
            and (self.draft.background or self.tail_seen)
        ):
            return self._contact(index)
        staged = line.kind is LineKind.STAGE or _STAGE.search(line.raw[:300]) is not None
        if self._may_start_minutes() and staged and (self.retold_at < index or self.tail_seen):
            self._start_minutes(line)
        if self.part is Part.MINUTES and self.mode is Mode.TEXT:
            self._add(self.draft.minutes, line)
        elif self.mode is Mode.AFTER:
            self._add(self.after, line)
        return index + 1

    def _may_start_minutes(self) -> bool:
        return self.part is Part.AGENDA and not self.draft.minutes_heading

    def _start_minutes(self, line: Line) -> None:
        self.part, self.mode = Part.MINUTES, Mode.TEXT
        self.draft.warnings.append(warn(Doubt.NO_MINUTES_HEADING, line))

    # Sentences

    def _text(self, index: int) -> int:
        line = self.lines[index]
        if self.mode is Mode.DOCUMENTS:
            if line.raw[-1] != "." or not is_past(line.text):
                return index + 1
            self.mode, self.tail_seen = Mode.TEXT, True
        if self._may_start_minutes() and self._starts_minutes(line, index):
            self._start_minutes(line)
        if self._proposes(line):
            return self._read_unheaded_recommendations(index)
        if self._decides(line):
            return self._read_unheaded(index)
        if self._lists_decisions(line):
            return self._read_unheaded(index)
        return self._add_text(line, index)

    def _starts_minutes(self, line: Line, index: int) -> bool:
        if self.tail_seen:
            return is_past(line.text) is True or not _AGENDA_TAIL.match(line.raw)
        if self.retold_at >= 0:
            return index >= self.retold_at
        if index < self.tail_at:
            return False
        return is_past(line.text) is True and not self._wraps(self.draft.background, line)

    def _wraps(self, words: list[Words], line: Line) -> bool:
        return bool(words) and line.kind is LineKind.PROSE and goes_on(words[-1].last.text, line)

    def _read_unheaded_recommendations(self, index: int) -> int:
        """Points "That … be …" above the contact line, where the word "Recommended" was lost."""
        block, after = self._read_block(index)
        self.draft.recommendations.append(block)
        self.tail_seen = True
        return max(after, index + 1)

    def _proposes(self, line: Line) -> bool:
        """Whether a line is a recommendation although the word "Recommended" was lost."""
        if self.part is not Part.AGENDA or self.mode is not Mode.TEXT or self.tail_seen:
            return False
        return not self.quoting and _is_proposal(line)

    def _decides(self, line: Line) -> bool:
        """Whether a line is a decision although no "Resolved" stands anywhere in the item."""
        if self.part is Part.AGENDA or self.mode is not Mode.TEXT or self.has_resolved:
            return False
        return not self.quoting and _is_decision(line)

    def _lists_decisions(self, line: Line) -> bool:
        """Numbers right under "Decision:" are decided, whatever their words."""
        if self.part is not Part.DECISION or self.mode is not Mode.TEXT or self.has_resolved:
            return False
        marker = read_marker(line.raw) if line.kind is LineKind.POINT else None
        return marker is not None and any(r.number and r.ordinal == 1 for r in marker.readings)

    def _read_unheaded(self, index: int) -> int:
        block, after = self._read_block(index)
        self._decide(block, self.lines[index])
        return max(after, index + 1)

    def _add_text(self, line: Line, index: int) -> int:
        if self.mode in (Mode.AFTER, Mode.ASIDE):
            if self.mode is Mode.AFTER:
                self._add(self.after, line)
            return self._end_paragraph(line, index)
        target = {
            Part.AGENDA: self.draft.background,
            Part.DECISION: self.draft.decision_text,
            Part.MINUTES: self.draft.minutes,
        }[self.part]
        self._add(target, line)
        if self.part is Part.MINUTES:
            self.draft.told.append(line)
        return self._end_paragraph(line, index)

    def _end_paragraph(self, line: Line, index: int) -> int:
        """A paragraph may end in "it was resolved:" or announce words quoted from elsewhere."""
        if line.raw[-1] in ":;–—-":
            if QUOTING.search(line.raw[-400:]):
                self.quoting = True
                return self._pass_quotation(index + 1)
            if (
                self.part is not Part.AGENDA
                and ends_in_resolved(line)
                and not self._heading_follows(index)
            ):
                return self._resolved_below(index)
        return index + 1

    def _heading_follows(self, index: int) -> bool:
        return index + 1 < len(self.lines) and self.lines[index + 1].kind is LineKind.RESOLVED

    def _resolved_below(self, index: int) -> int:
        self.has_resolved = True
        if self.mode is Mode.AFTER:
            self._take_discussion()
        block, after = self._read_block(index + 1)
        self._decide(block, self.lines[index])
        return after

    def _pass_quotation(self, index: int) -> int:
        """Quoted points are part of what surrounds them, not decided here."""
        self.draft.warnings.append(warn(Doubt.QUOTED_RESOLUTION, self.lines[index - 1]))
        while index < len(self.lines) and self._is_quoted(self.lines[index]):
            target = self.draft.minutes if self.part is Part.MINUTES else self.draft.background
            self._add(self.after if self.mode is Mode.AFTER else target, self.lines[index])
            index += 1
        self.quoting = False
        return index

    def _is_quoted(self, line: Line) -> bool:
        if line.kind is LineKind.POINT:
            return True
        return line.kind is LineKind.PROSE and (
            line.raw[0] in "“”‘’'\"" or line.raw.startswith(("That ", "that "))
        )

    def _add(self, target: list[Words], line: Line) -> None:
        if line.kind is LineKind.PROSE and self._wraps(target, line):
            target[-1].end, target[-1].last = line.end, line
        else:
            target.append(Words(line.start, line.end, line))

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


def _is_decision(line: Line) -> bool:
    """Whether a line is worded like a decision: "1 That the report be noted"."""
    start = _words_start(line)
    return (
        _THAT.match(line.raw, start) is not None
        and (start > 0 or _BE.search(line.raw, 0, 300) is not None)
        and is_past(line.text[:200]) is not True
    )


def _is_proposal(line: Line) -> bool:
    """Whether a line of the agenda is worded like a recommendation."""
    start = _words_start(line)
    if line.raw.startswith("That ", start):
        return is_past(line.text[:200]) is not True
    return start > 0 and _INVITED.search(line.raw, start, start + 200) is not None


def _words_start(line: Line) -> int:
    """Where the words of a line begin behind its number."""
    marker = read_marker(line.raw) if line.kind is LineKind.POINT else read_bare_marker(line.raw)
    return marker.end if marker else 0
