"""What an item's reader has found so far, before records are made of it."""

from dataclasses import dataclass, field
from enum import Enum, auto

from .document import ParseWarning
from .lines import Line
from .points import Block


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
    part: Part
    discussed: bool
    heading: Line


@dataclass(slots=True)
class ItemDraft:
    """What was found in an item before records are made of it."""

    title: tuple[Line, Line] | None = None
    background: list[Words] = field(default_factory=list)
    recommendations: list[Block] = field(default_factory=list)
    minutes: list[Words] = field(default_factory=list)
    decision_text: list[Words] = field(default_factory=list)
    decided: list[DecidedBlock] = field(default_factory=list)
    actions: list[tuple[Line, int, int, Part]] = field(default_factory=list)
    contacts: list[Line] = field(default_factory=list)
    areas: list[Line] = field(default_factory=list)
    navigation: list[Line] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)
    warnings: list[ParseWarning] = field(default_factory=list)
    minutes_heading: bool = False
