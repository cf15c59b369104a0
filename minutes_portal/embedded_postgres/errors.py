from django.core.management.base import CommandError


class EmbeddedPostgresError(CommandError):
    """One sentence for the person at the keyboard: what is wrong and the remedy.

    Django's commands print a CommandError without a traceback.
    """
