"""The doors of disclosure control: by the method of the catalogue's rules, counts are hidden or rounded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from sro.model.gebiet import Stadt
from sro.model.geheimhaltung import Verfahren
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect import audit as unterdrueckt
from sro.protect import nebeneinander, schuetzen, vorwissen
from sro.protect.rohwert import Rohwert
from sro.protect.runden import runden
from sro.protect.rundungspruefung import audit_gerundet, zusammen_verraten
from sro.protect.schutz import Schutzbericht, Schutzergebnis
from sro.protect.vorwissen import Verrat


def protect(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
) -> Schutzergebnis:
    """What may be shown of a delivery, then `bestand`; see `schuetzen.protect`. All publications are of one method."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return runden(rohwerte, katalog, stadt, bestand, frueher)
    ergebnis = schuetzen.protect(rohwerte, katalog, stadt, bestand, frueher)
    return replace(ergebnis, geheimhaltung=katalog.geheimhaltung)


def protect_by_years(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
    *,
    tell: Callable[[str], None] = lambda _: None,
) -> Schutzergebnis:
    """What `protect` says, large deliveries in pieces; see `nebeneinander`. Rounding needs no pieces."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return runden(rohwerte, katalog, stadt, bestand, frueher)
    ergebnis = nebeneinander.protect_by_years(rohwerte, katalog, stadt, bestand, frueher, tell=tell)
    return replace(ergebnis, geheimhaltung=katalog.geheimhaltung)


def audit(beobachtungen: Iterable[Beobachtung], katalog: Katalog, stadt: Stadt) -> Schutzbericht:
    """Attacks a publication from the outside; see `audit` and `rundungspruefung`."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return audit_gerundet(tuple(beobachtungen), katalog, stadt)
    return unterdrueckt.audit(beobachtungen, katalog, stadt)


def audit_together(
    beobachtungen: Sequence[Beobachtung],
    andere: Mapping[str, Sequence[Beobachtung]],
    katalog: Katalog,
    stadt: Stadt,
) -> list[Verrat]:
    """What a publication gives away together with another one; see `vorwissen` and `rundungspruefung`."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return list(zusammen_verraten(beobachtungen, andere, katalog, stadt))
    return vorwissen.audit_together(beobachtungen, andere, katalog, stadt)
