"""User accounts and groups, as administrators keep them."""

from axes.utils import reset as unlock_name
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from minutes_portal.accounts import two_factor

# Its keys and codes are for their owners alone; what administrators do is below.
admin.site.unregister([TOTPDevice, StaticDevice])
admin.site.unregister(User)

FOR_SUPERUSERS = {"is_superuser", "user_permissions"}


@admin.register(User)
class DeskUserAdmin(UserAdmin):
    """The people at the desk. Only a superuser can make, see or change superusers."""

    list_display = ["username", "name", "roles", "is_active", "last_login"]
    list_filter = ["groups", "is_active"]
    actions = ["unlock", "reset_two_factor"]
    add_fieldsets = [
        (None, {"fields": ["username", "password1", "password2"]}),
        ("Who they are", {"fields": ["first_name", "last_name", "email"]}),
        ("What they may do", {"fields": ["is_staff", "groups"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        users = super().get_queryset(request).prefetch_related("groups")
        app = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        users = users.annotate(has_app=Exists(app))
        return users if request.user.is_superuser else users.filter(is_superuser=False)

    def get_list_display(self, request: HttpRequest) -> list[str]:
        return [*self.list_display, *(["two_factor"] if settings.TWO_FACTOR else [])]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> list:
        fieldsets = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return fieldsets
        return [
            (title, options | {"fields": [f for f in options["fields"] if f not in FOR_SUPERUSERS]})
            for title, options in fieldsets
        ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        return {"is_staff": True} | super().get_changeform_initial_data(request)

    def get_actions(self, request: HttpRequest) -> dict:
        actions = super().get_actions(request)
        if not settings.TWO_FACTOR:
            actions.pop("reset_two_factor", None)
        return actions

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """The history names who did what: an account is closed by making it inactive."""
        return False

    @admin.display(ordering="last_name")
    def name(self, user: User) -> str:
        return user.get_full_name()

    @admin.display
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())

    @admin.display(description="two-factor sign-in", boolean=True, ordering="has_app")
    def two_factor(self, user: User) -> bool:
        return user.has_app

    @admin.action(
        description="Let the selected users try their passwords again", permissions=["change"]
    )
    def unlock(self, request: HttpRequest, users: QuerySet) -> None:
        for user in users:
            unlock_name(username=user.get_username())
        self.message_user(request, f"Unlocked: {listed(users)}.", messages.SUCCESS)

    @admin.action(
        description="Reset the two-factor sign-in of the selected users", permissions=["change"]
    )
    def reset_two_factor(self, request: HttpRequest, users: QuerySet) -> None:
        for user in users:
            if two_factor.reset(user):
                self.log_change(request, user, "Two-factor sign-in reset.")
        told = f"They set up two-factor sign-in when they sign in next: {listed(users)}."
        self.message_user(request, told, messages.SUCCESS)


def listed(users: QuerySet) -> str:
    return ", ".join(user.get_username() for user in users)
