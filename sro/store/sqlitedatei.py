"""The file of a SQLite database, watched while the app runs.

SQLite itself goes on writing into a file that was moved or deleted, where nobody would find it again, and makes a new,
empty one for the next connection. Here neither happens: the file is made once, at the start, and asked for before each
transaction.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from sro.store.errors import Ausfall
from sro.store.stoerung import Stoerung

log = logging.getLogger("sro")
Kennung = tuple[int, int]  # device and inode


class Datei:
    """Which file the first connection opened; all others have to find the same."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._first: Kennung | None = None

    def watch(self, engine: Engine) -> None:
        """Before each connection and each transaction. Listeners that begin one have to be added after this one."""
        event.listen(engine, "do_connect", self._connect)
        event.listen(engine, "connect", self._connected)
        event.listen(engine, "begin", self._begin)

    def require_same(self) -> None:
        """Ausfall where the file is gone or another lies in its place. It is neither made nor changed here."""
        if self._first is None:
            return
        now = _kennung(self.path)
        if now != self._first:
            raise Ausfall(Stoerung.AUSGETAUSCHT if now else Stoerung.VERSCHWUNDEN, str(self.path))

    def _connect(self, _dialect: Any, _record: Any, arguments: list[Any], options: dict[str, Any]) -> None:
        self.require_same()
        if self._first is None and not self.path.exists():
            log.warning("Es gibt noch keine Datenbank; eine neue, leere wird angelegt: %s", self.path)
            mode = "rwc"
        else:
            mode = "rw"
        arguments[0] = f"{self.path.as_uri()}?mode={mode}"
        options["uri"] = True

    def _connected(self, _connection: Any, _record: Any) -> None:
        self._first = self._first or _kennung(self.path)

    def _begin(self, _connection: Connection) -> None:
        self.require_same()


def _kennung(path: Path) -> Kennung | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
