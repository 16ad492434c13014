"""A file of boundaries as it arrived: what it is by its content, unpacked where it is zipped.

Only GeoJSON, GeoPackage and Shapefile are opened. The reader behind knows many more formats, some of which refer to
other files or hosts; so the content decides, never the ending.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from sro.intake.befunde import UnreadableError
from sro.model.befund import Befund

MAX_BYTES = 300_000_000  # also of what a zip file unpacks to
MAX_MEMBERS = 200
READ_ME = "Bitte als GeoJSON, GeoPackage oder Shapefile (auch gezippt) liefern; Umbenennen genügt nicht."


class Art(StrEnum):
    GEOJSON = "GeoJSON"
    GEOPACKAGE = "GeoPackage"
    SHAPEFILE = "Shapefile"


SUFFIX = {Art.GEOJSON: (".geojson", ".json"), Art.GEOPACKAGE: (".gpkg",), Art.SHAPEFILE: (".shp",)}
MAGIC = {b"SQLite format 3\x00": Art.GEOPACKAGE, b"\x00\x00\x27\x0a": Art.SHAPEFILE}


@dataclass(frozen=True, slots=True)
class Quelldatei:
    """A readable file; `name` is that of the delivery, `kopf` what a GeoJSON says besides its features."""

    name: str
    path: Path
    art: Art
    kopf: dict[str, Any] = field(default_factory=dict)


def refuse(name: str, code: str, text: str) -> UnreadableError:
    return UnreadableError(Befund(code, text, datei=name))


def open_source(path: Path, scratch: Path) -> Quelldatei:
    """Finds out what the file is; a zip file is unpacked to `scratch`. UnreadableError says why it cannot be read."""
    if not path.is_file():
        raise refuse(path.name, "datei_fehlt", f"Die Datei „{path}“ gibt es nicht. Bitte den Pfad prüfen.")
    size = path.stat().st_size
    if size == 0:
        raise refuse(path.name, "datei_leer", "Die Datei ist leer. Bitte die Grenzen neu exportieren.")
    if size > MAX_BYTES:
        raise _too_large(path.name, size)
    if zipfile.is_zipfile(path):
        return _classified(path.name, _unpacked(path, scratch))
    return _classified(path.name, path)


def _classified(name: str, path: Path) -> Quelldatei:
    with path.open("rb") as file:
        start = file.read(16)
    for magic, art in MAGIC.items():
        if start.startswith(magic):
            return Quelldatei(name, path, art)
    return Quelldatei(name, path, Art.GEOJSON, _geojson_head(name, path))


def _geojson_head(name: str, path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError):
        raise refuse(name, "format_unbekannt", f"Der Inhalt der Datei ist keine Karte. {READ_ME}") from None
    kind = content.get("type") if isinstance(content, dict) else None
    if kind != "FeatureCollection":
        raise refuse(
            name,
            "format_unbekannt",
            f"Die Datei ist JSON, aber keine GeoJSON-FeatureCollection (type: „{str(kind)[:40]}“). {READ_ME}",
        )
    if not content.get("features"):
        raise refuse(name, "ohne_flaechen", "Die Datei enthält keine Objekte. Bitte die Grenzen neu exportieren.")
    return {key: value for key, value in content.items() if key != "features"}


def _unpacked(path: Path, scratch: Path) -> Path:
    """The one map file in a zip file, unpacked together with its companions (.dbf, .shx, .prj, .cpg)."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith("__MACOSX")]
            size = sum(m.file_size for m in members)
            if size > MAX_BYTES or len(members) > MAX_MEMBERS:
                raise _too_large(path.name, size)
            chosen = _only_map(path.name, [m.filename for m in members])
            for member in members:
                if _belongs(member.filename, chosen):
                    inside = scratch / PurePosixPath(member.filename).name.lower()
                    inside.write_bytes(archive.read(member))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        text = f"Das ZIP-Archiv lässt sich nicht entpacken ({error}). Bitte ohne Kennwort neu packen."
        raise refuse(path.name, "zip_kaputt", text) from error
    return scratch / PurePosixPath(chosen).name.lower()


def _only_map(name: str, filenames: list[str]) -> str:
    suffixes = tuple(suffix for suffixes in SUFFIX.values() for suffix in suffixes)
    maps = [filename for filename in filenames if filename.lower().endswith(suffixes)]
    if len(maps) != 1:
        found = ", ".join(maps) or "keine"
        text = f"Das ZIP-Archiv muss genau eine Karte enthalten (gefunden: {found}). Bitte einzeln packen."
        raise refuse(name, "zip_unklar", text)
    return maps[0]


def _belongs(filename: str, chosen: str) -> bool:
    one, other = PurePosixPath(filename), PurePosixPath(chosen)
    return (one.parent, one.stem.lower()) == (other.parent, other.stem.lower())


def _too_large(name: str, size: int) -> UnreadableError:
    text = (
        f"Die Datei hat (entpackt) {size / 1e6:.0f} MB, gelesen werden höchstens {MAX_BYTES / 1e6:.0f} MB. "
        "Bitte nur die Grenzen einer Ebene exportieren."
    )
    return refuse(name, "datei_zu_gross", text)
