"""What may be released, and what is written about it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from sro.intake.freigabe import release, unconfirmed
from sro.intake.uebernahme import prepare
from sro.intake.vorschau import Vorschau
from sro.model.akteur import Akteur, NichtErlaubt, Rolle
from sro.model.befund import Befund
from sro.model.protokoll import Bestaetigung, Datei, Vorgang
from sro.store import FreigabeAbgelehnt, Store, open_store
from tests.intake.kleine_stadt import KATALOG, KOPF, STADT

PLANUNG = Akteur("Planung", Rolle.PLANUNG)
GUT = ("saldo;stadt;00;2023;50;1000", "saldo;stadt;00;2024;60;1000")
LUECKE = ("saldo;stadt;00;2019;50;1000", "saldo;stadtteil;01;2024;30;400", "saldo;stadt;00;2024;60;1000")
GRUENDE = {"gebiete_unvollstaendig": "liegt nicht vor", "jahre_lueckenhaft": " Umstellung \n der Erhebung "}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'sro.sqlite'}", STADT)
    yield opened
    opened.close()


def look(store: Store, folder: Path, *rows: str) -> Vorschau:
    file = folder / "saldo.csv"
    file.write_text("\n".join((KOPF, *rows)), encoding="utf-8")
    return prepare([file], store=store, katalog=KATALOG, stadt=STADT)


def untouched(store: Store) -> bool:
    return (store.datenstaende(), store.protokoll()) == ((), ())


@pytest.mark.parametrize("rolle", [Rolle.OEFFENTLICH, Rolle.FACHKRAFT])
def test_rights_come_first(tmp_path: Path, store: Store, rolle: Rolle) -> None:
    for vorschau in (look(store, tmp_path, *GUT), look(store, tmp_path, "quatsch")):
        with pytest.raises(NichtErlaubt):
            release(vorschau, store=store, akteur=Akteur("Jemand", rolle))
    assert untouched(store)


def test_errors_cannot_be_confirmed(tmp_path: Path, store: Store) -> None:
    vorschau = look(store, tmp_path, "saldo;stadt;00;2024;viele;1000")
    with pytest.raises(FreigabeAbgelehnt, match=r"hat Fehler\. Bitte berichtigen"):
        release(vorschau, store=store, akteur=PLANUNG, bestaetigt={"keine_zahl": "passt schon"})
    late = replace(look(store, tmp_path, *GUT), befunde=(Befund("x", "Satz."),))
    with pytest.raises(FreigabeAbgelehnt, match="hat Fehler"):
        release(late, store=store, akteur=PLANUNG)
    assert untouched(store)


@pytest.mark.parametrize(
    "reasons",
    [
        {},
        {**GRUENDE, "jahre_lueckenhaft": ""},
        {**GRUENDE, "jahre_lueckenhaft": " \n "},
        {"gebiete_unvollstaendig": "x"},
    ],
)
def test_every_warning_needs_a_reason(tmp_path: Path, store: Store, reasons: dict[str, str]) -> None:
    vorschau = look(store, tmp_path, *LUECKE)
    assert vorschau.warnungen == ("gebiete_unvollstaendig", "jahre_lueckenhaft")
    assert "jahre_lueckenhaft" in unconfirmed(vorschau, reasons)
    with pytest.raises(FreigabeAbgelehnt, match=r"Nicht bestätigt: .*jahre_lueckenhaft\. Bitte für jede Warnung"):
        release(vorschau, store=store, akteur=PLANUNG, bestaetigt=reasons)
    assert untouched(store)


def test_a_release_is_logged_with_files_and_reasons(tmp_path: Path, store: Store) -> None:
    vorschau = look(store, tmp_path, *LUECKE)
    reasons = {**GRUENDE, "kam_nicht_vor": "x"}
    made = release(vorschau, store=store, akteur=PLANUNG, titel="Saldo", bestaetigt=reasons)
    assert made.titel == "Saldo"
    (entry,) = store.protokoll()
    assert (entry.wer, entry.was, entry.datenstand_id) == ("Planung", Vorgang.FREIGABE, made.id)
    digest = hashlib.sha256((tmp_path / "saldo.csv").read_bytes()).hexdigest()
    assert entry.angaben.dateien == (Datei("saldo.csv", digest),)
    assert entry.angaben.bestaetigt == (
        Bestaetigung("gebiete_unvollstaendig", "liegt nicht vor"),
        Bestaetigung("jahre_lueckenhaft", "Umstellung der Erhebung"),
    )


def test_nothing_of_a_warning_but_its_code_is_kept(tmp_path: Path, store: Store) -> None:
    release(look(store, tmp_path, *GUT), store=store, akteur=PLANUNG)
    leaping = look(store, tmp_path, "hilfen;stadt;00;2021;900;10000", "hilfen;stadt;00;2022;100;10000", *PARTS)
    assert leaping.warnungen == ("sprung_zum_vorjahr",)
    assert any("9 %" in befund.text for befund in leaping.befunde)
    release(leaping, store=store, akteur=PLANUNG, bestaetigt={"sprung_zum_vorjahr": "nachgefragt"})
    with store._engine.connect() as connection:
        kept = [json.loads(one) for one in connection.scalars(text("SELECT angaben FROM protokoll ORDER BY id DESC"))]
    assert kept[0]["bestaetigt"] == [{"code": "sprung_zum_vorjahr", "grund": "nachgefragt"}]
    assert set(kept[0]) == {"dateien", "bestaetigt"}


PARTS = tuple(
    f"{name};stadt;00;{year};{count};10000"
    for year, counts in ((2021, (500, 400)), (2022, (50, 50)))
    for name, count in zip(("ambulant", "stationaer"), counts, strict=True)
)


def test_what_is_carried_over_is_not_among_the_files(tmp_path: Path, store: Store) -> None:
    release(look(store, tmp_path, *GUT), store=store, akteur=PLANUNG)
    other = tmp_path / "personal.csv"
    other.write_text(f"{KOPF}\npersonal;stadt;00;2024;30,5;1000\n", encoding="utf-8")
    vorschau = prepare([other], store=store, katalog=KATALOG, stadt=STADT)
    made = release(vorschau, store=store, akteur=PLANUNG)
    assert {one.dateiname for one in made.herkunft} == {"saldo.csv", "personal.csv"}
    assert [one.name for one in store.protokoll()[0].angaben.dateien] == ["personal.csv"]


def test_a_release_in_between_is_told(tmp_path: Path, store: Store) -> None:
    mine, other = look(store, tmp_path, *GUT), look(store, tmp_path, *GUT)
    release(other, store=store, akteur=PLANUNG)
    with pytest.raises(
        FreigabeAbgelehnt, match=r"Inzwischen ist Datenstand 1 freigegeben .* Bitte die Lieferung noch einmal"
    ):
        release(mine, store=store, akteur=PLANUNG)
    assert len(store.datenstaende()) == len(store.protokoll()) == 1
    assert release(look(store, tmp_path, *GUT), store=store, akteur=PLANUNG).id == 2


def test_the_same_cannot_be_released_twice(tmp_path: Path, store: Store) -> None:
    vorschau = look(store, tmp_path, *GUT)
    release(vorschau, store=store, akteur=PLANUNG)
    with pytest.raises(FreigabeAbgelehnt):
        release(vorschau, store=store, akteur=PLANUNG)
