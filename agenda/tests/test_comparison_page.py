"""Recommendation beside resolution: on the page of an item, and in the lists of points."""

import re

import pytest

from agenda.expected_reports import ExpectedReport, Return
from agenda.models import Answer, Recommendation, Resolution
from agenda.side_by_side import figures_in, side_by_side
from agenda.tests.builders import make_full_item, make_item
from agenda.tests.test_ingest import CSE_2016, SOUTH, ingest
from agenda.tests.test_pages import get, part, words_of
from agenda.tracking.recording import recompute
from agenda.whole_items import any_item

pytestmark = pytest.mark.django_db

REVIEW_2021 = "001_5266b545d037e242.txt"


def published(name: str):
    return ingest(name, publish=True).items[0]


def compared(recommendations: tuple, resolutions: tuple, **fields):
    item = make_item(recommendations=recommendations, resolutions=resolutions, **fields)
    recompute([item])
    return item


def pairs(item) -> list[tuple[str, str]]:
    """The numbers that stand side by side, row by row."""
    shown = any_item(item.pk)
    return [
        (
            " ".join(point.number for point in group.recommendations),
            " ".join(decided.resolution.number for decided in group.decided),
        )
        for group in side_by_side(shown)
    ]


def decided(page: str, number: int) -> str:
    """What the page says of a resolution: its words, its class, how it differs."""
    here = page.split(f'id="resolution-{number}"')[1]
    return words_of("<" + re.split(r'<(?:div class="point"|/section)', here)[0])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (CSE_2016, [("1", "1"), ("2", "2"), ("", "3")]),
        (REVIEW_2021, [("1", ""), ("2", "1"), ("", "2"), ("3", "")]),
        (SOUTH, [("1", "1"), ("2", "2"), ("3", "3")]),
    ],
)
def test_each_decision_stands_beside_its_proposal_in_the_order_of_the_source(name, expected):
    assert pairs(published(name)) == expected


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        (CSE_2016, ["Agreed as recommended", "Agreed with changes", "Added by members"]),
        (REVIEW_2021, ["Agreed with changes", "Added by members"]),
        (SOUTH, ["Agreed with changes", "Agreed with changes", "Agreed as recommended"]),
    ],
)
def test_each_resolution_says_what_became_of_the_proposal(client, name, classes):
    page = get(client, published(name).get_absolute_url())
    for number, words in enumerate(classes, start=1):
        assert words in decided(page, number)


def test_what_members_put_in_stands_as_inserted(client):
    page = get(client, published(CSE_2016).get_absolute_url())
    inserted = words_of(" ".join(re.findall(r"<ins>.*?</ins>", page)))
    assert "inserted: however if there are any emerging issues" in inserted
    assert "an earlier report be presented to this Committee." in inserted


def test_a_date_that_members_changed_is_named_where_nearly_all_words_differ(client):
    page = get(client, published(REVIEW_2021).get_absolute_url())
    shown = decided(page, 1)
    assert "Only the recommendation names deleted: November" in shown
    assert "Only the resolution names inserted: December 2022" in shown


def test_what_nobody_took_up_says_so(client):
    page = get(client, published(REVIEW_2021).get_absolute_url())
    assert words_of(page).count("Not taken up") == 2
    glance = page.split('id="glance"')[1].split("</section>")[0]
    assert "2 recommendations: 2 not taken up · recommendation 1 · recommendation 3" in words_of(
        glance
    )


def test_at_a_glance_counts_the_decisions_by_class(client):
    page = get(client, published(CSE_2016).get_absolute_url())
    glance = words_of(page.split('id="glance"')[1].split("</section>")[0])
    assert "3 resolutions: 1 agreed as recommended, 1 agreed with changes, 1 added by" in glance
    assert "a further report be presented in 12 months Due October 2017 , " in glance
    assert "overdue (counted from a meeting whose date is inferred) Overdue" in glance


def test_a_report_that_came_back_says_so(client):
    item = published(CSE_2016)
    later = make_item("The report", held_on="2017-10-17")
    report = item.expected_reports.get()
    Return.objects.create(expected_report=report, item=later, standing="confirmed")
    shown = decided(get(client, item.get_absolute_url()), 2)
    assert "Came back Due October 2017 :" in shown
    assert "after 6 October 2016, a date inferred from evidence" in shown


def test_a_report_counted_from_no_date_has_none(client):
    page = get(client, published(SOUTH).get_absolute_url())
    shown = decided(page, 3)
    assert "Date unknown Due on no day that can be told" in shown
    assert "after a meeting whose date is not stated" in shown


def test_words_that_promise_nothing_are_not_shown_as_a_promise(client):
    item = published(CSE_2016)
    ExpectedReport.objects.update(is_promise=False)
    assert "Due back" not in words_of(get(client, item.get_absolute_url()))


def test_a_suggestion_says_so_once_and_a_confirmed_comparison_nothing(client):
    item = published(REVIEW_2021)
    note = "Compared by wording; not confirmed by an officer."
    assert get(client, item.get_absolute_url()).count(note) == 1
    item.resolutions.filter(number="1").update(outcome_confirmed=True)
    page = get(client, item.get_absolute_url())
    assert page.count(note) == 1
    assert "Agreed with changes confirmed by an officer" in decided(page, 1)
    assert "confirmed by an officer" not in decided(page, 2)
    for model in (Resolution, Recommendation):
        model.objects.update(outcome_confirmed=True)
    ExpectedReport.objects.update(due_confirmed=True)
    assert "confirmed by an officer" not in get(client, item.get_absolute_url())


def test_nothing_is_said_of_agreement_where_nothing_was_recommended(client):
    page = get(client, compared((), ("That the report be noted.",)).get_absolute_url())
    assert "The source has no recommendations" in page
    assert 'class="tag tag-' not in page.split('id="decisions"')[1].split("</section>")[0]
    assert "Compared by wording" not in page


def test_recommendations_without_any_resolution_stand_alone(client):
    page = get(client, compared(("That the report be noted.",), ()).get_absolute_url())
    assert "That the report be noted." in part(page, "recommendation-1")
    assert "The source has no resolutions" in page


def test_one_resolution_that_answers_all_stands_beside_all(client):
    item = compared(
        ("The plan be approved.", "The budget of £100 be approved."),
        ("That the recommendations be approved.",),
    )
    assert pairs(item) == [("1 2", "1")]
    assert "Answers recommendation 1 (agreed as recommended)" in decided(
        get(client, item.get_absolute_url()), 1
    )


def test_two_resolutions_on_one_recommendation_stand_together():
    item = make_item(recommendations=("A", "B"), resolutions=("C", "D", "E"))
    one, two = item.recommendations.all()
    for resolution, answered in zip(item.resolutions.all(), (two, one, two), strict=True):
        Answer.objects.create(resolution=resolution, recommendation=answered, outcome="changed")
    assert pairs(item) == [("2", "1 3"), ("1", "2")]


def test_every_point_is_shown_once_whatever_answers_what(client):
    item = make_item(recommendations=tuple("ABCDE"), resolutions=tuple("FGHIJ"))
    proposed, resolved = list(item.recommendations.all()), list(item.resolutions.all())
    for one, other in ((0, 3), (1, 1), (1, 3), (4, 0), (2, 2)):
        Answer.objects.create(
            resolution=resolved[one], recommendation=proposed[other], outcome="agreed"
        )
    page = get(client, item.get_absolute_url())
    for point in (*proposed, *resolved):
        assert page.count(f'id="{point.anchor}"') == 1


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("a report in November", ["November"]),
        ("by 6 October 2016 at £1,500 or £2 million", ["6 October 2016", "£1,500", "£2 million"]),
        ("after 12 months, 12 months, 20%", ["12 months", "20%"]),
        ("Marching on", []),
    ],
)
def test_figures_are_dates_sums_and_periods(text, figures):
    assert figures_in(text) == figures


def test_an_item_can_be_cited_with_what_is_inferred(client):
    page = words_of(get(client, published(CSE_2016).get_absolute_url()))
    cited = "Corporate Overview and Scrutiny Committee, 6 October 2016 (inferred), Document “Q”"
    assert f"{cited}. http://testserver/items/" in page
    assert re.search(rf"{re.escape(cited)}, resolution 3\. http://\S+#resolution-3", page)


def test_items_before_and_after_follow_their_numbers(client):
    meeting = make_item("Second", number="2").meeting
    for number in ("10", "1", "3"):
        make_item(f"Item {number}", number=number, meeting=meeting)
    make_item("Secret", number="2a", meeting=meeting, published=False)
    page = words_of(get(client, meeting.items.get(number="2").get_absolute_url()))
    assert "Previous item: Item 1" in page
    assert "Next item: Item 3" in page
    assert "Secret" not in page


def test_item_page_with_everything_costs_fourteen_queries(client, django_assert_max_num_queries):
    item = make_full_item(1)
    for n in range(8):
        make_item(f"Neighbour {n}", meeting=item.meeting)
        Recommendation.objects.create(item=item, text=f"Proposal {n}")
    recompute([item])
    with django_assert_max_num_queries(14):
        client.get(item.get_absolute_url())


def test_lists_say_what_became_of_each_point(client):
    published(CSE_2016)
    page = words_of(get(client, "/resolutions/"))
    assert page.count("compared by wording") == 3
    assert "Added by members" in page
    assert "Agreed with changes" in words_of(get(client, "/recommendations/"))


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ("/resolutions/?outcome=changed", 4),
        ("/resolutions/?outcome=added&outcome=agreed", 4),
        ("/resolutions/?outcome=none", 1),
        ("/resolutions/?outcome=", 9),
        ("/resolutions/?area=Children%E2%80%99s+Services", 3),
        ("/recommendations/?outcome=not_taken_up", 2),
        ("/recommendations/?outcome=changed&outcome=not_taken_up", 6),
        ("/recommendations/?outcome=none", 0),
    ],
)
def test_points_are_narrowed_by_what_became_of_them(client, address, count):
    for name in (CSE_2016, REVIEW_2021, SOUTH):
        published(name)
    compared((), ("That the report be noted.",))
    page = words_of(get(client, address))
    assert f"{count or 'No'} {address.split('/')[1][:-1]}" in page


def test_each_of_several_outcomes_is_taken_away_alone(client):
    published(CSE_2016)
    page = get(client, "/resolutions/?outcome=changed&outcome=added")
    assert 'href="/resolutions/?outcome=added"' in page
    assert 'href="/resolutions/?outcome=changed"' in page
    assert "Outcome: Agreed with changes" in words_of(page)


def test_an_outcome_that_does_not_exist_is_explained(client):
    response = client.get("/resolutions/?outcome=colour")
    assert response.status_code == 400
    assert "“colour” is not in this list" in response.content.decode()
