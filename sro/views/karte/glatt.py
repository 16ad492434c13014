"""The smoothed map: values of small areas drawn towards the mean of all, beside the measured ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sro.model.gebiet import GebietKey
from sro.model.wert import Beobachtung, Status
from sro.stats.geglaettet import Geglaettet, smoothed
from sro.stats.klassen import Klassen
from sro.stats.runden import rounded
from sro.views import words
from sro.views.karte.bild import ZUSTAND, Zahl, kartenbild
from sro.views.karte.figur import Daten, Einteilung, Kartenfigur, value_classes, value_map
from sro.views.theme import Theme, sequential

ANMERKUNG = "Geglättet: Werte kleiner Gebiete sind zum Mittel hin gezogen; der gemessene Wert steht daneben."


def smoothed_map(daten: Daten, jahr: int, einteilung: Einteilung, theme: Theme) -> Kartenfigur:
    """The smoothed values in the classes of the measured ones; where nothing can be smoothed the map of the measured
    values, which says why."""
    measured = value_map(daten, jahr, einteilung, theme)
    glaettung = smoothed(daten.indikator, daten.of(jahr).values())
    if glaettung.grund:
        why = f"{glaettung.grund.satz} Geglättet wird deshalb nicht; die Karte zeigt die gemessenen Werte."
        return replace(measured, hinweis=measured.hinweis or why)
    found = {one.gebiet: one for one in glaettung.gebiete}
    klassen = _classes(daten, einteilung)
    zahlen = {key: _number(b, found.get(key)) for key, b in daten.of(jahr).items()}
    return Kartenfigur(
        bild=kartenbild(daten.gebiete, zahlen, klassen, sequential(len(klassen)), theme),
        legende=f"{daten.indikator.einheit}, geglättet",
        muster=_patterns(daten, measured),
        zeilen=_lines(daten, jahr, measured, found),
        hinweis=measured.hinweis,
        anmerkung=ANMERKUNG,
        geglaettet=found,
    )


def _number(b: Beobachtung, one: Geglaettet | None) -> Zahl:
    """An exact zero is drawn towards the mean like any other value; it stays one where the mean is zero too."""
    if one is None or (b.status is Status.NULL and one.geglaettet == 0):
        return ZUSTAND[b.status]
    return one.geglaettet


def _classes(daten: Daten, einteilung: Einteilung) -> Klassen:
    """The classes of the measured values over all years, so that a colour means the same value on the map "Wert", on
    this one and in every year. Classes of the smoothed values would spread them over all colours again, and a city
    whose areas differ by chance alone would look as divided as before.

    They have room for every smoothed value, because it lies between the measured one and the mean of the same year.
    Exact zeros alone have no class there and may come to lie below the lowest: it then begins with them.
    """
    klassen = value_classes(daten, einteilung)
    zeros = [
        one.geglaettet
        for jahrgang in daten.jahrgaenge.values()
        if any(b.status is Status.NULL for b in jahrgang.values())
        for one in smoothed(daten.indikator, jahrgang.values()).gebiete
        if one.geglaettet > 0
    ]
    if not klassen or not zeros:
        return klassen
    lowest = float(rounded(min(zeros), klassen.nachkommastellen))
    return replace(klassen, grenzen=(min(lowest, klassen.grenzen[0]), *klassen.grenzen[1:]))


def _patterns(daten: Daten, measured: Kartenfigur) -> tuple[str, ...]:
    unit = f"{words.NBSP}{daten.indikator.einheit}"
    return (
        f"{{3}}{unit}, geglättet",
        f"gemessen: {{0}}{unit}",
        "gemessen: {5}",
        measured.muster[1],  # numerator and denominator
        "Gewicht des gemessenen Werts: {4}",
        measured.muster[-1],  # the city's value
    )


def _lines(daten: Daten, jahr: int, measured: Kartenfigur, found: Mapping[GebietKey, Geglaettet]) -> tuple[str, ...]:
    """ "value|numerator|denominator|smoothed|weight|exact zero"; nothing is added where no value is shown."""
    digits, lines = daten.indikator.nachkommastellen, []
    for gebiet, line in zip(daten.gebiete, measured.zeilen, strict=True):
        one = found.get(gebiet.key)
        if one is None:
            lines.append(line)
            continue
        zero = words.STATUS_WORD[Status.NULL] if daten.of(jahr)[gebiet.key].status is Status.NULL else ""
        smooth = f"{words.number(one.geglaettet, digits)}|{words.weight(one.gewicht)}"
        lines.append(f"{line}|{smooth}|{zero}".rstrip("|"))
    return tuple(lines)
