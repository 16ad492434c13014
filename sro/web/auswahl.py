"""What a person has chosen, and its form in the address. Pure: no Streamlit here.

`decode` never fails: what the address leaves open or gets wrong becomes something that there is, with a notice
that names the parameter but never repeats its text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from sro.model.buendelung import zeitraum
from sro.model.gebiet import GebietKey, Stadt
from sro.stats.grund import Grund
from sro.stats.klassen import Methode

D = TypeVar("D")
KLASSEN_MIN, KLASSEN_MAX, KLASSEN_VORGABE = 3, 7, 5
HOECHSTENS_GEBIETE = 8  # lines that can still be told apart


class Skala(StrEnum):
    """What the map's colours stand for."""

    WERT = "wert"
    STADT = "stadt"  # difference from the city's value of the same year
    VERAENDERUNG = "veraenderung"  # difference from an earlier year
    GEGLAETTET = "geglaettet"  # values of small areas drawn towards the mean


class Ansicht(StrEnum):
    """How the time series is drawn."""

    LINIEN = "linien"
    VIELFACHE = "vielfache"


@dataclass(frozen=True, slots=True)
class Auswahl:
    """One selection, shared by all pages. `gebiet` and `gebiete` are ids of areas of `ebene`."""

    ebene: str
    indikator: str
    jahr: int
    gebiet: str | None = None
    gebiete: tuple[str, ...] = ()
    skala: Skala = Skala.WERT
    seit: int | None = None
    methode: Methode = Methode.QUANTILE
    klassen: int = KLASSEN_VORGABE
    grenzen: tuple[float, ...] = ()
    ansicht: Ansicht | None = None  # None: small multiples until areas are chosen

    @property
    def gezeigt(self) -> tuple[str, ...]:
        """The ids of all chosen areas, the one from the map among them."""
        return tuple(dict.fromkeys([*self.gebiete, *([self.gebiet] if self.gebiet else [])]))

    @property
    def key(self) -> GebietKey | None:
        return GebietKey(self.ebene, self.gebiet) if self.gebiet else None


@dataclass(frozen=True)
class Angebot:
    """What a page can show: indicator → level → years that were delivered, and those with something to see.

    Indicators stand in the order of the catalogue, levels from coarse to fine.
    """

    stadt: Stadt
    geliefert: Mapping[str, Mapping[str, tuple[int, ...]]]
    sichtbar: Mapping[str, Mapping[str, tuple[int, ...]]]
    zusammen: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # years that a value pools, where over one
    glaettbar: frozenset[str] = frozenset()  # indicators whose map can be smoothed

    def jahre_zusammen(self, indikator: str, ebene: str) -> int:
        return self.zusammen.get(indikator, {}).get(ebene, 1)

    def skalen(self, indikator: str) -> tuple[Skala, ...]:
        """What the colours can stand for."""
        return tuple(skala for skala in Skala if skala is not Skala.GEGLAETTET or indikator in self.glaettbar)

    def ebenen(self, indikator: str) -> tuple[str, ...]:
        return tuple(self.geliefert[indikator])

    def jahre(self, indikator: str, ebene: str) -> tuple[int, ...]:
        """Every year from the first to the last delivered one; a gap year can be chosen and says that it is one.

        Of pooled years the last one of each window.
        """
        years = self.geliefert[indikator][ebene]
        return tuple(range(years[0], years[-1] + 1, self.jahre_zusammen(indikator, ebene)))

    def bestes_jahr(self, indikator: str, ebene: str) -> int:
        """The newest year with something to see."""
        visible = self.sichtbar.get(indikator, {}).get(ebene) or self.geliefert[indikator][ebene]
        return visible[-1]

    def __bool__(self) -> bool:
        return bool(self.geliefert)


_WERT_STATT = {  # why the values are shown instead
    Skala.VERAENDERUNG: "Eine Veränderung braucht ein früheres Jahr; gezeigt werden die Werte.",
    Skala.GEGLAETTET: f"{Grund.ART.satz} Geglättet wird hier nicht; gezeigt werden die Werte.",
}


def encode(auswahl: Auswahl) -> dict[str, str]:
    """The selection as query parameters; what equals the default stays out, the four main ones stay in."""
    params = {"ebene": auswahl.ebene, "indikator": auswahl.indikator, "jahr": str(auswahl.jahr)}
    if auswahl.gebiet:
        params["gebiet"] = auswahl.gebiet
    if auswahl.gebiete:
        params["gebiete"] = ",".join(auswahl.gebiete)
    if auswahl.skala is not Skala.WERT:
        params["skala"] = auswahl.skala
    if auswahl.seit is not None:
        params["seit"] = str(auswahl.seit)
    if auswahl.methode is not Methode.QUANTILE:
        params["methode"] = auswahl.methode
    if auswahl.klassen != KLASSEN_VORGABE:
        params["klassen"] = str(auswahl.klassen)
    if auswahl.grenzen:
        params["grenzen"] = ",".join(f"{grenze:g}" for grenze in auswahl.grenzen)
    if auswahl.ansicht:
        params["ansicht"] = auswahl.ansicht
    return params


def decode(params: Mapping[str, str], angebot: Angebot, vorgabe: str) -> tuple[Auswahl, tuple[str, ...]]:
    """The selection that an address asks for, and a notice for each parameter that had to be replaced.

    `vorgabe` is the indicator to take where the address names none and it has the level asked for.
    """
    reader = Reader(params)
    ebene = reader.one_of("ebene", _all_levels(angebot), None)
    indikator = reader.one_of("indikator", angebot.geliefert, None) or indicator_for(ebene, angebot, vorgabe)
    if ebene not in angebot.ebenen(indikator):
        if ebene:
            reader.notices.append(
                "Für diesen Indikator gibt es die Ebene aus der Adresse nicht; gezeigt wird eine andere."
            )
        ebene = usual_level(angebot.ebenen(indikator))
    jahre, zusammen = angebot.jahre(indikator, ebene), angebot.jahre_zusammen(indikator, ebene)
    jahr = reader.year("jahr", jahre, angebot.bestes_jahr(indikator, ebene), zusammen)
    ids = {gebiet.id for gebiet in angebot.stadt.of_level(ebene)}
    auswahl = Auswahl(
        ebene=ebene,
        indikator=indikator,
        jahr=jahr,
        gebiet=reader.one_of("gebiet", ids, None),
        gebiete=reader.several("gebiete", ids)[:HOECHSTENS_GEBIETE],
        skala=Skala(reader.one_of("skala", set(Skala), None) or Skala.WERT),
        seit=reader.year("seit", jahre, None, zusammen),
        methode=Methode(reader.one_of("methode", set(Methode), None) or Methode.QUANTILE),
        klassen=reader.whole("klassen", KLASSEN_MIN, KLASSEN_MAX, KLASSEN_VORGABE),
        grenzen=reader.numbers("grenzen"),
        ansicht=Ansicht(ansicht) if (ansicht := reader.one_of("ansicht", set(Ansicht), None)) else None,
    )
    consistent = _consistent(auswahl, angebot)
    if consistent.skala is not auswahl.skala:
        reader.notices.append(_WERT_STATT[auswahl.skala])
    elif auswahl.seit is not None and consistent.seit is not None and consistent.seit != auswahl.seit:
        reader.notices.append("Das Vergleichsjahr muss vor dem gezeigten Jahr liegen; gezeigt wird ein früheres.")
    return consistent, tuple(reader.notices)


def fit(auswahl: Auswahl, angebot: Angebot, vorgabe: str) -> Auswahl:
    """The selection bent to what there is, silently: for a change of page, indicator or Datenstand."""
    return decode(encode(auswahl), angebot, vorgabe)[0]


def _consistent(auswahl: Auswahl, angebot: Angebot) -> Auswahl:
    """`seit` belongs to the change map alone, must lie before the year, and is chosen where it is open."""
    if auswahl.skala not in angebot.skalen(auswahl.indikator):
        return replace(auswahl, skala=Skala.WERT, seit=None)
    if auswahl.skala is not Skala.VERAENDERUNG:
        return replace(auswahl, seit=None)
    earlier = [jahr for jahr in angebot.jahre(auswahl.indikator, auswahl.ebene) if jahr < auswahl.jahr]
    if not earlier:
        return replace(auswahl, skala=Skala.WERT, seit=None)
    return auswahl if auswahl.seit in earlier else replace(auswahl, seit=earlier[max(0, len(earlier) - 5)])


def _all_levels(angebot: Angebot) -> set[str]:
    return {ebene for levels in angebot.geliefert.values() for ebene in levels}


def usual_level(ebenen: Sequence[str]) -> str:
    """The second coarsest level (Stadtteile) where there is one: fine enough to compare, coarse enough to know."""
    return ebenen[min(1, len(ebenen) - 1)] if "stadt" in ebenen else ebenen[0]


def indicator_for(ebene: str | None, angebot: Angebot, vorgabe: str) -> str:
    fitting = [i for i, levels in angebot.geliefert.items() if ebene is None or ebene in levels]
    visible = [i for i in fitting if ebene is None or angebot.sichtbar.get(i, {}).get(ebene)]
    candidates = visible or fitting or list(angebot.geliefert)
    return vorgabe if vorgabe in candidates else candidates[0]


class Reader:
    """Reads parameters one by one and collects the notices."""

    def __init__(self, params: Mapping[str, str]):
        self.params = params
        self.notices: list[str] = []

    def one_of(self, name: str, allowed: object, default: str | None) -> str | None:
        value = self.params.get(name)
        if value is None:
            return default
        if value in allowed:  # type: ignore[operator]
            return value
        return self._replaced(name, default)

    def several(self, name: str, allowed: set[str]) -> tuple[str, ...]:
        asked = [part for part in self.params.get(name, "").split(",") if part]
        known = tuple(dict.fromkeys(part for part in asked if part in allowed))
        if len(known) < len(set(asked)):
            self._replaced(name, None)
        return known

    def year(self, name: str, years: Sequence[int], default: D, zusammen: int = 1) -> int | D:
        """One of the years, or the last year of the window of so many years that the one asked for lies in."""
        value = self.params.get(name)
        if value is None:
            return default
        if value.isascii() and value.isdigit() and len(value) == 4:
            found = next((jahr for jahr in years if int(value) in zeitraum(jahr, zusammen)), None)
            if found:
                return found
        return self._replaced(name, default)

    def whole(self, name: str, low: int, high: int, default: int) -> int:
        value = self.params.get(name)
        if value is None:
            return default
        if value.isascii() and value.isdigit() and len(value) < 4 and low <= int(value) <= high:
            return int(value)
        return self._replaced(name, default)

    def numbers(self, name: str) -> tuple[float, ...]:
        value = self.params.get(name)
        if not value:
            return ()
        try:
            found = sorted({float(part) for part in value.split(",")[:KLASSEN_MAX]})
        except ValueError:
            return self._replaced(name, ())
        return (
            tuple(found[: KLASSEN_MAX - 1]) if all(abs(number) < 1e9 for number in found) else self._replaced(name, ())
        )

    def text(self, name: str, longest: int) -> str:
        """Free text without control characters; empty where it is longer than a person would type."""
        value = self.params.get(name, "")
        return value if value.isprintable() and len(value) <= longest else self._replaced(name, "")

    def _replaced(self, name: str, default: D) -> D:
        self.notices.append(f"Die Angabe „{name}“ in der Adresse passt nicht zu den Daten; gezeigt wird die Vorgabe.")
        return default
