"""A place that does not lie in the city."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.einrichtungen.zeile import Liste
from sro.model.befund import Befund
from sro.model.einrichtung import Ort

CODE = "ort_ausserhalb"
Rahmen = tuple[float, float, float, float]  # west, south, east, north in degrees


def check(liste: Liste) -> Iterator[Befund]:
    placed = [(zeile, zeile.ort) for zeile in liste.zeilen if zeile.ort]
    if not placed:
        return
    from sro.intake.grenzen.lage import read_lagen  # takes a second to load; few lists name places

    frame: Rahmen = read_lagen(liste.stadt).rahmen.bounds
    for zeile, ort in placed:
        if not _inside(ort, frame):
            turned = " Sind lon und lat vertauscht?" if _inside(Ort(ort.lat, ort.lon), frame) else ""
            text = (
                f"lon {zeile['lon']} und lat {zeile['lat']} liegen nicht in {liste.stadt.name}.{turned} "
                "Gebraucht werden Grad (WGS 84), keine Rechts- und Hochwerte. Bitte berichtigen oder leer lassen."
            )
            yield zeile.befund(CODE, "lon", text)


def _inside(ort: Ort, frame: Rahmen) -> bool:
    west, south, east, north = frame
    return west <= ort.lon <= east and south <= ort.lat <= north
