"""A figure as the words of a table's row, the same in slides, minutes and handout."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from sro.auswertung.kennwert import Kennwert
from sro.model.wert import Beobachtung
from sro.views import words
from sro.views.zahlen.kopfzahl import cases, course, period, unit


@dataclass(frozen=True, slots=True)
class Kennzahl:
    """`wert` with its unit, or the state in words; what there is not is empty. `stand` names another area, if it is."""

    name: str
    wert: str
    bereich: str
    stadt: str
    trend: str
    faelle: str
    stand: str

    @property
    def zellen(self) -> tuple[str, ...]:
        return astuple(self)


KOPF = ("Indikator", "Wert", "95-%-Bereich", "Stadt", "Trend", "Fälle", "Stand")


def row(kennwert: Kennwert, gebiet: str) -> Kennzahl:
    """`gebiet` is the name of the area that all is about; where the figure is of another one, it says so."""
    own = kennwert.gebiet.name
    return Kennzahl(
        name=kennwert.indikator.kurzname,
        wert=f"{value(kennwert)} {unit(kennwert)}".rstrip(),
        bereich=limits(kennwert),
        stadt=city(kennwert) if kennwert.gebiet.eltern else "",
        trend=trend(kennwert),
        faelle=" ".join(cases(kennwert)),
        stand=period(kennwert) if own == gebiet else f"{period(kennwert)}, {own}",
    )


def value(kennwert: Kennwert) -> str:
    """The bare number, or the state in words."""
    return _bare(kennwert.beobachtung, kennwert)


def limits(kennwert: Kennwert) -> str:
    """ "33,0 bis 50,9" """
    digits, found = kennwert.indikator.nachkommastellen, kennwert.intervall
    return f"{words.number(found.unten, digits)} bis {words.number(found.oben, digits)}" if found else ""


def city(kennwert: Kennwert) -> str:
    """The bare number of the city, or its state in words."""
    return _bare(kennwert.stadt, kennwert)


def trend(kennwert: Kennwert) -> str:
    """ "steigt" """
    return course(kennwert).removeprefix("Trend: ")


def _bare(b: Beobachtung | None, kennwert: Kennwert) -> str:
    indikator = kennwert.indikator
    if b is None or b.wert is None:
        return words.shown(b, indikator)
    return words.number(b.wert, indikator.nachkommastellen)
