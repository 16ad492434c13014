"""A level and year that lacks areas: allowed, but rarely meant."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Zeile
from sro.intake.sprache import listed
from sro.model.befund import Befund, Schwere

CODE = "gebiete_unvollstaendig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for (_, ebene, jahr), (zeile, present) in _by_level_and_year(lieferung).items():
        areas = lieferung.stadt.of_level(ebene)
        missing = [f"{area.id} {area.name}" for area in areas if area.id not in present]
        if missing and zeile.indikator and not lieferung.stadt.quartier(areas[0].key):  # nobody counts all of those
            text = (
                f"Für „{zeile.indikator.kurzname}“ {jahr} fehlen {len(missing)} von {len(areas)} Gebieten der "
                f"Ebene {lieferung.stadt.ebene(ebene).name}: {listed(missing)}. Sie erscheinen als nicht geliefert."
            )
            yield zeile.befund(CODE, "gebiet_id", text, Schwere.WARNUNG)


def _by_level_and_year(lieferung: Lieferung) -> dict[tuple[str, str, int], tuple[Zeile, set[str]]]:
    """The first row of each indicator, level and year, and the ids of its areas."""
    groups: dict[tuple[str, str, int], tuple[Zeile, set[str]]] = {}
    for zeile in lieferung.zeilen:
        if zeile.indikator and zeile.gebiet and zeile.zeit:
            key = (zeile.indikator.id, zeile.gebiet.ebene, zeile.zeit.jahr)
            if key not in groups:
                groups[key] = (zeile, set())
            groups[key][1].add(zeile.gebiet.id)
    return groups
