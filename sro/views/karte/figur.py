"""A map figure: one indicator, one level, one year, with everything that its title, legend, tooltip and table say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sro.model.buendelung import zeitraum_kurz
from sro.model.gebiet import GROSS, Gebiet, GebietKey
from sro.model.indikator import Anteilsart, Indikator
from sro.model.jahreszahlen import Jahreszahlen
from sro.model.wert import Beobachtung, Status
from sro.stats.geglaettet import Geglaettet
from sro.stats.klassen import Klassen, Methode, classify, diverging
from sro.stats.veraenderung import Wandel, change
from sro.views import words
from sro.views.karte.bild import ZUSTAND, Kartenbild, Zahl, Zustand, kartenbild
from sro.views.karte.spaeter import Spaeter
from sro.views.theme import Theme, sequential
from sro.views.theme import diverging as diverging_colours

Jahrgang = Mapping[GebietKey, Beobachtung]  # one year's observations
WANDEL = {
    Wandel.GEHEIM: Zustand.GEHEIM,
    Wandel.FEHLT: Zustand.FEHLT,
    Wandel.NICHT_SINNVOLL: Zustand.NICHT_SINNVOLL,
    Wandel.REIHENBRUCH: Zustand.BRUCH,
}


@dataclass(frozen=True)
class Daten:
    """What a map figure is made of: the indicator's observations of one level and of the city, by year.

    `zahlen` are the values of all years where they come without their areas, None where the observations have them.
    """

    indikator: Indikator
    gebiete: tuple[Gebiet, ...]
    jahrgaenge: Mapping[int, Jahrgang]
    stadt: Mapping[int, Beobachtung]
    zahlen: Mapping[int, Jahreszahlen] | None = None

    def of(self, jahr: int) -> Jahrgang:
        return self.jahrgaenge.get(jahr, {})

    def alle_zahlen(self) -> Mapping[int, Jahreszahlen]:
        """What the level shows in every year."""
        if self.zahlen is not None:
            return self.zahlen
        return {jahr: Jahreszahlen.of(jahrgang.values()) for jahr, jahrgang in self.jahrgaenge.items()}

    @property
    def jahre_zusammen(self) -> int:
        """How many years each value stands for."""
        return self.indikator.jahre_zusammen(self.gebiete[0].ebene) if self.gebiete else 1

    def zeit(self, jahr: int) -> str:
        """ "2024" or "2022 bis 2024 (3 Jahre zusammen)"."""
        return self.indikator.period(jahr, self.jahre_zusammen)

    def kurz(self, jahr: int) -> str:
        """ "2024" or "2022–2024"."""
        return zeitraum_kurz(jahr, self.jahre_zusammen)


@dataclass(frozen=True)
class Einteilung:
    """How values become classes."""

    methode: Methode
    klassen: int
    grenzen: tuple[float, ...] = ()


@dataclass(frozen=True)
class Kartenfigur:
    """`zeilen`: per area the parts that `muster` ("{0} %", "{1} von {2}") turns into the lines of its tooltip.

    `hinweis` says why there is nothing to see, `anmerkung` how the colours are to be read. `geglaettet`: what the
    colours of a smoothed map stand for; empty for every other map.
    """

    bild: Kartenbild
    legende: str
    muster: tuple[str, ...]
    zeilen: Sequence[str]
    hinweis: str = ""
    anmerkung: str = ""
    geglaettet: Mapping[GebietKey, Geglaettet] = field(default_factory=dict)


def value_map(daten: Daten, jahr: int, einteilung: Einteilung, theme: Theme) -> Kartenfigur:
    """The values themselves; classes over all years, so that colours compare when the year changes."""
    klassen = value_classes(daten, einteilung)
    farben = _diverging(klassen) if daten.indikator.art is Anteilsart.SALDO else sequential(len(klassen))
    zahlen = {key: _value(b) for key, b in daten.of(jahr).items()}
    bild = kartenbild(daten.gebiete, zahlen, klassen, farben, theme)
    muster = (f"{{0}}{words.NBSP}{daten.indikator.einheit}", "{1} von {2}", _city_line(daten, jahr))
    return Kartenfigur(bild, daten.indikator.einheit, muster, _lines(daten, jahr, {}), _silence(daten, jahr))


def value_classes(daten: Daten, einteilung: Einteilung) -> Klassen:
    """The classes of the values over all years; of a balance they meet at zero."""
    digits = daten.indikator.nachkommastellen
    if daten.indikator.art is Anteilsart.SALDO:
        return diverging(_all_values(daten), 0, *_halves(einteilung.klassen), _method(einteilung), digits)
    return classify(_all_values(daten), einteilung.methode, einteilung.klassen, einteilung.grenzen, digits)


def city_map(daten: Daten, jahr: int, einteilung: Einteilung, theme: Theme) -> Kartenfigur:
    """The difference from the city's value of the same year, in the indicator's unit."""
    city = {year: stadt.wert for year, stadt in daten.stadt.items() if stadt.wert is not None}
    numbers = [z - city[year] for year, one in daten.alle_zahlen().items() if year in city for z in one.alle]
    zahlen = _from_city(daten, jahr)
    extra = "{3} gegenüber der Stadt"
    legende = f"Unterschied zur Stadt, {_difference_unit(daten.indikator)}"
    return _difference_map(daten, jahr, einteilung, theme, zahlen, numbers, legende, extra)


def change_map(daten: Daten, seit: int, jahr: int, einteilung: Einteilung, theme: Theme) -> Kartenfigur:
    """The change of each area between two years, never across a series break."""
    earlier, later = daten.of(seit), daten.of(jahr)
    changes = {g.key: change(daten.indikator, earlier.get(g.key), later.get(g.key)) for g in daten.gebiete}
    zahlen: dict[GebietKey, Zahl] = {
        key: c.differenz if c.differenz is not None else WANDEL[c.status] for key, c in changes.items()
    }
    numbers = [z for z in zahlen.values() if not isinstance(z, Zustand)]
    legende = f"Veränderung {daten.kurz(seit)} bis {daten.kurz(jahr)}, {_difference_unit(daten.indikator)}"
    figur = _difference_map(daten, jahr, einteilung, theme, zahlen, numbers, legende, f"{{3}} seit {daten.kurz(seit)}")
    bruch = next((c.bruch for c in changes.values() if c.bruch), None)
    if bruch is None:
        return replace(figur, hinweis=figur.hinweis or _silence(daten, seit))
    sentence = f"Zwischen {seit} und {jahr} liegt ein Reihenbruch, die Jahre sind nicht vergleichbar. {bruch.grund}"
    return replace(figur, hinweis=sentence)


def _difference_map(
    daten: Daten,
    jahr: int,
    einteilung: Einteilung,
    theme: Theme,
    zahlen: Mapping[GebietKey, Zahl],
    numbers: Sequence[float],
    legende: str,
    extra: str,
) -> Kartenfigur:
    digits = daten.indikator.nachkommastellen
    klassen = diverging(numbers, 0, *_halves(einteilung.klassen), _method(einteilung), digits)
    bild = kartenbild(daten.gebiete, zahlen, klassen, _diverging(klassen), theme, vorzeichen=True)
    written = {k: words.signed(z, digits) for k, z in zahlen.items() if not isinstance(z, Zustand)}
    muster = (extra, f"{daten.kurz(jahr)}: {{0}}{words.NBSP}{daten.indikator.einheit}", _city_line(daten, jahr))
    return Kartenfigur(bild, legende, muster, _lines(daten, jahr, written), _silence(daten, jahr))


def _from_city(daten: Daten, jahr: int) -> dict[GebietKey, Zahl]:
    stadt = daten.stadt.get(jahr)
    if stadt is None or stadt.wert is None:
        state = ZUSTAND.get(stadt.status, Zustand.FEHLT) if stadt else Zustand.FEHLT
        return dict.fromkeys(daten.of(jahr), state)
    return {key: b.wert - stadt.wert if b.wert is not None else ZUSTAND[b.status] for key, b in daten.of(jahr).items()}


def _value(b: Beobachtung) -> Zahl:
    return b.wert if b.status is Status.OK and b.wert is not None else ZUSTAND[b.status]


def _all_values(daten: Daten) -> list[float]:
    return [wert for one in daten.alle_zahlen().values() for wert in one.werte]


def _halves(klassen: int) -> tuple[int, int]:
    return min(3, klassen // 2), min(3, klassen - klassen // 2)


def _method(einteilung: Einteilung) -> Methode:
    """Manual edges mean values, not differences; for these, equal steps come closest."""
    return Methode.GLEICH if einteilung.methode is Methode.MANUELL else einteilung.methode


def _diverging(klassen: Klassen) -> tuple[str, ...]:
    return diverging_colours(klassen.unten, len(klassen) - klassen.unten)


def _difference_unit(indikator: Indikator) -> str:
    return "Prozentpunkte" if indikator.einheit == "%" else indikator.einheit


def _city_line(daten: Daten, jahr: int) -> str:
    stadt = daten.stadt.get(jahr)
    return f"Stadt: {words.shown(stadt, daten.indikator)}"


def _lines(daten: Daten, jahr: int, extra: Mapping[GebietKey, str]) -> Sequence[str]:
    """Of very many areas written only when somebody reads them, which is after the colours are out."""
    jahrgang = daten.of(jahr)

    def written() -> tuple[str, ...]:
        return tuple(_line(jahrgang.get(g.key), extra.get(g.key, ""), daten.indikator) for g in daten.gebiete)

    return Spaeter(len(daten.gebiete), written) if len(daten.gebiete) > GROSS else written()


def _line(b: Beobachtung | None, extra: str, indikator: Indikator) -> str:
    """ "value|numerator|denominator|difference"; parts that are not shown stay empty."""
    if b is None:
        return ""
    wert = "" if b.wert is None else words.number(b.wert, indikator.nachkommastellen)
    zaehler, nenner = ("" if part is None else words.count(part) for part in (b.zaehler, b.nenner))
    return f"{wert}|{zaehler}|{nenner}|{extra}".rstrip("|")


def _silence(daten: Daten, jahr: int) -> str:
    """A sentence where the year shows nothing at all, else nothing."""
    states = {b.status for b in daten.of(jahr).values()}
    if not states or states == {Status.FEHLT}:
        return f"Für {daten.zeit(jahr)} liegen keine Werte vor."
    if states & {Status.OK, Status.NULL}:
        return ""
    if Status.GEHEIM not in states:
        return f"Für {daten.zeit(jahr)} gibt es keinen Wert: Die gelieferten Gebiete sind zu klein."
    return f"Für {daten.zeit(jahr)} sind alle Werte geheim gehalten: Die Fallzahlen sind zu klein."
