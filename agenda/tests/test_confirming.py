"""Officers confirm what was found by comparing, put it right, and keep it."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agenda.confirming.kinds import KINDS
from agenda.expected_reports import ExpectedReport, Return
from agenda.matters import Matter, MatterItem
from agenda.models import Answer, Recommendation, Resolution
from agenda.tests.builders import make_action, make_item
from agenda.tests.test_admin import change_url, officer  # noqa: F401
from agenda.tests.test_ingest import CSE_2016, ingest
from agenda.tracking.recording import recompute

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("officer")]

REVIEW_2021 = "001_5266b545d037e242.txt"


def address(kind: str) -> str:
    return reverse("admin:confirm_list", args=[kind])


def seen_of(client: Client, kind: str) -> dict[str, str]:
    """The hidden fields of the list, as a browser would send them back."""
    rows = client.get(address(kind)).context["rows"]
    return {f"seen-{record.pk}": seen for record, seen, _ in rows}


def press(client: Client, kind: str, verb: str, *records) -> str:
    """Open the list, press the button of a record or tick several; gives what the page says."""
    chosen = {verb: records[0].pk} if len(records) == 1 else {verb: "ticked"}
    ticked = {"ticked": [record.pk for record in records]}
    sent = seen_of(client, kind) | ticked | chosen
    return client.post(address(kind), sent, follow=True).content.decode()


def put_right(client: Client, kind: str, record, **values) -> str:
    page = reverse("admin:confirm_one", args=[kind, record.pk])
    seen = client.get(page).context["seen"]
    return client.post(page, {"seen": seen, **values}, follow=True).content.decode()


def waiting(kind: str) -> list:
    return list(KINDS[kind].waiting())


@pytest.fixture
def item():
    return ingest(CSE_2016).items[0]


def test_each_list_opens_and_says_how_many_wait(officer, item):  # noqa: F811
    later = make_item("Later report", held_on="2017-10-17")
    report = item.expected_reports.get()
    Return.objects.create(expected_report=report, item=later, evidence="Both speak of it.")
    for name, confirmed in (("Exploitation", False), ("Care", True)):
        matter = Matter.objects.create(name=name, confirmed=confirmed)
        MatterItem.objects.create(matter=matter, item=item, evidence="Its title.")
    make_action(item, "City Solicitor", due_on="2016-11-30", due_phrase="by the end of November")
    counts = {"comparison": 3, "not-taken-up": 0, "due": 1, "action-due": 1, "return": 1}
    counts |= {"matter": 1, "matter-item": 1}
    for kind, count in counts.items():
        page = officer.get(address(kind))
        assert (kind, len(page.context["rows"])) == (kind, count)
        assert {each.name: n for each, n in page.context["kinds"]} == counts
        for record, *_ in page.context["rows"]:
            one = officer.get(reverse("admin:confirm_one", args=[kind, record.pk]))
            assert one.status_code == 200
    front = officer.get(reverse("admin:index"))
    for kind in counts:
        assert address(kind) in front.content.decode()


@pytest.mark.parametrize("kind", ["comparison", "not-taken-up"])
def test_list_costs_the_same_for_many_rows(officer, django_assert_num_queries, kind):  # noqa: F811
    def add(number: int) -> None:
        for n in range(number):
            parts = {"recommendations": ("Buy a bus", "Note it"), "resolutions": ("To note it",)}
            recompute([make_item(f"Item {n}", committee=f"Committee {n}", **parts)])

    add(2)
    officer.get(address(kind))
    with CaptureQueriesContext(connection) as few:
        officer.get(address(kind))
    add(9)
    assert len(waiting(kind)) >= 11
    with django_assert_num_queries(len(few)):
        officer.get(address(kind))


def test_the_least_sure_comparison_comes_first(item):
    Answer.objects.filter(resolution__number="1").update(score=0.9)
    Answer.objects.filter(resolution__number="2").update(score=0.6)
    assert [each.number for each in waiting("comparison")] == ["2", "1", "3"]


def test_list_is_narrowed_to_a_committee(officer, item):  # noqa: F811
    ingest(REVIEW_2021)
    slug = item.meeting.committee.slug
    rows = officer.get(address("comparison"), {"committee": slug}).context["rows"]
    assert {record.item_id for record, *_ in rows} == {item.pk}


def test_words_that_differ_are_shown_with_words_for_whoever_cannot_see_them(officer, item):  # noqa: F811
    page = officer.get(address("comparison")).content.decode()
    assert '<ins><span class="visually-hidden">inserted: </span>however' in page


def test_one_click_confirms_a_comparison_and_keeps_its_history(officer, item):  # noqa: F811
    changed = item.resolutions.get(number="2")
    assert "Confirmed: 1." in press(officer, "comparison", "confirm", changed)
    changed.refresh_from_db()
    assert (changed.outcome, changed.outcome_confirmed) == ("changed", True)
    assert changed not in waiting("comparison")
    last = changed.history.first()
    assert (str(last.history_user), last.history_change_reason) == (
        "officer",
        "Comparison confirmed.",
    )


def test_ticked_rows_are_confirmed_together(officer, item):  # noqa: F811
    press(officer, "comparison", "confirm", *item.resolutions.all()[:2])
    assert [each.number for each in waiting("comparison")] == ["3"]


def test_what_changed_meanwhile_is_left_and_named(officer, item):  # noqa: F811
    resolution = item.resolutions.get(number="2")
    seen = seen_of(officer, "comparison")
    Resolution.objects.filter(pk=resolution.pk).update(text="That nothing be done.")
    sent = seen | {"confirm": resolution.pk}
    page = officer.post(address("comparison"), sent, follow=True).content.decode()
    assert "Left as they are" in page
    resolution.refresh_from_db()
    assert not resolution.outcome_confirmed


def test_a_correction_of_what_changed_meanwhile_is_not_saved(officer, item):  # noqa: F811
    resolution = item.resolutions.get(number="3")
    page = reverse("admin:confirm_one", args=["comparison", resolution.pk])
    seen = officer.get(page).context["seen"]
    Resolution.objects.filter(pk=resolution.pk).update(text="That nothing be done.")
    answer = officer.post(page, {"seen": seen}, follow=True)
    assert "has changed since you opened it" in answer.content.decode()
    resolution.refresh_from_db()
    assert not resolution.outcome_confirmed


def test_what_could_not_be_matched_takes_a_correction(officer, item):  # noqa: F811
    resolution = item.resolutions.get(number="3")
    Resolution.objects.filter(pk=resolution.pk).update(outcome="unmatched")
    assert "need a correction" in press(officer, "comparison", "confirm", resolution)
    resolution.refresh_from_db()
    assert not resolution.outcome_confirmed


def test_a_correction_says_what_a_resolution_answers_and_what_became_of_that(officer, item):  # noqa: F811
    first, second = item.recommendations.all()
    third = item.resolutions.get(number="3")
    put_right(officer, "comparison", third, **{f"point-{first.pk}": "different"})
    third.refresh_from_db()
    first.refresh_from_db()
    assert (third.outcome, third.outcome_confirmed) == ("different", True)
    assert third.answers.get().recommendation == first
    # It is agreed by one resolution and decided differently by another.
    assert first.outcome == "changed"


def test_a_correction_without_any_answer_means_added_by_members(officer, item):  # noqa: F811
    second = item.resolutions.get(number="2")
    put_right(officer, "comparison", second)
    second.refresh_from_db()
    assert (second.outcome, second.answers.count()) == ("added", 0)
    assert item.recommendations.get(number="2").outcome == "not_taken_up"


def test_confirmed_as_not_taken_up_stays_so_whatever_is_compared(officer, item):  # noqa: F811
    proposal = item.recommendations.get(number="2")
    put_right(officer, "comparison", item.resolutions.get(number="2"))
    press(officer, "not-taken-up", "confirm", proposal)
    Resolution.objects.filter(item=item).update(outcome_confirmed=False)
    recompute([item])
    proposal.refresh_from_db()
    assert (proposal.outcome, proposal.outcome_confirmed) == ("not_taken_up", True)
    assert item.resolutions.get(number="2").outcome == "added"


def test_a_recommendation_is_given_the_resolution_that_answers_it(officer):  # noqa: F811
    item = ingest(REVIEW_2021).items[0]
    proposal, working_group = item.recommendations.first(), item.resolutions.last()
    chosen = {f"point-{working_group.pk}": "changed"}
    put_right(officer, "not-taken-up", proposal, **chosen)
    proposal.refresh_from_db()
    working_group.refresh_from_db()
    assert (proposal.outcome, working_group.outcome) == ("changed", "changed")
    assert working_group.outcome_confirmed


def test_confirmed_comparisons_survive_another_text_of_the_page(officer, item):  # noqa: F811
    put_right(officer, "comparison", item.resolutions.get(number="2"))
    press(officer, "due", "confirm", item.expected_reports.get())
    before = Resolution.objects.values_list("number", "outcome", "outcome_confirmed")
    expected = list(before)
    changed = item.source.text.replace("A further report be presented", "An update be presented")
    assert changed != item.source.text
    ingest(CSE_2016, changed)
    item.refresh_from_db()
    assert item.recommendations.get(number="2").text.startswith("An update")
    assert list(before.all()) == expected
    assert item.expected_reports.get().due_confirmed
    recompute([item])
    assert list(before.all()) == expected


def test_a_due_date_is_put_right_and_struck_out(officer, item):  # noqa: F811
    report = item.expected_reports.get()
    put_right(officer, "due", report, due_on="2017-12-01", precision="day")
    report.refresh_from_db()
    assert (report.due_on, report.due_confirmed) == (date(2017, 12, 1), True)
    ExpectedReport.objects.update(due_confirmed=False)
    press(officer, "due", "reject", report)
    recompute([item])
    assert [each.is_promise for each in ExpectedReport.objects.all()] == [False]


def test_an_exact_date_takes_a_day(officer, item):  # noqa: F811
    report = item.expected_reports.get()
    assert "Give the day" in put_right(officer, "due", report, due_on="", precision="month")
    report.refresh_from_db()
    assert not report.due_confirmed


def test_the_day_of_an_action_is_confirmed_and_put_right(officer, item):  # noqa: F811
    due = {"due_on": "2016-11-30", "due_phrase": "by the end of November"}
    right, wrong = (make_action(item, name, **due) for name in ("City Solicitor", "Director"))
    press(officer, "action-due", "confirm", right)
    put_right(officer, "action-due", wrong, due_on="2016-12-31")
    recompute([item])
    days = {str(action.due_on) for action in (right, wrong) if action.refresh_from_db() is None}
    assert days == {"2016-11-30", "2016-12-31"}
    assert waiting("action-due") == []


def test_a_return_is_confirmed_rejected_or_given_another_item(officer, item):  # noqa: F811
    report = item.expected_reports.get()
    later, right = make_item("Something else"), make_item("The report itself")
    link = Return.objects.create(expected_report=report, item=later, evidence="Alike.")
    put_right(officer, "return", link, item=right.get_absolute_url())
    standings = {each.item: each.standing for each in report.returns.all()}
    assert standings == {later: "rejected", right: "confirmed"}
    assert ExpectedReport.objects.with_state().get().state == "answered"
    assert waiting("return") == []


@pytest.mark.parametrize("given", ["nowhere", "999999999", "/items/999999999999999999999/"])
def test_an_item_that_is_not_there_brings_nothing_back(officer, item, given):  # noqa: F811
    report = item.expected_reports.get()
    link = Return.objects.create(expected_report=report, item=make_item(), evidence="Alike.")
    assert "There is no item" in put_right(officer, "return", link, item=given)


def test_a_matter_is_confirmed_with_the_items_that_belong_to_it(officer, item):  # noqa: F811
    matter = Matter.objects.create(name="CSE", topic="child-sexual-exploitation")
    stays, goes = (
        MatterItem.objects.create(matter=matter, item=each, evidence="Its title.")
        for each in (item, make_item())
    )
    put_right(officer, "matter", matter, name="Child sexual exploitation", items=[stays.pk])
    matter.refresh_from_db()
    assert (matter.name, matter.confirmed) == ("Child sexual exploitation", True)
    standings = dict(matter.memberships.values_list("pk", "standing"))
    assert standings == {stays.pk: "confirmed", goes.pk: "rejected"}


def test_an_item_moves_to_the_matter_that_an_officer_names(officer, item):  # noqa: F811
    matter = Matter.objects.create(name="Roads", confirmed=True)
    member = MatterItem.objects.create(matter=matter, item=item, evidence="Its title.")
    put_right(officer, "matter-item", member, matter="Children in care")
    member.refresh_from_db()
    assert member.standing == "rejected"
    assert [m.name for m in item.matters.filter(memberships__standing="confirmed")] == [
        "Children in care"
    ]


def test_merged_matters_are_one_under_all_their_addresses(officer, client, item):  # noqa: F811
    item.publish()
    matters = [Matter.objects.create(name=name, confirmed=True) for name in ("Exploitation", "CSE")]
    MatterItem.objects.create(matter=matters[0], item=make_item(), evidence="Its title.")
    for matter in matters:
        MatterItem.objects.create(matter=matter, item=item, evidence="Its title.")
    data = {"action": "merge", "_selected_action": [each.pk for each in matters]}
    officer.post(reverse("admin:agenda_matter_changelist"), data)
    assert [m.name for m in Matter.objects.public()] == ["Exploitation"]
    assert Matter.objects.get(name="Exploitation").memberships.count() == 2
    assert client.get("/matters/cse/")["Location"] == "/matters/exploitation/"


def test_withdrawn_items_wait_for_nobody(item):
    item.publish()
    item.withdraw("Too early.")
    assert [waiting(kind) for kind in ("comparison", "not-taken-up", "due")] == [[], [], []]


def test_the_form_of_an_item_leads_to_its_comparisons(officer, item):  # noqa: F811
    page = officer.get(change_url(item)).content.decode()
    for point in item.resolutions.all():
        assert reverse("admin:confirm_one", args=["comparison", point.pk]) in page


def test_a_date_changed_on_its_own_page_is_confirmed(officer, item):  # noqa: F811
    report = item.expected_reports.get()
    url = change_url(report)
    seen = officer.get(url).context["adminform"].form.initial["seen"]
    data = {"due_on": "2017-12-01", "precision": "day", "is_promise": "on", "seen": seen}
    assert officer.post(url, data).status_code == 302
    report.refresh_from_db()
    assert (report.due_on, report.due_confirmed) == (date(2017, 12, 1), True)


def test_whoever_may_not_change_items_confirms_nothing(item):
    anonymous = Client()
    answer = anonymous.post(address("comparison"), {"confirm": item.resolutions.first().pk})
    assert answer.status_code == 302
    assert not Resolution.objects.filter(outcome_confirmed=True).exists()
    assert not Recommendation.objects.filter(outcome_confirmed=True).exists()
