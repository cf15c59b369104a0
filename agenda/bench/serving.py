"""`python -m agenda.bench.serving portal|bare PORT PROCESSES`: a server for measuring.

It is the server of `manage.py serve`, with the same settings of gunicorn.
"""

import sys
from collections.abc import Callable
from typing import Any

from agenda.bench.client import HOST
from minutes_portal.listen_address import ListenAddress
from minutes_portal.web_server import WebServer

READY = "ready"


class BareServer(WebServer):
    def load(self) -> Callable[..., Any]:
        from agenda.bench.bare import application

        return application()


SERVERS: dict[str, type[WebServer]] = {"portal": WebServer, "bare": BareServer}


def main(which: str, port: str, processes: str) -> None:
    address = ListenAddress(HOST, int(port))
    SERVERS[which](address, int(processes), lambda: print(READY, flush=True)).run()


if __name__ == "__main__":
    # gunicorn reads the rest of the command line too.
    arguments, sys.argv = sys.argv[1:], sys.argv[:1]
    main(*arguments)
