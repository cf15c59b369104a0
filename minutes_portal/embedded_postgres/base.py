"""Django's PostgreSQL backend, on a server that is started when first needed."""

from typing import Any

from django.db.backends.postgresql import base, client
from django.utils.asyncio import async_unsafe

from .binaries import find_binaries
from .server import Server, server_in


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the server's own psql."""

    def runshell(self, parameters: list[str]) -> None:
        server = self.connection.start_server()
        self.executable_name = find_binaries(server.place.majors).program("psql")
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient
    server: Server | None = None

    def start_server(self) -> Server:
        """The address is the server's to say, so it is put into the settings here."""
        if self.server is None:
            directory = self.settings_dict["DIRECTORY"]
            server = server_in(directory, durable=self.settings_dict["DURABLE"])
            server.ensure()
            for name, value in server.client.address.items():
                self.settings_dict[name.upper()] = value
            self.server = server
        return self.server

    def get_connection_params(self) -> dict[str, Any]:
        self.start_server()
        return super().get_connection_params()

    @async_unsafe
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            # The server may have been killed since this process last used it.
            self.start_server().ensure()
            return super().get_new_connection(conn_params)
