"""Exempt matter: its facts on the public page, its text locked away."""

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError, transaction
from django.test import Client

from agenda.exempt import ExemptText, Paragraph, Withheld
from agenda.models import AgendaItem, Appendix, Report
from agenda.tests.builders import make_item, make_source
from agenda.tests.test_admin import change_url, form_of
from agenda.tests.test_pages import part

pytestmark = pytest.mark.django_db

PRICE = "The price is one million."


def withhold(item: AgendaItem, text: str = PRICE, **fields) -> Withheld:
    fields = {"paragraph": Paragraph.FINANCE, "reason": "It would harm the sale."} | fields
    matter = Withheld.objects.create(item=item, **fields)
    matter.lock_away(text)
    return matter


def shown_as_withheld(item: AgendaItem) -> str:
    page = Client().get(item.get_absolute_url()).content.decode()
    assert PRICE not in page
    return part(page, "not-for-publication")


@pytest.fixture(params=["Officers", "Read-only"])
def person(request) -> Client:
    user = User.objects.create_user("clerk", password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=request.param))
    client = Client()
    client.force_login(user)
    client.may_edit = request.param == "Officers"
    return client


def test_page_says_that_something_is_withheld_why_and_what_the_public_may_know():
    item = make_item()
    withhold(item, public_summary="The land was sold.")
    assert shown_as_withheld(item).startswith(
        "Part of the minutes is withheld under Schedule 12A to the Local Government Act 1972, "
        "paragraph 3: the financial or business affairs of any person or the council. "
        "It would harm the sale. Summary for the public: The land was sold."
    )


def test_withheld_paper_is_named_once():
    item = make_item(not_for_publication=True)
    report = Report.objects.create(item=item, reference="B", not_for_publication=True)
    Appendix.objects.create(report=report, reference="C", not_for_publication=True)
    withhold(item, kind="appendix", name="Appendix C of Document B")
    shown = shown_as_withheld(item)
    assert shown.count("Appendix C") == 1
    assert "Document “B” is withheld (reason not stated in the source)" in shown


def test_item_with_exempt_matter_is_listed_as_not_for_publication():
    item = make_item()
    withhold(item)
    item.refresh_from_db()
    assert item.not_for_publication
    assert "not_for_publication" in item.corrected


@pytest.mark.parametrize(
    "wrong",
    [{"paragraph": 8}, {"reason": ""}, {"kind": "report", "name": ""}, {"name": "Document B"}],
)
def test_database_refuses_what_does_not_say_what_is_withheld_and_why(wrong):
    item = make_item()
    with pytest.raises(IntegrityError), transaction.atomic():
        withhold(item, **wrong)


def test_text_is_replaced_and_taken_out_again():
    matter = withhold(make_item())
    matter.lock_away("Another text.")
    assert matter.text == "Another text."
    matter.lock_away(" ")
    assert (matter.text, ExemptText.objects.count()) == ("", 0)


def test_exempt_words_that_stand_elsewhere_in_the_item_are_noticed():
    item = make_item(minutes=f"It was sold.  {PRICE[:9]}\n{PRICE[10:]}")
    assert withhold(item).is_still_shown
    assert not withhold(item, "The buyer is a secret.").is_still_shown


def test_exempt_text_is_kept_at_the_desk(person):
    item = make_item(source=make_source(f"Sold. {PRICE}"), start=0, end=31)
    url = change_url(item)
    added = {
        "withheld-TOTAL_FORMS": 1,
        "withheld-0-kind": "minutes",
        "withheld-0-paragraph": 3,
        "withheld-0-reason": "It would harm the sale.",
        "withheld-0-text": PRICE,
    }
    if not person.may_edit:
        withhold(item)
        assert PRICE in person.get(url).content.decode().split("exempt matter", 1)[-1]
        return
    assert person.post(url, form_of(person, url) | added).status_code == 302
    matter = item.withheld.get()
    assert matter.text == PRICE
    assert matter.locked.spans == [[6, 31]]
    page = person.get(url).content.decode()
    assert "stands in no other field of this item" in page
    assert person.post(url, form_of(person, url) | {"withheld-0-text": "Less."}).status_code == 302
    assert item.withheld.get().text == "Less."
