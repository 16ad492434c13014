"""Some but not all indicators of a total and its parts: they are protected together, so they come together."""

from __future__ import annotations

from collections.abc import Iterator

from sro.intake.lieferung import Lieferung
from sro.model.befund import Befund
from sro.model.indikator import Indikator, Katalog

CODE = "familie_unvollstaendig"


def check(lieferung: Lieferung) -> Iterator[Befund]:
    delivered = lieferung.indikatoren
    for family in families(lieferung.katalog):
        present = [indikator for indikator in family if indikator in delivered]
        counted = {indikator.zaehler for indikator in present}
        missing = [indikator for indikator in family if indikator.zaehler not in counted]
        if present and missing:
            zeile = next(zeile for zeile in lieferung.zeilen if zeile.indikator == present[0])
            text = (
                f"„{present[0].kurzname}“ wird zusammen mit {_names(missing)} geheim gehalten, weil sich die Zahlen "
                "ergänzen. Bitte alle zusammen liefern."
            )
            yield zeile.befund(CODE, "indikator_id", text)


def families(katalog: Katalog) -> list[list[Indikator]]:
    """Indicators whose numerators are a total and all its parts (Hilfearten), in the order of the catalogue.

    Where only some of the parts are numerators (age groups), there is no table to be delivered for the others.
    """
    counted = {indikator.zaehler for indikator in katalog.indikatoren}
    tied: list[set[str]] = []
    for merkmal in katalog.merkmale:
        for teile in merkmal.summen:
            group = {merkmal.id, *teile}
            if group <= counted:
                overlapping = [other for other in tied if other & group]
                tied = [other for other in tied if other not in overlapping]
                tied.append(group.union(*overlapping))
    return [[indikator for indikator in katalog.indikatoren if indikator.zaehler in group] for group in tied]


def _names(missing: list[Indikator]) -> str:
    return ", ".join(f"„{indikator.kurzname}“ ({indikator.id})" for indikator in missing)
