"""From a file to the list that is shown: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sro.intake.einrichtungen import prepare, store_list
from sro.intake.einrichtungen.spalten import PFLICHT
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Ort, Traegerart
from sro.model.gebiet import GebietKey
from sro.model.protokoll import Vorgang
from sro.store import FreigabeAbgelehnt, Store, open_store
from tests.intake.einrichtungen.liste import write
from tests.intake.kleine_stadt import STADT

PLANUNG = Akteur("Planung", Rolle.PLANUNG)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", STADT)


def test_everything_that_a_row_says_is_kept(store: Store, tmp_path: Path) -> None:
    row = {
        "art": "Kita",
        "gebiet": "Hafen|02|2",
        "plaetze": "80",
        "lon": "10,6866",
        "lat": "53.8655",
        "hinweis": "mit Krippe",
        "herkunft": "synthetisch",
    }
    vorschau = prepare(write(tmp_path, row), store=store, stadt=STADT)
    made = store_list(vorschau, store=store, akteur=PLANUNG, quelle="Liste\nvom November")
    assert made.einrichtungen == (
        Einrichtung(
            id="k-0",
            name="Kita Sonnenuhr",
            art=Einrichtungsart.KITA,
            traeger="Verein Anker e. V.",
            traegerart=Traegerart.FREI,
            gebiete=(GebietKey("stadtbezirk", "03"), GebietKey("stadtbezirk", "02")),
            synthetisch=True,
            ort=Ort(10.6866, 53.8655),
            plaetze=80,
            hinweis="mit Krippe",
        ),
    )
    assert made.quelle == "Liste vom November"
    assert store.einrichtungen() == made


def test_nothing_is_said_of_what_is_empty(store: Store, tmp_path: Path) -> None:
    vorschau = prepare(write(tmp_path, {}, columns=PFLICHT), store=store, stadt=STADT)
    (one,) = store_list(vorschau, store=store, akteur=PLANUNG).einrichtungen
    assert (one.plaetze, one.ort, one.hinweis, one.synthetisch) == (None, None, "", False)


def test_with_an_error_nothing_is_written(store: Store, tmp_path: Path) -> None:
    vorschau = prepare(write(tmp_path, {}, {"gebiet": "99"}), store=store, stadt=STADT)
    assert (vorschau.has_errors, vorschau.einrichtungen) == (True, ())
    with pytest.raises(FreigabeAbgelehnt, match="Fehler"):
        store_list(vorschau, store=store, akteur=PLANUNG)
    assert (store.einrichtungen(), store.protokoll()) == (None, ())


def test_a_missing_column_is_told_once_beside_the_other_mistakes(store: Store, tmp_path: Path) -> None:
    columns = tuple(name for name in PFLICHT if name != "traeger")
    vorschau = prepare(write(tmp_path, {}, {"art": "x"}, columns=columns), store=store, stadt=STADT)
    assert [befund.code for befund in vorschau.befunde] == ["spalte_fehlt", "art_unbekannt"]


def test_whoever_may_not_plan_replaces_nothing(store: Store, tmp_path: Path) -> None:
    vorschau = prepare(write(tmp_path, {}), store=store, stadt=STADT)
    with pytest.raises(NichtErlaubt):
        store_list(vorschau, store=store, akteur=Akteur("Fachkraft", Rolle.FACHKRAFT))
    assert store.einrichtungen() is None


def test_a_list_checked_before_another_came_is_refused(store: Store, tmp_path: Path) -> None:
    early = prepare(write(tmp_path, {}), store=store, stadt=STADT)
    store_list(prepare(write(tmp_path, {}, {}), store=store, stadt=STADT), store=store, akteur=PLANUNG)
    with pytest.raises(FreigabeAbgelehnt, match="Inzwischen"):
        store_list(early, store=store, akteur=PLANUNG)
    assert [entry.was for entry in store.protokoll()] == [Vorgang.EINRICHTUNGEN]


def test_the_log_recognises_the_file(store: Store, tmp_path: Path) -> None:
    vorschau = prepare(write(tmp_path, {}), store=store, stadt=STADT)
    store_list(vorschau, store=store, akteur=PLANUNG)
    (entry,) = store.protokoll()
    assert (entry.wer, entry.datenstand_id, entry.angaben.dateien) == ("Planung", None, (vorschau.datei,))
    assert len(vorschau.datei.sha256) == 64
