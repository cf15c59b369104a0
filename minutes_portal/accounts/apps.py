from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "minutes_portal.accounts"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in

        from minutes_portal.accounts.middleware import note_sign_in

        user_logged_in.connect(note_sign_in)
