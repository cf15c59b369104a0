"""What follows from stored records: it comes with them, follows corrections, and stays confirmed."""

from datetime import date

import pytest
from django.core.management import call_command

from agenda.facts import DocumentFacts
from agenda.ingest import ingest_document
from agenda.models import Answer, ExpectedReport, Resolution, Return
from agenda.tests.builders import make_item
from agenda.tests.test_ingest import CSE_2016, SOUTH, ingest
from agenda.tracking.recording import recompute

pytestmark = pytest.mark.django_db

REVIEW_2021 = "001_5266b545d037e242.txt"


def outcomes(item) -> tuple[list[str], list[str]]:
    points = item.recommendations, item.resolutions
    return tuple(list(each.values_list("outcome", flat=True)) for each in points)


@pytest.mark.parametrize(
    ("name", "proposed", "decided"),
    [
        (CSE_2016, ["agreed", "changed"], ["agreed", "changed", "added"]),
        (REVIEW_2021, ["not_taken_up", "changed", "not_taken_up"], ["changed", "added"]),
        (SOUTH, ["changed", "changed", "agreed"], ["changed", "changed", "agreed"]),
    ],
)
def test_import_sets_each_decision_beside_its_proposal(name, proposed, decided):
    [item] = ingest(name).items
    assert outcomes(item) == (proposed, decided)


def test_import_keeps_what_is_promised_with_its_words_and_their_place():
    [item] = ingest(CSE_2016).items
    report = item.expected_reports.get()
    words = item.source.text[report.start : report.end]
    assert " ".join(words.split()) == report.phrase
    assert (report.due_on, report.precision) == (date(2017, 10, 6), "month")
    assert report.resolution.number == "2"


def test_promise_after_a_meeting_without_a_date_has_no_date():
    [item] = ingest(SOUTH).items
    assert item.expected_reports.get().due_on is None


def test_what_was_confirmed_stays_with_its_words_when_a_newer_text_has_more_points():
    first = (
        "Recommended –\n\n(1) That the hall be sold.\n\n(2) That the park be kept open.\n\n"
        "Minutes:\n\nMembers discussed it.\n\nResolved –\n\n(1) That the hall be sold.\n\n"
        "(2) That the park be kept open.\n\nACTION: City Solicitor\n"
    )
    second = first.replace(
        "(2) That the park be kept open.\n\nACTION",
        "(2) That a tree be planted by the pond.\n\n(3) That the park be kept open.\n\nACTION",
    )
    facts = DocumentFacts(address="https://example.org/1")
    [item] = ingest_document("a.txt", first, facts).items
    park = item.resolutions.get(text__contains="park")
    Resolution.objects.filter(pk=park.pk).update(outcome_confirmed=True)
    [again] = ingest_document("a.txt", second, facts).items
    assert again == item
    texts = dict(item.resolutions.values_list("text", "outcome_confirmed"))
    assert texts == {
        "That the hall be sold.": False,
        "That a tree be planted by the pond.": False,
        "That the park be kept open.": True,
    }
    assert list(item.resolutions.values_list("position", flat=True)) == [1, 2, 3]
    assert item.resolutions.get(text__contains="park").pk == park.pk
    # Newest first: where it stands now, and where it stood.
    assert list(park.history.values_list("position", flat=True)) == [3, 2]


def test_computing_again_changes_nothing():
    items = [ingest(name).items[0] for name in (CSE_2016, REVIEW_2021, SOUTH)]
    before = [list(m.objects.order_by("pk").values()) for m in (Answer, ExpectedReport, Resolution)]
    recompute(items)
    after = [list(m.objects.order_by("pk").values()) for m in (Answer, ExpectedReport, Resolution)]
    assert after == before


def test_nothing_is_said_of_agreement_where_no_recommendation_is_printed():
    item = make_item(resolutions=("That the report be noted.",))
    recompute([item])
    assert outcomes(item) == ([], [""])


def test_recommendation_without_any_decision_is_not_called_dropped():
    item = make_item(recommendations=("The report be noted.",))
    recompute([item])
    assert outcomes(item) == ([""], [])


def test_pair_that_is_neither_alike_nor_unrelated_is_not_matched():
    item = make_item(
        recommendations=("That figures be provided each quarter.",),
        resolutions=("That figures be provided twice a year.",),
    )
    recompute([item])
    assert outcomes(item) == (["unmatched"], ["unmatched"])


def test_correcting_a_resolution_compares_it_anew():
    item = make_item(
        recommendations=("That the hall be sold.",), resolutions=("That the hall be sold.",)
    )
    recompute([item])
    item.resolutions.update(text="That the hall be kept.")
    recompute([item])
    assert outcomes(item) == (["different"], ["different"])
    assert Answer.objects.get().outcome == "different"


def test_confirmed_comparison_stays_when_the_words_change():
    item = make_item(
        recommendations=("That the hall be sold.",), resolutions=("That the hall be sold.",)
    )
    recompute([item])
    item.resolutions.update(outcome_confirmed=True, text="That a tree be planted in the park.")
    recompute([item])
    assert outcomes(item) == (["agreed"], ["agreed"])
    assert Answer.objects.get().recommendation == item.recommendations.get()


@pytest.mark.parametrize("settled", [{"due_confirmed": True}, {"is_promise": False}])
def test_settled_promise_stays_when_the_words_change(settled):
    item = make_item(resolutions=("That a further report be presented in June 2030.",))
    recompute([item])
    ExpectedReport.objects.update(due_on=date(2031, 1, 1), **settled)
    item.resolutions.update(text="That the report be noted.")
    recompute([item])
    assert ExpectedReport.objects.get().due_on == date(2031, 1, 1)


def test_promise_that_is_gone_from_the_words_is_gone():
    item = make_item(resolutions=("That a further report be presented in June 2030.",))
    recompute([item])
    item.resolutions.update(text="That the report be noted.")
    recompute([item])
    assert not ExpectedReport.objects.exists()


def test_promise_whose_return_is_confirmed_stays():
    item = make_item(resolutions=("That a further report be presented in June 2030.",))
    recompute([item])
    Return.objects.create(
        expected_report=item.expected_reports.get(), item=make_item(), standing="confirmed"
    )
    item.resolutions.update(text="That the report be noted.")
    recompute([item])
    assert Return.objects.count() == 1


def test_due_date_follows_the_date_of_the_meeting():
    item = make_item(
        held_on="2016-10-06", resolutions=("That a further report be presented in 12 months.",)
    )
    recompute([item])
    item.meeting.held_on = date(2018, 10, 6)
    item.meeting.save()
    assert item.expected_reports.get().due_on == date(2019, 10, 6)


def test_states_depend_on_the_day():
    item = make_item(
        held_on="2016-10-06", resolutions=("That a further report be presented in 12 months.",)
    )
    recompute([item])
    for day, state in [(date(2017, 10, 6), "waiting"), (date(2017, 10, 7), "overdue")]:
        assert ExpectedReport.objects.with_state(day).get().state == state


def test_recurring_report_is_due_again_after_it_came_back():
    item = make_item(held_on="2016-10-06", resolutions=("That a report be presented annually.",))
    recompute([item])
    back = make_item(meeting=item.meeting)
    back.meeting = type(item.meeting).objects.create(held_on="2017-09-01", held_on_basis="stated")
    back.save()
    Return.objects.create(
        expected_report=item.expected_reports.get(), item=back, standing="confirmed"
    )
    report = ExpectedReport.objects.with_state(date(2018, 9, 2)).get()
    assert (report.next_due_on, report.state) == (date(2018, 9, 1), "overdue")


def test_records_of_an_earlier_release_are_brought_up_to_date_by_one_command():
    [item] = ingest(CSE_2016, publish=True).items
    before = outcomes(item), item.expected_reports.get().due_on, item.topics.count()
    assert before[2]
    item.resolutions.update(outcome="")
    item.recommendations.update(outcome="")
    item.expected_reports.all().delete()
    item.topics.all().delete()
    call_command("recompute_records", verbosity=0)
    assert (outcomes(item), item.expected_reports.get().due_on, item.topics.count()) == before
