"""`manage.py reset_two_factor`: for the administrator whom nobody else can help."""

from argparse import ArgumentParser

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from minutes_portal.accounts import two_factor


class Command(BaseCommand):
    help = "Forgets a user’s app and recovery codes; they set up two-factor sign-in anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, username: str, **options: object) -> None:
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Nobody has the user name {username}.")
        had = two_factor.reset(user)
        self.stdout.write(
            f"{username} {'can now' if had else 'had nothing to reset, and can'} set it up."
        )
