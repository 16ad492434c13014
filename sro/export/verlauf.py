"""A figure's course as rows of a chart: the area beside the city, with an empty row at each series break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sro.auswertung.kennwert import Kennwert
from sro.model.buendelung import zeitraum_kurz
from sro.stats.reihe import Punkt, Reihe
from sro.stats.veraenderung import break_between

BREAK = "Bruch"


@dataclass(frozen=True, slots=True)
class Verlauf:
    """`zeiten` name the rows; each of `reihen` (name, values) has a value a row, None where nothing is shown."""

    zeiten: tuple[str, ...]
    reihen: tuple[tuple[str, tuple[float | None, ...]], ...]

    @property
    def shown(self) -> int:
        """How many values of the area are shown."""
        return sum(value is not None for value in self.reihen[0][1])


def course_rows(kennwert: Kennwert) -> Verlauf:
    """The years of the area; the city's values beside them, as far as they cover the same years."""
    rows = _with_breaks(kennwert)
    zeiten = tuple(BREAK if punkt is None else zeitraum_kurz(punkt.jahr, punkt.jahre) for punkt in rows)
    both = (kennwert.reihe, kennwert.stadtreihe)
    return Verlauf(zeiten, tuple((reihe.name, _values(reihe, rows)) for reihe in both))


def _with_breaks(kennwert: Kennwert) -> list[Punkt | None]:
    punkte = kennwert.reihe.punkte
    rows: list[Punkt | None] = list(punkte[:1])
    for before, punkt in pairwise(punkte):
        apart = before.wert is not None and punkt.wert is not None and before.abschnitt != punkt.abschnitt
        rows += [None, punkt] if apart or break_between(kennwert.indikator, before.jahr, punkt.jahr) else [punkt]
    return rows


def _values(reihe: Reihe, rows: Sequence[Punkt | None]) -> tuple[float | None, ...]:
    by_year = {punkt.jahr: punkt.wert for punkt in reihe.punkte}
    return tuple(by_year.get(punkt.jahr) if punkt else None for punkt in rows)
