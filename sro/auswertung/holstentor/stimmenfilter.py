"""Which Bedürfnisse are meant: one filter for perspectives, Bedarfe, chain and area."""

from __future__ import annotations

from dataclasses import dataclass

from sro.model.beduerfnis import Beduerfnis
from sro.model.quartier import QUARTIER
from sro.model.stimme import Gruppe

OHNE_QUARTIER = "ohne-quartier"  # voices about the area that no Quartier is noted down for


@dataclass(frozen=True, slots=True, kw_only=True)
class Stimmenfilter:
    """None is "all of them". `quartier` and `thema` are ids."""

    gruppe: Gruppe | None = None
    quartier: str | None = None
    thema: str | None = None

    @property
    def filtert(self) -> bool:
        return any((self.gruppe, self.quartier, self.thema))


def passes(beduerfnis: Beduerfnis, wahl: Stimmenfilter) -> bool:
    """Whether one Bedürfnis passes every part of the filter."""
    return (
        wahl.gruppe in (None, beduerfnis.gruppe)
        and wahl.quartier in (None, quartier_of(beduerfnis))
        and (wahl.thema is None or wahl.thema in beduerfnis.themen)
    )


def quartier_of(beduerfnis: Beduerfnis) -> str:
    """The Quartier's id, or OHNE_QUARTIER."""
    raum = beduerfnis.raum
    return raum.id if raum and raum.ebene == QUARTIER else OHNE_QUARTIER
