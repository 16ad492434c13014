"""A rectangle parted into irregular cells, as a map of districts is: every border is the same line from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Voronoi
from shapely import MultiPolygon, Polygon, coverage_union_all

WEST, SOUTH, FLAECHE = 10.5, 53.7, 0.0001  # degrees; square degrees of a cell
GLAETTEN = 4  # rounds in which the cells become more alike, so that no border is too short to be seen
KRUMM = 0.12  # how far a border strays, as a share of its length; little enough that no two cross
Punkt = tuple[float, float]  # longitude, latitude
Punkte = NDArray[np.float64]


@dataclass(frozen=True)
class Kacheln:
    """`zellen` are the rings of the cells, closed and counter-clockwise; `gruppen` has the number of each one's group,
    which are neighbours."""

    zellen: tuple[tuple[Punkt, ...], ...]
    gruppen: tuple[int, ...]

    def umriss(self, gruppe: int | None = None) -> Polygon | MultiPolygon:
        """The outline of a group, or of all."""
        drin = [z for z, g in zip(self.zellen, self.gruppen, strict=True) if gruppe is None or g == gruppe]
        return coverage_union_all([Polygon(zelle) for zelle in drin])


def kacheln(anzahl: int, gruppen: int, stuecke: int, seed: int = 1) -> Kacheln:
    """So many cells in so many groups; each border is made of so many pieces."""
    wuerfel = np.random.default_rng(seed)
    breite = sqrt(anzahl * FLAECHE * 1.4)
    seiten = np.array([breite, anzahl * FLAECHE / breite])
    mitten = wuerfel.random((anzahl, 2)) * seiten
    for _ in range(GLAETTEN):
        zellen, ecken = _voronoi(mitten, seiten)
        mitten = np.array([ecken[zelle].mean(axis=0) for zelle in zellen])
    zellen, ecken = _voronoi(mitten, seiten)
    ringe = _ringe(zellen, ecken, stuecke, wuerfel)
    return Kacheln(tuple(ringe), tuple(_gruppen(mitten, gruppen)))


def _voronoi(mitten: Punkte, seiten: Punkte) -> tuple[list[list[int]], Punkte]:
    """The corners of each cell, counter-clockwise, as numbers of rows of the second. Mirror images of all points beyond
    the four sides make straight edges there."""
    links, unten = mitten * (-1, 1), mitten * (1, -1)
    weit, hoch = np.array([2 * seiten[0], 0.0]), np.array([0.0, 2 * seiten[1]])
    spiegel = [links, links + weit, unten, unten + hoch]
    found = Voronoi(np.vstack([mitten, *spiegel]))
    regionen = found.point_region[: len(mitten)]
    return [_umlauf(found.regions[nummer], found.vertices) for nummer in regionen], found.vertices


def _umlauf(zelle: list[int], ecken: Punkte) -> list[int]:
    punkte = ecken[zelle] - ecken[zelle].mean(axis=0)
    return [zelle[n] for n in np.argsort(np.arctan2(punkte[:, 1], punkte[:, 0]))]


def _ringe(
    zellen: list[list[int]], ecken: Punkte, stuecke: int, wuerfel: np.random.Generator
) -> list[tuple[Punkt, ...]]:
    linien: dict[tuple[int, int], list[Punkt]] = {}

    def linie(von: int, bis: int) -> list[Punkt]:
        eine = (min(von, bis), max(von, bis))
        if eine not in linien:
            linien[eine] = _krumm(ecken[eine[0]], ecken[eine[1]], stuecke, wuerfel)
        return linien[eine] if von < bis else linien[eine][::-1]

    ringe = []
    for zelle in zellen:
        paare = zip(zelle, [*zelle[1:], zelle[0]], strict=True)
        punkte = [punkt for von, bis in paare for punkt in linie(von, bis)[:-1]]
        ring = list(dict.fromkeys(punkte))  # two corners may be one and the same once they are rounded
        ringe.append((*ring, ring[0]))
    return ringe


def _krumm(von: Punkte, bis: Punkte, stuecke: int, wuerfel: np.random.Generator) -> list[Punkt]:
    """A crooked line: it strays to the sides only, and less towards the corners."""
    weg = bis - von
    anteil = np.linspace(0, 1, stuecke + 1)
    abseits = wuerfel.uniform(-KRUMM, KRUMM, stuecke + 1) * np.minimum(anteil, 1 - anteil)
    punkte = von + anteil[:, None] * weg + abseits[:, None] * np.array([-weg[1], weg[0]])
    return [(x, y) for x, y in np.round(punkte + np.array([WEST, SOUTH]), 5).tolist()]


def _gruppen(mitten: Punkte, anzahl: int) -> list[int]:
    """Strips from west to east, each cut from south to north."""
    streifen = ceil(sqrt(anzahl))
    nummern = np.empty(len(mitten), dtype=int)
    je_streifen = np.array_split(np.arange(anzahl), streifen)
    enden = np.cumsum([len(eine) for eine in je_streifen]) / anzahl * len(mitten)
    nach_osten = np.split(np.argsort(mitten[:, 0], kind="stable"), np.round(enden[:-1]).astype(int))
    for drin, gruppen in zip(nach_osten, je_streifen, strict=True):
        nach_norden = drin[np.argsort(mitten[drin, 1], kind="stable")]
        for eine, gruppe in zip(np.array_split(nach_norden, len(gruppen)), gruppen, strict=True):
            nummern[eine] = gruppe
    return [int(nummer) for nummer in nummern]
