"""Windows: rows of single years become one pooled row, and no two windows may overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import GebietKey
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.rohwert import Rohwert
from sro.protect.zellen import Widerspruch


def buendeln(rohwerte: Sequence[Rohwert], katalog: Katalog) -> Sequence[Rohwert]:
    """The rows with pooled ones in place of those that may only be published pooled.

    A window of which a year has no row is left out; one of which a year has a row without a number is missing. What is
    pooled already stays as it is.
    Nothing of its single years is left: what they would tell is what follows from the others.
    """
    gebuendelt = {i.id: i.stadtweit_gebuendelt for i in katalog.indikatoren if i.stadtweit_gebuendelt}
    einzelne: list[Rohwert] = []
    fenster: defaultdict[tuple[str, GebietKey, int], list[Rohwert]] = defaultdict(list)
    for roh in rohwerte:
        regel = gebuendelt.get(roh.indikator)
        if regel and roh.jahre == 1 and roh.gebiet.ebene in regel.ebenen:
            fenster[roh.indikator, roh.gebiet, regel.letztes(roh.jahr)].append(roh)
        else:
            einzelne.append(roh)
    if not fenster:
        return rohwerte
    zusammen = (_zusammen(jahr, zeilen) for (_, _, jahr), zeilen in sorted(fenster.items()))
    laenge = {name: regel.jahre for name, regel in gebuendelt.items()}
    return [*einzelne, *(roh for roh in zusammen if roh.jahre == laenge[roh.indikator])]


def _zusammen(jahr: int, zeilen: list[Rohwert]) -> Rohwert:
    """One row for all years that there are."""
    indikator, gebiet = zeilen[0].indikator, zeilen[0].gebiet
    jahre = sorted(roh.jahr for roh in zeilen)
    for eines, naechstes in pairwise(jahre):
        if eines == naechstes:
            raise Widerspruch(f"{indikator}, {gebiet.ebene} {gebiet.id}, {eines} kommt doppelt vor.")
    zaehler, nenner = _summe(roh.zaehler for roh in zeilen), _summe(roh.nenner for roh in zeilen)
    return Rohwert(indikator, gebiet, jahr, zaehler, nenner, len(jahre))


def _summe(zahlen: Iterable[float | None]) -> float | None:
    alle = list(zahlen)
    return None if None in alle else sum(zahl for zahl in alle if zahl is not None)


def ueberlappung(rohwerte: Iterable[Rohwert], veroeffentlicht: Mapping[str, Iterable[Beobachtung]]) -> str:
    """A sentence where a window overlaps another one, of this delivery or of what was published before; else nothing.

    The difference of two windows that overlap is a single year or two, whatever else is hidden. `veroeffentlicht` are
    publications by name.
    """
    gefunden = {(roh.jahr, roh.jahre): "der Lieferung" for roh in rohwerte if roh.jahre > 1}
    if not gefunden:
        return ""
    for name, beobachtungen in veroeffentlicht.items():
        for jahr, jahre in {(b.jahr, b.jahre) for b in beobachtungen if b.jahre > 1}:
            gefunden.setdefault((jahr, jahre), name)
    nach_beginn = sorted(gefunden, key=lambda fenster: (fenster[0] - fenster[1], fenster[0]))
    for eines, naechstes in pairwise(nach_beginn):
        if naechstes[0] - naechstes[1] < eines[0]:
            einer, anderer = (f"{zeitraum_kurz(*fenster)} ({gefunden[fenster]})" for fenster in (eines, naechstes))
            return (
                f"Die Zeiträume {einer} und {anderer} überlappen sich; daraus ließe sich ein einzelnes Jahr errechnen. "
                "Bitte im Katalog bei den Zeiträumen bleiben, die schon veröffentlicht sind."
            )
    return ""
