"""Searches made up from records, and whether the pages that answer them tell the truth."""

from datetime import date
from itertools import islice

import pytest
from django.test import Client

from agenda.bench.generator import generate
from agenda.bench.measures.datasette import address_of
from agenda.bench.measures.exactness import differences_of, errors_of
from agenda.bench.plain_sql import Expected, expected
from agenda.bench.searches import FILTERS, KINDS, Search, searches, two_sets
from agenda.bench.shown import Shown, shown_on
from agenda.models import AgendaItem, SearchEntry
from agenda.search import refresh

FIRST, PHRASE = (
    Search("several words", ("housing", "report"), filters=(("year", "2016"),)),
    Search("phrase", phrase="the council"),
)


@pytest.mark.django_db
def test_pages_show_what_plain_sql_counts_and_a_planted_difference_is_found():
    generate(100, 1, until=date(2026, 3, 31))
    refresh(AgendaItem.objects.all())
    measuring = the_second_of_two_sets_that_differ()
    answered = 0
    for search in measuring:
        page = shown_on(Client().get(search.address).text)
        checked, wrong = differences_of(search, page, expected(search))
        assert wrong == [], search
        answered += checked > 10
    assert answered > 5
    common = next(search for search in measuring if search.kind == "common word")
    should = expected(common)
    SearchEntry.objects.update(words="", plain="")
    page = shown_on(Client().get(common.address).text)
    _, wrong = differences_of(common, page, should)
    assert wrong[0] | {"what": "total", "shown": 0, "true": should.total} == wrong[0]
    assert len(wrong) == 1 + sum(map(len, should.facets.values()))


def the_second_of_two_sets_that_differ() -> list[Search]:
    tuning, measuring = two_sets(10)
    assert len({*tuning, *measuring}) == 20
    for search in measuring:
        assert bool(search.filters) == (search.kind in FILTERS)
        assert bool(search.phrase) == (search.kind == "phrase")
    kinds = [search.kind for search in islice(searches(5), 30)]
    assert kinds == [*KINDS] * 3
    assert list(islice(searches(5), 20)) == list(islice(searches(5), 20))
    assert list(islice(searches(5), 20)) != list(islice(searches(6), 20))
    return measuring


def test_an_address_asks_for_words_phrases_and_filters():
    assert FIRST.address == "/items/?q=housing+report&year=2016"
    assert PHRASE.address == "/items/?q=%22the+council%22"


def test_datasette_is_asked_for_the_same():
    dates = Search("dates", ("tree",), filters=(("held_from", "2010-01-02"), ("outcome", "agreed")))
    assert address_of(dates) == (
        "/bench/items.json?_search=tree&held_on__gte=2010-01-02&outcomes__arraycontains=agreed"
        "&_facet=committee&_facet=year&_size=20"
    )


PAGE = """<h2 id="results">{about}1,240 agenda items found, page 1 of 50</h2>
<label><input type="checkbox" name="year" value="2016"> 2016 <span class="number">({n})</span></label>"""


@pytest.mark.parametrize(
    ("about", "n", "expected"),
    [
        ("", "1,001", Shown(1240, False, {"year": {"2016": 1001}})),
        ("About ", "about 900", Shown(1240, True, {"year": {"2016": 900}}, frozenset({"year"}))),
    ],
)
def test_numbers_are_read_as_readers_see_them(about, n, expected):
    assert shown_on(PAGE.format(about=about, n=n)) == expected


def test_a_page_without_results_shows_none():
    assert shown_on("<h2 id='results'>No agenda items found</h2>") == Shown(0, False)


def test_a_choice_that_is_not_shown_is_a_difference():
    page = Shown(3, False, {"year": {"2016": 2}})
    should = Expected(3, {"year": {"2016": 3, "2017": 1}}, {"year": 4})
    checked, wrong = differences_of(FIRST, page, should)
    assert checked == 3
    assert [(each["value"], each["shown"], each["true"]) for each in wrong] == [
        ("2016", 2, 3),
        ("2017", 0, 1),
    ]


def test_estimates_are_no_differences_but_have_an_error():
    page = Shown(1010, True, {"year": {"2016": 480}}, frozenset({"year"}))
    should = Expected(1000, {"year": {"2016": 500}}, {"year": 2000})
    assert differences_of(FIRST, page, should) == (0, [])
    assert dict(errors_of(page, should)) == {"totals": [1.0], "choices": [1.0]}
