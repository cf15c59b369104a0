"""What an item's reader has found so far, before records are made of it."""

from dataclasses import dataclass, field
from enum import Enum, auto

from .blocks import Block
from .document import ParseWarning
from .lines import Line, LineKind
from .sentences import goes_on


class Part(Enum):
    AGENDA = auto()
    DECISION = auto()
    MINUTES = auto()


class Mode(Enum):
    """TEXT reads on, AFTER follows a decision, DOCUMENTS lists files, ASIDE gives reasons."""

    TEXT = auto()
    AFTER = auto()
    DOCUMENTS = auto()
    ASIDE = auto()


@dataclass(slots=True)
class Words:
    """Lines that belong together, as offsets of the source."""

    start: int
    end: int
    last: Line


@dataclass(slots=True)
class DecidedBlock:
    """Points decided under one heading; `discussed` says that minutes stand before it."""

    block: Block
    section: int
    discussed: bool


@dataclass(slots=True)
class DraftAction:
    """The words of an action: from `start` to `end` of the source, first on `line`."""

    line: Line
    start: int
    end: int
    section: int


@dataclass(slots=True)
class ItemDraft:
    """What was found, and in which part the next line stands.

    `section` counts the headings "Minutes:" and "Decision:" passed so far. `after` holds text
    behind a decision: discussion if another decision follows, otherwise of no field.
    """

    title: tuple[Line, Line] | None = None
    background: list[Words] = field(default_factory=list)
    recommendations: list[Block] = field(default_factory=list)
    minutes: list[Words] = field(default_factory=list)
    decision_text: list[Words] = field(default_factory=list)
    decided: list[DecidedBlock] = field(default_factory=list)
    actions: list[DraftAction] = field(default_factory=list)
    contacts: list[Line] = field(default_factory=list)
    areas: list[Line] = field(default_factory=list)
    navigation: list[Line] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)
    warnings: list[ParseWarning] = field(default_factory=list)
    part: Part = Part.AGENDA
    mode: Mode = Mode.TEXT
    section: int = 0
    after: list[Words] = field(default_factory=list)

    def enter(self, part: Part) -> None:
        """What follows stands in `part`."""
        self.part, self.mode, self.after = part, Mode.TEXT, []
        self.section += 1

    def leave(self, mode: Mode) -> None:
        """What follows is no more text of this part."""
        self.mode, self.after = mode, []

    def add(self, line: Line) -> None:
        """Adds a line to the text of its part."""
        if self.mode is Mode.AFTER:
            _append(self.after, line)
        elif self.part is Part.AGENDA:
            _append(self.background, line)
        else:
            _append(self.minutes if self.part is Part.MINUTES else self.decision_text, line)

    def decide(self, block: Block) -> None:
        """Adds what was decided; text behind an earlier decision was discussion."""
        if self.mode is Mode.AFTER and self.part is Part.MINUTES:
            self.minutes.extend(self.after)
        if block.points:
            self.decided.append(DecidedBlock(block, self.section, bool(self.minutes)))
        self.leave(Mode.AFTER)


def wraps(words: list[Words], line: Line) -> bool:
    """Whether a line goes on with the last of `words`."""
    return bool(words) and line.kind is LineKind.PROSE and goes_on(words[-1].last.text, line)


def _append(target: list[Words], line: Line) -> None:
    if wraps(target, line):
        target[-1].end, target[-1].last = line.end, line
    else:
        target.append(Words(line.start, line.end, line))
