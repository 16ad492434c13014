"""A choropleth as data: which area has which field, and what each field of the legend says.

The map on the screen, the legend beside it, the picture and the table all come from one Kartenbild,
so the fill of an area and its legend entry cannot differ.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sro.model.gebiet import Gebiet, GebietKey
from sro.model.wert import Status
from sro.stats.klassen import Klassen
from sro.views import words
from sro.views.theme import Theme, state_colours


class Zustand(StrEnum):
    """Why an area has no class. The letters are part of the message to the browser, where classes are digits."""

    NULL = "n"
    GEHEIM = "g"
    FEHLT = "f"
    NICHT_SINNVOLL = "x"
    BRUCH = "b"  # no change across a series break


ZUSTAND = {
    Status.NULL: Zustand.NULL,
    Status.GEHEIM: Zustand.GEHEIM,
    Status.FEHLT: Zustand.FEHLT,
    Status.NICHT_SINNVOLL: Zustand.NICHT_SINNVOLL,
}
ZUSTAND_WORD = {zustand: words.STATUS_WORD[status] for status, zustand in ZUSTAND.items()} | {
    Zustand.BRUCH: "Reihenbruch, nicht vergleichbar"
}


class Muster(StrEnum):
    """What is drawn over the fill, so that a state is told from a class without colour."""

    KEINS = "keins"
    SCHRAFFUR = "schraffur"  # secret
    PUNKTE = "punkte"  # exactly zero


MUSTER = {Zustand.GEHEIM: Muster.SCHRAFFUR, Zustand.NULL: Muster.PUNKTE}

Zahl = float | Zustand  # a number to classify, or why there is none


@dataclass(frozen=True, slots=True)
class Flaeche:
    """One area of the map with the field that it is drawn in: a class ("0" to "6") or a Zustand."""

    gebiet: Gebiet
    feld: str


@dataclass(frozen=True, slots=True)
class Feld:
    """One entry of the legend: a class (digit) or a state (letter), with the number of areas that it has."""

    schluessel: str
    farbe: str
    muster: Muster
    text: str
    anzahl: int


@dataclass(frozen=True, slots=True)
class Kartenbild:
    """`felder` holds every class (also an empty one: the scale stays over the years) and each state that occurs."""

    flaechen: tuple[Flaeche, ...]
    felder: tuple[Feld, ...]


def kartenbild(
    gebiete: Sequence[Gebiet],
    zahlen: Mapping[GebietKey, Zahl],
    klassen: Klassen,
    farben: Sequence[str],
    theme: Theme,
    *,
    vorzeichen: bool = False,
) -> Kartenbild:
    """The map of `gebiete` in their order; `farben` one colour a class, `vorzeichen` writes "+1,2" in the legend."""
    flaechen = tuple(Flaeche(g, _feld(zahlen.get(g.key, Zustand.FEHLT), klassen)) for g in gebiete)
    counts = Counter(flaeche.feld for flaeche in flaechen)
    classes = [
        Feld(str(i), farbe, Muster.KEINS, class_text(klassen, i, vorzeichen), counts[str(i)])
        for i, farbe in enumerate(farben)
    ]
    colours = state_colours(theme)
    states = [
        Feld(zustand, colours[zustand], MUSTER.get(zustand, Muster.KEINS), ZUSTAND_WORD[zustand], counts[zustand])
        for zustand in Zustand
        if counts[zustand]
    ]
    return Kartenbild(flaechen, (*classes, *states))


def class_text(klassen: Klassen, index: int, vorzeichen: bool) -> str:
    """ "12,4 bis 18,4": the smallest and largest shown value of a class, or its only one."""
    write = words.signed if vorzeichen else words.number
    low, high = (write(edge, klassen.nachkommastellen) for edge in klassen.span(index))
    return low if low == high else f"{low} bis {high}"


def _feld(zahl: Zahl, klassen: Klassen) -> str:
    return zahl.value if isinstance(zahl, Zustand) else str(klassen.index(zahl))


def state_words_script() -> str:
    """The words of the states as a line of script for karte.js: they stand in one place, in Python."""
    spoken = {zustand.value: word for zustand, word in ZUSTAND_WORD.items()}
    return f"window.sroWoerter = {json.dumps(spoken, ensure_ascii=False)};\n"
