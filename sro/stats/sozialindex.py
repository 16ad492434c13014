"""A social index from disclosed indicators and weights, in few neutral classes and never as a ranking."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator, Polaritaet
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund
from sro.stats.standardisiert import Luecke, Tabelle, standardised, table, z_scores

LEAST_AREAS = 5
LEAST_INDICATORS = 2
THEME = "Erzieherische Hilfen"
SGB_VIII = re.compile(r"§§?([^§]*?)SGB VIII")
SUBDIVISION = re.compile(r"(Abs|Nr|Satz)\.? *\d+(( und |, | bis )\d+(?![\d]* *bis))*")
HELPS = range(27, 36)  # §§ 27 to 35 SGB VIII, with 35a; § 41 besides


class Bedarfsklasse(StrEnum):
    """Need of support as far as the chosen indicators tell; edges at -1, +1 and +1.5 standard deviations."""

    GERINGER = "geringer"
    MITTLERER = "mittlerer"
    ERHOEHTER = "erhoehter"
    HOHER = "hoher"


@dataclass(frozen=True, slots=True)
class Komponente:
    """One indicator of the index. `richtung`: 1 where a high value means more need, -1 less; None: as its polarity."""

    indikator: Indikator
    gewicht: float = 1.0
    richtung: int | None = None

    def __post_init__(self) -> None:
        if not 0 < self.gewicht < float("inf") or self.richtung not in (None, 1, -1):
            raise ValueError(f"{self.indikator.id}: Gewichte sind größer als 0, die Richtung ist 1 oder -1.")

    @property
    def sign(self) -> int | None:
        """1 or -1; None where the indicator is ambivalent and nobody has decided."""
        return self.richtung or _SIGN.get(self.indikator.polaritaet)


_SIGN = {Polaritaet.BELASTUNG: 1, Polaritaet.ERWUENSCHT: -1}


@dataclass(frozen=True, slots=True)
class Indexwert:
    """`index`: in standard deviations from the mean of all areas; `beitraege`: weighted z-score per indicator, whose
    sum is the index but for a factor; `ohne`: the class that the area would have without each indicator."""

    gebiet: GebietKey
    index: float
    klasse: Bedarfsklasse
    beitraege: Mapping[str, float]
    ohne: Mapping[str, Bedarfsklasse | Grund]

    @property
    def stable(self) -> bool:
        """Whether the class stays, whichever indicator is left out."""
        return all(klasse == self.klasse for klasse in self.ohne.values())


@dataclass(frozen=True, slots=True)
class Sozialindex:
    """`werte` in the order of the areas given; `ohne` says for each other area which indicator is lacking and why.

    `grund` where there is no index at all, `betroffen` the ids of the indicators that it is about.
    """

    werte: tuple[Indexwert, ...] = ()
    ohne: Mapping[GebietKey, Luecke] = field(default_factory=dict)
    grund: Grund | None = None
    betroffen: tuple[str, ...] = ()


def social_index(
    komponenten: Sequence[Komponente], gebiete: Sequence[GebietKey], beobachtungen: Iterable[Beobachtung]
) -> Sozialindex:
    """The index of the areas of one level from one observation per area and indicator.

    Weighted mean of z-scores, signed so that more means more need, standardised again. Refused with HzE among the
    indicators, an ambivalent one without a decided direction, one that is the same everywhere, fewer than two
    indicators or five areas. An area that lacks a value gets no index; nothing is imputed.
    Source: Freie und Hansestadt Hamburg, Sozialmonitoring Integrierte Stadtteilentwicklung (z-scores, classes by SD).
    """
    refused = _refused(komponenten)
    if refused:
        return refused
    tabelle = table([k.indikator for k in komponenten], gebiete, beobachtungen)
    if len(tabelle.werte) < LEAST_AREAS:
        return Sozialindex(ohne=tabelle.ohne, grund=Grund.ZU_WENIG_GEBIETE)
    scores = standardised(tabelle)
    if isinstance(scores, Luecke):
        return Sozialindex(ohne=tabelle.ohne, grund=scores.grund, betroffen=(scores.indikator,))
    return _index(komponenten, tabelle, scores)


def is_help(indikator: Indikator) -> bool:
    """Whether an indicator counts helps of the youth office (§§ 27 to 35a and 41 SGB VIII), by statute or by theme."""
    named = (SUBDIVISION.sub("", text) for text in SGB_VIII.findall(indikator.paragraf))
    return indikator.thema == THEME or any(_names_help(text) for text in named)


def _names_help(text: str) -> bool:
    return any(int(number) in HELPS or int(number) == 41 for number in re.findall(r"\d+", text))


def _refused(komponenten: Sequence[Komponente]) -> Sozialindex | None:
    helps = tuple(k.indikator.id for k in komponenten if is_help(k.indikator))
    if helps:
        return Sozialindex(grund=Grund.HILFE_ZUR_ERZIEHUNG, betroffen=helps)
    undecided = tuple(k.indikator.id for k in komponenten if k.sign is None)
    if undecided:
        return Sozialindex(grund=Grund.OHNE_RICHTUNG, betroffen=undecided)
    if len(komponenten) < LEAST_INDICATORS:
        return Sozialindex(grund=Grund.ZU_WENIG_INDIKATOREN)
    return None


_Scores = Mapping[GebietKey, tuple[float, ...]]


def _index(komponenten: Sequence[Komponente], tabelle: Tabelle, scores: _Scores) -> Sozialindex:
    parts = _parts(komponenten, scores)
    whole = z_scores({gebiet: sum(row.values()) for gebiet, row in parts.items()})
    if isinstance(whole, Grund):
        return Sozialindex(ohne=tabelle.ohne, grund=whole, betroffen=tabelle.indikatoren)
    without = {i: _without(parts, i) for i in tabelle.indikatoren}
    werte = tuple(
        Indexwert(g, index, classified(index), parts[g], {i: found[g] for i, found in without.items()})
        for g, index in whole.items()
    )
    return Sozialindex(werte, tabelle.ohne)


def _parts(komponenten: Sequence[Komponente], scores: _Scores) -> dict[GebietKey, dict[str, float]]:
    total = sum(k.gewicht for k in komponenten)
    return {
        gebiet: {k.indikator.id: z * (k.sign or 0) * k.gewicht / total for k, z in zip(komponenten, row, strict=True)}
        for gebiet, row in scores.items()
    }


def _without(parts: Mapping[GebietKey, Mapping[str, float]], indikator: str) -> dict[GebietKey, Bedarfsklasse | Grund]:
    """The classes of the same areas from the other indicators."""
    left = z_scores({g: sum(part for i, part in row.items() if i != indikator) for g, row in parts.items()})
    if isinstance(left, Grund):
        return dict.fromkeys(parts, left)
    return {gebiet: classified(index) for gebiet, index in left.items()}


def classified(index: float) -> Bedarfsklasse:
    """The class of an index; an edge belongs to the class nearer to the middle, whatever floating point makes of it."""
    index = round(index, 9)
    if index < -1:
        return Bedarfsklasse.GERINGER
    if index <= 1:
        return Bedarfsklasse.MITTLERER
    return Bedarfsklasse.ERHOEHTER if index <= 1.5 else Bedarfsklasse.HOHER
