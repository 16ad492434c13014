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
from sro.protect import duldung, nebeneinander, schuetzen, vorwissen
from sro.protect.audit import Offen
from sro.protect.regeln import schwellen
from sro.protect.rohwert import Rohwert
from sro.protect.runden import runden
from sro.protect.rundungspruefung import audit_gerundet, zusammen_verraten
from sro.protect.schutz import Schutzbericht, Schutzergebnis
from sro.protect.vorwissen import Veroeffentlichung, Verrat


def protect(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
    *,
    dulden: bool = False,
) -> Schutzergebnis:
    """What may be shown of a delivery, then `bestand`; see `schuetzen.protect`. All publications are of one method."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return _mit_regeln(runden(rohwerte, katalog, stadt, bestand, frueher), katalog)
    return _mit_regeln(schuetzen.protect(rohwerte, katalog, stadt, bestand, frueher, dulden=dulden), katalog)


def protect_by_years(
    rohwerte: Sequence[Rohwert],
    katalog: Katalog,
    stadt: Stadt,
    bestand: Sequence[Beobachtung] = (),
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
    *,
    dulden: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Schutzergebnis:
    """What `protect` says, large deliveries in pieces; see `nebeneinander`. Rounding needs no pieces."""
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return _mit_regeln(runden(rohwerte, katalog, stadt, bestand, frueher), katalog)
    ergebnis = nebeneinander.protect_by_years(rohwerte, katalog, stadt, bestand, frueher, dulden=dulden, tell=tell)
    return _mit_regeln(ergebnis, katalog)


def _mit_regeln(ergebnis: Schutzergebnis, katalog: Katalog) -> Schutzergebnis:
    """With the rules by which it was made, so that it can be attacked by them whatever they are later."""
    bericht = replace(ergebnis.bericht, schwellen=schwellen(katalog))
    return replace(ergebnis, bericht=bericht, geheimhaltung=katalog.geheimhaltung)


def audit(
    beobachtungen: Iterable[Beobachtung],
    katalog: Katalog,
    stadt: Stadt,
    frueher: Mapping[str, Sequence[Beobachtung]] = MappingProxyType({}),
    damals: Mapping[str, int] | None = None,
) -> Schutzbericht:
    """Attacks a publication from the outside; see `audit` and `rundungspruefung`.

    What it tells no closer than one of `frueher` alone, or as closely as the thresholds of `damals` allowed, counts
    apart.
    """
    if katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return audit_gerundet(tuple(beobachtungen), katalog, stadt)
    return unterdrueckt.audit(beobachtungen, katalog, stadt, _schon_offen(frueher, katalog, stadt), damals)


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


def erneut_gesagt(
    verrat: Sequence[Verrat], frueher: Mapping[str, Sequence[Beobachtung]], katalog: Katalog, stadt: Stadt
) -> list[Verrat]:
    """Those of which one of `frueher` alone tells as much: shown, or narrow, under lower thresholds."""
    if not verrat or katalog.geheimhaltung.verfahren is Verfahren.RUNDEN:
        return []
    offen = _schon_offen(frueher, katalog, stadt)
    return [eine for eine in verrat if duldung.erneut_gesagt(eine, offen)]


def _schon_offen(frueher: Mapping[str, Sequence[Beobachtung]], katalog: Katalog, stadt: Stadt) -> Offen:
    return duldung.schon_offen(Veroeffentlichung(name, zeilen, katalog, stadt) for name, zeilen in frueher.items())
