"""The clock of the machine is set while the app runs: what was done later stays later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from sro.akten.chronik import schritte
from sro.model.akteur import Akteur, Rolle
from sro.model.beduerfnis import Beduerfnis
from sro.store import Store, akten, einrichtungen, rows
from tests.store.schreiber import release

WER = Akteur("Probe", Rolle.PLANUNG)
NOON = dt.datetime(2026, 11, 24, 12, 0)
SET = (NOON, NOON - dt.timedelta(days=400), NOON + dt.timedelta(days=4000), NOON - dt.timedelta(minutes=1))
Clock = Callable[[dt.datetime], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the clock by which everything is written."""

    def put(moment: dt.datetime) -> None:
        for module in (rows, akten, einrichtungen):
            monkeypatch.setattr(module, "now", lambda: moment)

    return put


def test_the_datenstand_that_was_released_last_is_shown(store: Store, clock: Clock) -> None:
    for number, moment in enumerate(SET, 1):
        clock(moment)
        assert release(store, 20).id == number
        assert store.active_id() == number
    assert [one.id for one in store.datenstaende()] == [4, 3, 2, 1]
    assert [one.datenstand_id for one in store.protokoll()] == [4, 3, 2, 1]
    assert store.datenstaende()[0].erstellt == SET[-1].replace(tzinfo=dt.UTC)  # told as the clock said it
    clock(NOON - dt.timedelta(days=9000))
    store.activate(1, WER)
    assert (store.active_id(), store.stand()) == (1, 5)


def test_versions_of_records_are_in_the_order_of_their_writing(store: Store, clock: Clock) -> None:
    clock(SET[0])
    name = store.akten.anlegen(Beduerfnis(text="0"), wer=WER).id
    for number, moment in enumerate(SET[1:], 1):
        clock(moment)
        store.akten.aendern(name, Beduerfnis(text=str(number)), basis=number, wer=WER)
    verlauf = store.akten.verlauf(name)
    assert [(one.nummer, one.inhalt.text) for one in verlauf if isinstance(one.inhalt, Beduerfnis)] == [
        (4, "3"),
        (3, "2"),
        (2, "1"),
        (1, "0"),
    ]
    assert [one.lfd for one in verlauf] == sorted((one.lfd for one in verlauf), reverse=True)
    assert (store.akten.akte(name).inhalt, store.akten.akte(name).lfd) == (Beduerfnis(text="3"), verlauf[0].lfd)
    assert len(schritte(verlauf)) == 4, "weit auseinander, also einzeln erzählt, in welche Richtung auch immer"


def test_what_was_changed_last_is_known_without_a_clock(store: Store, clock: Clock) -> None:
    clock(NOON)
    first, second = (store.akten.anlegen(Beduerfnis(text=one), wer=WER) for one in ("a", "b"))
    clock(NOON - dt.timedelta(days=1))
    store.akten.aendern(first.id, Beduerfnis(text="c"), basis=1, wer=WER)
    found = sorted(store.akten.bestand().akten, key=lambda akte: akte.lfd)
    assert [akte.id for akte in found] == [second.id, first.id]
    assert found[-1].zeitpunkt < found[0].zeitpunkt
