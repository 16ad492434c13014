"""A release that dies half way leaves nothing behind: the writing process is killed again and again.

The process is killed, not the machine or the database server. ABSTUERZE sets how often, for a longer trial by hand.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import Counter
from random import Random

import pytest
from sqlalchemy import Table, func, select

from sro.model.protokoll import Vorgang
from sro.store import Store, open_store
from sro.store.tables import aktivierung, beobachtung, herkunft
from tests.intake.kleine_stadt import STADT
from tests.store.schreiber import NAMEN, release, write_until_killed

ABSTUERZE = int(os.environ.get("ABSTUERZE", "10"))
LONGEST = 0.6  # seconds that the process lives after its first release has begun


@pytest.fixture(scope="module")
def context() -> multiprocessing.context.ForkServerContext:
    """Processes that start in no time: what they import is loaded once, in a process without threads."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["tests.store.schreiber"])
    return made


def test_a_killed_release_leaves_nothing_behind(url: str, context: multiprocessing.context.ForkServerContext) -> None:
    random, interrupted = Random(7), 0
    for seed in range(ABSTUERZE):
        interrupted += killed_while_releasing(context, url, seed, random.uniform(0, LONGEST))
        store = open_store(url, STADT)
        assert_whole(store)
        assert release(store, 100).aktiv
        assert_whole(store)
        store.close()
    print(f"{interrupted} von {ABSTUERZE} mitten in einer Freigabe beendet")  # noqa: T201
    assert interrupted > ABSTUERZE // 3, "die Abstürze müssen Freigaben treffen, sonst prüft das nichts"


def killed_while_releasing(
    context: multiprocessing.context.ForkServerContext, url: str, seed: int, seconds: float
) -> bool:
    """Whether a release had begun and was not done when the process was killed."""
    listening, telling = context.Pipe(duplex=False)
    process = context.Process(target=write_until_killed, args=(url, seed, telling), daemon=True)
    process.start()
    telling.close()
    begun: bool = listening.recv()
    time.sleep(seconds)
    process.kill()
    process.join()
    while True:
        try:
            begun = listening.recv()
        except EOFError:
            return begun


def assert_whole(store: Store) -> None:
    """Every Datenstand has each of its rows, its sources, its activation and its entry; nothing belongs to none."""
    expected = {one.id: store.bericht(one.id).zellen for one in store.datenstaende()}
    assert counted(store, beobachtung) == expected
    assert counted(store, herkunft) == dict.fromkeys(expected, len(NAMEN))
    assert counted(store, aktivierung) == dict.fromkeys(expected, 1)
    assert Counter((one.datenstand_id, one.was) for one in store.protokoll()) == {
        (number, Vorgang.FREIGABE): 1 for number in expected
    }
    assert store.active_id() == max(expected, default=None)


def counted(store: Store, table: Table) -> dict[int, int]:
    """Rows of each Datenstand."""
    column = table.c.datenstand_id
    with store._engine.connect() as connection:
        found = connection.execute(select(column, func.count().label("rows")).group_by(column))
        return {row.datenstand_id: row.rows for row in found}
