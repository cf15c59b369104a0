from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate, pre_migrate


class MinutesPortalConfig(AppConfig):
    name = "minutes_portal"
    verbose_name = "Minutes Portal"

    def ready(self) -> None:
        from minutes_portal.public_door.laying import after_migrating, before_migrating

        # Once a migration: of all the applications that are told of it, one is enough.
        agenda = apps.get_app_config("agenda")
        pre_migrate.connect(before_migrating, sender=agenda)
        post_migrate.connect(after_migrating, sender=agenda)
