"""What is counted at a place: schools, day-care places, staff, playgrounds. Only by Stadtteil, except playgrounds."""

from __future__ import annotations

import numpy as np

from scripts.demo.areas import BURDEN, STADTTEILE, YEARS, Tafel, Zahlen
from scripts.demo.chance import poissonian, rates, stream, trait, walk
from scripts.demo.counts import on_level
from scripts.demo.people import Bevoelkerung

# Pupils at schools in a Stadtteil per pupil who lives there; all schools (the Innenstadt has the Gymnasien).
SCHOOLS = {
    "01": 2.6,
    "02": 1.15,
    "03": 0.7,
    "04": 0.9,
    "05": 0.75,
    "06": 0.8,
    "07": 0.95,
    "08": 0.5,
    "09": 1.0,
    "10": 1.1,
}
FIRST_YEAR_OF_HOUSE = {"08": 2017}  # before it there is no open youth work in this Stadtteil: true zeros


def add_schools(made: dict[str, Tafel], people: Bevoelkerung) -> None:
    """Pupils by the place of their school, and the children of the school entry examination by home."""
    own = people.group(6, 10).on("stadtteil")
    made["grundschulkinder"] = _stadtteil(np.round(own * np.exp(0.07 * trait("grundschule", len(STADTTEILE)))))
    made["abgaenge_klasse_4"] = _stadtteil(_about(made["grundschulkinder"].zahlen / 4, "klasse 4"))
    pull = np.array([SCHOOLS[stadtteil] for stadtteil in STADTTEILE])
    made["schuelerinnen"] = _stadtteil(_about(people.group(6, 18).on("stadtteil") * pull, "schulen"))
    made["schulentlassene"] = _stadtteil(_about(people.group(16, 17).on("stadtteil") * pull, "schulentlassene"))
    made["kinder_vor_einschulung"] = _stadtteil(people.group(5, 6).on("stadtteil"))


def add_places(made: dict[str, Tafel]) -> None:
    """Day-care places, staff in full-time equivalents (quarters) and square metres of playground."""
    children = made["bevoelkerung_3_6_5_vorjahr"].on("stadtteil")
    made["plaetze_ue3"] = _stadtteil(np.round(_spread(children, (0.91, 0.96), 0.16, "plaetze") / 5) * 5)
    youth = made["bevoelkerung_12_21"].on("stadtteil")
    staff = _spread(youth, (0.00235, 0.00255), 0.35, "okja", 0.30) * _open()
    made["okja_vzae"] = _stadtteil(_quarters(staff))
    expected = rates(youth, np.linspace(0.068, 0.074, len(YEARS)), _lasting("besuch", 0.30, 0.30)) * _open()
    made["okja_stammbesuchende"] = _stadtteil(poissonian(walk("besuch", *expected.shape), expected))
    pupils = made["schuelerinnen"].zahlen
    made["schulsozialarbeit_vzae"] = _stadtteil(
        _quarters(_spread(pupils, (0.0017, 0.0025), 0.18, "schulsozialarbeit", 0.25))
    )
    made["spielflaeche_m2"] = _playgrounds(made["bevoelkerung_0_18"].zahlen)


def _stadtteil(counts: Zahlen) -> Tafel:
    return Tafel("stadtteil", counts)


def _about(expected: Zahlen, name: str) -> Zahlen:
    """The expected number give or take one percent."""
    return np.round(expected * (1 + 0.01 * walk(name, *expected.shape)))


def _lasting(name: str, streuung: float, last: float) -> Zahlen:
    return last * on_level(BURDEN, "stadtteil") + streuung * trait(name, len(STADTTEILE))


def _spread(people: Zahlen, course: tuple[float, float], streuung: float, name: str, last: float = 0.0) -> Zahlen:
    """Supply that follows the number of people of the first year, from a first to a last city-wide ratio."""
    fixed = np.broadcast_to(people.mean(axis=0), people.shape)
    return rates(fixed, np.linspace(*course, len(YEARS)), _lasting(name, streuung, last))


def _quarters(amount: Zahlen) -> Zahlen:
    return np.round(amount * 4) / 4


def _open() -> Zahlen:
    """1 where a Stadtteil has a youth house in a year, else 0."""
    return np.array([[float(year >= FIRST_YEAR_OF_HOUSE.get(s, 0)) for s in STADTTEILE] for year in YEARS])


def _playgrounds(children: Zahlen) -> Tafel:
    """Square metres change only when a place is built or given up; some villages have none."""
    areas = children.shape[1]
    per_child = 7.2 * np.exp(0.40 * trait("spielflaeche", areas) - 0.10 * BURDEN)
    none = (children[0] < 60) & (trait("spielplatz", areas) < 0)
    size = np.where(none, 0.0, np.round(children.mean(axis=0) * per_child / 10) * 10)
    built = stream("spielplatzbau").integers(0, 12, (len(YEARS), areas)) == 0
    more = np.cumsum(np.where(built, np.round(size * 0.04 / 10) * 10, 0.0), axis=0)
    return Tafel("stadtbezirk", size + more)
