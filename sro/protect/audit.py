"""The audit: attacks a publication like an outsider, who knows what is published and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from sro.model.gebiet import Stadt
from sro.model.indikator import Katalog
from sro.model.wert import Beobachtung
from sro.protect.angriff import TOLERANZ, Spannen
from sro.protect.ausschnitt import Ausschnitt, ausschnitte
from sro.protect.ergaenzung import zu_enge
from sro.protect.schutz import Schutzbericht
from sro.protect.system import Muster, System
from sro.protect.zellen import Flaechen, Schluessel, Zellen, aus_beobachtungen


def audit(beobachtungen: Iterable[Beobachtung], katalog: Katalog, stadt: Stadt) -> Schutzbericht:
    """Counts the hidden cells that can be computed from what is shown, or narrowed down below their threshold.

    A cell counts as `aufgedeckt` when its feasible interval is narrower than its threshold although hiding more could
    have made it wider, or than one; when another row shows it; and when it was not delivered, follows from the others
    and is small for certain. Widerspruch where the published figures contradict each other.
    """
    return angegriffen(beobachtungen, katalog, Flaechen(stadt))


def angegriffen(beobachtungen: Iterable[Beobachtung], katalog: Katalog, flaechen: Flaechen) -> Schutzbericht:
    """What `audit` says, with cells that were named before, which takes less time."""
    zellen = aus_beobachtungen(beobachtungen, katalog, flaechen)
    geheim = zellen.verborgen | zellen.unklar
    teile = [_geprueft(teil, katalog, flaechen) for teil in ausschnitte(zellen, geheim, katalog, flaechen)]
    widerlegt = zellen.verborgen & zellen.werte.keys()
    return Schutzbericht(
        zellen=len(zellen.alle),
        geheim=len(geheim),
        geheim_regel=None,
        geheim_ergaenzend=None,
        aufgedeckt=sum(verraten for verraten, _ in teile) + len(widerlegt),
        kleinste_breite=0.0 if widerlegt else min((breite for _, breite in teile if breite is not None), default=None),
    )


def _geprueft(teil: Ausschnitt, katalog: Katalog, flaechen: Flaechen) -> tuple[int, float | None]:
    """How many cells of a part are given away, and how narrow the narrowest interval of a hidden one is."""
    system, zellen = teil.system(katalog, flaechen), teil.zellen
    gezeigt = system.spalten(zellen.werte)
    spannen, verraten = _angegriffen(system, zellen, ~gezeigt)
    schutz = (system.schwelle > 0) & ~gezeigt
    gehuetet = np.flatnonzero(schutz & system.geliefert & ~system.spalten(zellen.unklar))
    return len(verraten), _kleinste(spannen, gehuetet)


def zu_genau(system: System, zellen: Zellen, gefragt: Muster) -> set[Schluessel]:
    """The hidden cells, of those that are asked for, that can be computed or narrowed down too far."""
    return {system.schluessel[spalte] for spalte in _angegriffen(system, zellen, gefragt)[1]}


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
