"""A year that is missing between delivered ones: the line breaks there, which is rarely meant."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung, Zeile
from sro.intake.pruefung.jahr_ausserhalb import ERSTES_JAHR
from sro.intake.sprache import spans
from sro.model.befund import Befund, Schwere

CODE = "jahre_lueckenhaft"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    for (_, ebene), first in _first_rows(lieferung).items():
        missing = [year for year in range(min(first), max(first)) if year not in first]
        zeile = first[min(first)]
        if missing and zeile.indikator:
            text = (
                f"Für „{zeile.indikator.kurzname}“ auf der Ebene {lieferung.stadt.ebene(ebene).name} fehlt zwischen "
                f"{min(first)} und {max(first)}: {spans(missing)}. Bitte nachliefern oder bestätigen, dass es dafür "
                "keine Zahlen gibt."
            )
            yield zeile.befund(CODE, "zeit", text, Schwere.WARNUNG)


def _first_rows(lieferung: Lieferung) -> dict[tuple[str, str], dict[int, Zeile]]:
    """Indicator and level → year → the first row of that year; without years that cannot be and are told elsewhere."""
    groups: dict[tuple[str, str], dict[int, Zeile]] = {}
    last = lieferung.heute.year
    for zeile in lieferung.zeilen:
        if zeile.indikator and zeile.gebiet and zeile.zeit and ERSTES_JAHR <= zeile.zeit.jahr <= last:
            years = groups.setdefault((zeile.indikator.id, zeile.gebiet.ebene), {})
            years.setdefault(zeile.zeit.jahr, zeile)
    return groups
