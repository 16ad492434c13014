"""Protects a large delivery on all processors: every piece of it (`jahrgaenge`) in one of several processes.

What comes out is the same as if all had been protected together. Unprotected counts go to those processes through pipes
and nowhere else; the processes end with the protection, and with the process that started them.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.jahrgaenge import Jahrgang, aufgeteilt, jahrgaenge, reihe
from sro.protect.rohwert import Rohwert
from sro.protect.schuetzen import gebuendelt, protect
from sro.protect.schutz import Schutzbericht, Schutzergebnis

VIELE = 100_000  # rows from which starting further processes takes less time than it saves
PROZESSE = 4  # at most, so that their memory has a limit
Spalten = list[tuple[Any, ...]]
Gepackt = tuple[Spalten, Spalten, dict[str, Spalten]]  # a Jahrgang's rows by columns, which pickle in no time
Tell = Callable[[str], None]
Zeile = TypeVar("Zeile", Rohwert, Beobachtung)


def protect_by_years(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
    *,
    dulden: bool = False,
    tell: Tell = lambda _: None,
    viele: int = VIELE,
) -> Schutzergebnis:
    """What `protect` says; from `viele` rows on in pieces. `tell` gets a German sentence after each of them."""
    if len(rohwerte) + len(bestand) < viele:
        return protect(rohwerte, katalog, stadt, bestand, frueher, dulden=dulden)
    rohwerte = gebuendelt(rohwerte, katalog, bestand, frueher)
    aufteilung = aufgeteilt(rohwerte, bestand, frueher, katalog)
    stuecke = jahrgaenge(rohwerte, bestand, frueher, aufteilung)
    auftraege = [_gepackt(stueck) for stueck in stuecke.values()]
    namen = list(stuecke)
    del stuecke
    nach_stueck: dict[int, Iterator[Beobachtung]] = {}
    berichte: list[Schutzbericht] = []
    geduldet: list[str] = []
    for name, ergebnis in zip(namen, _ergebnisse(auftraege, partial(_geschuetzt, katalog, stadt, dulden)), strict=True):
        nach_stueck[name] = _zeilen(Beobachtung, ergebnis.spalten)
        berichte.append(ergebnis.bericht)
        geduldet += ergebnis.geduldet
        tell(f"Geheimhaltung: {len(berichte)} von {len(namen)} Teilen …")
    neu = (next(nach_stueck[aufteilung[reihe(roh)]]) for roh in rohwerte)
    return Schutzergebnis((*neu, *bestand), zusammen(berichte), geduldet=tuple(geduldet))


def zusammen(berichte: Sequence[Schutzbericht]) -> Schutzbericht:
    """One report of all pieces."""
    breiten = [bericht.kleinste_breite for bericht in berichte if bericht.kleinste_breite is not None]
    zaehler = [name for name in Schutzbericht.__slots__ if name not in ("kleinste_breite", "schwellen")]
    summen: dict[str, Any] = {name: sum(getattr(bericht, name) or 0 for bericht in berichte) for name in zaehler}
    return Schutzbericht(**summen, kleinste_breite=min(breiten, default=None))


def _ergebnisse(auftraege: Sequence[Gepackt], aufgabe: Callable[[Gepackt], Ergebnis]) -> Iterator[Ergebnis]:
    prozesse = min(len(auftraege), os.cpu_count() or 1, PROZESSE)
    if prozesse == 1:
        yield from map(aufgabe, auftraege)
        return
    art = multiprocessing.get_context("spawn")  # the same on every system, and nothing of this process is copied
    with ProcessPoolExecutor(prozesse, art, _begonnen) as andere:
        yield from andere.map(aufgabe, auftraege)


def _begonnen() -> None:
    """In each of the other processes, first: it ends with this one, even where this one is killed."""
    gc.disable()
    threading.Thread(target=_mit_dem_ersten_enden, daemon=True).start()


def _mit_dem_ersten_enden() -> None:
    erster = multiprocessing.parent_process()
    if erster:
        erster.join()
        os._exit(1)


class Ergebnis(NamedTuple):
    """Of one piece: the new observations by columns, how safe they are, and which cells are tolerated."""

    spalten: Spalten
    bericht: Schutzbericht
    geduldet: tuple[str, ...]


def _geschuetzt(katalog: Katalog, stadt: Stadt, dulden: bool, gepackt: Gepackt) -> Ergebnis:
    neu, alt, frueher = gepackt
    rohwerte = list(_zeilen(Rohwert, neu))
    bestand = list(_zeilen(Beobachtung, alt))
    bisher = {name: list(_zeilen(Beobachtung, spalten)) for name, spalten in frueher.items()}
    ergebnis = protect(rohwerte, katalog, stadt, bestand, bisher, dulden=dulden)
    return Ergebnis(_spalten(Beobachtung, ergebnis.beobachtungen[: len(rohwerte)]), ergebnis.bericht, ergebnis.geduldet)


def _gepackt(stueck: Jahrgang) -> Gepackt:
    frueher = {name: _spalten(Beobachtung, zeilen) for name, zeilen in stueck.frueher.items()}
    return _spalten(Rohwert, stueck.rohwerte), _spalten(Beobachtung, stueck.bestand), frueher


def _spalten(art: type[Zeile], zeilen: Iterable[Zeile]) -> Spalten:
    return list(zip(*map(attrgetter(*(feld.name for feld in fields(art))), zeilen), strict=True))


def _zeilen(art: type[Zeile], spalten: Spalten) -> Iterator[Zeile]:
    return map(art, *spalten) if spalten else iter(())
