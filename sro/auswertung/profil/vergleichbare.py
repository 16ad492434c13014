"""Areas whose population and social situation resemble those of one area, for looking at them together."""

from __future__ import annotations

from dataclasses import dataclass

from sro.auswertung.gebietswerte import alphabetical
from sro.auswertung.zahlenwerk import Zahlenwerk
from sro.model.gebiet import Gebiet, GebietKey
from sro.model.indikator import Indikator
from sro.stats.aehnlich import comparable
from sro.stats.grund import Grund
from sro.stats.sozialindex import is_help

# How people live. What they are helped with is left out: areas shall not count as alike because they are served alike.
THEMEN = ("Bevölkerung", "Soziale Lage")


@dataclass(frozen=True)
class Vergleichbare:
    """`gebiete` in the order of the alphabet, never by likeness; by `indikatoren` in `jahr`.

    Where there are none `grund` says why, and `betroffen` is the indicator that it is about, if it is about one.
    """

    gebiete: tuple[Gebiet, ...] = ()
    indikatoren: tuple[Indikator, ...] = ()
    jahr: int | None = None
    grund: Grund | None = None
    betroffen: Indikator | None = None


def comparable_areas(werk: Zahlenwerk, gebiet: GebietKey) -> Vergleichbare:
    """The three nearest areas of the level, by the newest year in which every indicator shows values there."""
    years = {i: seen for i in werk.katalog.indikatoren if _counts(i) and (seen := werk.gezeigt(i, gebiet.ebene))}
    indikatoren, common = tuple(years), set.intersection(*years.values()) if years else set()
    if not common:
        grund = Grund.FEHLT if indikatoren else Grund.ZU_WENIG_INDIKATOREN
        return Vergleichbare(indikatoren=indikatoren, grund=grund)
    jahr, areas = max(common), alphabetical(werk.stadt, gebiet.ebene)
    observed = [b for i in indikatoren for b in werk.of_level(i, gebiet.ebene, jahr).values()]
    found = comparable(gebiet, indikatoren, [area.key for area in areas], observed)
    near = {one.gebiet for one in found.gebiete}
    return Vergleichbare(
        gebiete=tuple(area for area in areas if area.key in near),
        indikatoren=indikatoren,
        jahr=jahr,
        grund=found.grund,
        betroffen=werk.katalog[found.luecke.indikator] if found.luecke else None,
    )


def _counts(indikator: Indikator) -> bool:
    return indikator.thema in THEMEN and not is_help(indikator)
