"""The pages of the second step of signing in."""

import django_otp
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.views import RedirectURLMixin, redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from django.views.generic.base import ContextMixin
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice

from minutes_portal.accounts import two_factor
from minutes_portal.accounts.forms import CodeForm

# Where the session holds recovery codes until the page that shows them.
TO_BE_SHOWN = "recovery_codes"


class SecondStep(RedirectURLMixin, ContextMixin):
    """Open to whoever gave their password, where two-factor sign-in is switched on."""

    title = ""
    next_page = "admin:index"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not settings.TWO_FACTOR:
            raise Http404
        if not admin.site.has_permission(request):
            return redirect_to_login(request.get_full_path())
        return self.elsewhere() or super().dispatch(request, *args, **kwargs)

    def elsewhere(self) -> HttpResponse | None:
        """Where to go instead, for somebody whose step this is not."""
        raise NotImplementedError

    def get_context_data(self, **kwargs: object) -> dict:
        page = admin.site.each_context(self.request) | {"title": self.title}
        return super().get_context_data(**page, **kwargs)

    def verified_by(self, device: Device) -> None:
        django_otp.login(self.request, device)
        self.request.session.cycle_key()


class CodeView(SecondStep, FormView):
    """Asks for a code, at every sign-in."""

    title = "Enter a code"
    form_class = CodeForm
    template_name = "admin/login_code.html"

    def elsewhere(self) -> HttpResponse | None:
        if self.request.user.is_verified():
            return redirect(self.get_success_url())
        return None if two_factor.app_of(self.request.user) else redirect("two_factor:set_up")

    def get_form_kwargs(self) -> dict:
        user = self.request.user
        return super().get_form_kwargs() | {
            "device_for": lambda code: two_factor.device_for(user, code)
        }

    def get_context_data(self, **kwargs: object) -> dict:
        return super().get_context_data(next=self.get_redirect_url(), **kwargs)

    def form_valid(self, form: CodeForm) -> HttpResponse:
        self.verified_by(form.device)
        if not isinstance(form.device, TOTPDevice):
            left = two_factor.recovery_codes_left(self.request.user)
            messages.warning(self.request, f"You used a recovery code. You have {left} left.")
        return super().form_valid(form)


class SetUpView(SecondStep, FormView):
    """Shows the key of a new app, and has it confirmed by a first code."""

    title = "Set up two-factor sign-in"
    form_class = CodeForm
    template_name = "admin/login_set_up.html"

    @cached_property
    def app(self) -> TOTPDevice:
        return two_factor.app_to_confirm(self.request.user)

    def elsewhere(self) -> HttpResponse | None:
        return redirect("two_factor:code") if two_factor.app_of(self.request.user) else None

    def get_form_kwargs(self) -> dict:
        return super().get_form_kwargs() | {"device_for": lambda code: self.app}

    def get_context_data(self, **kwargs: object) -> dict:
        key = {"picture": two_factor.picture_of(self.app), "key": two_factor.key_of(self.app)}
        return super().get_context_data(**key, address=self.app.config_url, **kwargs)

    def form_valid(self, form: CodeForm) -> HttpResponse:
        self.request.session[TO_BE_SHOWN] = two_factor.confirm(form.device)
        self.verified_by(form.device)
        return redirect("two_factor:recovery_codes")


class RecoveryCodesView(SecondStep, TemplateView):
    """Shows new recovery codes once, and makes others when asked."""

    title = "Recovery codes"
    template_name = "admin/login_recovery_codes.html"

    def elsewhere(self) -> HttpResponse | None:
        return None if self.request.user.is_verified() else redirect("two_factor:code")

    def get_context_data(self, **kwargs: object) -> dict:
        codes = [two_factor.in_fours(code) for code in self.request.session.pop(TO_BE_SHOWN, [])]
        left = two_factor.recovery_codes_left(self.request.user)
        return super().get_context_data(codes=codes, left=left, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        request.session[TO_BE_SHOWN] = two_factor.new_recovery_codes(request.user)
        return redirect("two_factor:recovery_codes")
