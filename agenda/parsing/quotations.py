"""Tells another meeting's resolution, quoted here, from one of this meeting."""

from .lines import Line, LineKind
from .patterns import QUOTING, RESOLVED_AT_END

_QUOTES = "“”‘’'\""


def announces_quotation(line: Line) -> bool:
    """Whether a paragraph leads to a quotation: "At its meeting on 3 May Council had resolved:"."""
    return QUOTING.search(line.raw[-400:]) is not None


def is_quoted(line: Line) -> bool:
    """Whether a line below such a paragraph belongs to the quotation."""
    if line.kind is LineKind.POINT:
        return True
    return line.kind is LineKind.PROSE and (
        line.raw[0] in _QUOTES or line.raw.startswith(("That ", "that "))
    )


def ends_in_resolved(line: Line) -> bool:
    """Whether a paragraph ends in "it was resolved:" and reports no earlier decision."""
    tail = line.raw[-80:]
    return (
        tail[-1] in ":–—-"
        and RESOLVED_AT_END.search(tail) is not None
        and not announces_quotation(line)
    )
