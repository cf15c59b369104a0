"""The public door: what the database itself keeps from the public, whatever a page asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import quote

import psycopg2
import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections, transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from agenda.exempt import Withheld
from agenda.models import Action, AgendaItem, Post, Reference, Resolution, SourceDocument
from agenda.search.asking import run
from agenda.search.criteria import Criteria
from agenda.search.query import ENTRIES
from agenda.search.typed import read_query
from agenda.tests.builders import make_full_item, make_item, make_source
from committees.models import Committee, Meeting
from minutes_portal.embedded_postgres.server import Server
from minutes_portal.public_door import ALIAS, ROLE
from minutes_portal.public_door.doors import (
    DoorIsShut,
    by_officers_door,
    connection_in_use,
    current_door,
    officers_door,
    public_door,
)
from minutes_portal.public_door.laying import after_migrating, before_migrating, missing
from minutes_portal.public_door.middleware import PublicDoor
from minutes_portal.public_door.rules import LOCKED, PUBLIC
from minutes_portal.public_door.settings import through_public_door
from minutes_portal.tests.portal_process import manage
from minutes_portal.tests.server_user import query

pytestmark = pytest.mark.django_db


def make_exempt(item: AgendaItem, text: str = "The price is one million.") -> Withheld:
    withheld = Withheld.objects.create(item=item, paragraph=3, reason="It would harm the sale.")
    withheld.lock_away(text)
    return withheld


def as_the_public(statement: str) -> list[tuple]:
    """What a statement written by hand gives the public."""
    with transaction.atomic(), connections[ALIAS].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def tables() -> set[str]:
    with connection.cursor() as cursor:
        return {table.name for table in connection.introspection.get_table_list(cursor)}


def test_every_table_is_public_or_locked_and_somebody_decided_which() -> None:
    locked = {t for t in tables() for pattern in LOCKED if fnmatch(t, pattern)}
    assert tables() - set(PUBLIC) == locked - set(PUBLIC)
    assert locked & set(PUBLIC) == set()


@pytest.mark.parametrize("pattern", LOCKED)
def test_every_locked_name_is_that_of_a_table(pattern: str) -> None:
    assert any(fnmatch(table, pattern) for table in tables())


def test_locked_table_cannot_be_read() -> None:
    for table in sorted(tables() - set(PUBLIC)):
        with pytest.raises(DatabaseError, match="permission denied"):
            as_the_public(f'SELECT count(*) FROM "{table}"')


def test_table_made_tomorrow_is_locked_today() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE agenda_novelty AS SELECT 1 AS secret")
    with pytest.raises(DatabaseError, match="permission denied"):
        as_the_public("SELECT * FROM agenda_novelty")


def test_public_table_shows_rows_of_published_items_alone() -> None:
    shown, hidden = make_full_item(1), make_full_item(2)
    hidden.title = "Zeppelins"
    for item in (shown, hidden):
        make_exempt(item)
        Reference.objects.create(
            item=item, kind="acronym", text="(CSE)", value=item.title, start=0, end=3
        )
        item.save()
    hidden.withdraw("It was published by mistake.")
    counted = {t: as_the_public(f"SELECT count(*) FROM {t}")[0][0] for t in PUBLIC}
    with connection.cursor() as cursor:
        # The one tells of what is withdrawn alone, the other of everything and nothing.
        for table in set(PUBLIC) - {"agenda_withdrawal", "agenda_publication"}:
            cursor.execute(f"SELECT count(*) FROM public.{table}")
            (everything,) = cursor.fetchone()
            assert 0 < counted[table] < everything, table


@pytest.mark.parametrize("status", ["draft", "in_review", "withdrawn"])
def test_item_that_is_not_published_is_seen_by_officers_alone(status: str) -> None:
    item = make_full_item()
    if status == "withdrawn":
        item.withdraw("It was published by mistake.")
    else:
        AgendaItem.objects.filter(pk=item.pk).update(publication_status=status, published_at=None)
    assert AgendaItem.objects.count() == 1
    with public_door():
        models = (AgendaItem, Meeting, Committee, Post, Action, Resolution, SourceDocument)
        assert [model.objects.count() for model in models] == [0] * len(models)


def test_page_that_forgets_to_ask_for_public_records_shows_no_draft() -> None:
    draft = make_item("Secret plans", published=False)

    def forgetful(request: HttpRequest) -> HttpResponse:
        return HttpResponse(AgendaItem.objects.filter(pk=draft.pk).values_list("title"))

    request = RequestFactory().get("/items/")
    assert PublicDoor(forgetful)(request).content == b""
    assert b"Secret" in PublicDoor(forgetful)(RequestFactory().get("/admin/")).content


def test_relations_of_a_public_record_are_read_by_the_public_door() -> None:
    item = make_full_item()
    make_item("Secret plans", meeting=item.meeting, published=False)
    with public_door():
        seen = AgendaItem.objects.prefetch_related("meeting__items").get()
        assert [other.title for other in seen.meeting.items.all()] == [item.title]
        assert seen.meeting.items.count() == 1


def test_download_is_made_by_the_public_door_to_its_end() -> None:
    make_item("Secret plans", published=False)
    make_item("Road works")

    def download(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(item.title for item in AgendaItem.objects.all())

    response = PublicDoor(download)(RequestFactory().get("/items.csv"))
    assert b"".join(response.streaming_content) == b"Road works"
    assert current_door() == "default"


def test_statement_by_hand_is_refused_at_the_officers_door() -> None:
    with public_door():
        with pytest.raises(DoorIsShut, match="connection_in_use"), connection.cursor() as cursor:
            cursor.execute("SELECT title FROM agenda_agendaitem")
        with connection_in_use().cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == (ROLE,)


def test_page_behind_the_public_door_writes_nothing_unless_it_says_so() -> None:
    with public_door():
        with pytest.raises(DoorIsShut), transaction.atomic():
            Committee.objects.create(name="Panel")
        with officers_door():
            Committee.objects.create(name="Panel")
    assert Committee.objects.get().name == "Panel"


def test_preview_for_officers_reads_drafts_outside_the_desk_too() -> None:
    make_item("Secret plans", published=False)

    @by_officers_door
    def preview(request: HttpRequest) -> TemplateResponse:
        return TemplateResponse(request, "agenda/home.html", {"items": AgendaItem.objects.all()})

    page = PublicDoor(preview)(RequestFactory().get("/preview/"))
    assert b"Secret plans" in page.content


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agenda_agendaitem SET title = ''",
        "DELETE FROM public.agenda_action",
        "DELETE FROM agenda_action",
        "INSERT INTO committees_committee (name) VALUES ('Panel')",
        "TRUNCATE public.agenda_report",
        "DROP TABLE public.agenda_report",
        "CREATE TABLE public.stolen (text text)",
        f"CREATE TABLE {ROLE}.stolen (text text)",
        "ALTER TABLE agenda_agendaitem DISABLE ROW LEVEL SECURITY",
        "SELECT text FROM public.agenda_sourcedocument",
        "SELECT text FROM agenda_exempttext",
    ],
)
def test_public_role_is_refused(statement: str) -> None:
    make_full_item()
    with pytest.raises(DatabaseError, match="permission denied|must be owner"):
        as_the_public(statement)


def test_source_text_has_the_passages_of_published_items_alone() -> None:
    source = make_source("Head. Public ä words. Secret words. More public.")
    make_item(source=source, start=6, end=21)
    make_item(source=source, start=22, end=35, published=False)
    make_item(source=source, start=36, end=48)
    with public_door():
        text = SourceDocument.objects.get().text
    assert text == " " * 6 + "Public ä words." + " " * 15 + "More public."
    assert AgendaItem.objects.first().source_text == "Public ä words."


def test_exempt_words_are_a_gap_in_the_source_text_wherever_they_stand() -> None:
    words = "It was sold. The price\nis one million. Agreed. The price is one million."
    item = make_item(source=make_source(words), start=0, end=len(words))
    make_exempt(item, "The price is one million.")
    with public_door():
        text = AgendaItem.objects.select_related("source").get().source_text
    assert text.split() == "It was sold. Agreed.".split()
    assert text.index("Agreed") == words.index("Agreed")


def test_exempt_words_stay_a_gap_in_a_newer_text_of_the_page() -> None:
    item = make_item(source=make_source("The price is one million."), start=0, end=25)
    make_exempt(item)
    item.source = make_source("It was sold. The price is one million.")
    item.end = 38
    item.save(update_fields=["source", "end"])
    with public_door():
        assert SourceDocument.objects.get().text == "It was sold. "


def test_rules_are_laid_once_and_put_right_when_somebody_changed_them() -> None:
    with connection.cursor() as cursor:
        nothing_to_do = list(missing(cursor))
        cursor.execute(f"DROP POLICY {ROLE} ON agenda_action")
        cursor.execute(f"GRANT SELECT ON auth_user TO {ROLE}")
        cursor.execute(f"DROP VIEW {ROLE}.agenda_resolution")
        put_right = " ".join(missing(cursor))
    assert len(nothing_to_do) == 1
    for part in ("CREATE POLICY", f"REVOKE ALL ON auth_user FROM {ROLE}", "CREATE VIEW"):
        assert put_right.count(part) == 1, part
    after_migrating("default")
    with connection.cursor() as cursor:
        assert list(missing(cursor)) == nothing_to_do


def test_door_is_shut_while_tables_change() -> None:
    make_item()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    before_migrating("default", plan=["a migration"])
    for table in PUBLIC:
        with pytest.raises(DatabaseError, match="permission denied|does not exist"):
            as_the_public(f"SELECT * FROM {table}")
    after_migrating("default")
    assert as_the_public("SELECT count(*) FROM agenda_agendaitem") == [(1,)]


def test_search_by_the_public_door_uses_the_index_of_words() -> None:
    make_item("Drains", resolutions=("That the drains be cleaned",))
    with connection.cursor() as cursor:
        for way in ("seqscan", "indexscan", "nestloop", "mergejoin"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    with public_door():
        where = Criteria(read_query("drains")).words
        explained = f"EXPLAIN SELECT FROM {ENTRIES} e WHERE {where.text}"
        assert "search_words" in str(run(explained, where.values))
        assert "resolution_words" in Resolution.objects.search("drains").explain()


def test_public_settings_keep_what_the_url_says() -> None:
    given = {"NAME": "minutes", "OPTIONS": {"options": "-c a=b", "connect_timeout": 10}}
    options = through_public_door(given)["OPTIONS"]
    assert options["connect_timeout"] == 10
    assert options["options"].startswith("-c a=b -c role=minutes_public ")
    assert given["OPTIONS"]["options"] == "-c a=b"


@contextmanager
def by_hand() -> Iterator[psycopg2.extensions.cursor]:
    """A connection of its own, opened as production opens the public door."""
    parameters = connections[ALIAS].get_connection_params()
    hand = psycopg2.connect(**parameters)
    hand.autocommit = True
    with hand.cursor() as cursor:
        yield cursor
    hand.close()


def rows(cursor: psycopg2.extensions.cursor, statement: str) -> list[tuple]:
    cursor.execute(statement)
    return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_public_role_by_hand_reads_what_is_published_and_writes_nothing() -> None:
    make_exempt(make_item("Road works"))
    make_item("Secret plans", published=False)
    with by_hand() as cursor:
        assert rows(cursor, "SELECT current_user, current_setting('statement_timeout')") == [
            (ROLE, "10s")
        ]
        assert rows(cursor, "SELECT title FROM agenda_agendaitem") == [("Road works",)]
        assert rows(cursor, "SELECT count(*) FROM agenda_sourcedocument") == [(1,)]
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("SELECT * FROM agenda_exempttext")
        for statement in ("UPDATE agenda_agendaitem SET title = ''", "CREATE TABLE public.t ()"):
            with pytest.raises(psycopg2.errors.ReadOnlySqlTransaction):
                cursor.execute(statement)
        cursor.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("UPDATE agenda_agendaitem SET title = ''")
        with pytest.raises(psycopg2.errors.QueryCanceled):
            cursor.execute("SET statement_timeout = '50ms'; SELECT pg_sleep(5)")


@pytest.mark.django_db(transaction=True)
def test_psql_by_hand_shows_no_draft(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_item("Road works")
    make_item("Secret plans", published=False)
    monkeypatch.setenv("PGOPTIONS", "")
    asked = "SELECT current_user, title FROM agenda_agendaitem"
    parameters = ["--no-align", "--tuples-only", "--command", asked]
    call_command("dbshell", f"--database={ALIAS}", "--", *parameters)
    assert capfd.readouterr().out == f"{ROLE}|Road works\n"


@pytest.mark.django_db(transaction=True)
def test_pages_of_a_running_portal_have_a_connection_of_their_own(client: Client) -> None:
    item = make_full_item()
    make_item("Secret plans", meeting=item.meeting, published=False)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(item.get_absolute_url())
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('transaction_read_only')")
        assert cursor.fetchone() == (ROLE, "on")
    assert connections[ALIAS].connection is not connection.connection
    assert b"Full item" in page.content
    assert b"Secret plans" not in page.content
    spent = [query["sql"] for query in queries]
    assert 5 < len(spent) <= 15
    reading = ("SELECT", "EXECUTE plan_")
    assert [sql for sql in spent if "ROLE" in sql or not sql.strip().startswith(reading)] == []


def test_account_that_may_not_make_roles_is_told_what_to_run(
    server: Server, tmp_path: Path
) -> None:
    query(server, "CREATE ROLE council LOGIN")
    server.client.create_database("council")
    query(server, "ALTER DATABASE council OWNER TO council")
    address = quote(str(server.place.socket_directory), safe="")
    url = f"postgres://council@{address}:5432/council"
    refused = manage("migrate", data=tmp_path, DATABASE_URL=url)
    assert refused.returncode == 1
    assert "An administrator of the database server must run this once" in refused.stderr
    told = [line.strip() for line in refused.stderr.splitlines() if line.startswith("    ")]
    assert [line.split(";")[0] for line in told] == [
        "CREATE ROLE minutes_public NOLOGIN",
        "GRANT minutes_public TO council",
        "CREATE SCHEMA IF NOT EXISTS minutes_public AUTHORIZATION council",
    ]
    for line in told[:2]:
        query(server, line)
    assert manage("migrate", data=tmp_path, DATABASE_URL=url).returncode == 0
