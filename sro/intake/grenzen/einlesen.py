"""From a file to boundaries in use: read, matched, repaired, checked; written only if nothing blocks."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Sequence
from pathlib import Path

import geopandas

from sro.intake.befunde import UnreadableError
from sro.intake.grenzen.abdeckung import check_complete, check_fit
from sro.intake.grenzen.datei import open_source
from sro.intake.grenzen.ergebnis import Ergebnis
from sro.intake.grenzen.formen import read_shapes
from sro.intake.grenzen.lage import Lagen, read_lagen
from sro.intake.grenzen.ortslage import check_areas, check_place
from sro.intake.grenzen.reparieren import one_per_area, repair
from sro.intake.grenzen.schreiben import Blatt, derived, slimmed, write
from sro.intake.grenzen.zuordnen import assign
from sro.model.akteur import Akteur, Rolle
from sro.model.befund import Befund, Schwere
from sro.model.gebiet import GebietKey, Stadt

OSM_QUELLE = "© OpenStreetMap-Mitwirkende (ODbL)"
OSM_SPALTEN = ("osm_", "@id")  # how columns of OpenStreetMap exports begin, also cut to ten characters
TRAGBAR = {"gebiet_fehlt", "gebiet_unbekannt", "osm_fehlt", "osm_offen"}  # what may be left incomplete when told so


@dataclasses.dataclass(frozen=True, slots=True)
class Auftrag:
    """Who imports, and what that person has decided."""

    ebene: str
    wer: Akteur
    key_column: str | None = None
    name_column: str | None = None
    source: str | None = None
    join: bool = False
    allow_incomplete: bool = False
    dry_run: bool = False


def import_boundaries(
    file: Path,
    ebene: str,
    stadt: Stadt,
    *,
    wer: Akteur,
    key_column: str | None = None,
    name_column: str | None = None,
    crs: str | None = None,
    layer: str | None = None,
    source: str | None = None,
    join: bool = False,
    allow_incomplete: bool = False,
    dry_run: bool = False,
) -> Ergebnis:
    """Imports the boundaries of one level from GeoJSON, GeoPackage or Shapefile (plain or zipped).

    `crs` ("25832", "EPSG:25832", WKT) and `source` (attribution) overrule what the file says. `join` takes several
    rows for one area as its parts. Findings are returned, never raised; KeyError if the city has no such level,
    NichtErlaubt for whoever may not.
    """
    wer.require(Rolle.PLANUNG)
    stadt.ebene(ebene)
    auftrag = Auftrag(ebene, wer, key_column, name_column, source, join, allow_incomplete, dry_run)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            opened = open_source(file, Path(scratch))
            frame, befunde = read_shapes(opened, crs, layer)
        except UnreadableError as error:
            return Ergebnis((error.befund,))
    schematisch = opened.kopf.get("schematisch") is True
    quelle, told = _attribution(frame, auftrag, opened.kopf.get("quelle"), file.name)
    return take(frame, read_lagen(stadt), auftrag, quelle, (*befunde, *told), schematisch=schematisch, file=file.name)


def take(
    frame: geopandas.GeoDataFrame,
    lagen: Lagen,
    auftrag: Auftrag,
    quelle: str,
    befunde: Sequence[Befund],
    *,
    schematisch: bool,
    file: str,
) -> Ergebnis:
    """Checks shapes with attributes (any CRS, rows from 1) and writes them as boundaries of a level.

    `befunde` are what was found before; they block and are told like those that are made here.
    """
    ebene = auftrag.ebene
    befunde = [*befunde, *check_place(frame, lagen, file)]
    columns = {"key_column": auftrag.key_column, "name_column": auftrag.name_column}
    assigned = assign(frame, lagen.stadt, ebene, **columns, file=file)
    befunde += assigned.befunde
    if not assigned.ids or any(befund.code == "falsches_crs" for befund in befunde):
        return Ergebnis(tuple(befunde))
    known = frame.loc[sorted(assigned.ids)]
    names = {row: f"{id} {lagen.stadt.gebiet(GebietKey(ebene, id)).name}" for row, id in assigned.ids.items()}
    shapes, repaired = repair(known, names, lagen, file)
    areas, doubled = one_per_area(shapes, assigned.ids, ebene, lagen, auftrag.join, file)
    areas = {id: area for id, area in areas.items() if not area.is_empty}
    befunde += [*doubled, *repaired, *check_complete(areas, ebene, lagen, file)]
    befunde += [*check_areas(areas, ebene, lagen, file), *check_fit(areas, lagen, file)]
    if auftrag.allow_incomplete:
        befunde = [_tolerated(befund) for befund in befunde]
    return _written(Blatt(ebene, areas, quelle, schematisch), befunde, lagen, auftrag)


def _written(blatt: Blatt, befunde: list[Befund], lagen: Lagen, auftrag: Auftrag) -> Ergebnis:
    if any(befund.schwere is Schwere.FEHLER for befund in befunde):
        return Ergebnis(tuple(befunde))
    slim, told = slimmed(blatt, lagen)
    coarser, also_told = derived(slim, lagen.stadt)
    return Ergebnis((*befunde, *told, *also_told), () if auftrag.dry_run else write([slim, *coarser], wer=auftrag.wer))


def _tolerated(befund: Befund) -> Befund:
    return dataclasses.replace(befund, schwere=Schwere.WARNUNG) if befund.code in TRAGBAR else befund


def _attribution(
    frame: geopandas.GeoDataFrame, auftrag: Auftrag, own: object, file: str
) -> tuple[str, tuple[Befund, ...]]:
    """What has to be shown as the source: as told, as the file says, OpenStreetMap where its columns show it."""
    if auftrag.source:
        return auftrag.source, ()
    if isinstance(own, str) and own.strip():
        return own.strip(), ()
    marks = [column for column in frame.columns if str(column).startswith(OSM_SPALTEN)]
    if marks:
        text = (
            f"Die Spalte „{marks[0]}“ weist auf OpenStreetMap hin; als Quelle wird „{OSM_QUELLE}“ gezeigt. "
            "Eine andere nennt --quelle."
        )
        return OSM_QUELLE, (Befund("quelle_osm", text, Schwere.HINWEIS, file),)
    text = f"Als Quelle wird „Grenzen aus der Datei {file}“ gezeigt; den Urheber nennt --quelle."
    return f"Grenzen aus der Datei {file}", (Befund("quelle_fehlt", text, Schwere.HINWEIS, file),)
