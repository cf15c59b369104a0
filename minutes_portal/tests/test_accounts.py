"""Signing in to the officers' desk, and how long it lasts."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import get_default_password_validators
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from agenda.roles import ADMINISTRATORS, OFFICERS
from minutes_portal.accounts.lockout import client_address

pytestmark = pytest.mark.django_db

PASSWORD = "a long pass phrase"
LOGIN = "/admin/login/"


def make_user(name: str, *groups: str) -> User:
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def officer() -> User:
    return make_user("officer", OFFICERS)


@pytest.fixture
def desk(officer: User) -> Client:
    """A browser in which the officer has signed in."""
    client = Client()
    assert sign_in(client).status_code == 302
    return client


@pytest.fixture
def administrator() -> Client:
    client = Client()
    client.force_login(make_user("administrator", ADMINISTRATORS))
    return client


def sign_in(
    client: Client, password: str = PASSWORD, name: str = "officer", **headers: str
) -> HttpResponse:
    return client.post(LOGIN, {"username": name, "password": password}, headers=headers)


def is_signed_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def fail(client: Client, times: int, **options: str) -> list[int]:
    return [sign_in(client, "wrong", **options).status_code for _ in range(times)]


# Locking out


def test_five_wrong_passwords_lock_the_right_one_out(client, officer):
    assert fail(client, 5) == [200, 200, 200, 200, 429]
    locked = sign_in(client)
    assert (locked.status_code, locked.headers["Retry-After"]) == (429, "900")
    assert "for 15 minutes" in locked.content.decode()
    assert not is_signed_in(client)


def test_the_lock_out_page_does_not_tell_which_names_exist(officer):
    def page(name: str) -> str:
        client = Client()
        fail(client, 5, name=name)
        return sign_in(client, name=name).content.decode()

    assert page("officer") == page("nobody")


def test_a_lock_ends_after_a_quarter_of_an_hour(client, officer):
    fail(client, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=15, seconds=1))
    assert sign_in(client).status_code == 302


def test_trying_while_locked_out_does_not_prolong_the_lock(client, officer):
    fail(client, 5)
    since = AccessAttempt.objects.get().attempt_time
    fail(client, 2)
    assert AccessAttempt.objects.get().attempt_time == since


def test_a_lock_leaves_other_names_and_other_addresses_alone(officer):
    make_user("clerk", OFFICERS)
    fail(Client(REMOTE_ADDR="192.0.2.1"), 5)
    assert sign_in(Client(REMOTE_ADDR="192.0.2.1"), name="clerk").status_code == 302
    assert sign_in(Client(REMOTE_ADDR="192.0.2.2")).status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client, officer):
    fail(client, 4)
    assert sign_in(client).status_code == 302
    assert fail(Client(), 4) == [200] * 4


def test_an_address_that_tries_many_names_is_locked_out(client, officer, settings):
    settings.FAILURES_OF_AN_ADDRESS = 6
    for n in range(6):
        assert fail(client, 1, name=f"name{n}") == [200]
    assert sign_in(client).status_code == 429


def test_an_administrator_lets_somebody_in_again(client, officer, administrator):
    fail(client, 5)
    data = {"action": "unlock", "_selected_action": [officer.pk]}
    administrator.post(reverse("admin:auth_user_changelist"), data)
    assert sign_in(client).status_code == 302


@pytest.mark.parametrize(
    ("https", "forwarded", "address"),
    [
        (False, "", "192.0.2.9"),
        (False, "198.51.100.7", "192.0.2.9"),
        (True, "198.51.100.7", "198.51.100.7"),
        (True, "10.0.0.1, 198.51.100.7", "198.51.100.7"),
        (True, "", "192.0.2.9"),
        (True, "no address", None),
        (True, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (True, "fe80::1%eth0", "fe80::"),
    ],
)
def test_only_the_proxy_is_believed_about_addresses(settings, https, forwarded, address):
    settings.HTTPS = https
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    request = RequestFactory().post(LOGIN, headers=headers, REMOTE_ADDR="192.0.2.9")
    assert client_address(request) == address


def test_made_up_addresses_do_not_get_round_the_lock(officer, settings):
    settings.HTTPS = True
    for n in range(5):
        fail(Client(), 1, x_forwarded_for=f"10.0.0.{n}, 198.51.100.7")
    assert sign_in(Client(), x_forwarded_for="10.1.1.1, 198.51.100.7").status_code == 429
    assert sign_in(Client(), x_forwarded_for="198.51.100.8").status_code == 302


def test_wrong_passwords_are_not_kept(client, officer):
    sign_in(client, "my-secret-of-elsewhere")
    attempt = AccessAttempt.objects.values().get()
    assert not [v for v in attempt.values() if "my-secret-of-elsewhere" in str(v)]


# Sessions


def test_a_sign_in_ends_with_the_browser_and_stays_at_the_desk(desk):
    cookies = [desk.cookies["desk_session"], desk.cookies["desk_csrf"]]
    assert [cookie["path"] for cookie in cookies] == ["/admin/", "/admin/"]
    assert (cookies[0]["expires"], cookies[0]["max-age"]) == ("", "")
    assert cookies[0]["httponly"]


def test_no_public_page_sets_a_cookie(client):
    assert not client.get("/").cookies


def test_an_hour_without_a_request_ends_a_sign_in(desk):
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=5))
    assert is_signed_in(desk)
    left = Session.objects.get().expire_date - timezone.now()
    assert timedelta(minutes=59) < left <= timedelta(minutes=60)
    Session.objects.update(expire_date=timezone.now())
    assert not is_signed_in(desk)


def test_a_sign_in_ends_after_eight_hours_of_work(desk):
    session = desk.session
    session["signed_in_at"] -= 8 * 60 * 60 - 60
    session.save()
    assert is_signed_in(desk)
    session["signed_in_at"] -= 61
    session.save()
    assert desk.get("/admin/").url == "/admin/login/?next=/admin/"
    assert not Session.objects.filter(pk=session.session_key).exists()


def test_a_session_of_unknown_age_is_over(desk):
    session = desk.session
    del session["signed_in_at"]
    session.save()
    assert not is_signed_in(desk)


@pytest.mark.parametrize(
    "path", ["", "login/", "jsi18n/", "password_change/", "agenda/agendaitem/", "nowhere/"]
)
def test_nothing_of_the_desk_is_ever_cached(desk, path):
    for client in (desk, Client()):
        response = client.get(f"/admin/{path}")
        directives = set(response.headers["Cache-Control"].split(", "))
        assert {"no-store", "private"} <= directives
        assert "public" not in directives


def test_the_desk_is_where_the_cookies_say(settings):
    assert reverse("admin:index") == settings.DESK_PATH


def test_somebody_who_goes_on_typing_stays_signed_in(page, officer):
    page.clock.install()
    page.goto("/admin/password_change/")
    page.fill("[name=username]", "officer")
    page.fill("[name=password]", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_selector("[name=old_password]")
    page.wait_for_load_state("load")
    page.clock.fast_forward("06:00")
    with page.expect_request("**/admin/jsi18n/"):
        page.fill("[name=old_password]", "x")


# Passwords


@pytest.mark.parametrize(
    ("password", "accepted"),
    [
        ("elevenchars", False),
        ("480196753028", False),
        ("qwerty123456", False),
        ("officer12345", False),
        ("twelve chars", True),
    ],
)
def test_password_rules(officer, password, accepted):
    def refusals() -> list[str]:
        found = []
        for validator in get_default_password_validators():
            try:
                validator.validate(password, officer)
            except ValidationError as error:
                found += error.messages
        return found

    assert (refusals() == []) is accepted


# What administrators do


def add_user(client: Client, **fields: object) -> HttpResponse:
    officers = Group.objects.get(name=OFFICERS)
    data = {
        "username": "new",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "is_staff": "on",
        "groups": [officers.pk],
    }
    return client.post(reverse("admin:auth_user_add"), data | fields)


def test_an_administrator_makes_an_officer_in_one_step(administrator, client):
    assert add_user(administrator).status_code == 302
    sign_in(client, name="new")
    assert client.get(reverse("admin:agenda_agendaitem_changelist")).status_code == 200


def test_a_new_account_is_for_the_desk_unless_told_otherwise(administrator):
    page = administrator.get(reverse("admin:auth_user_add"))
    assert page.context["adminform"].form["is_staff"].value() is True


def test_an_administrator_makes_no_superuser(administrator, officer):
    add_user(administrator, is_superuser="on", user_permissions=[1])
    made = User.objects.get(username="new")
    assert (made.is_superuser, made.user_permissions.count()) == (False, 0)
    change = reverse("admin:auth_user_change", args=[officer.pk])
    data = {"username": "officer", "is_superuser": "on", "is_staff": "on", "is_active": "on"}
    data |= {"date_joined_0": "2026-01-01", "date_joined_1": "12:00:00"}
    assert administrator.post(change, data).status_code == 302
    officer.refresh_from_db()
    assert not officer.is_superuser


@pytest.mark.parametrize("view", ["auth_user_change", "auth_user_password_change"])
def test_an_administrator_cannot_touch_a_superuser(administrator, view):
    superuser = User.objects.create_superuser("root", password=PASSWORD)
    route = f"admin:{view}"
    data = {"password1": "another pass phrase", "password2": "another pass phrase"}
    administrator.post(reverse(route, args=[superuser.pk]), data)
    superuser.refresh_from_db()
    assert superuser.check_password(PASSWORD)
    assert administrator.get(reverse(route, args=[superuser.pk])).status_code != 200


def test_an_account_is_closed_and_not_deleted(administrator, officer, desk):
    LogEntry.objects.create(user=officer, action_flag=2)
    delete = reverse("admin:auth_user_delete", args=[officer.pk])
    assert administrator.post(delete, {"post": "yes"}).status_code == 403
    User.objects.filter(pk=officer.pk).update(is_active=False)
    assert not is_signed_in(desk)


def test_an_officer_changes_their_own_password(desk, officer):
    new = "another long pass phrase"
    data = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert desk.post(reverse("admin:password_change"), data).status_code == 302
    officer.refresh_from_db()
    assert officer.check_password(new)
