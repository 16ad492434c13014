"""Do the areas fit together? Areas that are missing, overlaps, gaps."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas
import shapely

from sro.intake.grenzen.formen import WGS84
from sro.intake.grenzen.lage import Lagen
from sro.intake.grenzen.woerter import aufzaehlung, flaeche
from sro.model.befund import Befund, Schwere

UNMERKLICH = 1.0  # m²: what rounding makes
WINZIG = 1000.0  # m²: what separate digitising makes; such findings are told together
SCHMAL = 2.0  # metres: what is nowhere wider counts as tiny too
UEBEREINANDER = 0.5  # share of the smaller area at which two areas lie on top of each other


@dataclass(frozen=True, slots=True)
class Stelle:
    """A place where areas do not fit: which areas, and the shape in metres."""

    ids: tuple[str, ...]
    form: shapely.Geometry

    @property
    def winzig(self) -> bool:
        return bool(self.form.area < WINZIG or self.form.buffer(-SCHMAL / 2).is_empty)


def check_complete(areas: dict[str, shapely.Geometry], ebene: str, lagen: Lagen, file: str) -> list[Befund]:
    """One error that names all areas of the level without a shape."""
    missing = [g for g in lagen.stadt.of_level(ebene) if g.id not in areas]
    if not missing:
        return []
    total = len(lagen.stadt.of_level(ebene))
    text = (
        f"{len(missing)} von {total} Gebieten der Ebene {lagen.stadt.ebene(ebene).name} fehlen: "
        f"{aufzaehlung(f'{g.id} {g.name}' for g in missing)}. Bitte ergänzen oder --unvollstaendig angeben."
    )
    return [Befund("gebiet_fehlt", text, datei=file, wert=", ".join(g.id for g in missing))]


def check_fit(areas: dict[str, shapely.Geometry], lagen: Lagen, file: str) -> list[Befund]:
    """Overlaps and enclosed gaps: large ones one by one, tiny ones together as a hint."""
    metric = dict(geopandas.GeoSeries(areas, crs=WGS84).to_crs(lagen.metres).items())
    overlaps, gaps = find_overlaps(metric), find_gaps(metric)
    befunde = [_overlap(stelle, metric, file) for stelle in overlaps if not stelle.winzig]
    befunde += [_gap(stelle, file) for stelle in gaps if not stelle.winzig]
    befunde += _tiny("ueberlappung_winzig", "Überlappungen", [s for s in overlaps if s.winzig], file)
    befunde += _tiny("luecke_winzig", "Lücken", [s for s in gaps if s.winzig], file)
    return befunde


def find_overlaps(areas: dict[str, shapely.Geometry]) -> list[Stelle]:
    """Pairs of areas (metres) that share more than 1 m²."""
    ids, shapes = list(areas), list(areas.values())
    pairs = shapely.STRtree(shapes).query(shapes, predicate="intersects").T
    found = [Stelle((ids[a], ids[b]), shapely.intersection(shapes[a], shapes[b])) for a, b in pairs.tolist() if a < b]
    return sorted((s for s in found if s.form.area > UNMERKLICH), key=lambda s: s.ids)


def find_gaps(areas: dict[str, shapely.Geometry]) -> list[Stelle]:
    """Holes of more than 1 m² in what all areas (metres) cover together, with the areas around them."""
    covered = shapely.get_parts(shapely.union_all(list(areas.values())))
    holes = [shapely.Polygon(ring) for part in covered for ring in part.interiors]
    return [
        Stelle(tuple(id for id, area in areas.items() if area.distance(hole) < 0.01), hole)
        for hole in holes
        if hole.area > UNMERKLICH
    ]


def _overlap(stelle: Stelle, areas: dict[str, shapely.Geometry], file: str) -> Befund:
    one, other = stelle.ids
    text = f"{one} und {other} überlappen sich auf {flaeche(stelle.form.area)}"
    if stelle.form.area > UEBEREINANDER * min(areas[one].area, areas[other].area):
        text += " und liegen damit großenteils übereinander. Bitte prüfen, ob die Datei mehrere Ebenen enthält."
        return Befund("gebiete_uebereinander", text, datei=file, wert=f"{one}, {other}")
    return Befund("ueberlappung", f"{text}. Bitte im GIS prüfen.", Schwere.WARNUNG, file, wert=f"{one}, {other}")


def _gap(stelle: Stelle, file: str) -> Befund:
    wert = ", ".join(stelle.ids)
    if len(stelle.ids) == 1:
        text = f"{wert} hat eine Aussparung von {flaeche(stelle.form.area)}, die zu keinem Gebiet gehört."
        return Befund("aussparung", text, Schwere.HINWEIS, file, wert=wert)
    text = f"Zwischen {aufzaehlung(stelle.ids)} klafft eine Lücke von {flaeche(stelle.form.area)}. Bitte im GIS prüfen."
    return Befund("luecke", text, Schwere.WARNUNG, file, wert=wert)


def _tiny(code: str, what: str, stellen: list[Stelle], file: str) -> list[Befund]:
    if not stellen:
        return []
    total = sum(s.form.area for s in stellen)
    text = f"Winzige {what} ({len(stellen)}, zusammen {flaeche(total)}) wurden belassen."
    return [Befund(code, text, Schwere.HINWEIS, file)]
