"""The second step of signing in: codes of an app (TOTP, RFC 6238), and recovery codes."""

from base64 import b32encode

import segno
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

APP_CODE_LENGTH = 6
RECOVERY_CODES = 10


def app_of(user: User, *, confirmed: bool = True) -> TOTPDevice | None:
    return TOTPDevice.objects.devices_for_user(user, confirmed=confirmed).first()


def app_to_confirm(user: User) -> TOTPDevice:
    """The app being set up; its key stays the same until it is confirmed."""
    waiting = app_of(user, confirmed=False)
    return waiting or TOTPDevice.objects.create(user=user, name="App", confirmed=False)


def device_for(user: User, code: str) -> Device | None:
    """What this code can come from: the app or, going by its length, the recovery codes."""
    if len(code) == APP_CODE_LENGTH:
        return app_of(user)
    return StaticDevice.objects.devices_for_user(user, confirmed=True).first()


@transaction.atomic
def confirm(app: TOTPDevice) -> list[str]:
    """Ask for this app's codes from now on; returns the recovery codes to be shown."""
    app.confirmed = True
    app.save(update_fields=["confirmed"])
    return new_recovery_codes(app.user)


@transaction.atomic
def new_recovery_codes(user: User) -> list[str]:
    """Codes that open the desk once each, in place of all earlier ones."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="Recovery codes")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def recovery_codes_left(user: User) -> int:
    return StaticToken.objects.filter(device__user=user).count()


def reset(user: User) -> bool:
    """Forget the user's app and recovery codes; False where there were none."""
    apps = TOTPDevice.objects.filter(user=user).delete()[0]
    return bool(apps + StaticDevice.objects.filter(user=user).delete()[0])


def in_fours(code: str) -> str:
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def key_of(app: TOTPDevice) -> str:
    """The key to type where no camera reads the picture."""
    return in_fours(b32encode(app.bin_key).decode())


def picture_of(app: TOTPDevice) -> SafeString:
    """The key as a QR code, drawn here so that no other host learns it."""
    drawing = segno.make(app.config_url, error="m", micro=False)
    svg = drawing.svg_inline(dark="#000", light="#fff", omitsize=True, svgclass="qr-code")
    # Drawn from modules alone: the SVG holds no text of the user's.
    return mark_safe(svg)
