"""Whoever changes records is killed at every single statement: all of the change is there or nothing of it."""

from __future__ import annotations

import pytest

from sro.model.beduerfnis import Beduerfnis
from sro.store import Store, open_store
from tests.intake.kleine_stadt import STADT
from tests.store.abbruch import TATEN, WER, killed_before


def filled(url: str) -> Store:
    store = open_store(url, STADT)
    for text in ("eins", "zwei", "drei"):
        store.akten.anlegen(Beduerfnis(text=text), wer=WER)
    store.akten.aendern("BN-1", Beduerfnis(text="eins b"), basis=1, wer=WER)
    store.akten.entfernen("BN-3", basis=1, grund="", wer=WER)
    return store


def everything(store: Store) -> list[object]:
    return [store.akten.bestand(), *(store.akten.verlauf(f"BN-{number}") for number in range(1, 5))]


@pytest.mark.parametrize("what", TATEN)
def test_a_change_is_whole_or_not_at_all(url: str, what: str) -> None:
    store = filled(url)
    before, number = everything(store), 1
    while killed_before(number, url, what):
        assert everything(store) == before
        number += 1
    done = everything(store)  # the last attempt had no statement of this number and came to its end
    assert done != before
    assert number > 2, "es gibt mehr als einen Befehl, sonst prüft das nichts"
    again = open_store(url, STADT)
    assert everything(again) == done
    for one in (store, again):
        one.close()
