"""Which statements of the Werkstätten are meant: one filter for map, matrices, register and the children's view."""

from __future__ import annotations

from dataclasses import dataclass

from sro.akten.bestand import Bestand
from sro.model.akte import Akte
from sro.model.aussage import Aussage, Valenz
from sro.model.gebiet import Gebiet, GebietKey, Stadt
from sro.model.stimme import Altersgruppe


@dataclass(frozen=True, slots=True, kw_only=True)
class Aussagenfilter:
    """None is "all of them". Ids of a Werkstatt, a theme and a Schnittstelle; `raum` is an area or a Quartier."""

    werkstatt: str | None = None
    thema: str | None = None
    alter: Altersgruppe | None = None
    schnittstelle: str | None = None
    valenz: Valenz | None = None
    raum: GebietKey | None = None


def aussagen(bestand: Bestand, stadt: Stadt, wahl: Aussagenfilter) -> tuple[Akte[Aussage], ...]:
    """The statements that pass every part of the filter, in the order in which they were made."""
    return tuple(akte for akte in bestand.von(Aussage) if passes(akte.inhalt, bestand, stadt, wahl))


def passes(aussage: Aussage, bestand: Bestand, stadt: Stadt, wahl: Aussagenfilter) -> bool:
    """Whether one statement passes. One of a mixed group is not one of a certain age."""
    raum = raum_of(aussage, bestand)
    return (
        wahl.werkstatt in (None, aussage.werkstatt)
        and wahl.alter in (None, aussage.altersgruppe)
        and wahl.valenz in (None, aussage.valenz)
        and (wahl.thema is None or wahl.thema in aussage.themen)
        and (wahl.schnittstelle is None or wahl.schnittstelle in aussage.schnittstellen)
        and (wahl.raum is None or (raum is not None and stadt.touches(raum, wahl.raum)))
    )


def raum_of(aussage: Aussage, bestand: Bestand) -> GebietKey | None:
    """Where a statement belongs: its own area, else that of its Werkstatt; None where neither is known."""
    if aussage.raum or aussage.werkstatt not in bestand:
        return aussage.raum
    raum: GebietKey | None = getattr(bestand.akte(aussage.werkstatt).inhalt, "raum", None)
    return raum


def districts_of(aussage: Aussage, bestand: Bestand, stadt: Stadt) -> tuple[Gebiet, ...]:
    """The districts that a statement lies in: one as a rule, several where its Quartier crosses a border."""
    raum = raum_of(aussage, bestand)
    return tuple(g for g in districts(stadt) if raum is not None and stadt.touches(raum, g.key))


def districts(stadt: Stadt) -> tuple[Gebiet, ...]:
    """The areas that people call districts: the coarsest level below the whole city (Stadtteile)."""
    return stadt.of_level(stadt.ebenen[min(1, len(stadt.ebenen) - 1)].id)
