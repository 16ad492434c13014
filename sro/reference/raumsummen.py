"""Reads from stadt.yaml how Quartiere and areas add up, and finds what cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sro.model.gebiet import GebietKey, Stadt
from sro.model.quartier import QUARTIER, Raumsumme


def raumsumme(row: dict[str, Any]) -> Raumsumme:
    return Raumsumme(
        ganzes=GebietKey(*row["ganzes"]),
        teile=tuple(GebietKey(*key) for key in row["teile"]),
        mit_rest=row.get("mit_rest", False),
    )


def space_gaps(stadt: Stadt) -> Iterator[str]:
    """A sentence for each fault of Quartiere and sums with them; areas and levels are known to be in order."""
    if stadt.quartiere and any(ebene.id == QUARTIER for ebene in stadt.ebenen):
        yield f"Wo es `quartiere` gibt, darf keine Ebene „{QUARTIER}“ heißen; bitte eine andere id wählen."
    for quartier in stadt.quartiere:
        unknown = [key for key in quartier.gebiete if key not in stadt]
        if unknown:
            yield f"Quartier {quartier.id} nennt unbekannte Gebiete {unknown}."
        if not quartier.gebiete:
            yield f"Quartier {quartier.id} braucht unter `gebiete`, worin es liegt; im Zweifel die ganze Stadt."
    for summe in stadt.raumsummen:
        name = f"raumsummen, {summe.ganzes.ebene} {summe.ganzes.id}"
        yield from (f"{name}: {said}" for said in _sum_gaps(summe, stadt))


def _sum_gaps(summe: Raumsumme, stadt: Stadt) -> Iterator[str]:
    unknown = [key for key in summe.raeume if not stadt.is_raum(key)]
    if unknown:
        yield f"unbekannte Gebiete oder Quartiere {unknown}."
        return
    if not summe.teile or len({*summe.raeume}) <= len(summe.teile):
        yield "`teile` braucht Gebiete oder Quartiere, jedes nur einmal und nicht das Ganze selbst."
    if not any(stadt.quartier(raum) for raum in summe.raeume):
        yield "Ohne Quartier sagt das schon gebiete.csv; bitte entfernen."
    for teil in summe.teile:
        if not _within(teil, summe.ganzes, stadt):
            yield f"{teil.ebene} {teil.id} liegt nach `gebiete` nicht nur darin; eine der Angaben berichtigen."


def _within(teil: GebietKey, ganzes: GebietKey, stadt: Stadt) -> bool:
    """Whether every area that a part lies in belongs to those of the whole."""
    inside, outside = ((found.gebiete if (found := stadt.quartier(raum)) else (raum,)) for raum in (teil, ganzes))
    return all(any(stadt.touches(one, other) for other in outside) for one in inside)
