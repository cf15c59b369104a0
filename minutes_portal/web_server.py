"""Runs the portal under gunicorn, inside this process."""

import signal
from collections.abc import Callable
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

from minutes_portal.listen_address import ListenAddress


class WebServer(BaseApplication):
    def __init__(
        self, address: ListenAddress, processes: int, announce: Callable[[], None]
    ) -> None:
        self.address = address
        self.processes = processes
        self.announce = announce
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options().items():
            self.cfg.set(name, value)

    def options(self) -> dict[str, Any]:
        return {
            "bind": str(self.address),
            "workers": self.processes,
            # Threads: browsers open connections in advance, and one that asks
            # for nothing yet must not keep a whole worker waiting.
            "worker_class": "gthread",
            "threads": 4,
            "preload_app": True,
            "graceful_timeout": 3,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self.when_ready,
        }

    def when_ready(self, arbiter: Arbiter) -> None:
        # gunicorn takes a hang-up for "reload"; here the terminal was closed.
        signal.signal(signal.SIGHUP, lambda *_: arbiter.signal(signal.SIGTERM, None))
        self.announce()

    def load(self) -> Callable[..., Any]:
        from minutes_portal.wsgi import application

        return application
