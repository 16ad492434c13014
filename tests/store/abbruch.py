"""A process that does one thing with a database and kills itself at one of the statements which that takes."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event

from sro.model.akteur import Akteur, Rolle
from sro.model.beduerfnis import Beduerfnis
from sro.store import Store, open_store
from sro.store.akten import Aenderung
from sro.store.engine import make_engine
from sro.store.schema import upgrade
from tests.intake.kleine_stadt import STADT

WER = Akteur("Probe", Rolle.PLANUNG)
NEU = Beduerfnis(text="neu")
# Changes of records; BN-1 is there in two versions, BN-2 in one, BN-3 was removed.
TATEN: dict[str, Callable[[Store], object]] = {
    "anlegen": lambda store: store.akten.anlegen(NEU, wer=WER, schluessel="k"),
    "ändern": lambda store: store.akten.aendern("BN-1", NEU, basis=2, wer=WER),
    "einspielen": lambda store: store.akten.einspielen(
        [Aenderung(NEU, "BN-1", 2), Aenderung(NEU), Aenderung(NEU, "BN-2", 1)], wer=WER
    ),
    "entfernen": lambda store: store.akten.entfernen("BN-2", basis=1, grund="doppelt", wer=WER),
    "zurückholen": lambda store: store.akten.zurueckholen("BN-3", 1, basis=2, wer=WER),
    "tilgen": lambda store: store.akten.tilgen("BN-1", grund="Name", wer=WER),
}
MIGRATION = "Migration"


def statements(engine: Engine, act: Callable[[], object]) -> int:
    """How many there are in doing it."""
    seen: list[Any] = []

    def count(*told: Any) -> None:
        seen.append(told[2])

    event.listen(engine, "before_cursor_execute", count)
    act()
    event.remove(engine, "before_cursor_execute", count)
    return len(seen)


def killed_before(statement: int, url: str, what: str) -> bool:
    """Does it in a process that dies before the statement of this number; whether it died."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    process = context.Process(target=_do_until, args=(statement, url, what))
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL


def _do_until(statement: int, url: str, what: str) -> None:
    if what == MIGRATION:
        engine = make_engine(url)
        _kill_at(statement, engine)
        upgrade(engine)
    else:
        store = open_store(url, STADT)
        _kill_at(statement, store._engine)
        TATEN[what](store)


def _kill_at(statement: int, engine: Engine) -> None:
    done = 0

    def count(*_: Any) -> None:
        nonlocal done
        done += 1
        if done == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "before_cursor_execute", count)
