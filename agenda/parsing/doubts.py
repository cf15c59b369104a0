"""The doubts the reader can have, each with its fixed code and what it tells a person."""

from enum import StrEnum

from .document import ParseWarning, Span
from .lines import Line


class Doubt(StrEnum):
    """A fixed code; its message says what a person should look at."""

    NO_TITLE = "no-title"
    NO_MINUTES_HEADING = "no-minutes-heading"
    NO_DECISION = "no-decision"
    NUMBERING_JUMPS = "numbering-jumps"
    ACTION_WITHOUT_OWNER = "action-without-owner"
    RESOLUTION_WITHOUT_END = "resolution-without-end"
    SEVERAL_RECOMMENDATION_BLOCKS = "several-recommendation-blocks"
    PRINTED_TWICE = "resolution-printed-twice"
    QUOTED_RESOLUTION = "quoted-resolution"
    DECIDED_BY_MOTION = "decided-by-motion"
    DECIDED_IN_PROSE = "decided-in-prose"
    DATE_NOT_OF_MEETING = "date-not-of-meeting"
    NO_COMMITTEE = "no-committee"
    NO_ITEMS = "no-items"

    @property
    def message(self) -> str:
        return _MESSAGES[self]


_MESSAGES = {
    Doubt.NO_TITLE: "No title is printed; words of the report stand for it.",
    Doubt.NO_MINUTES_HEADING: 'There is no heading "Minutes:"; the minutes were taken to start here.',
    Doubt.NO_DECISION: "The item was discussed but no decision was found.",
    Doubt.NUMBERING_JUMPS: "This number does not follow the one before it.",
    Doubt.ACTION_WITHOUT_OWNER: "This action names nobody.",
    Doubt.RESOLUTION_WITHOUT_END: "The text breaks off within this resolution.",
    Doubt.SEVERAL_RECOMMENDATION_BLOCKS: "Recommendations are printed in more than one place.",
    Doubt.PRINTED_TWICE: "This resolution is printed twice and was read once.",
    Doubt.QUOTED_RESOLUTION: "This quotes a resolution of another meeting.",
    Doubt.DECIDED_BY_MOTION: "This decision was read from a motion that was carried.",
    Doubt.DECIDED_IN_PROSE: "This decision was read from a sentence of the discussion.",
    Doubt.DATE_NOT_OF_MEETING: "The meeting's own date is not printed; this date is another one.",
    Doubt.NO_COMMITTEE: "The committee is not named.",
    Doubt.NO_ITEMS: "No items were found.",
}


def warn(doubt: Doubt, line: Line) -> ParseWarning:
    """A warning about a whole line."""
    return ParseWarning(doubt.value, doubt.message, line.number, Span(line.start, line.end))
