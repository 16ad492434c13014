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
        missing = [indikator for indikator in family if indikator not in delivered]
        if present and missing:
            zeile = next(zeile for zeile in lieferung.zeilen if zeile.indikator == present[0])
            text = (
                f"„{present[0].kurzname}“ wird zusammen mit {_names(missing)} geheim gehalten, weil sich die Zahlen "
                "ergänzen. Bitte alle zusammen liefern."
            )
            yield zeile.befund(CODE, "indikator_id", text)


def families(katalog: Katalog) -> list[list[Indikator]]:
    """Indicators whose numerators are tied by sums, at least two each, in the order of the catalogue."""
    tied: list[set[str]] = []
    for merkmal in katalog.merkmale:
        if merkmal.summe_aus:
            group = {merkmal.id, *merkmal.summe_aus}
            for other in [other for other in tied if other & group]:
                tied.remove(other)
                group |= other
            tied.append(group)
    found = [[indikator for indikator in katalog.indikatoren if indikator.zaehler in group] for group in tied]
    return [family for family in found if len(family) > 1]


def _names(missing: list[Indikator]) -> str:
    return ", ".join(f"„{indikator.kurzname}“ ({indikator.id})" for indikator in missing)
