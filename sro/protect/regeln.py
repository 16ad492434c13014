"""Which cells are too small to be shown: the primary rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sro.model.indikator import Anteilsart, Katalog
from sro.protect.zellen import Schluessel, Zellen


def schwellen(katalog: Katalog) -> dict[str, int]:
    """The threshold of each Merkmal about persons: its own or that of an indicator that counts it, the stricter one.

    A Merkmal without any (VZÄ, m², places) is not in the result and is never hidden.
    """
    strengste = {m.id: m.schwelle or 0 for m in katalog.merkmale}
    for indikator in katalog.indikatoren:
        strengste[indikator.zaehler] = max(strengste[indikator.zaehler], indikator.schwelle or 0)
    return {merkmal: schwelle for merkmal, schwelle in strengste.items() if schwelle}


def raised(katalog: Katalog, damals: Mapping[str, int]) -> bool:
    """Whether one of the catalogue's thresholds is higher than it was, or new."""
    return any(schwelle > damals.get(merkmal, 0) for merkmal, schwelle in schwellen(katalog).items())


def mit_schwellen(katalog: Katalog, andere: Mapping[str, int]) -> Katalog:
    """The catalogue with other thresholds; a Merkmal that they do not name is not about persons."""
    return replace(
        katalog,
        merkmale=tuple(replace(m, schwelle=andere.get(m.id)) for m in katalog.merkmale),
        indikatoren=tuple(replace(indikator, schwelle=None) for indikator in katalog.indikatoren),
    )


def zu_klein(wert: float, schwelle: float, null_zeigen: bool = True) -> bool:
    """True for |wert| < schwelle, for zero only where zeros are hidden; a balance of moves is small on both sides."""
    return abs(wert) < schwelle and (wert != 0 or not null_zeigen)


def geheim_nach_regel(zellen: Zellen, katalog: Katalog) -> set[Schluessel]:
    """Cells that are small, and numerators that leave fewer than the threshold of the whole group (Gruppenschutz)."""
    streng, null_zeigen = schwellen(katalog), katalog.geheimhaltung.null_zeigen
    geheim = {z for z, wert in zellen.werte.items() if zu_klein(wert, streng.get(z.merkmal, 0), null_zeigen)}
    for indikator, zaehler, nenner in zellen.zeilen:
        if not indikator.gruppenschutz or indikator.art is not Anteilsart.ANTEIL:
            continue
        x, gruppe = zellen.werte.get(zaehler), zellen.werte.get(nenner)
        if x and gruppe is not None and x > gruppe - streng.get(zaehler.merkmal, 0):
            geheim.add(zaehler)
    return geheim
