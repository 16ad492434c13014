"""Several indicators side by side, each measured in standard deviations from the mean of the areas (z-scores)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from sro.model.gebiet import GebietKey
from sro.model.indikator import Indikator
from sro.model.wert import Beobachtung
from sro.stats.grund import Grund, why_no_value


class Luecke(NamedTuple):
    """The indicator for whose lack an area is left out, and why it is lacking."""

    indikator: str
    grund: Grund


@dataclass(frozen=True, slots=True)
class Tabelle:
    """`werte`: one value per indicator (in its unit) for every area that shows all of them; `ohne`: all other areas."""

    indikatoren: tuple[str, ...]
    werte: Mapping[GebietKey, tuple[float, ...]]
    ohne: Mapping[GebietKey, Luecke]

    def column(self, nummer: int) -> dict[GebietKey, float]:
        return {gebiet: row[nummer] for gebiet, row in self.werte.items()}


def table(
    indikatoren: Sequence[Indikator], gebiete: Sequence[GebietKey], beobachtungen: Iterable[Beobachtung]
) -> Tabelle:
    """The indicators of the areas, from one observation each; nothing is imputed.

    ValueError where an indicator is named twice, or an area has two observations (years) of an indicator.
    """
    ids = tuple(indikator.id for indikator in indikatoren)
    wanted = set(gebiete)
    found: dict[tuple[str, GebietKey], Beobachtung] = {}
    for b in beobachtungen:
        if b.indikator in ids and b.gebiet in wanted:
            if (b.indikator, b.gebiet) in found:
                raise ValueError(f"{b.indikator} hat für {b.gebiet} mehr als einen Wert; bitte ein Jahr wählen.")
            found[b.indikator, b.gebiet] = b
    if len(set(ids)) < len(ids):
        raise ValueError("Jeder Indikator darf nur einmal gewählt werden.")
    rows = {gebiet: [found.get((i, gebiet)) for i in ids] for gebiet in gebiete}
    gaps = {gebiet: gap for gebiet, row in rows.items() if (gap := _gap(ids, row))}
    full = {g: tuple(b.wert for b in row if b and b.wert is not None) for g, row in rows.items() if g not in gaps}
    return Tabelle(ids, full, gaps)


def z_scores(werte: Mapping[GebietKey, float]) -> dict[GebietKey, float] | Grund:
    """Distances from the mean of the areas in standard deviations (divisor n: they are all areas, no sample)."""
    if not werte:
        return Grund.ZU_WENIG_GEBIETE
    mean = sum(werte.values()) / len(werte)
    deviation = sqrt(sum((wert - mean) ** 2 for wert in werte.values()) / len(werte))
    if deviation <= 1e-9 * max(abs(mean), max(map(abs, werte.values()))):  # equal but for rounding
        return Grund.OHNE_STREUUNG
    return {gebiet: (wert - mean) / deviation for gebiet, wert in werte.items()}


def standardised(tabelle: Tabelle) -> dict[GebietKey, tuple[float, ...]] | Luecke:
    """z-scores of every column; the indicator and the reason where one has none."""
    columns = []
    for nummer, indikator in enumerate(tabelle.indikatoren):
        scores = z_scores(tabelle.column(nummer))
        if isinstance(scores, Grund):
            return Luecke(indikator, scores)
        columns.append(scores)
    return {gebiet: tuple(scores[gebiet] for scores in columns) for gebiet in tabelle.werte}


def _gap(ids: Sequence[str], row: Sequence[Beobachtung | None]) -> Luecke | None:
    for indikator, b in zip(ids, row, strict=True):
        if b is None or b.wert is None:
            return Luecke(indikator, why_no_value(b))
    return None
