"""What was measured, beside what was aimed at: one table, and the same as JSON."""

import json
import math
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

HEADINGS = ("figure", "measured", "aim", "met")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; without an aim nothing is judged, without a value nothing was
    measured, and `name` says why."""

    name: str
    value: float | None
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None
    places: int = 1

    @property
    def measured(self) -> str:
        return "not measured" if self.value is None else self._shown(self.value, self.places)

    @property
    def aim(self) -> str:
        if self.at_most is not None:
            return f"≤ {self._shown(self.at_most, 0)}" if self.at_most else "0"
        return f"≥ {self._shown(self.at_least, 0)}" if self.at_least is not None else ""

    @property
    def met(self) -> bool | None:
        """By the value itself, not by what is left of it in the table."""
        if self.value is None or not self.aim:
            return None
        least = -math.inf if self.at_least is None else self.at_least
        return least <= self.value <= (math.inf if self.at_most is None else self.at_most)

    @property
    def row(self) -> tuple[str, str, str, str]:
        verdict = {True: "yes", False: "missed", None: ""}[self.met]
        return self.name, self.measured, self.aim, verdict

    def _shown(self, value: float, places: int) -> str:
        return f"{value:,.{places}f} {self.unit}".strip()

    def as_json(self) -> dict[str, Any]:
        value = None if self.value is None else round(self.value, 3)
        return {
            "name": self.name,
            "value": value,
            "unit": self.unit,
            "aim": self.aim,
            "met": self.met,
        }


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that so many of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def as_table(figures: Sequence[Figure]) -> str:
    rows = [HEADINGS, *(figure.row for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [
        f"{name:{widths[0]}}  {measured:>{widths[1]}}  {aim:>{widths[2]}}  {met}".rstrip()
        for name, measured, aim, met in rows
    ]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def as_json(figures: Sequence[Figure], items: int, details: dict[str, Any]) -> str:
    """The figures, what machine they are of, and the single measurements behind them."""
    written = {
        "items": items,
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "figures": [figure.as_json() for figure in figures],
        "details": details,
    }
    return json.dumps(written, indent=1, ensure_ascii=False)
