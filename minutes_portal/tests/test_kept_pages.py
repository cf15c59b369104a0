"""Kept pages: quick, and never a word older than the record."""

from collections.abc import Iterator
from threading import Thread

import pytest
from django.core.cache import caches
from django.db import connection, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agenda.models import AgendaItem, ExemptText, Publication, Withheld
from agenda.tests.builders import make_item
from minutes_portal.kept_pages.publication import current_publication
from minutes_portal.kept_pages.values import forget
from minutes_portal.public_door import ALIAS

KEPT = "minutes_portal.kept_pages.middleware.KeptPages"


@pytest.fixture(autouse=True)
def _kept(transactional_db: None, settings) -> Iterator[None]:
    settings.MIDDLEWARE = [KEPT, *settings.MIDDLEWARE]
    # A database that a test has emptied holds no number either.
    Publication.objects.get_or_create(pk=1)
    caches["pages"].clear()
    forget()
    yield
    caches["pages"].clear()
    forget()


def test_page_is_made_once_and_then_costs_one_query(client: Client) -> None:
    make_item("Road works")
    first = client.get("/items/")
    with CaptureQueriesContext(connection) as queries:
        again = client.get("/items/")
    [asked] = [query["sql"] for query in queries]
    planned = {
        f"EXECUTE {name}": sql for (sql, _), name in connections[ALIAS].connection.plans.items()
    }
    assert planned[asked] == "SELECT number FROM agenda_publication"
    assert again.content == first.content
    assert dict(again.headers) == dict(first.headers)


def test_browser_that_has_the_page_is_sent_nothing(client: Client) -> None:
    tag = client.get("/items/")["ETag"]
    response = client.get("/items/", headers={"If-None-Match": tag})
    assert (response.status_code, response.content, response["ETag"]) == (304, b"", tag)


def test_browser_must_ask_before_it_shows_a_page_again(client: Client) -> None:
    assert client.get("/items/")["Cache-Control"] == "no-cache"


def test_withdrawn_item_is_gone_at_once_from_every_page(client: Client) -> None:
    item = make_item("Road works")
    tag = client.get("/items/")["ETag"]
    assert client.get(item.get_absolute_url()).status_code == 200
    item.withdraw("It named a person.")
    assert client.get(item.get_absolute_url()).status_code == 410
    again = client.get("/items/", headers={"If-None-Match": tag})
    assert again.status_code == 200
    assert b"Road works" not in again.content


@pytest.mark.parametrize(
    "change",
    [
        lambda item: item.publish(),
        lambda item: AgendaItem.objects.update(title="Bridges"),
        lambda item: item.resolutions.create(text="That it be noted."),
        lambda item: item.resolutions.all().delete(),
        lambda item: ExemptText.objects.filter(withheld__item=item).update(text="other words"),
    ],
)
def test_any_change_of_the_record_raises_the_number(change) -> None:
    item = make_item("Road works", resolutions=("That the report be noted.",))
    withheld = Withheld.objects.create(item=item, paragraph=1, reason="Persons.")
    ExemptText.objects.create(withheld=withheld, text="words")
    before = current_publication()
    change(item)
    assert current_publication() > before


def test_transaction_raises_the_number_once_and_only_when_it_ends() -> None:
    before = current_publication()
    with transaction.atomic():
        for n in range(3):
            make_item(f"Item {n}")
        with connection.cursor() as cursor:
            cursor.execute("SELECT number FROM agenda_publication")
            assert cursor.fetchone() == (before,)
    assert current_publication() == before + 1


def test_transaction_that_is_rolled_back_raises_nothing() -> None:
    before = current_publication()
    with transaction.atomic():
        make_item("Road works")
        transaction.set_rollback(True)
    assert current_publication() == before


def test_two_people_at_work_do_not_wait_for_one_another() -> None:
    """The number's row is held only while a transaction ends."""
    done = []

    def other() -> None:
        make_item("Bridges")
        done.append(True)
        connections.close_all()

    with transaction.atomic():
        make_item("Road works")
        thread = Thread(target=other)
        thread.start()
        thread.join(timeout=20)
        assert done


@pytest.mark.parametrize("address", ["/admin/login/", "/missing/", "/items/?held_from=nonsense"])
def test_desk_and_error_pages_are_not_kept(client: Client, address: str) -> None:
    assert "ETag" not in client.get(address)


def test_page_is_kept_for_each_host_apart(client: Client, settings) -> None:
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    one = client.get("/about/", headers={"Host": "one.example"})
    two = client.get("/about/", headers={"Host": "two.example"})
    assert b"two.example" not in one.content
    assert one["ETag"] != two["ETag"]


def test_reader_who_takes_no_compressed_page_gets_a_plain_one(client: Client) -> None:
    packed = client.get("/about/", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/about/")
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert b"<html" in plain.content


def test_what_says_itself_how_long_it_may_be_kept_is_believed(client: Client, settings) -> None:
    address = f"/council/colours.css?v={settings.COUNCIL.stylesheet_version}"
    assert "immutable" in client.get(address)["Cache-Control"]
