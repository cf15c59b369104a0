from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AgendaConfig(AppConfig):
    name = "agenda"
    verbose_name = "Agenda items"

    def ready(self) -> None:
        import agenda.tracking.meetings  # noqa: F401
        from agenda.roles import grant_roles

        post_migrate.connect(grant_roles, sender=self)
