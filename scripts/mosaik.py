"""Builds the bundled schematic map: a mosaic of hexagons, from the published facts in gebiete.csv alone.

    python scripts/mosaik.py

Every area of the finest level gets as many cells of 25 ha as its area needs (at least three). A transport problem
(HiGHS) places them: close to the area's point, inside its extent. An exchange of single cells (annealing with a fixed
seed) then joins what the transport left apart: every area one connected piece, no holes, the areas kept, as many of
the real neighbourhoods as can be had, and none that is not real. Coarser levels are dissolved from the finest one.
No real boundary goes in, so none comes out.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pyproj import Transformer
from scipy.optimize import linprog
from scipy.sparse import coo_matrix
from shapely import Polygon, coverage_union_all, get_coordinates, orient_polygons, set_coordinates
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # a script finds only its own folder

from sro.reference.city import read_city
from sro.reference.places import city_folder
from sro.reference.stadtordner import read_areas

QUELLE = "Schematische Karte (Sechseckmosaik aus veröffentlichten Lageangaben), keine amtlichen Grenzen"
ZELLE_M2 = 250_000.0
STEP = math.sqrt(2 * ZELLE_M2 / math.sqrt(3))  # metres between the centres of neighbouring cells
AUSSEN = -1

Cell = tuple[int, int]  # axial coordinates of a hexagon with a corner on top
RING: tuple[Cell, ...] = ((1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1))  # the six neighbours in order


@dataclass(frozen=True)
class Lage:
    """The published facts about one area, lengths in steps between cells, y to the north."""

    id: str
    punkt: tuple[float, float]
    west: float
    sued: float
    ost: float
    nord: float
    zellen: int
    nachbarn: frozenset[str]

    def holds(self, cell: Cell) -> bool:
        """Whether the cell's centre lies in the extent, which half a cell may overstep."""
        x, y = centre(cell)
        return self.west - 0.5 <= x <= self.ost + 0.5 and self.sued - 0.5 <= y <= self.nord + 0.5

    def distance(self, cell: Cell) -> float:
        """Squared distance from the point, measured in the shape of the extent: 1 is about its rim."""
        x, y = centre(cell)
        breite, hoehe = max(self.ost - self.west, 1.0) / 2, max(self.nord - self.sued, 1.0) / 2
        return ((x - self.punkt[0]) / breite) ** 2 + ((y - self.punkt[1]) / hoehe) ** 2

    def missed(self, cells: Iterable[Cell]) -> float:
        """By how much the cells fail to reach the four sides of the extent, in steps."""
        x, y = zip(*(centre(cell) for cell in cells), strict=True)
        gaps = (
            min(x) - 0.5 - self.west,
            self.ost - max(x) - 0.5,
            min(y) - 0.5 - self.sued,
            self.nord - max(y) - 0.5,
        )
        return math.fsum(abs(gap) for gap in gaps)  # sum() rounds differently in newer Pythons


def centre(cell: Cell) -> tuple[float, float]:
    return cell[0] + cell[1] / 2, cell[1] * math.sqrt(3) / 2


def around(cell: Cell) -> list[Cell]:
    return [(cell[0] + q, cell[1] + r) for q, r in RING]


def projection(folder: Path) -> Transformer:
    """Degrees to metres, equal in area and upright, around the middle of the city."""
    lat, lon = read_city(folder).mittelpunkt
    return Transformer.from_crs("EPSG:4326", f"+proj=laea +lat_0={lat} +lon_0={lon} +ellps=GRS80", always_xy=True)


def read_lagen(folder: Path) -> list[Lage]:
    """The facts about all areas of the finest level, from gebiete.csv."""
    finest = read_city(folder).ebenen[-1].id
    return [_lage(row, projection(folder)) for row in read_areas(folder) if row["ebene"] == finest]


def _lage(row: dict[str, str], metres: Transformer) -> Lage:
    def steps(lon: str, lat: str) -> tuple[float, float]:
        x, y = metres.transform(float(lon), float(lat))
        return x / STEP, y / STEP

    west, sued = steps(row["west"], row["sued"])
    ost, nord = steps(row["ost"], row["nord"])
    zellen = max(3, round(float(row["flaeche_km2"]) * 1e6 / ZELLE_M2))
    nachbarn = frozenset(filter(None, row["nachbarn"].split("|")))
    return Lage(row["id"], steps(row["lon"], row["lat"]), west, sued, ost, nord, zellen, nachbarn)


def transport(lagen: list[Lage]) -> dict[Cell, int]:
    """The cheapest distribution of cells: each area as many as it needs, each cell at most once, inside the extent."""
    pairs = [(cell, a) for cell in _grid(lagen) for a, lage in enumerate(lagen) if lage.holds(cell)]
    cells = {cell: i for i, cell in enumerate(dict.fromkeys(cell for cell, _ in pairs))}
    columns, ones = np.arange(len(pairs)), np.ones(len(pairs))
    solved = linprog(
        [lagen[a].distance(cell) for cell, a in pairs],
        A_ub=coo_matrix((ones, ([cells[cell] for cell, _ in pairs], columns))).tocsr(),
        b_ub=np.ones(len(cells)),
        A_eq=coo_matrix((ones, ([a for _, a in pairs], columns))).tocsr(),
        b_eq=[lage.zellen for lage in lagen],
        bounds=(0, 1),
        method="highs-ds",
    )
    if not solved.success:
        raise SystemExit(f"Die Zellen lassen sich nicht verteilen: {solved.message}")
    return {cell: a for (cell, a), share in zip(pairs, solved.x, strict=True) if share > 0.5}


def _grid(lagen: list[Lage]) -> list[Cell]:
    """All cells that any area could get, with a margin of two."""
    west, ost = min(lage.west for lage in lagen) - 2, max(lage.ost for lage in lagen) + 2
    sued, nord = min(lage.sued for lage in lagen) - 2, max(lage.nord for lage in lagen) + 2
    rows = range(math.floor(sued * 2 / math.sqrt(3)), math.ceil(nord * 2 / math.sqrt(3)) + 1)
    return [(q, r) for r in rows for q in range(math.floor(west - r / 2), math.ceil(ost - r / 2) + 1)]


class Mosaik:
    """A distribution of cells over areas that is improved by handing over single cells.

    What always holds: every area is connected, and so is what lies outside (there are no holes); islands (areas
    without neighbours) touch nothing. What is weighed: areas, distance, extent, neighbourhoods, short borders.
    """

    FLAECHE, LAGE, AUSDEHNUNG, NACHBAR, FREMD, KANTE = 4.0, 1.6, 1.0, 12.0, 1.5, 0.8

    def __init__(self, lagen: list[Lage], start: dict[Cell, int]) -> None:
        self.lagen = lagen
        self.ids = {lage.id: a for a, lage in enumerate(lagen)}
        self.echt = {(a, self.ids[n]) for a, lage in enumerate(lagen) for n in lage.nachbarn if n in self.ids}
        self.inseln = {a for a, lage in enumerate(lagen) if not lage.nachbarn}
        self.grid = _grid(lagen)
        self.label = dict.fromkeys(self.grid, AUSSEN) | start
        self._connect()
        self._fill_holes()
        self.cells = {a: {c for c, b in self.label.items() if a == b} for a in range(AUSSEN, len(lagen))}
        self.edges: Counter[tuple[int, int]] = Counter()
        for cell, a in self.label.items():
            for other in around(cell):
                if a < self.at(other):
                    self.edges[a, self.at(other)] += 1

    def at(self, cell: Cell) -> int:
        return self.label.get(cell, AUSSEN)

    def improve(self, rounds: int, seed: int = 1) -> None:
        """Annealing: hands over cells between neighbours, first also to the worse, at last only to the better."""
        chance = random.Random(seed)
        for turn in range(rounds):
            heat = 1.5 * (1 - turn / rounds) ** 2 + 0.02
            cell = self.grid[chance.randrange(len(self.grid))]
            to = self.at(around(cell)[chance.randrange(6)])
            if to == self.label[cell] or not self._may(cell, to):
                continue
            pairs = self._edge_changes(cell, to)
            costs = self._cost(cell, to, pairs)
            if (costs <= 0 or chance.random() < math.exp(-costs / heat)) and self._stays_whole(cell):
                self._move(cell, to, pairs)

    def kept(self) -> float:
        """The share of the real neighbourhoods that the mosaic shows."""
        real = {pair for pair in self.echt if pair[0] < pair[1]}
        return sum(self.edges[pair] > 0 for pair in real) / len(real)

    def invented(self) -> int:
        """How many neighbourhoods the mosaic shows that are not real."""
        return sum(n > 0 and AUSSEN not in pair and pair not in self.echt for pair, n in self.edges.items())

    def deviation(self) -> int:
        """How many cells are too many or too few, over all areas."""
        return sum(abs(len(self.cells[a]) - lage.zellen) for a, lage in enumerate(self.lagen))

    def _may(self, cell: Cell, to: int) -> bool:
        """Whether the cell lies in the extent of the area and the islands stay alone."""
        if to == AUSSEN:
            return True
        beside = {self.at(other) for other in around(cell)} - {to, AUSSEN}
        alone = not beside if to in self.inseln else not beside & self.inseln
        return alone and self.lagen[to].holds(cell)

    def _stays_whole(self, cell: Cell) -> bool:
        """Whether what the cell leaves stays in one piece: seen from its ring or, rarely, from all cells."""
        label = self.label[cell]
        arcs = _arcs([self.at(other) for other in around(cell)], label)
        return arcs == 1 or (arcs > 1 and len(_pieces(self.cells[label] - {cell})) == 1)

    def _edge_changes(self, cell: Cell, to: int) -> Counter[tuple[int, int]]:
        changes: Counter[tuple[int, int]] = Counter()
        old = self.label[cell]
        for other in around(cell):
            b = self.at(other)
            if b != old:
                changes[min(old, b), max(old, b)] -= 1
            if b != to:
                changes[min(to, b), max(to, b)] += 1
        return changes

    def _cost(self, cell: Cell, to: int, pairs: Counter[tuple[int, int]]) -> float:
        """What handing over the cell costs; a gain is negative."""
        old = self.label[cell]
        costs = math.fsum(
            self._border(pair, self.edges[pair] + n) - self._border(pair, self.edges[pair]) for pair, n in pairs.items()
        )
        if old != AUSSEN:
            costs += self._area(old, self.cells[old] - {cell}) - self._area(old, self.cells[old])
            costs -= self.LAGE * self.lagen[old].distance(cell)
        if to != AUSSEN:
            costs += self._area(to, self.cells[to] | {cell}) - self._area(to, self.cells[to])
            costs += self.LAGE * self.lagen[to].distance(cell)
        return costs

    def _area(self, a: int, cells: set[Cell]) -> float:
        """The costs of an area's size and reach; an area never loses its last cell."""
        if not cells:
            return math.inf
        lage = self.lagen[a]
        return self.FLAECHE * (len(cells) - lage.zellen) ** 2 + self.AUSDEHNUNG * lage.missed(cells)

    def _border(self, pair: tuple[int, int], length: int) -> float:
        if pair[0] == AUSSEN:
            return self.KANTE * length
        if pair in self.echt:
            return self.KANTE * length - self.NACHBAR * min(length, 2) / 2
        return (self.KANTE + self.FREMD) * length

    def _move(self, cell: Cell, to: int, pairs: Counter[tuple[int, int]]) -> None:
        old = self.label[cell]
        self.cells[old].remove(cell)
        self.cells[to].add(cell)
        self.label[cell] = to
        for pair, n in pairs.items():
            self.edges[pair] += n

    def _connect(self) -> None:
        """Of every area only the largest piece stays; islands keep their distance from the others."""
        for a in range(len(self.lagen)):
            pieces = _pieces({c for c, b in self.label.items() if b == a})
            for piece in pieces[1:]:
                self.label |= dict.fromkeys(piece, AUSSEN)
        for cell, a in list(self.label.items()):
            if a not in self.inseln and any(self.at(other) in self.inseln for other in around(cell)):
                self.label[cell] = AUSSEN

    def _fill_holes(self) -> None:
        """What is enclosed goes to the nearest area beside it."""
        for hole in _pieces({c for c, b in self.label.items() if b == AUSSEN})[1:]:
            left = set(hole)
            while left:
                cell, a = min(
                    ((c, self.at(o)) for c in left for o in around(c) if self.at(o) != AUSSEN),
                    key=lambda pair: (self.lagen[pair[1]].distance(pair[0]), pair),
                )
                self.label[cell] = a
                left.remove(cell)


def _arcs(ring: list[int], label: int) -> int:
    """In how many separate arcs a label surrounds a cell; with one arc the cell can go without breaking the label."""
    return sum(here == label != before for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True))


def _pieces(cells: set[Cell]) -> list[set[Cell]]:
    """The connected pieces, the largest first."""
    pieces, left = [], set(cells)
    while left:
        piece, edge = set(), [min(left)]
        while edge:
            cell = edge.pop()
            if cell in left:
                left.remove(cell)
                piece.add(cell)
                edge.extend(around(cell))
        pieces.append(piece)
    return sorted(pieces, key=lambda piece: (-len(piece), min(piece)))


def outlines(lagen: list[Lage], mosaik: Mosaik) -> dict[str, BaseGeometry]:
    """One polygon per area, in steps from the middle of the city; shared corners are the same numbers."""
    return {
        lage.id: coverage_union_all([Polygon(_corners(cell)) for cell in sorted(mosaik.cells[a])])
        for a, lage in enumerate(lagen)
    }


def _corners(cell: Cell) -> list[tuple[int, int]]:
    """The six corners on a lattice of whole numbers: half a step to the east, half a side to the north."""
    x, y = 2 * cell[0] + cell[1], 3 * cell[1]
    return [(x, y + 2), (x + 1, y + 1), (x + 1, y - 1), (x, y - 2), (x - 1, y - 1), (x - 1, y + 1)]


def dissolved(folder: Path, fine: dict[str, BaseGeometry]) -> dict[str, dict[str, BaseGeometry]]:
    """The areas of every level, from coarse to fine, each the union of those that it contains."""
    stadt = read_city(folder)
    levels = {stadt.ebenen[-1].id: fine}
    for ebene in reversed(stadt.ebenen[:-1]):
        finer = next(iter(levels.values()))
        unions = {
            g.id: coverage_union_all([finer[child.id] for child in stadt.children(g.key)])
            for g in stadt.of_level(ebene.id)
        }
        levels = {ebene.id: unions} | levels
    return levels


def feature_collection(ebene: str, areas: dict[str, BaseGeometry], metres: Transformer) -> str:
    """GeoJSON in degrees with five decimals (about a metre); the same bytes at every run."""
    features = [
        {"type": "Feature", "properties": {"id": id}, "geometry": mapping(_degrees(area, metres))}
        for id, area in areas.items()
    ]
    head = {"type": "FeatureCollection", "ebene": ebene, "schematisch": True, "quelle": QUELLE}
    lines = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    return json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n' + lines + "\n]}\n"


def _degrees(area: BaseGeometry, metres: Transformer) -> BaseGeometry:
    lattice = get_coordinates(area) * (STEP / 2, STEP / (2 * math.sqrt(3)))
    lon, lat = metres.transform(lattice[:, 0], lattice[:, 1], direction="INVERSE")
    turned = shape(mapping(area))
    return orient_polygons(set_coordinates(turned, np.round(np.column_stack([lon, lat]), 5)))


def build(folder: Path, rounds: int = 400_000) -> tuple[Mosaik, dict[str, str]]:
    """The mosaic of the city in this folder, and the text of its GeoJSON file for every level."""
    lagen = read_lagen(folder)
    mosaik = Mosaik(lagen, transport(lagen))
    mosaik.improve(rounds)
    metres = projection(folder)
    levels = dissolved(folder, outlines(lagen, mosaik))
    return mosaik, {ebene: feature_collection(ebene, areas, metres) for ebene, areas in levels.items()}


def main() -> None:
    folder = city_folder()
    mosaik, texts = build(folder)
    (folder / "grenzen").mkdir(exist_ok=True)
    for ebene, text in texts.items():
        (folder / "grenzen" / f"{ebene}.geojson").write_text(text, encoding="utf-8")
    print(f"{len(mosaik.lagen)} areas, {sum(lage.zellen for lage in mosaik.lagen)} cells of 25 ha")
    print(f"cells too many or too few: {mosaik.deviation()}")
    print(f"real neighbourhoods kept: {mosaik.kept():.0%}, neighbourhoods that are not real: {mosaik.invented()}")


if __name__ == "__main__":
    main()
