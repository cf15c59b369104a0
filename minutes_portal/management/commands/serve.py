"""`manage.py serve`: prepares the database and serves the portal."""

import signal
import sys
from typing import Any

from django.core.management.base import BaseCommand

from minutes_portal.environment import whole_number
from minutes_portal.first_start import prepare
from minutes_portal.listen_address import ListenAddress


class Command(BaseCommand):
    help = (
        "Serves the portal on HOST (127.0.0.1) and PORT (8000), with WEB_CONCURRENCY (2) "
        "processes, after preparing its database. Ctrl-C stops it."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        # Until the web server takes the signals over, they end what is being prepared.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda number, _: sys.exit(128 + number))
        address = ListenAddress.from_environment()
        processes = whole_number("WEB_CONCURRENCY", 2, least=1, most=64)
        address.check_free()
        prepare(self.stdout)
        # gunicorn reads WEB_CONCURRENCY on import and cannot say what is wrong with it.
        from minutes_portal.web_server import WebServer

        WebServer(address, processes, lambda: self.announce(address)).run()

    def announce(self, address: ListenAddress) -> None:
        self.stdout.write(f"Minutes Portal is at http://{address} — Ctrl-C stops it.")
        self.stdout.flush()
