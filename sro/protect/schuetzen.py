"""The one way from unprotected counts to what may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.audit import audit
from sro.protect.beobachtung import beobachtung
from sro.protect.ergaenzung import Lage, NichtSchuetzbar, ergaenzen, komponenten
from sro.protect.kosten import kosten
from sro.protect.regeln import geheim_nach_regel, zu_klein
from sro.protect.rohwert import Rohwert
from sro.protect.schutz import Schutzergebnis
from sro.protect.system import Muster, System, aufbauen
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch, Zeile, Zellen, aus_beobachtungen, aus_rohwerten


class SchutzUnmoeglich(ValueError):
    """What was published before, or what never can be hidden, gives away a cell that has to be hidden."""


def protect(
    rohwerte: Sequence[Rohwert], katalog: Katalog, stadt: Stadt, bestand: Sequence[Beobachtung] = ()
) -> Schutzergebnis:
    """Hides what is too small and what would give it away; returns the new observations, then those of `bestand`.

    `bestand` are observations that stay published unchanged: what they show cannot be hidden any more, what they hide
    stays hidden. SchutzUnmoeglich if that leaves no safe way; Widerspruch (a ValueError too) where figures contradict
    each other. What is hidden does not depend on the order of the rows.
    """
    _keine_doppelten(rohwerte, bestand)
    flaechen = Flaechen(stadt)
    neu = aus_rohwerten(rohwerte, katalog, flaechen)
    alt = aus_beobachtungen(bestand, katalog, flaechen)
    zellen = _zusammen(neu, alt)
    regel = geheim_nach_regel(neu, katalog)
    _nicht_schon_gezeigt(regel, alt, zellen.zeilen)
    geheim = _geheime(zellen, neu, alt, regel, katalog, flaechen)
    beobachtungen = (*(_geschuetzt(roh, katalog, flaechen, geheim) for roh in rohwerte), *bestand)
    bericht = replace(
        audit(beobachtungen, katalog, stadt),
        zellen=len(neu.alle),
        geheim=len(geheim & neu.alle),
        geheim_regel=len(regel),
        geheim_ergaenzend=len(geheim & neu.alle - regel),
    )
    return Schutzergebnis(beobachtungen, bericht)


def _geschuetzt(roh: Rohwert, katalog: Katalog, flaechen: Flaechen, geheim: set[Schluessel]) -> Beobachtung:
    indikator, zaehler, nenner = flaechen.zeile(katalog[roh.indikator], roh.gebiet, roh.jahr)
    return beobachtung(roh, indikator, zaehler in geheim, nenner in geheim)


def _keine_doppelten(rohwerte: Iterable[Rohwert], bestand: Iterable[Beobachtung]) -> None:
    vorhanden = {(b.indikator, b.gebiet, b.jahr) for b in bestand}
    for roh in rohwerte:
        if (roh.indikator, roh.gebiet, roh.jahr) in vorhanden:
            raise Widerspruch(
                f"{roh.indikator}, {roh.gebiet.ebene} {roh.gebiet.id}, {roh.jahr} steht schon im Bestand. Bitte den "
                "Indikator als Ganzes ersetzen oder diese Zeile weglassen."
            )


def _zusammen(neu: Zellen, alt: Zellen) -> Zellen:
    """All that will be public after this delivery."""
    zellen = Zellen([*neu.zeilen, *alt.zeilen], dict(neu.werte), set(alt.verborgen), alt.unklar - neu.werte.keys())
    for zelle, wert in alt.werte.items():
        zellen.merken(zelle, wert)
    return zellen


def _nicht_schon_gezeigt(regel: set[Schluessel], alt: Zellen, zeilen: list[Zeile]) -> None:
    for zelle in sorted(regel & alt.werte.keys()):
        raise SchutzUnmoeglich(
            f"{_benannt(zelle, zeilen)} muss geheim bleiben, ist im aktiven Datenstand aber schon gezeigt. "
            "Bitte die Indikatoren mit dieser Größe gemeinsam neu liefern."
        )


def _geheime(
    zellen: Zellen, neu: Zellen, alt: Zellen, regel: set[Schluessel], katalog: Katalog, flaechen: Flaechen
) -> set[Schluessel]:
    """The delivered cells that must not be shown."""
    system = aufbauen(zellen, katalog, flaechen)
    lage = _lage(system, zellen, neu, alt, regel, katalog, flaechen.stadt)
    zeilen = {(zeile.zaehler, zeile.nenner) for zeile in zellen.zeilen if zeile.zaehler != zeile.nenner}
    marken = komponenten(system, lage.geheim & lage.schutz, _paare(system, zeilen))
    aktiv = set(marken[lage.geheim & lage.schutz].tolist()) & set(marken[system.spalten(neu.werte)].tolist())
    try:
        muster = ergaenzen(system, lage, marken, aktiv)
    except NichtSchuetzbar as fehler:
        raise SchutzUnmoeglich(
            f"{_benannt(system.schluessel[fehler.spalte], zellen.zeilen)} muss geheim bleiben, lässt sich aber aus dem "
            "berechnen, was im aktiven Datenstand schon gezeigt ist. Bitte die Indikatoren, die mit dieser Größe "
            "zusammenhängen, gemeinsam neu liefern."
        ) from fehler
    return {system.schluessel[spalte] for spalte in np.flatnonzero(muster & system.geliefert)}


def _lage(
    system: System, zellen: Zellen, neu: Zellen, alt: Zellen, regel: set[Schluessel], katalog: Katalog, stadt: Stadt
) -> Lage:
    menschen = system.schwelle > 0
    unklar = system.spalten(zellen.unklar)
    klein = np.array([zu_klein(w, s) for w, s in zip(system.werte, system.schwelle, strict=True)], dtype=bool)
    geheim = ~system.geliefert | system.spalten(regel | zellen.verborgen) | unklar
    befreibar = system.geliefert & menschen & (system.werte != 0)
    waehlbar = befreibar & system.spalten(neu.werte) & ~system.spalten(alt.werte)
    return Lage(
        geheim=geheim,
        waehlbar=waehlbar,
        schutz=menschen & np.where(system.geliefert, ~unklar, klein),
        befreibar=befreibar,
        kosten=kosten(system, zellen.zeilen, katalog, stadt),
        mitgefangen=_mitgefangen(system, zellen.zeilen, waehlbar),
    )


def _mitgefangen(system: System, zeilen: list[Zeile], waehlbar: Muster) -> NDArray[np.intp]:
    """Numerators that no other row would show once their denominator is hidden, with that denominator."""
    paare = {(zeile.zaehler, zeile.nenner) for zeile in zeilen}
    wie_oft = Counter(zaehler for zaehler, _ in paare)
    nenner = {zeile.nenner for zeile in zeilen}
    einzige = {(z, n) for z, n in paare if wie_oft[z] == 1 and z not in nenner}
    spalten = _paare(system, einzige)
    return spalten[waehlbar[spalten[:, 0]]]


def _paare(system: System, paare: Iterable[tuple[Schluessel, Schluessel]]) -> NDArray[np.intp]:
    spalten = sorted((system.index[zaehler], system.index[nenner]) for zaehler, nenner in paare)
    return np.array(spalten, dtype=np.intp).reshape(-1, 2)


def _benannt(zelle: Schluessel, zeilen: list[Zeile]) -> str:
    """The cell with the indicator that shows it, for a sentence."""
    zeile = next((z for z in zeilen if zelle in (z.zaehler, z.nenner)), None)
    ort = f"{zelle.gebiet.ebene} {zelle.gebiet.id}, {zelle.jahr}"
    if zeile is None:
        return f"Die nicht gelieferte, aber errechenbare Größe „{zelle.merkmal}“ ({ort})"
    rolle = "Zähler" if zelle == zeile.zaehler else "Nenner"
    return f"Der {rolle} von „{zeile.indikator.id}“ ({ort})"
