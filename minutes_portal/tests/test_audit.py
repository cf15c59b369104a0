"""That `make audit` scores as Lighthouse does, and finds what is wrong. No page is timed here."""

from dataclasses import replace
from urllib.robotparser import RobotFileParser

import pytest

from minutes_portal.tests.audit import practice, search_engines
from minutes_portal.tests.page_checks import Sent
from minutes_portal.tests.scores import CURVES, performance, share
from minutes_portal.tests.slow_phone import Seen, measures, worst_second

FAST = {"FCP": 0, "SI": 0, "LCP": 0, "TBT": 0, "CLS": 0}


@pytest.mark.parametrize("name", CURVES)
def test_curves_pass_through_their_two_points_and_fall(name: str) -> None:
    curve = CURVES[name]
    assert curve.score(curve.p10) == pytest.approx(0.9, abs=1e-9)
    assert curve.score(curve.median) == pytest.approx(0.5, abs=1e-9)
    falling = [curve.score(curve.median * part / 10) for part in range(0, 40)]
    assert falling == sorted(falling, reverse=True)
    assert falling[0] == 1
    assert falling[-1] < 0.1


@pytest.mark.parametrize("name", CURVES)
def test_curves_are_as_far_from_the_median_on_both_sides(name: str) -> None:
    """By which a log-normal curve is told from any other through the two points."""
    curve = CURVES[name]
    for times in (1.1, 2, 5):
        below, above = curve.score(curve.median / times), curve.score(curve.median * times)
        assert below + above == pytest.approx(1, abs=1e-9)


def test_weights_make_a_hundred() -> None:
    assert performance(FAST) == 100
    assert performance({name: curve.p10 for name, curve in CURVES.items()}) == pytest.approx(90)
    assert performance(FAST | {"TBT": 600}) == pytest.approx(85)


def test_one_check_of_forty_that_fails_is_below_98() -> None:
    assert share([], 40) == 100
    assert share(["a"], 40) < 98


def test_blocking_time_counts_what_is_longer_than_50_ms_after_the_first_paint() -> None:
    tasks = [(100.0, 300.0), (450.0, 500.0), (2000.0, 60.0), (3000.0, 40.0)]
    noted = {"LCP": 900.0, "shifts": [], "tasks": tasks}
    assert measures(500.0, noted) == {"FCP": 500, "SI": 900, "LCP": 900, "TBT": 410, "CLS": 0}


def test_shifts_count_as_those_of_the_worst_moments_together() -> None:
    assert worst_second([]) == 0
    assert worst_second([(0, 0.1), (900, 0.1), (3000, 0.15)]) == pytest.approx(0.2)
    steady = [(at, 0.01) for at in range(0, 9000, 900)]
    assert worst_second(steady) == pytest.approx(0.06)


@pytest.fixture
def seen() -> Seen:
    body = b'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"></head></html>'
    sent = Sent("agenda:about", "http://testserver/about/", 200, {}, body)
    return Seen(sent, FAST, [])


@pytest.fixture
def robots() -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(["User-agent: *", "Disallow: /admin/", "Sitemap: http://testserver/sitemap.xml"])
    return parser


def test_what_the_browser_says_is_a_fault_but_not_that_a_page_is_missing(seen: Seen) -> None:
    expected = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    before, checks = practice(seen)
    assert practice(replace(seen, complaints=[expected])) == (before, checks)
    faults, _ = practice(replace(seen, complaints=["Refused to run a script"], wrong_shapes=1))
    assert len(faults) == len(before) + 2


def test_small_words_small_targets_and_closed_doors_are_faults(seen: Seen, robots) -> None:
    before, _ = search_engines(seen, robots)
    faults = search_engines(replace(seen, small_share=0.5, violations=["target-size: <a>"]), robots)
    assert len(faults[0]) == len(before) + 2
    closed = RobotFileParser()
    closed.parse(["User-agent: *", "Disallow: /"])
    assert len(search_engines(seen, closed)[0]) == len(before) + 1
