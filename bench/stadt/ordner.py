"""The folder of a made-up city, and its tables, a file a year."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from shapely import Polygon
from shapely.geometry import mapping

from bench.stadt.kacheln import Kacheln, kacheln
from bench.stadt.vorlage import Stufe, demo_totals
from bench.stadt.zaehlung import Zaehlung, Zahlen, people
from sro.model.indikator import Indikator, Katalog

QUELLE = "Erfundene Stadt für Messungen, synthetisch"
SPALTEN = ("indikator_id", "ebene", "gebiet_id", "zeit", "zaehler", "nenner", "herkunft")
FEINE_LINIEN_BIS = 1000  # cells, up to which a border is made of as many pieces as a surveyed one
FEIN, GROB = 24, 2  # pieces; of more cells the import of boundaries leaves about as few
Row = Sequence[object]


@dataclass(frozen=True)
class Erfunden:
    """A made-up city: `zellen` areas of the finest level in `gruppen` of the one above, with about `einwohner` each."""

    zellen: int
    gruppen: int
    stufen: tuple[Stufe, Stufe, Stufe]
    einwohner: float = 6000

    @property
    def name(self) -> str:
        return f"Erfundene Stadt mit {self.zellen} Gebieten"

    def id_of(self, stufe: int, nummer: int) -> str:
        """Ids are text with leading zeros, as official keys are."""
        width = len(str((1, self.gruppen, self.zellen)[stufe] + 1))
        return f"{nummer + (stufe > 0):0{max(width, 2)}d}"


def write_city(folder: Path, stadt: Erfunden) -> Kacheln:
    """stadt.yaml, gebiete.csv and grenzen/; the cells for `write_figures`."""
    (folder / "grenzen").mkdir(parents=True, exist_ok=True)
    made = kacheln(stadt.zellen, stadt.gruppen, FEIN if stadt.zellen <= FEINE_LINIEN_BIS else GROB)
    west, sued, ost, nord = made.umriss().bounds
    described = {
        "id": f"erfunden{stadt.zellen}",
        "name": stadt.name,
        "mittelpunkt": [round((sued + nord) / 2, 4), round((west + ost) / 2, 4)],
        "ebenen": [{"id": s.id, "name": s.name, "plural": s.plural} for s in stadt.stufen],
    }
    # JSON is YAML.
    (folder / "stadt.yaml").write_text(json.dumps(described, ensure_ascii=False, indent=1), encoding="utf-8")
    head = ("ebene", "id", "name", "aliase", "eltern_ebene", "eltern_id")
    _write_csv(folder / "gebiete.csv", head, _areas(stadt, made))
    for stufe, outlines in enumerate(_outlines(stadt, made)):
        _write_level(folder / "grenzen", stadt, stufe, outlines)
    return made


def write_figures(
    folder: Path,
    stadt: Erfunden,
    zellen: Kacheln,
    katalog: Katalog,
    indikatoren: Sequence[Indikator],
    jahre: Iterable[int],
) -> list[Path]:
    """A table a year with every such indicator at all levels that it has; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    gezaehlt = Zaehlung(katalog, people(stadt.zellen, stadt.einwohner), demo_totals(katalog))
    files = []
    for jahr in jahre:
        files.append(folder / f"zahlen_{jahr}.csv")
        _write_csv(files[-1], SPALTEN, _figures(stadt, zellen, indikatoren, gezaehlt, jahr))
    return files


def _areas(stadt: Erfunden, made: Kacheln) -> Iterator[Row]:
    oben, mitte, unten = stadt.stufen
    yield oben.id, stadt.id_of(0, 0), stadt.name, "", "", ""
    for gruppe in range(stadt.gruppen):
        yield mitte.id, stadt.id_of(1, gruppe), f"{mitte.name} {gruppe + 1}", "", oben.id, stadt.id_of(0, 0)
    for zelle, gruppe in enumerate(made.gruppen):
        yield unten.id, stadt.id_of(2, zelle), f"{unten.name} {zelle + 1}", "", mitte.id, stadt.id_of(1, gruppe)


def _outlines(stadt: Erfunden, made: Kacheln) -> Iterator[Iterable[Any]]:
    yield [made.umriss()]
    yield (made.umriss(gruppe) for gruppe in range(stadt.gruppen))
    yield map(Polygon, made.zellen)


def _write_level(folder: Path, stadt: Erfunden, stufe: int, outlines: Iterable[Any]) -> None:
    features = [
        {"type": "Feature", "properties": {"id": stadt.id_of(stufe, n)}, "geometry": mapping(outline)}
        for n, outline in enumerate(outlines)
    ]
    ebene = stadt.stufen[stufe].id
    content = {"type": "FeatureCollection", "ebene": ebene, "schematisch": True, "quelle": QUELLE, "features": features}
    (folder / f"{ebene}.geojson").write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")


def _figures(
    stadt: Erfunden, made: Kacheln, indikatoren: Sequence[Indikator], gezaehlt: Zaehlung, jahr: int
) -> Iterator[Row]:
    ids = [
        [stadt.id_of(stufe, n) for n in range(anzahl)] for stufe, anzahl in enumerate((1, stadt.gruppen, stadt.zellen))
    ]
    for indikator in indikatoren:
        paar = [_je_stufe(gezaehlt.zahl(m, jahr), made) for m in (indikator.zaehler, indikator.nenner)]
        for stufe, nummern in zip(stadt.stufen, ids, strict=True):
            if stufe.id in indikator.ebenen:
                zaehler, nenner = (_written(zahlen[stadt.stufen.index(stufe)]) for zahlen in paar)
                for nummer, oben, unten in zip(nummern, zaehler, nenner, strict=True):
                    yield indikator.id, stufe.id, nummer, jahr, oben, unten, "synthetisch"


def _je_stufe(zahlen: Zahlen, made: Kacheln) -> tuple[Zahlen, Zahlen, Zahlen]:
    """Of the whole, the groups, the cells."""
    return np.array([zahlen.sum()]), np.bincount(made.gruppen, weights=zahlen).astype(float), zahlen


def _written(zahlen: Zahlen) -> list[object]:
    return [int(zahl) if zahl.is_integer() else zahl for zahl in zahlen.tolist()]


def _write_csv(path: Path, header: Row, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)
