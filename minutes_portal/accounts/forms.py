import math
from collections.abc import Callable

from django import forms
from django.utils import timezone
from django_otp import verify_token
from django_otp.models import Device

WRONG_CODE = (
    "This code is not right, or was used before. Codes of the app change every 30 seconds: "
    "wait for the next one. If they are never right, set the clock of your phone to set itself."
)


class CodeForm(forms.Form):
    """A code, checked against the device it must come from."""

    code = forms.CharField(
        max_length=20,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
    )

    def __init__(
        self, *args: object, device_for: Callable[[str], Device | None], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.device_for = device_for
        self.device: Device | None = None

    def clean_code(self) -> str:
        code = "".join(self.cleaned_data["code"].replace("-", "").split()).lower()
        device = self.device_for(code)
        if device is None:
            raise forms.ValidationError(WRONG_CODE)
        refuse_while_throttled(device)
        self.device = verify_token(device.user, device.persistent_id, code)
        if self.device is None:
            raise forms.ValidationError(WRONG_CODE)
        return code


def refuse_while_throttled(device: Device) -> None:
    """Each wrong code doubles the time until the next one is looked at."""
    allowed, reason = device.verify_is_allowed()
    if not allowed:
        seconds = math.ceil((reason["locked_until"] - timezone.now()).total_seconds())
        wait = f"{max(seconds, 2)} seconds" if seconds < 120 else f"{seconds // 60 + 1} minutes"
        raise forms.ValidationError(f"Too many wrong codes. Wait {wait}, then try again.")
