"""Lighthouse's scores from what was measured: curves and weights of version 12, for phones.

Each measure has two points: the value that scores 0.9 (`p10`) and the one that scores 0.5
(`median`), with a log-normal curve through them. They stand in Lighthouse's own code, in
core/audits/metrics/*.js under "mobile", the curve in shared/statistics.js (getLogNormalScore), the
weights in core/config/default-config.js; https://developer.chrome.com/docs/lighthouse/performance/performance-scoring
explains them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from math import erfc, log
from statistics import NormalDist

# erfc of this is one fifth; where the curve passes its p10.
ONE_FIFTH = -NormalDist().inv_cdf(0.1) / 2**0.5


@dataclass(frozen=True, slots=True)
class Curve:
    weight: int
    p10: float
    median: float

    def score(self, value: float) -> float:
        """From 0 to 1; rounding takes no value over or under the points it passes through."""
        if value <= 0:
            return 1.0
        place = log(value / self.median) * ONE_FIFTH / -log(self.p10 / self.median)
        found = erfc(place) / 2
        if value <= self.p10:
            return max(0.9, found)
        return max(0.5, found) if value <= self.median else found


# Times in milliseconds. A page that shifts loses most by it.
CURVES = {
    "FCP": Curve(10, 1800, 3000),
    "SI": Curve(10, 3387, 5800),
    "LCP": Curve(25, 2500, 4000),
    "TBT": Curve(30, 200, 600),
    "CLS": Curve(25, 0.1, 0.25),
}


def performance(measured: dict[str, float]) -> float:
    """Of a hundred."""
    return sum(curve.weight * curve.score(measured[name]) for name, curve in CURVES.items())


def share(failed: Collection[object], checks: int) -> float:
    """How many of a hundred checks hold. Each counts the same: one of twenty that fails is seen."""
    return 100 * (checks - len(failed)) / checks
