"""Each door that writes, used once by a given person on a store that has something in it.

What a door needs is made here as cheaply as it can be had; what it would write is real.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sro.intake import freigabe
from sro.intake.akten import Vorhaben, store_all
from sro.intake.akten import Vorschau as Mappenvorschau
from sro.intake.assistent import sichere_profil
from sro.intake.einrichtungen import Vorschau as Listenvorschau
from sro.intake.einrichtungen import store_list
from sro.intake.grenzen import import_boundaries, import_osm, reset
from sro.intake.grenzen.schreiben import Blatt, write
from sro.intake.vorschau import Vorschau
from sro.model.akte import Freigabe, Inhalt
from sro.model.akteur import Akteur, Rolle
from sro.model.bedarf import Bedarf
from sro.model.datenstand import Herkunft
from sro.model.dialog import Dialog
from sro.model.einrichtung import Einrichtung, Einrichtungsart, Traegerart
from sro.model.protokoll import Datei
from sro.model.wert import Beobachtung, Status
from sro.protect import Schutzbericht, Schutzergebnis
from sro.reference.city import city
from sro.store import Store
from sro.store.akten import Aenderung
from sro.store.grenzen import bundled_file
from tests.intake.assistent.test_profil import PROFIL

PLANERIN = Akteur("Petra", Rolle.PLANUNG)
HERKUNFT = (Herkunft("hze_ohne_28", "a.csv", "ab12", True),)
BEDARF, DIALOG, WEG = "BE-1", "QD-1", "BE-2"  # WEG was removed and can come back
Probe = Callable[["Lage", Akteur], Any]


@dataclass(frozen=True)
class Lage:
    """A store with a Datenstand, a list of facilities and records; `ordner` is SRO_VAR."""

    store: Store
    ordner: Path

    def spur(self) -> tuple[object, ...]:
        """Everything that a write would change; the database by its ledgers, all else as files."""
        store = self.store
        files = {
            str(file.relative_to(self.ordner)): file.read_bytes()
            for file in sorted(self.ordner.rglob("*"))
            if file.is_file() and not file.name.startswith("sro.sqlite")
        }
        numbers = (store.stand(), store.akten.stand(), store.einrichtungen_stand(), store.active_id())
        return (*numbers, store.protokoll(), files)


def filled(store: Store) -> None:
    """Two Datenstände, a list, two records and one that was removed."""
    for _ in range(2):
        publish(store, PLANERIN)
    facilities(store, PLANERIN)
    for content in (Bedarf(titel="Treff"), Bedarf(titel="Weg"), Dialog(titel="Dialog", freigabe=Freigabe.INTERN)):
        store.akten.anlegen(content, wer=PLANERIN)
    store.akten.entfernen(WEG, basis=1, grund="Probe", wer=PLANERIN)


def protected() -> Schutzergebnis:
    shown = Beobachtung("hze_ohne_28", city().oberste.key, 2024, Status.OK, 10.0, 1000.0, 10.0)
    return Schutzergebnis((shown,), Schutzbericht(1, 0, 0, 0, 0, None))


def publish(store: Store, wer: Akteur) -> None:
    store.publish(protected(), HERKUNFT, "Lieferung", wer=wer, stand=store.stand())


def facility() -> Einrichtung:
    area = city().of_level(city().ebenen[-1].id)[0].key
    return Einrichtung("k-1", "Kita", Einrichtungsart.KITA, "Träger", Traegerart.FREI, (area,), True)


def facilities(store: Store, wer: Akteur) -> None:
    store.replace_einrichtungen([facility()], "Liste", wer=wer, stand=store.einrichtungen_stand())


def delivery(store: Store) -> Vorschau:
    return Vorschau((), "Lieferung", None, store.stand(), (Datei("a.csv", "ab12"),), None, protected(), HERKUNFT)


def _release(lage: Lage, wer: Akteur) -> None:
    freigabe.release(delivery(lage.store), store=lage.store, akteur=wer)


def _store_list(lage: Lage, wer: Akteur) -> None:
    preview = Listenvorschau((), Datei("a.csv", "ab12"), lage.store.einrichtungen_stand(), (facility(),))
    store_list(preview, store=lage.store, akteur=wer)


def workbook() -> Mappenvorschau:
    return Mappenvorschau((), (Vorhaben("Bedarfe", 2, Bedarf(titel="Neu")),))


def _boundaries(_: Lage, wer: Akteur) -> None:
    import_boundaries(bundled_file("stadtteil"), "stadtteil", city(), wer=wer)


def _from_osm(_: Lage, wer: Akteur) -> None:
    import_osm("stadtteil", city(), url="http://127.0.0.1:9/", wer=wer)


def _write(_: Lage, wer: Akteur) -> None:
    write([Blatt("stadt", {}, "Amt")], wer=wer)


def _reset(_: Lage, wer: Akteur) -> None:
    _write(_, PLANERIN)
    reset(city(), wer=wer)


def _changed(basis: int = 1, schluessel: str = "") -> Probe:
    """Also on top of an old version and with a key that was used: neither tells anybody what they may not read."""
    return lambda lage, wer: lage.store.akten.aendern(
        BEDARF, Bedarf(titel="Anders"), basis=basis, wer=wer, schluessel=schluessel
    )


def _again(lage: Lage, wer: Akteur) -> None:
    lage.store.akten.aendern(BEDARF, Bedarf(titel="Einmal"), basis=1, wer=PLANERIN, schluessel="taste-1")
    _changed(schluessel="taste-1")(lage, wer)


AKTEN = "sro.store.akten:Aktenlager"
TUEREN: dict[str, Probe] = {
    f"{AKTEN}.anlegen": lambda lage, wer: lage.store.akten.anlegen(Bedarf(titel="Neu"), wer=wer),
    f"{AKTEN}.aendern": _changed(),
    f"{AKTEN}.einspielen": lambda lage, wer: lage.store.akten.einspielen([Aenderung(Bedarf(), BEDARF, 1)], wer=wer),
    f"{AKTEN}.entfernen": lambda lage, wer: lage.store.akten.entfernen(BEDARF, basis=1, grund="x", wer=wer),
    f"{AKTEN}.zurueckholen": lambda lage, wer: lage.store.akten.zurueckholen(WEG, 1, basis=2, wer=wer),
    f"{AKTEN}.tilgen": lambda lage, wer: lage.store.akten.tilgen(BEDARF, grund="x", wer=wer),
    "sro.store.lager:Store.publish": lambda lage, wer: publish(lage.store, wer),
    "sro.store.lager:Store.activate": lambda lage, wer: lage.store.activate(1, wer),
    "sro.store.lager:Store.replace_einrichtungen": lambda lage, wer: facilities(lage.store, wer),
    "sro.intake.freigabe:release": _release,
    "sro.intake.einrichtungen.uebernahme:store_list": _store_list,
    "sro.intake.akten.uebernahme:store_all": lambda lage, wer: store_all(workbook(), store=lage.store, akteur=wer),
    "sro.intake.assistent.profil:sichere_profil": lambda _, wer: sichere_profil("probe", PROFIL, wer=wer),
    "sro.intake.grenzen.einlesen:import_boundaries": _boundaries,
    "sro.intake.grenzen.osm:import_osm": _from_osm,
    "sro.intake.grenzen.schreiben:write": _write,
    "sro.intake.grenzen.schreiben:reset": _reset,
}
VERRAET_NICHTS: dict[str, Probe] = {"ältere Fassung": _changed(basis=7), "benutzter Schlüssel": _again}
VERSPERRT: tuple[Inhalt, ...] = (Dialog(titel="Neu"), Dialog(titel="Neu", freigabe=Freigabe.OEFFENTLICH))
FACHLICH = Dialog(titel="Neu", datum=dt.date(2026, 1, 1), freigabe=Freigabe.FACHKREIS)
