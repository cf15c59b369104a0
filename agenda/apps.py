from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AgendaConfig(AppConfig):
    name = "agenda"
    verbose_name = "Agenda items"

    def ready(self) -> None:
        import agenda.tracking.meetings  # noqa: F401
        from agenda.roles import grant_roles
        from agenda.search.after_migrating import catch_up_after_migrating
        from agenda.search.in_step import keep_in_step

        post_migrate.connect(grant_roles, sender=self)
        post_migrate.connect(catch_up_after_migrating, sender=self)
        keep_in_step()
