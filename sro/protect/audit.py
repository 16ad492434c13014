"""The audit: attacks a publication like an outsider, who knows what is published and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.angriff import TOLERANZ, Spannen
from sro.protect.ausschnitt import Ausschnitt, ausschnitte
from sro.protect.ergaenzung import zu_enge
from sro.protect.regeln import mit_schwellen
from sro.protect.schutz import Schutzbericht
from sro.protect.system import Muster, System
from sro.protect.zellen import Flaechen, Schluessel, Zellen, aus_beobachtungen

Spanne = tuple[float, float]
Offen = Mapping[Schluessel, Spanne]  # cells that are too narrow, each with what an outsider knows of it


def audit(
    beobachtungen: Iterable[Beobachtung],
    katalog: Katalog,
    stadt: Stadt,
    frueher: Offen = MappingProxyType({}),
    damals: Mapping[str, int] | None = None,
) -> Schutzbericht:
    """Counts the hidden cells that can be computed from what is shown, or narrowed down below their threshold.

    A cell counts as `aufgedeckt` when its feasible interval is narrower than its threshold although hiding more could
    have made it wider, or than one; when another row shows it; and when it was not delivered, follows from the others
    and is small for certain. It counts apart, as `frueher_gezeigt`, where it tells no more than `frueher`, or was wide
    enough for the thresholds of `damals`. Widerspruch where the published figures contradict each other.
    """
    flaechen = Flaechen(stadt)
    angriff = Angriff.of(aus_beobachtungen(beobachtungen, katalog, flaechen), katalog, flaechen)
    if damals is None or not angriff.offen:
        return angriff.bericht(angriff.bekannte(frueher))
    katalog = mit_schwellen(katalog, damals)
    dann = Angriff.of(aus_beobachtungen(beobachtungen, katalog, flaechen), katalog, flaechen)
    return angriff.bericht(angriff.bekannte(frueher) | (angriff.offen.keys() - dann.offen.keys()))


@dataclass(frozen=True, slots=True)
class Angriff:
    """What an attack on a whole publication found."""

    zellen: Zellen
    offen: Offen
    kleinste_breite: float | None

    @staticmethod
    def of(zellen: Zellen, katalog: Katalog, flaechen: Flaechen) -> Angriff:
        geheim = zellen.verborgen | zellen.unklar
        teile = [_geprueft(teil, katalog, flaechen) for teil in ausschnitte(zellen, geheim, katalog, flaechen)]
        widerlegt = {zelle: (zellen.werte[zelle],) * 2 for zelle in sorted(zellen.verborgen & zellen.werte.keys())}
        offen: dict[Schluessel, Spanne] = dict(widerlegt)
        for gefunden, _ in teile:
            offen.update(gefunden)
        breiten = [0.0] if widerlegt else [breite for _, breite in teile if breite is not None]
        return Angriff(zellen, offen, min(breiten, default=None))

    def bekannte(self, frueher: Offen) -> set[Schluessel]:
        """The open cells of which this publication tells no more than an earlier one: its interval contains theirs."""
        return {
            zelle
            for zelle, (unten, oben) in self.offen.items()
            if zelle in frueher and unten <= frueher[zelle][0] + TOLERANZ and oben >= frueher[zelle][1] - TOLERANZ
        }

    def bericht(self, frueher: Set[Schluessel]) -> Schutzbericht:
        """`frueher` are those of the open cells that do not count as `aufgedeckt`."""
        return Schutzbericht(
            zellen=len(self.zellen.alle),
            geheim=len(self.zellen.verborgen | self.zellen.unklar),
            geheim_regel=None,
            geheim_ergaenzend=None,
            aufgedeckt=len(self.offen.keys() - frueher),
            kleinste_breite=self.kleinste_breite,
            frueher_gezeigt=len(self.offen.keys() & frueher),
        )


def _geprueft(teil: Ausschnitt, katalog: Katalog, flaechen: Flaechen) -> tuple[Offen, float | None]:
    """The cells of a part that are given away, and how narrow the narrowest interval of a hidden one is."""
    system, zellen = teil.system(katalog, flaechen), teil.zellen
    gezeigt = system.spalten(zellen.werte)
    spannen, verraten = _angegriffen(system, zellen, ~gezeigt)
    schutz = (system.schwelle > 0) & ~gezeigt
    gehuetet = np.flatnonzero(schutz & system.geliefert & ~system.spalten(zellen.unklar))
    return _offen(system, spannen, verraten), _kleinste(spannen, gehuetet)


def zu_genau(system: System, zellen: Zellen, gefragt: Muster) -> Offen:
    """The hidden cells, of those that are asked for, that can be computed or narrowed down too far."""
    return _offen(system, *_angegriffen(system, zellen, gefragt))


def enger(eine: Spanne, andere: Spanne) -> bool:
    return eine[1] - eine[0] < andere[1] - andere[0] - TOLERANZ


def engste(gefunden: Iterable[tuple[Schluessel, Spanne]]) -> Offen:
    """Each cell with the narrowest interval that was found of it."""
    offen: dict[Schluessel, Spanne] = {}
    for zelle, spanne in gefunden:
        if zelle not in offen or enger(spanne, offen[zelle]):
            offen[zelle] = spanne
    return offen


def _offen(system: System, spannen: Spannen, spalten: Iterable[int]) -> Offen:
    return {system.schluessel[k]: (float(spannen.unten[k]), float(spannen.oben[k])) for k in spalten}


def _angegriffen(system: System, zellen: Zellen, gefragt: Muster) -> tuple[Spannen, list[int]]:
    gezeigt = system.spalten(zellen.werte)
    betrag = np.abs(system.werte)  # what was not delivered and may be large, or a zero that may be known, is safe
    klein = (betrag < system.schwelle) & ((betrag > TOLERANZ) | (not system.null_zeigen))
    schutz = gefragt & (system.schwelle > 0) & ~gezeigt & (system.geliefert | klein)
    befreibar = gezeigt & (system.werte != 0) & (system.schwelle > 0)
    spannen, enge = zu_enge(system, ~gezeigt, schutz, befreibar)
    unklar = system.spalten(zellen.unklar)
    return spannen, [k for k in enge if _verraten(k, system, unklar, spannen)]


def _kleinste(spannen: Spannen, spalten: np.typing.NDArray[np.intp]) -> float | None:
    return round(float(spannen.breite[spalten].min()), 4) if len(spalten) else None


def _verraten(spalte: int, system: System, unklar: Muster, spannen: Spannen) -> bool:
    """Whether a narrow interval says something about few people. A delivered cell that is hidden for itself: always."""
    unten, oben = spannen.unten[spalte], spannen.oben[spalte]
    if system.geliefert[spalte] and not unklar[spalte]:
        return True
    if unklar[spalte]:  # may be zero, and zeros are no secret
        return bool(unten > 1 - TOLERANZ)
    klein = max(abs(unten), abs(oben)) < system.schwelle[spalte] - TOLERANZ
    return bool(klein and (unten > TOLERANZ or oben < -TOLERANZ or not system.null_zeigen))
