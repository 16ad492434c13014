"""The model project's area beside the areas that contain it, and how far down each indicator reaches."""

from __future__ import annotations

from dataclasses import dataclass

from sro.auswertung.kennwert import Kennwert, figure
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Ebene, Gebiet, GebietKey
from sro.model.indikator import Indikator


@dataclass(frozen=True)
class Vergleichszeile:
    """One indicator in the area (`hier`) and, in the same year, in the areas around it, the city last."""

    hier: Kennwert
    darum: tuple[Kennwert | None, ...]

    @property
    def indikator(self) -> Indikator:
        return self.hier.indikator


@dataclass(frozen=True)
class Reichweite:
    """The indicators whose finest level, on the way from the area to the city, is this one."""

    ebene: Ebene
    gebiet: Gebiet
    indikatoren: tuple[Indikator, ...]


@dataclass(frozen=True)
class Raumvergleich:
    """`gebiete` from the area to the city; `ohne` are indicators without any figure on that way."""

    gebiete: tuple[Gebiet, ...]
    zeilen: tuple[Vergleichszeile, ...]
    reichweiten: tuple[Reichweite, ...]
    ohne: tuple[Indikator, ...]


def upwards(werk: Zahlenwerk, gebiet: GebietKey) -> tuple[Gebiet, ...]:
    """The area and all that contain it, up to the city."""
    parent = werk.stadt.parent(gebiet)
    return (werk.stadt.gebiet(gebiet), *(upwards(werk, parent.key) if parent else ()))


def finest(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey) -> Gebiet | None:
    """The smallest area on the way to the city for whose level the indicator is published; None where it never is."""
    return next((area for area in upwards(werk, gebiet) if werk.has_level(indikator, area.ebene)), None)


def finest_figure(werk: Zahlenwerk, indikator: Indikator, gebiet: GebietKey) -> Kennwert | None:
    """The newest figure at the level that the indicator allows; its `gebiet` says for which area it holds."""
    area = finest(werk, indikator, gebiet)
    return figure(werk, indikator, area.key) if area else None


def side_by_side(werk: Zahlenwerk, gebiet: GebietKey) -> Raumvergleich:
    """The comparison for one area of the city."""
    areas = upwards(werk, gebiet)
    reach = {indikator.id: finest(werk, indikator, gebiet) for indikator in werk.katalog.indikatoren}
    levels = [
        Reichweite(
            werk.stadt.ebene(area.ebene),
            area,
            tuple(one for one in werk.katalog.indikatoren if reach[one.id] == area),
        )
        for area in areas
    ]
    own = (figure(werk, indikator, gebiet) for indikator in levels[0].indikatoren)
    return Raumvergleich(
        gebiete=areas,
        zeilen=tuple(_row(werk, kennwert, areas[1:]) for kennwert in own if kennwert),
        reichweiten=tuple(levels),
        ohne=tuple(one for one in werk.katalog.indikatoren if reach[one.id] is None),
    )


def _row(werk: Zahlenwerk, hier: Kennwert, around: tuple[Gebiet, ...]) -> Vergleichszeile:
    return Vergleichszeile(hier, tuple(figure(werk, hier.indikator, area.key, hier.jahr) for area in around))
