"""Two processes note down in the same entry and are killed again and again: every group is there, each of them once.

ABSTUERZE sets how often, for a longer trial by hand.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import Counter
from multiprocessing.connection import Connection
from random import Random
from typing import Any

import pytest

from sro.model.akteur import Akteur, Rolle
from sro.model.dialog import Dialog, Notiz
from sro.store import Store, open_store
from tests.intake.kleine_stadt import STADT
from tests.store.mitschreiber import groups, write_until_killed

ABSTUERZE = int(os.environ.get("ABSTUERZE", "6"))
WORDS_PER_CRASH = 40
LONGEST = 0.4  # seconds that a process lives after it began to write
WER = Akteur("Probe", Rolle.PLANUNG)


@pytest.fixture(scope="module")
def context() -> multiprocessing.context.ForkServerContext:
    """Processes that start in no time: what they import is loaded once, in a process without threads."""
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["tests.store.mitschreiber"])
    return made


def test_two_who_write_and_are_killed_lose_nothing(
    url: str, context: multiprocessing.context.ForkServerContext
) -> None:
    store, random = open_store(url, STADT), Random(5)
    dialog = store.akten.anlegen(Dialog(titel="Probe", datenstand=1), wer=WER).id
    common = store.akten.anlegen(Notiz(dialog=dialog), wer=WER).id
    outboxes = {name: groups(name, dialog, common, ABSTUERZE * WORDS_PER_CRASH) for name in ("a", "b")}
    wanted = Counter(group["felder"]["text"][1].split()[-1] for box in outboxes.values() for group in box)
    unheard = 0
    for _ in range(ABSTUERZE):
        killed(context, url, outboxes, random.uniform(0, LONGEST))
        found, waiting = noted(store), Counter(left(outboxes))
        assert wanted - waiting <= found <= wanted, "was beantwortet ist, ist da, und nichts steht doppelt"
        unheard += sum((found & waiting).values())
    assert left(outboxes), "die Abstürze müssen mitten ins Schreiben treffen, sonst prüft das nichts"
    for name in outboxes:
        outboxes[name] = outboxes[name][: WORDS_PER_CRASH // 2]
    expected = (wanted - waiting) + Counter(left(outboxes))
    killed(context, url, outboxes, None)
    assert left(outboxes) == []
    assert noted(store) == expected
    assert set(noted(store).values()) == {1}
    print(f"{noted(store).total()} Wörter, {ABSTUERZE} Abstürze, {unheard} gespeichert, ehe jemand davon hörte")  # noqa: T201
    store.close()


def killed(
    context: multiprocessing.context.ForkServerContext,
    url: str,
    outboxes: dict[str, list[dict[str, Any]]],
    seconds: float | None,
) -> None:
    """Lets both write for so long, or to the end; takes what was answered out of their outboxes."""
    started = []
    for box in outboxes.values():
        listening, telling = context.Pipe(duplex=False)
        process = context.Process(target=write_until_killed, args=(url, box, telling), daemon=True)
        process.start()
        telling.close()
        started.append((process, listening))
    for _, listening in started:
        listening.recv()  # it begins to write
    if seconds is not None:
        time.sleep(seconds)
        for process, _ in started:
            process.kill()
    done = {name: answers(listening) for name, (_, listening) in zip(outboxes, started, strict=True)}
    for process, _ in started:
        process.join()
    for name, keys in done.items():
        outboxes[name] = [group for group in outboxes[name] if group["schluessel"] not in keys]


def noted(store: Store) -> Counter[str]:
    """All words of all entries, with how often each stands there."""
    return Counter(word for akte in store.akten.bestand().von(Notiz) for word in akte.inhalt.text.split())


def answers(listening: Connection) -> set[str]:
    found = set()
    while True:
        try:
            found.add(listening.recv())
        except EOFError:
            return found


def left(outboxes: dict[str, list[dict[str, Any]]]) -> list[str]:
    """The word that each waiting group adds."""
    return [group["felder"]["text"][1].split()[-1] for box in outboxes.values() for group in box]
