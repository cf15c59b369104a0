"""Where the portal listens."""

import os
import socket
from dataclasses import dataclass

from django.core.management.base import CommandError

from minutes_portal.environment import whole_number


@dataclass(frozen=True)
class ListenAddress:
    host: str
    port: int

    @classmethod
    def from_environment(cls) -> "ListenAddress":
        host = os.environ.get("HOST") or "127.0.0.1"
        return cls(host.strip("[]"), whole_number("PORT", 8000, least=1, most=65535))

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"

    def check_free(self) -> None:
        """Listens for a moment, so that nothing slow is begun in vain."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((self.host, self.port))
                listener.listen()
            except OSError as error:
                raise CommandError(
                    f"The portal cannot listen on {self} ({error.strerror}): stop what uses "
                    "it, or choose another port, as in `PORT=8001 make run`."
                ) from error
