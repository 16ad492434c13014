"""A level and year that lacks areas: allowed, but rarely meant."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Zeile
from sro.intake.sprache import listed
from sro.model.befund import Befund, Schwere

CODE = "gebiete_unvollstaendig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for (_, ebene, jahr), zeilen in _by_level_and_year(lieferung).items():
        present = {zeile.gebiet.id for zeile in zeilen if zeile.gebiet}
        areas = lieferung.stadt.of_level(ebene)
        missing = [f"{area.id} {area.name}" for area in areas if area.id not in present]
        if missing and zeilen[0].indikator:
            text = (
                f"Für „{zeilen[0].indikator.kurzname}“ {jahr} fehlen {len(missing)} von {len(areas)} Gebieten der "
                f"Ebene {lieferung.stadt.ebene(ebene).name}: {listed(missing)}. Sie erscheinen als nicht geliefert."
            )
            yield zeilen[0].befund(CODE, "gebiet_id", text, Schwere.WARNUNG)


def _by_level_and_year(lieferung: Lieferung) -> dict[tuple[str, str, int], list[Zeile]]:
    groups: dict[tuple[str, str, int], list[Zeile]] = {}
    for zeile in lieferung.zeilen:
        if zeile.indikator and zeile.gebiet and zeile.zeit:
            groups.setdefault((zeile.indikator.id, zeile.gebiet.ebene, zeile.zeit.jahr), []).append(zeile)
    return groups
