"""The one way from unprotected counts to what may be shown."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.audit import Angriff, Offen
from sro.protect.ausschnitt import Ausschnitt, ausschnitte, mehr_verbunden
from sro.protect.beobachtung import beobachtung
from sro.protect.duldung import schon_offen
from sro.protect.ergaenzung import Lage, NichtSchuetzbar, ergaenzen, komponenten
from sro.protect.fenster import buendeln, ueberlappung
from sro.protect.kosten import kosten
from sro.protect.regeln import geheim_nach_regel, schwellen, zu_klein
from sro.protect.rohwert import Rohwert
from sro.protect.schutz import Schutzbericht, Schutzergebnis, SchutzUnmoeglich
from sro.protect.system import Muster, System, Zahlen
from sro.protect.vorwissen import Veroeffentlichung, Verrat, bekannte, verratene
from sro.protect.zellen import Flaechen, Schluessel, Widerspruch, Zeile, Zellen, aus_beobachtungen, aus_rohwerten


def protect(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
    *,
    dulden: bool = False,
) -> Schutzergebnis:
    """Hides what is too small and what would give it away; returns the new observations, then those of `bestand`.

    `bestand` are observations that stay published unchanged: what they show cannot be hidden any more, what they hide
    stays hidden. `frueher` are earlier publications by name, which outsiders still have: nothing that is hidden there
    or here may follow from both together. SchutzUnmoeglich if that leaves no safe way; Widerspruch (a ValueError too)
    where figures contradict each other. What is hidden does not depend on the order of the rows. Rows of single years
    that may only be published pooled come back as one observation for each complete window, after all others.

    With `dulden`, cells that `frueher` gave away under lower thresholds need no more width than that left them
    (`duldung`); the result names them.
    """
    rohwerte = gebuendelt(rohwerte, katalog, bestand, frueher)
    _keine_doppelten(rohwerte, bestand)
    veroeffentlicht = [Veroeffentlichung(name, zeilen, katalog, stadt) for name, zeilen in frueher.items()]
    offen = schon_offen(veroeffentlicht) if dulden else {}
    lieferung = _Lieferung.of(rohwerte, katalog, stadt, bestand, offen)
    bekannt = bekannte(veroeffentlicht, lieferung.neu.werte)
    zusaetzlich: set[Schluessel] = set()
    while True:
        geheim = _geheime(lieferung, lieferung.regel | zusaetzlich, bekannt)
        beobachtungen = (*(_geschuetzt(roh, katalog, lieferung.flaechen, geheim) for roh in rohwerte), *bestand)
        verrat = _verrat(veroeffentlicht, beobachtungen, lieferung)
        if not verrat:
            break
        zusaetzlich |= _noch_zu_verbergen(verrat, lieferung, geheim)
    angriff = Angriff.of(aus_beobachtungen(beobachtungen, katalog, lieferung.flaechen), katalog, lieferung.flaechen)
    geduldet = angriff.bekannte(offen)
    namen = tuple(_benannt(zelle, lieferung.zusammen.zeilen) for zelle in sorted(geduldet | lieferung.gezeigt))
    return Schutzergebnis(beobachtungen, _bericht(lieferung, angriff.bericht(geduldet), geheim), geduldet=namen)


def gebuendelt(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    bestand: Sequence[Beobachtung],
    frueher: Mapping[str, Sequence[Beobachtung]],
) -> Sequence[Rohwert]:
    """The rows with windows in place of years; SchutzUnmoeglich where windows overlap."""
    rohwerte = buendeln(rohwerte, katalog)
    if ueberlappend := ueberlappung(rohwerte, {"im aktiven Datenstand": bestand, **frueher}):
        raise SchutzUnmoeglich(ueberlappend)
    return rohwerte


def _verrat(
    frueher: Sequence[Veroeffentlichung], beobachtungen: Sequence[Beobachtung], lieferung: _Lieferung
) -> list[Verrat]:
    if not frueher:
        return []
    return verratene(frueher, aus_beobachtungen(beobachtungen, lieferung.katalog, lieferung.flaechen).werte)


@dataclass(frozen=True, slots=True)
class _Lieferung:
    """The cells of a delivery: its own, those that stay published, both together, and which are too small.

    `gezeigt` are too small as well, but shown where they stay published, which is tolerated; so is `offen`.
    """

    katalog: Katalog
    flaechen: Flaechen
    neu: Zellen
    alt: Zellen
    zusammen: Zellen
    regel: frozenset[Schluessel]
    gezeigt: frozenset[Schluessel]
    offen: Offen
    gemerkt: dict[Hashable, set[Schluessel]] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(
        rohwerte: Sequence[Rohwert], katalog: Katalog, stadt: Stadt, bestand: Sequence[Beobachtung], offen: Offen
    ) -> _Lieferung:
        flaechen = Flaechen(stadt)
        neu = aus_rohwerten(rohwerte, katalog, flaechen)
        alt = aus_beobachtungen(bestand, katalog, flaechen)
        zusammen = _zusammen(neu, alt)
        regel = geheim_nach_regel(neu, katalog)
        gezeigt = regel & alt.werte.keys() & offen.keys()
        regel -= gezeigt
        _nicht_schon_gezeigt(regel, alt, zusammen.zeilen)
        return _Lieferung(katalog, flaechen, neu, alt, zusammen, frozenset(regel), frozenset(gezeigt), offen)


def _bericht(lieferung: _Lieferung, gefunden: Schutzbericht, geheim: set[Schluessel]) -> Schutzbericht:
    geheim = geheim & lieferung.neu.werte.keys()
    return replace(
        gefunden,
        zellen=len(lieferung.neu.werte),
        geheim=len(geheim),
        geheim_regel=len(lieferung.regel),
        geheim_ergaenzend=len(geheim - lieferung.regel),
        frueher_gezeigt=gefunden.frueher_gezeigt + len(lieferung.gezeigt),
    )


def _noch_zu_verbergen(verrat: list[Verrat], lieferung: _Lieferung, geheim: set[Schluessel]) -> set[Schluessel]:
    """The cells that must stay hidden because of earlier publications. SchutzUnmoeglich where they cannot be."""
    streng = schwellen(lieferung.katalog)
    gefunden = set()
    for eine in verrat:
        moeglich = {
            zelle
            for zelle in eine.durch
            if lieferung.neu.werte.get(zelle)
            and zelle not in geheim | lieferung.alt.werte.keys()
            and streng.get(zelle.merkmal)
        }
        if not moeglich:
            raise SchutzUnmoeglich(_verraten_durch(eine, lieferung.zusammen.zeilen))
        gefunden |= moeglich
    return gefunden


def _verraten_durch(verrat: Verrat, zeilen: list[Zeile]) -> str:
    durch = ", ".join(_benannt(zelle, zeilen) for zelle in verrat.durch[:3])
    return (
        f"{_benannt(verrat.zelle, zeilen)} ist in {verrat.wo} geheim gehalten und ließe sich zusammen mit dem neuen "
        f"Datenstand berechnen, denn dieser zeigt: {durch}. Bitte die Lieferung um diese Zeilen kürzen oder die "
        "zusammenhängenden Indikatoren gemeinsam neu liefern."
    )


def _geschuetzt(roh: Rohwert, katalog: Katalog, flaechen: Flaechen, geheim: set[Schluessel]) -> Beobachtung:
    indikator, zaehler, nenner = flaechen.zeile(roh, katalog)
    return beobachtung(roh, indikator, zaehler in geheim, nenner in geheim)


def _keine_doppelten(rohwerte: Iterable[Rohwert], bestand: Iterable[Beobachtung]) -> None:
    vorhanden = {(b.indikator, b.gebiet, b.jahr, b.jahre) for b in bestand}
    for roh in rohwerte if vorhanden else ():
        if (roh.indikator, roh.gebiet, roh.jahr, roh.jahre) in vorhanden:
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


def _geheime(lieferung: _Lieferung, kleine: Set[Schluessel], bekannt: set[Schluessel]) -> set[Schluessel]:
    """The delivered cells that must not be shown.

    Where some of them are `bekannt` from earlier publications, hiding them protects no other cell: the choice is made
    once more for an outsider who knows them.
    """
    zellen, katalog, flaechen = lieferung.zusammen, lieferung.katalog, lieferung.flaechen
    bedroht = {*kleine, *zellen.verborgen, *zellen.unklar}
    while True:
        teile = ausschnitte(zellen, bedroht, katalog, flaechen)
        geheim = {zelle for teil in teile for zelle in _gemerkte(teil, lieferung, kleine, bekannt)}
        if not mehr_verbunden(zellen, bedroht, bedroht | geheim, katalog, flaechen):
            return geheim
        bedroht |= geheim


def _gemerkte(
    teil: Ausschnitt, lieferung: _Lieferung, kleine: Set[Schluessel], bekannt: set[Schluessel]
) -> set[Schluessel]:
    """What is hidden in a part; worked out once where nothing about it changes from one choice to the next."""
    frage = (*map(id, teil.zellen.zeilen), teil.rand, frozenset(kleine & teil.zellen.alle))
    if frage not in lieferung.gemerkt:
        lieferung.gemerkt[frage] = _geheime_im_teil(teil, lieferung, kleine, bekannt)
    return lieferung.gemerkt[frage]


def _geheime_im_teil(
    teil: Ausschnitt, ganze: _Lieferung, kleine: Set[Schluessel], bekannt: set[Schluessel]
) -> set[Schluessel]:
    system = teil.system(ganze.katalog, ganze.flaechen)
    lieferung = replace(ganze, zusammen=teil.zellen)
    verborgen = teil.zellen.verborgen
    lage = _lage(system, lieferung, set(kleine) | verborgen)
    geheim = _gewaehlte(system, lage, lieferung)
    gewusst = geheim & bekannt
    if gewusst:
        lage = _lage(system, lieferung, geheim - gewusst | verborgen, bekannt)
        geheim |= _gewaehlte(system, lage, lieferung)
    return geheim


def _gewaehlte(system: System, lage: Lage, lieferung: _Lieferung) -> set[Schluessel]:
    marken = komponenten(system, lage.geheim & lage.schutz)
    aktiv = set(marken[lage.geheim & lage.schutz].tolist()) & set(marken[system.spalten(lieferung.neu.werte)].tolist())
    try:
        muster = ergaenzen(system, lage, marken, aktiv)
    except NichtSchuetzbar as fehler:
        zelle = _benannt(system.schluessel[fehler.spalte], lieferung.zusammen.zeilen)
        raise SchutzUnmoeglich(
            f"{zelle} muss geheim bleiben, lässt sich aber aus dem berechnen, was im aktiven oder einem früheren "
            "Datenstand schon gezeigt ist. Bitte die Indikatoren, die mit dieser Größe zusammenhängen, gemeinsam neu "
            "liefern."
        ) from fehler
    return {system.schluessel[spalte] for spalte in np.flatnonzero(muster & system.geliefert)}


def _lage(
    system: System, lieferung: _Lieferung, sicher_geheim: set[Schluessel], bekannt: Set[Schluessel] = frozenset()
) -> Lage:
    zellen, neu, alt = lieferung.zusammen, lieferung.neu, lieferung.alt
    menschen = system.schwelle > 0
    unklar = system.spalten(zellen.unklar)
    klein = np.zeros(len(system.werte), dtype=bool)
    for spalte in np.flatnonzero(menschen & ~system.geliefert):
        klein[spalte] = zu_klein(system.werte[spalte], system.schwelle[spalte], system.null_zeigen)
    geheim = ~system.geliefert | system.spalten(sicher_geheim) | unklar
    befreibar = system.geliefert & menschen & (system.werte != 0)
    waehlbar = befreibar & system.spalten(neu.werte) & ~system.spalten(alt.werte) & ~system.spalten(bekannt)
    return Lage(
        geheim=geheim,
        waehlbar=waehlbar,
        schutz=menschen & np.where(system.geliefert, ~unklar, klein),
        befreibar=befreibar,
        kosten=kosten(system, lieferung.katalog, lieferung.flaechen.stadt),
        genuegt=_genuegt(system, lieferung.offen),
        mitgefangen=_mitgefangen(system.paare, waehlbar),
    )


def _genuegt(system: System, offen: Offen) -> Zahlen:
    """The width that is left of each cell that earlier publications gave away; inf for all others."""
    genuegt = np.full(len(system.werte), np.inf)
    for zelle in offen.keys() & system.index.keys():
        genuegt[system.index[zelle]] = offen[zelle][1] - offen[zelle][0]
    return genuegt


def _mitgefangen(paare: NDArray[np.intp], waehlbar: Muster) -> NDArray[np.intp]:
    """Numerators that no other row would show once their denominator is hidden, with that denominator."""
    zaehler, nenner = np.unique(paare, axis=0).T
    einzige = (np.bincount(zaehler, minlength=len(waehlbar))[zaehler] == 1) & ~np.isin(zaehler, nenner)
    return np.column_stack([zaehler, nenner])[einzige & waehlbar[zaehler]]


def _benannt(zelle: Schluessel, zeilen: list[Zeile]) -> str:
    """The cell with the indicator that shows it, for a sentence."""
    zeile = next((z for z in zeilen if zelle in (z.zaehler, z.nenner)), None)
    jahr = max(zeile.zaehler.jahr, zeile.nenner.jahr) if zeile else zelle.jahr  # the row's
    ort = f"{zelle.gebiet.ebene} {zelle.gebiet.id}, {zeitraum_kurz(jahr, zelle.jahre)}"
    if zeile is None:
        return f"Die nicht gelieferte, aber errechenbare Größe „{zelle.merkmal}“ ({ort})"
    rolle = "Zähler" if zelle == zeile.zaehler else "Nenner"
    return f"Der {rolle} von „{zeile.indikator.id}“ ({ort})"
