"""Faults that a test makes on purpose: a database without place, a file with rubbish in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event

from sro.store import Store


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The database may not grow by a single page."""

    def limit(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {connection.execute('PRAGMA page_count').fetchone()[0]}")

    store.close()
    event.listen(store._engine, "connect", limit)
    yield
    event.remove(store._engine, "connect", limit)
    store.close()


def overwrite(file: Path, start: int, length: int) -> bytes:
    """Writes rubbish into the middle of a file; its whole content afterwards."""
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(b"\xa5" * length)
    return file.read_bytes()
