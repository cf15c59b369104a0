"""The second step of signing in: set up, asked for, lost and reset."""

import re
from base64 import b32decode
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from agenda.roles import ADMINISTRATORS, OFFICERS
from minutes_portal.accounts import two_factor

pytestmark = pytest.mark.django_db

PASSWORD = "a long pass phrase"
CODE, SET_UP = "/admin/two-factor/", "/admin/two-factor/set-up/"
RECOVERY = "/admin/two-factor/recovery-codes/"


def make_user(name: str, group: str) -> User:
    user = User.objects.create_user(name, password=PASSWORD, is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    return user


@pytest.fixture
def officer(settings) -> User:
    settings.TWO_FACTOR = True
    return make_user("officer", OFFICERS)


@pytest.fixture
def half(officer: User) -> Client:
    """A browser in which the officer gave a password and nothing else."""
    return with_password()


@pytest.fixture
def enrolled(officer: User) -> list[str]:
    """The recovery codes of the officer, whose app is set up."""
    return two_factor.confirm(two_factor.app_to_confirm(officer))


def with_password(name: str = "officer", **query: str) -> Client:
    client = Client()
    answer = client.post("/admin/login/", {"username": name, "password": PASSWORD} | query)
    assert answer.status_code == 302
    return client


def code_of(key: bytes, steps: int = 0) -> str:
    """What an app with this key shows, now or some steps of 30 seconds later."""
    return f"{totp(key, t0=-30 * steps):06}"


def app_code(steps: int = 0) -> str:
    return code_of(TOTPDevice.objects.get(user__username="officer").bin_key, steps)


def give(client: Client, code: str, page: str = CODE, **fields: str) -> HttpResponse:
    return client.post(page, {"code": code} | fields)


def is_at_the_desk(client: Client) -> bool:
    return client.get(reverse("admin:agenda_agendaitem_changelist")).status_code == 200


def codes_on(page: HttpResponse) -> list[str]:
    return re.findall(r"<li><code>([a-z2-7 ]+)</code>", page.content.decode())


# Switched off


def test_without_the_setting_a_password_is_enough(settings):
    assert settings.TWO_FACTOR is False
    make_user("officer", OFFICERS)
    assert is_at_the_desk(with_password())


@pytest.mark.parametrize("page", [CODE, SET_UP, RECOVERY])
def test_without_the_setting_its_pages_are_not_there(page):
    make_user("officer", OFFICERS)
    assert with_password().get(page).status_code == 404
    assert Client().get(page).status_code == 404


def test_without_the_setting_administrators_see_nothing_of_it():
    make_user("administrator", ADMINISTRATORS)
    page = with_password("administrator").get(reverse("admin:auth_user_changelist"))
    assert "two-factor" not in page.content.decode().lower()


# Setting up


def test_an_officer_sets_up_an_app_and_signs_in_with_it(half):
    assert half.get("/admin/", follow=True).redirect_chain[-1][0] == SET_UP
    page = half.get(SET_UP).content.decode()
    key = b32decode(re.search(r'class="key">([A-Z2-7 ]+)<', page)[1].replace(" ", ""))
    shown = give(half, code_of(key), SET_UP)
    assert shown.url == RECOVERY
    assert len(codes_on(half.get(RECOVERY))) == 10
    assert is_at_the_desk(half)

    client = with_password()
    assert not is_at_the_desk(client)
    assert give(client, code_of(key, steps=1)).url == "/admin/"
    assert is_at_the_desk(client)


def test_the_key_is_drawn_on_the_page_and_fetched_from_nowhere(half):
    page = half.get(SET_UP).content.decode()
    svg = ElementTree.fromstring(re.search(r"<svg.*?</svg>", page, re.DOTALL)[0])
    assert svg.attrib["class"] == "qr-code"
    assert "style=" not in page
    assert "<script>" not in page
    assert not re.search(r'(src|href)="(https?:)?//', page)


def test_a_wrong_first_code_sets_nothing_up(half):
    half.get(SET_UP)
    page = give(half, "12345", SET_UP)
    assert "This code is not right" in page.content.decode()
    assert not TOTPDevice.objects.filter(confirmed=True).exists()
    assert not is_at_the_desk(half)


def test_the_key_stays_the_same_until_it_is_confirmed(half):
    half.get(SET_UP)
    key = TOTPDevice.objects.get().key
    give(half, "12345", SET_UP)
    half.get(SET_UP)
    assert TOTPDevice.objects.get().key == key


def test_a_password_alone_sets_up_no_second_app(half, enrolled):
    assert half.get(SET_UP).url == CODE
    assert give(half, app_code(), SET_UP).url == CODE
    assert TOTPDevice.objects.count() == 1
    assert not is_at_the_desk(half)


# Signing in


@pytest.mark.parametrize(
    "path", ["", "agenda/agendaitem/", "password_change/", "auth/user/", "jsi18n/", "nowhere/"]
)
def test_a_password_alone_opens_no_page_of_the_desk(half, enrolled, path):
    asked = half.get(f"/admin/{path}")
    assert (asked.status_code, asked.url) == (302, f"{CODE}?next=/admin/{path}")
    assert half.post(f"/admin/{path}").status_code == 302


def test_a_password_alone_makes_no_recovery_codes(half, enrolled):
    assert half.post(RECOVERY).url == CODE
    assert {t.token for t in StaticToken.objects.all()} == set(enrolled)


def test_a_code_leads_to_the_page_that_was_asked_for(half, enrolled):
    wanted = reverse("admin:agenda_agendaitem_changelist")
    assert give(half, app_code(), next=wanted).url == wanted


def test_a_code_leads_to_no_other_site(half, enrolled):
    assert give(half, app_code(), next="https://example.com/").url == "/admin/"


def test_a_code_counts_once(half, enrolled):
    code = app_code()
    give(half, code)
    again = with_password()
    assert give(again, code).status_code == 200
    assert not is_at_the_desk(again)


def test_an_old_code_is_refused(half, enrolled):
    assert "not right" in give(half, app_code(steps=-3)).content.decode()
    assert not is_at_the_desk(half)


def test_a_code_may_be_typed_with_a_gap(half, enrolled):
    code = app_code()
    assert give(half, f"{code[:3]} {code[3:]}").status_code == 302


def test_wrong_codes_are_counted(half, enrolled):
    give(half, "12345x")
    assert TOTPDevice.objects.get().throttling_failure_count == 1


def test_after_wrong_codes_the_right_one_must_wait(half, enrolled):
    apps = TOTPDevice.objects.all()
    apps.update(throttling_failure_count=5, throttling_failure_timestamp=timezone.now())
    page = give(half, app_code()).content.decode()
    assert re.search(r"Too many wrong codes. Wait 1\d seconds", page)
    apps.update(throttling_failure_timestamp=timezone.now() - timedelta(seconds=17))
    assert give(half, app_code()).status_code == 302


def test_the_code_of_one_officer_opens_no_other_account(officer, enrolled):
    make_user("clerk", OFFICERS)
    clerk = with_password("clerk")
    clerk.get(SET_UP)
    give(clerk, app_code(), SET_UP)
    assert not is_at_the_desk(clerk)


def test_the_session_gets_another_key_with_the_second_step(half, enrolled):
    before = half.cookies["desk_session"].value
    give(half, app_code())
    assert half.cookies["desk_session"].value != before


def test_somebody_else_can_sign_in_after_a_password(half, enrolled):
    assert half.post(reverse("admin:logout")).status_code == 200
    assert half.get("/admin/").url == "/admin/login/?next=/admin/"


# Recovery codes


def test_a_recovery_code_opens_the_desk_once(half, enrolled):
    typed = two_factor.in_fours(enrolled[0]).upper()
    assert give(half, typed).status_code == 302
    assert "You have 9 left" in half.get("/admin/").content.decode()
    again = with_password()
    assert give(again, typed).status_code == 200
    assert not is_at_the_desk(again)


def test_recovery_codes_are_shown_once(half, enrolled):
    give(half, app_code())
    assert half.post(RECOVERY).url == RECOVERY
    shown = codes_on(half.get(RECOVERY))
    assert {code.replace(" ", "") for code in shown} == {t.token for t in StaticToken.objects.all()}
    assert RECOVERY in half.get("/admin/").content.decode()
    later = half.get(RECOVERY)
    assert codes_on(later) == []
    assert "You have 10 unused recovery codes" in later.content.decode()


def test_new_recovery_codes_take_the_place_of_the_old(half, enrolled):
    give(half, app_code())
    half.post(RECOVERY)
    assert give(with_password(), enrolled[0]).status_code == 200


# Resetting


def test_an_administrator_resets_a_lost_app(half, enrolled, officer):
    give(half, app_code())
    administrator = Client()
    administrator.force_login(make_user("administrator", ADMINISTRATORS))
    enrol(administrator)
    listing = reverse("admin:auth_user_changelist")
    assert "Two-factor sign-in" in administrator.get(listing).content.decode()
    data = {"action": "reset_two_factor", "_selected_action": [officer.pk]}
    administrator.post(listing, data)
    assert not TOTPDevice.objects.filter(user=officer).exists()
    assert LogEntry.objects.get(object_id=officer.pk).change_message == "Two-factor sign-in reset."
    assert not is_at_the_desk(half)
    assert half.get(CODE).url == SET_UP


def enrol(client: Client) -> None:
    client.get(SET_UP)
    app = TOTPDevice.objects.get(confirmed=False)
    assert give(client, code_of(app.bin_key), SET_UP).status_code == 302


def test_the_only_administrator_is_helped_by_a_command(enrolled, capsys):
    call_command("reset_two_factor", "officer")
    assert "officer can now set it up." in capsys.readouterr().out
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()
    with pytest.raises(CommandError, match="Nobody has the user name nobody"):
        call_command("reset_two_factor", "nobody")


def test_keys_are_for_nobody_to_read(enrolled):
    superuser = User.objects.create_superuser("root", password=PASSWORD)
    client = Client()
    client.force_login(superuser)
    enrol(client)
    for app, model in (("otp_totp", "totpdevice"), ("otp_static", "staticdevice")):
        assert client.get(f"/admin/{app}/{model}/").status_code == 404
